import {
  Document,
  type FileChild,
  Footer,
  type ISectionOptions,
  type IStylesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { shortened } from '../../features/shown.ts';
import { type Carry, carryOf } from '../carried/carry.ts';
import { isContents } from '../document/contents.ts';
import { type WholeDocument, wholeDocument } from '../edition/annex.ts';
import type { Edition } from '../edition/edition.ts';
import { type Metadata, metadataOf } from '../edition/metadata.ts';
import { wordsIn } from '../html/words.ts';
import { wordsOf } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import { flowsOf, gapBehind, line, noteParagraphs } from './flows.ts';
import { pictureRunOf } from './inlines.ts';
import { measuresOf, type StyleMeasures } from './measures.ts';
import { lettersIn, namesIn } from './names.ts';
import { packed } from './package.ts';
import { pagesWith } from './pages.ts';
import { type DocxOptions, type Place, Scribe } from './scribe.ts';
import { A4, annexesOf, drawingsIn, roomOn, type Sheet } from './sections.ts';
import { externalStyles, lookOf, stylesIn } from './styles.ts';
import { readTemplate, type Template } from './template.ts';
import { templateMeasures } from './template-styles.ts';
import { languageTag, lineText } from './text.ts';

/** The document of an edition for Word (ECMA-376). The same edition gives the same bytes. */
export async function documentDocx(
  edition: Edition,
  whole: WholeDocument = wholeDocument(edition),
): Promise<Uint8Array> {
  const { source, language } = edition;
  const { theme } = source;
  const template = source.template && readTemplate(source.template);
  const options: DocxOptions = {
    language,
    picture: (path) => source.picture(path),
    anchorOf: whole.anchorOf,
    look: lookOf(theme, template?.styles),
    template,
    logo: theme?.logo,
    coverPicture: theme?.cover.picture,
    rasterise: hasDrawings(whole) ? await source.rasteriser?.() : undefined,
  };
  return writeDocx(whole, metadataOf(edition, whole), options, whole.kind === 'plan' ? carryOf(edition) : undefined);
}

const hasDrawings = ({ blocks, annex }: WholeDocument): boolean =>
  [...blocks, ...annex].some(({ flow }) => drawingsIn(flow).length > 0);

/** The most that a logo takes, in twentieths of a point. */
const LOGO = { width: 4000, height: 1300 };

/** The most that the picture of a cover takes of the page, in twentieths of a point. */
const COVER_PICTURE = 5000;

/** So far down the page a cover begins, in twentieths of a point. */
const COVER = 2400;

type Content = Pick<WholeDocument, 'title' | 'blocks' | 'annex'>;

/** A document for Word, from its tree. */
export function writeDocx(whole: Content, metadata: Metadata, options: DocxOptions, carry?: Carry): Uint8Array {
  const language = languageTag(options.language) ?? 'en-GB';
  return packed(documentOf(whole, options), metadata, language, options.template, carry);
}

function documentOf({ title, blocks, annex }: Content, options: DocxOptions): Document {
  const flow = [...blocks, ...annex].flatMap((block) => block.flow);
  const { bookmarks, notes } = namesIn(flow);
  const scribe = new Scribe(options, wordsIn(options.language), bookmarks, notes);
  const sheet = options.template?.sheet ?? A4;
  const place: Place = { lang: options.language, ...roomOn(sheet, false), inLists: 0, depth: 0 };
  const parts = [{ blocks, isWide: false }, ...annexesOf(annex)];
  const sections = parts.map((part, index) => {
    const on: Place = { ...place, ...roomOn(sheet, part.isWide) };
    if (index === 0 && blocks.some(isContents)) scribe.place({ spacing: { before: COVER } });
    const logo = index === 0 ? [...logoOf(scribe, on), ...coverPictureOf(scribe, on)] : [];
    const end = index === parts.length - 1;
    return section([...logo, ...blocksOf(part.blocks, scribe, on, end)], title, sheet, part.isWide, index === 0);
  });
  const styles = stylesIn(languageTag(options.language) ?? 'en-GB', options.look);
  const footnotes = Object.fromEntries(
    scribe.footnotes.map(({ number, note }) => {
      const children = noteParagraphs(note.flow, scribe, { ...place, style: 'FootnoteText', isInNote: true });
      return [number, { children }];
    }),
  );
  return new Document({
    title: lineText(title),
    externalStyles: externalStyles(options.look),
    styles,
    numbering: { config: [] },
    footnotes,
    pageNumbers: pagesWith(measuresIn(styles, options.template), notesOf(scribe)),
    sections,
  });
}

/** How much room paragraphs take: as the template says, where it has their styles. */
function measuresIn(styles: IStylesOptions, template: Template | undefined): StyleMeasures {
  const own = measuresOf(styles);
  if (!template) return own;
  const named = (styles.paragraphStyles ?? []).map(({ id, name = id }) => ({ id, name }));
  const theirs = templateMeasures(named, template.styles);
  return { usual: { ...own.usual, ...theirs.get('') }, own: new Map([...own.own, ...theirs]) };
}

/** How many letters stand in each footnote. */
const notesOf = ({ footnotes }: Scribe): ReadonlyMap<string, number> =>
  new Map(footnotes.map(({ number, note }) => [String(number), lettersIn(note.flow)]));

/** The logo of the house, above everything else. */
function logoOf(scribe: Scribe, place: Place): Paragraph[] {
  const { logo } = scribe.options;
  const run = logo && pictureRunOf(logo.picture, logo.alt, scribe, { ...place, ...LOGO });
  return run ? [scribe.paragraph({ style: 'Logo', children: [run] }, place)] : [];
}

/** The picture of the cover, which says nothing by itself. */
function coverPictureOf(scribe: Scribe, place: Place): Paragraph[] {
  const { coverPicture } = scribe.options;
  const run = coverPicture && pictureRunOf(coverPicture, undefined, scribe, { ...place, height: COVER_PICTURE });
  return run ? [scribe.paragraph({ style: 'Figure', keepNext: false, children: [run] }, place)] : [];
}

/** A section of the document: its pages stand upright, or lie. */
function section(
  children: readonly FileChild[],
  title: string,
  sheet: Sheet,
  isWide: boolean,
  isFirst: boolean,
): ISectionOptions {
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const { width, height, margin } = sheet;
  return {
    properties: { page: { size: { width, height, orientation }, margin }, titlePage: isFirst },
    footers: { default: footer(title, roomOn(sheet, isWide).width) },
    children,
  };
}

/** What stands below each page but the first: the title, and the number of the page. */
const footer = (title: string, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'PageFooter',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: shortened(lineText(title), 90) }),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT] }),
        ],
      }),
    ],
  });

