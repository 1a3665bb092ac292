import {
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { shortened } from '../../features/shown.ts';
import { isContents } from '../document/contents.ts';
import { type WholeDocument, wholeDocument } from '../edition/annex.ts';
import type { Edition } from '../edition/edition.ts';
import { type Metadata, metadataOf } from '../edition/metadata.ts';
import { wordsIn } from '../html/words.ts';
import { wordsOf } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import { flowsOf, line, noteParagraphs } from './flows.ts';
import { namesIn } from './names.ts';
import { settled } from './package.ts';
import { pagesOf } from './pages.ts';
import { type DocxOptions, type Place, Scribe } from './scribe.ts';
import { externalStyles, stylesIn } from './styles.ts';
import { languageTag, lineText } from './text.ts';

/** A4, and what is left white around the text, in twentieths of a point. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1304;

/** The document of an edition for Word (ECMA-376). The same edition gives the same bytes. */
export const documentDocx = (edition: Edition, whole: WholeDocument = wholeDocument(edition)): Promise<Uint8Array> =>
  writeDocx(whole, metadataOf(edition, whole), {
    language: edition.language,
    picture: (path) => edition.source.picture(path),
    anchorOf: whole.anchorOf,
  });

type Content = Pick<WholeDocument, 'title' | 'blocks' | 'annex'>;

/** A document for Word, from its tree. */
export async function writeDocx(whole: Content, metadata: Metadata, options: DocxOptions): Promise<Uint8Array> {
  return settled(await Packer.pack(documentOf(whole, options), 'uint8array'), metadata);
}

function documentOf({ title, blocks, annex }: Content, options: DocxOptions): Document {
  const flow = [...blocks, ...annex].flatMap((block) => block.flow);
  const { bookmarks, notes } = namesIn(flow);
  const scribe = new Scribe(options, wordsIn(options.language), bookmarks, notes);
  const place: Place = { lang: options.language, width: A4.width - 2 * MARGIN, inLists: 0, depth: 0 };
  const wide: Place = { ...place, width: A4.height - 2 * MARGIN };
  const sections = [
    section(blocksOf(blocks, scribe, place), title, place),
    ...(annex.length > 0 ? [section(blocksOf(annex, scribe, wide), title, wide)] : []),
  ];
  const footnotes = Object.fromEntries(
    scribe.footnotes.map(({ number, note }) => {
      const children = noteParagraphs(note.flow, scribe, { ...place, style: 'FootnoteText', isInNote: true });
      return [number, { children }];
    }),
  );
  return new Document({
    title: lineText(title),
    externalStyles,
    styles: stylesIn(languageTag(options.language) ?? 'en-GB'),
    numbering: { config: [] },
    footnotes,
    ...(blocks.some(isContents) ? { pageNumbers: pagesOf(flow) } : {}),
    sections,
  });
}

/** A section of the document: its pages stand upright, or lie where their text is wider. */
function section(children: readonly FileChild[], title: string, { width }: Place): ISectionOptions {
  const isWide = width > A4.width - 2 * MARGIN;
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  return {
    properties: { page: { size: { ...A4, orientation }, margin }, titlePage: !isWide },
    footers: { default: footer(title, width) },
    children,
  };
}

/** What stands below each page but the first: the title, and the number of the page. */
const footer = (title: string, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: shortened(lineText(title), 90) }),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT] }),
        ],
      }),
    ],
  });

/** Blocks as paragraphs and tables. The list of contents is made from the headings, with the pages on which they stand. */
function blocksOf(blocks: readonly Block[], scribe: Scribe, place: Place): FileChild[] {
  const at = blocks.findIndex(isContents);
  const flowOf = (some: readonly Block[]): FileChild[] =>
    flowsOf(
      some.flatMap(({ flow }) => flow),
      scribe,
      place,
    );
  const written =
    at < 0
      ? flowOf(blocks)
      : [
          ...flowOf(blocks.slice(0, at)),
          ...contentsOf(blocks[at]?.flow ?? [], scribe, place),
          ...flowOf(blocks.slice(at + 1)),
        ];
  // A place at the very end, where nothing follows.
  return scribe.isWaiting ? [...written, scribe.paragraph({ children: [] }, place)] : written;
}

function contentsOf(flow: readonly Flow[], scribe: Scribe, place: Place): FileChild[] {
  return flow.flatMap((one): FileChild[] => {
    if (one.type === 'list')
      return [new TableOfContents(contentsName(flow), { hyperlink: true, headingStyleRange: '1-2' })];
    if (one.type !== 'heading') return flowsOf([one], scribe, place);
    scribe.begin(one.anchor);
    return [line(one.children, scribe, place, 'TOCHeading')];
  });
}

/** What the list of contents is called, for those who move from one part of a document to the next. */
const contentsName = (flow: readonly Flow[]): string | undefined => {
  const heading = flow.find(({ type }) => type === 'heading');
  return heading?.type === 'heading' ? lineText(wordsOf(heading.children)) : undefined;
};
