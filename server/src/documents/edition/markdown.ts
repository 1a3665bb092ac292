import { carrying } from '../carried/carry.ts';
import { documentMarkdown } from '../markdown/markdown.ts';
import type { WrittenFile } from '../written-file.ts';
import { type WholeDocument, wholeDocument } from './annex.ts';
import type { Edition } from './edition.ts';
import type { Picture } from './picture.ts';

/** The whole document as Markdown, and its pictures in a folder beside it. */
export function markdownFiles(edition: Edition, whole: WholeDocument = wholeDocument(edition)): WrittenFile[] {
  const { kind, blocks, annex } = whole;
  const folder = edition.fileName('pictures', kind);
  const pictures = new Map<Picture, WrittenFile>();
  const flow = [...blocks, ...annex].flatMap((block) => block.flow);
  const content = documentMarkdown(flow, {
    language: edition.language,
    anchorOf: whole.anchorOf,
    picture: (path) => {
      const picture = edition.source.picture(path);
      if (!picture) return undefined;
      const name = `${folder}/${pictures.size + 1}.${picture.ending}`;
      const file = pictures.get(picture) ?? { name, content: picture.bytes };
      pictures.set(picture, file);
      return file.name;
    },
  });
  return [{ name: edition.fileName('md', kind), content: carrying(edition, whole, content) }, ...pictures.values()];
}
