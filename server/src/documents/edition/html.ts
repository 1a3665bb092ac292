import { carrying } from '../carried/carry.ts';
import { htmlPage, type PageOptions } from '../html/page.ts';
import { coverHtml } from '../theme/cover-html.ts';
import { hasFonts, themeCss } from '../theme/css.ts';
import type { WrittenFile } from '../written-file.ts';
import { type WholeDocument, wholeDocument } from './annex.ts';
import type { Edition } from './edition.ts';
import { metadataHtml, metadataOf } from './metadata.ts';
import { dataAddress } from './picture.ts';
import { splitHtml } from './split.ts';

/** A whole document in one page, or in one for each chapter, that needs nothing else: pictures and looks are in it. */
export function htmlFiles(edition: Edition, whole: WholeDocument = wholeDocument(edition)): WrittenFile[] {
  const metadata = metadataOf(edition, whole);
  const { theme, style } = edition.source;
  const options: PageOptions = {
    language: edition.language,
    interactive: false,
    remotePictures: false,
    picture: (path) => {
      const picture = edition.source.picture(path);
      return picture && dataAddress(picture);
    },
    anchorOf: whole.anchorOf,
    style: theme ? `${style}\n${themeCss(theme)}` : style,
    hasFonts: theme && hasFonts(theme),
    cover: theme && coverHtml(theme),
    description: metadata.description,
    head: metadataHtml(metadata),
    itemType: 'https://schema.org/Report',
  };
  const { kind, title, blocks, annex } = whole;
  if (edition.source.isSplit && kind === 'plan')
    return splitHtml(edition, whole, options).map((file, index) =>
      index === 0 && typeof file.content === 'string'
        ? { ...file, content: carrying(edition, whole, file.content) }
        : file,
    );
  const content = htmlPage({ title, blocks, controls: [] }, { ...options, annex });
  return [{ name: edition.fileName('html', kind), content: carrying(edition, whole, content) }];
}
