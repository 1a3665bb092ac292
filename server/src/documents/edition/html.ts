import type { WrittenFile } from '../formats.ts';
import { htmlPage, type PageOptions } from '../html/page.ts';
import { type WholeDocument, wholeDocument } from './annex.ts';
import type { Edition } from './edition.ts';
import { metadataHtml, metadataOf } from './metadata.ts';
import type { Picture } from './picture.ts';
import { splitHtml } from './split.ts';

/** A whole document in one page, or in one for each chapter, that needs nothing else: pictures and looks are in it. */
export function htmlFiles(edition: Edition, whole: WholeDocument = wholeDocument(edition)): WrittenFile[] {
  const metadata = metadataOf(edition, whole);
  const options: PageOptions = {
    language: edition.language,
    interactive: false,
    remotePictures: false,
    picture: (path) => {
      const picture = edition.source.picture(path);
      return picture && dataAddress(picture);
    },
    anchorOf: whole.anchorOf,
    style: edition.source.style,
    description: metadata.description,
    head: metadataHtml(metadata),
    itemType: 'https://schema.org/Report',
  };
  const { kind, title, blocks, annex } = whole;
  if (edition.source.isSplit && kind === 'plan') return splitHtml(edition, whole, options);
  const content = htmlPage({ title, blocks, controls: [] }, { ...options, annex });
  return [{ name: edition.fileName('html', kind), content }];
}

/** So many bytes are turned into text at once: a call takes no more arguments. */
const PIECE = 0x2000;

/** The address of a picture that holds it: a `data:` URI. */
export function dataAddress({ bytes, type }: Picture): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return `data:${type};base64,${btoa(binary)}`;
}
