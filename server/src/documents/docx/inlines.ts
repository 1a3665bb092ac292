import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  ImportedXmlComponent,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Picture } from '../edition/picture.ts';
import { markup } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import { pictureFit, sizeOf, sortOf } from './pictures.ts';
import { child, deepest, type Place, type Scribe } from './scribe.ts';
import { lineText, linkAddress } from './text.ts';

/** How words look, and of what language they are. */
interface Look {
  readonly run: IRunOptions;
  readonly lang: string;
  /** True among the words of a link, which holds no other. */
  readonly isInLink?: true;
}

/** The words of a line as Word has them. `run` is how they look besides. */
export const lineRuns = (
  line: readonly Inline[],
  scribe: Scribe,
  place: Place,
  run: IRunOptions = {},
): ParagraphChild[] => runsOf(line, scribe, place, { run, lang: place.lang }, 0);

/** Words that the writer says itself, or that have no marks in them. */
export const words = (text: string, scribe: Scribe, lang: string, run: IRunOptions = {}): TextRun =>
  new TextRun({ ...run, ...scribe.language(lang), text: lineText(text) });

function runsOf(line: readonly Inline[], scribe: Scribe, place: Place, look: Look, depth: number): ParagraphChild[] {
  if (depth > deepest) return [words(wordsOf(line), scribe, look.lang, look.run)];
  return joined(line).flatMap((inline) => inlineRuns(inline, scribe, place, look, depth));
}

/** Words of one language that follow each other are one text: Word takes longer over many. */
function joined(line: readonly Inline[]): readonly Inline[] {
  const found: Inline[] = [];
  for (const inline of line) {
    const before = found.at(-1);
    if (inline.type === 'text' && before?.type === 'text' && inline.lang === before.lang)
      found[found.length - 1] = { ...before, text: before.text + inline.text };
    else found.push(inline);
  }
  return found;
}

const marks = {
  strong: { bold: true },
  emphasis: { italics: true },
  deleted: { strike: true },
  inserted: { underline: {} },
  removed: { strike: true },
} as const;

function inlineRuns(inline: Inline, scribe: Scribe, place: Place, look: Look, depth: number): ParagraphChild[] {
  const lang = ('lang' in inline ? inline.lang : undefined) ?? look.lang;
  const inside = (children: readonly Inline[], more: Partial<Look> = {}): ParagraphChild[] =>
    runsOf(children, scribe, place, { ...look, lang, ...more }, depth + 1);
  const plain = (text: string, run: IRunOptions = {}): ParagraphChild[] => [
    words(text, scribe, lang, { ...look.run, ...run }),
  ];
  switch (inline.type) {
    case 'text':
      return plain(inline.text);
    case 'strong':
    case 'emphasis':
    case 'deleted':
    case 'inserted':
    case 'removed':
      return inside(inline.children, { run: { ...look.run, ...marks[inline.type] } });
    case 'code':
      return plain(inline.text, { style: 'CodeWords', noProof: true });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'link': {
      const link = look.isInLink ? undefined : linkAddress(inline.href);
      if (link === undefined) return inside(inline.children);
      return [new ExternalHyperlink({ link, children: inside(inline.children, linked(look)) })];
    }
    case 'mention': {
      const anchor = inline.anchor ?? (inline.item === undefined ? undefined : scribe.options.anchorOf(inline.item));
      const bookmark = anchor === undefined || look.isInLink ? undefined : scribe.bookmark(anchor);
      if (bookmark === undefined) return inside(inline.children);
      return [new InternalHyperlink({ anchor: bookmark, children: inside(inline.children, linked(look)) })];
    }
    case 'broken':
      return plain(inline.text, { style: 'BrokenName' });
    case 'image':
      return imageRuns(inline, scribe, place, plain);
    case 'note':
      return noteRuns(inline, scribe, place, plain);
  }
}

const linked = ({ run }: Look): Partial<Look> => ({ run: { ...run, style: 'Hyperlink' }, isInLink: true });

type Plain = (text: string, run?: IRunOptions) => ParagraphChild[];

function imageRuns(
  { path, href, alt }: Inline & { type: 'image' },
  scribe: Scribe,
  place: Place,
  plain: Plain,
): ParagraphChild[] {
  const { words: said } = scribe;
  const picture = path === undefined ? undefined : pictureRun(path, alt, scribe, place);
  if (picture) return [picture];
  if (path === undefined && href !== undefined) return plain(`${said.remotePicture} ${alt ? `${alt}, ${href}` : href}`);
  return plain(alt ? `${said.picture} ${alt}` : said.noPicture);
}

/** A picture of the workspace in the text; undefined for one that Word doesn’t show. */
export function pictureRun(path: string, alt: string, scribe: Scribe, place: Place): ImageRun | undefined {
  const picture = scribe.options.picture(path);
  return picture && pictureRunOf(picture, alt, scribe, place);
}

/** A picture in the text; undefined for one that Word doesn’t show. Without `alt` it is there for its looks alone. */
export function pictureRunOf(
  picture: Picture,
  alt: string | undefined,
  scribe: Scribe,
  place: Place,
): ImageRun | undefined {
  const type = sortOf(picture);
  const transformation = pictureFit(sizeOf(picture), place);
  if (!type || !transformation) return undefined;
  const id = scribe.nextPicture();
  return new ImageRun({
    type,
    data: picture.bytes,
    transformation,
    altText: {
      id: String(id),
      name: scribe.pictureName(id),
      ...(alt === undefined ? {} : { description: lineText(alt) }),
    },
    ...(alt === undefined ? { decorative: true } : {}),
  });
}

/** The mark of a footnote: the footnote itself the first time, then a reference to its number. */
function noteRuns(
  { label, note, anchor }: Inline & { type: 'note' },
  scribe: Scribe,
  place: Place,
  plain: Plain,
): ParagraphChild[] {
  const known = scribe.known(note);
  if (known) return [noteReference(known.bookmark, known.number)];
  const mark = place.isInNote ? undefined : scribe.mark(note, anchor);
  if (!mark) return plain(label, { superScript: true });
  return [...scribe.marked(mark.bookmark, [new FootnoteReferenceRun(mark.number)])];
}

/** The number of a footnote that is marked elsewhere, which follows it when the document is changed. */
const noteReference = (bookmark: string, number: number): ParagraphChild =>
  child(
    ImportedXmlComponent.fromXmlString(
      markup`<w:fldSimple w:instr=" NOTEREF ${bookmark} \\f \\h "><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>${number}</w:t></w:r></w:fldSimple>`
        .text,
    ),
  );