/** Blocks as paragraphs and tables. The list of contents is made from the headings, with the pages on which they stand. */
function blocksOf(blocks: readonly Block[], scribe: Scribe, place: Place, isEnd: boolean): FileChild[] {
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
          ...contentsOf(blocks[at]?.flow ?? [], scribe, place, at > 0),
          ...flowOf(blocks.slice(at + 1)),
        ];
  // A place at the very end, where nothing follows.
  if (scribe.isWaiting) return [...written, scribe.paragraph({ style: 'Gap', children: [] }, place)];
  return isEnd ? [...written, ...gapBehind(scribe, place)] : written;
}

/** The list of contents, on pages of its own behind a cover. */
function contentsOf(flow: readonly Flow[], scribe: Scribe, place: Place, hasCover: boolean): FileChild[] {
  if (hasCover) scribe.place({ pageBreakBefore: true });
  const written = flow.flatMap((one): FileChild[] => {
    if (one.type === 'list')
      return [new TableOfContents(contentsName(flow), { hyperlink: true, headingStyleRange: '1-2' })];
    if (one.type !== 'heading') return flowsOf([one], scribe, place);
    scribe.begin(one.anchor);
    return [line(one.children, scribe, place, 'TOCHeading')];
  });
  if (hasCover) scribe.place({ pageBreakBefore: true });
  return written;
}

/** What the list of contents is called, for those who move from one part of a document to the next. */
const contentsName = (flow: readonly Flow[]): string | undefined => {
  const heading = flow.find(({ type }) => type === 'heading');
  return heading?.type === 'heading' ? lineText(wordsOf(heading.children)) : undefined;
};
