import type { Entry } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { languageOf } from '../../model/read-block.ts';
import { resolvePath } from '../../workspace/host.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import type { Labels } from '../labels.ts';
import { plain } from '../plain-words.ts';
import { readLine, readProse } from '../prose/prose.ts';
import type { Flow, Inline } from '../tree.ts';
import type { ViewOptions } from '../view.ts';
import type { Draft } from './draft.ts';
import { lineOf } from './draft.ts';
import type { Face, Name, Outside } from './outside.ts';
import { inItsLines } from './prose-lines.ts';
import { documentWords, type Phrases } from './words.ts';

/** Writes the words of one block, and notes what it asked about other items and files on the way. */
export class Writer {
  readonly outside: Outside;
  readonly labels: Labels;
  readonly words: Phrases;
  readonly language: ViewOptions['language'];
  /** The names that were looked up, with what was found. */
  readonly names: { readonly name: Name; readonly face: Face | undefined }[] = [];
  /** The files that were read, with their texts. */
  readonly files: { readonly path: string; readonly text: string | undefined }[] = [];
  private readonly key: string;
  private readonly first: number;
  private notes = 0;

  constructor(outside: Outside, labels: Labels, draft: Draft) {
    this.outside = outside;
    this.labels = labels;
    this.language = outside.language;
    this.words = documentWords(outside.language);
    this.key = draft.key;
    this.first = draft.from ? lineOf(draft.from) : 0;
  }

  /** Lines below the first of the block. */
  line(placed: PlacedBlock, at: number): number {
    return lineOf({ placed, start: at, end: at }) - this.first;
  }

  /** What is said of the item that a name means. */
  named(name: Name): Face | undefined {
    const item = this.outside.named(name);
    const face = item && this.outside.face(item);
    this.names.push({ name, face });
    return face;
  }

  /** Where an item with an id stands on the page; undefined for one that nothing can name, unless all are wanted. */
  anchor(item: Item): string | undefined {
    return item.id === undefined && !this.outside.hasAllAnchors ? undefined : this.outside.anchors.of(item);
  }

  /** The text of a file of the workspace, from its path as a plan file names it. */
  file(placed: PlacedBlock, written: string): string | undefined {
    const path = this.path(placed, written);
    const text = path === undefined ? undefined : this.outside.model.workspace.host.read(path);
    if (path !== undefined) this.files.push({ path, text });
    return text;
  }

  /** The path in the workspace of a file, from its path as a plan file names it; undefined where it leads out. */
  path(placed: PlacedBlock, written: string): string | undefined {
    if (!written || /^(?:[\\/]|[a-z][a-z\d+.-]*:)/i.test(written)) return undefined;
    const path = resolvePath(placed.file.path, written);
    return /(?:^|\/)\.\.(?:\/|$)/.test(path) ? undefined : path;
  }

  /** The language of what an entry says, where it is not that of the document. */
  languageOf(item: Item, entry: Entry): string | undefined {
    const language = languageOf(item.placed, entry) ?? this.outside.languageOf(item);
    return language === this.language ? undefined : language;
  }

  /** The title of an item, as it stands where the item itself does; empty where it has none. */
  title(item: Item): Inline[] {
    const entry = this.outside.titleEntry(item);
    const words = this.read(entry ?? item.entry, entry ? item.valueOf(entry) : item.title);
    return inLanguage(words, this.outside.titleLanguage(item, entry));
  }

  /** A value of one line, with its references. */
  value(item: Item, entry: Entry): Inline[] {
    return inLanguage(this.read(entry, item.valueOf(entry)), this.languageOf(item, entry));
  }

  /** Prose, with headings from a level on. */
  prose(item: Item, entry: Entry, level: number): Flow[] {
    const { placed } = item;
    const start = entry.valueEnd > entry.valueStart ? entry.valueStart : entry.blockStart || entry.valueStart;
    const again = this.notes++;
    const line = this.line(placed, start);
    const read = readProse(item.proseOf(entry), {
      line,
      level,
      prefix: `_${this.key}-${again > 0 ? `${again}-` : ''}`,
      mention: this.mentionFrom(entry),
      picture: (path) => this.path(placed, path),
    });
    const flow = inItsLines(read, line, placed.block, entry);
    const lang = this.languageOf(item, entry);
    return lang === undefined ? flow : flow.map((one) => ({ ...one, lang: one.lang ?? lang }));
  }

  private read(entry: Entry, text: string): Inline[] {
    return text.includes('[[') ? readLine(text, { mention: this.mentionFrom(entry) }) : text ? [plain(text)] : [];
  }

  private mentionFrom(entry: Entry) {
    return (name: string, words: string | undefined, what: 'number' | 'value' | undefined): Inline => {
      const face = this.named(nameFrom(name, entry));
      if (!face)
        return { type: 'broken', text: words ? `[[${name}|${words}]]` : `[[${what ? `${name}:${what}` : name}]]` };
      if (words) return mention(face, [plain(words)]);
      if (what === 'number') return mention(face, [plain(face.number ?? called(face))]);
      return what === 'value' && face.value ? mention(face, [plain(face.value)]) : mention(face, titleOf(face));
    };
  }
}

/** A name as it stands in double brackets. */
function nameFrom(name: string, entry: Entry): Name {
  const dot = name.indexOf('.');
  return {
    library: dot > 0 ? name.slice(0, dot).normalize('NFC') : undefined,
    id: name.slice(dot > 0 ? dot + 1 : 0).normalize('NFC'),
    entry,
  };
}

/** What an item is called: its title; its number or its kind where it has none. */
const called = (face: Face): string => face.title || face.number || face.noun;

const titleOf = (face: Face): Inline[] => inLanguage([plain(called(face))], face.title ? face.lang : undefined);

/** A way to an item, in some words. */
export const mention = ({ anchor, ref }: Face, children: readonly Inline[]): Inline =>
  anchor === undefined ? { type: 'mention', item: ref, children } : { type: 'mention', anchor, children };

/** A way to an item by its number and title; for an item of another plan also that plan’s title. */
export function byName(face: Face): Inline[] {
  const { number, title, plan } = face;
  const words =
    number && title ? [plain(`${number}${number.includes('.') ? '' : '.'} `), ...titleOf(face)] : titleOf(face);
  return plan ? [mention(face, words), plain(` (${plan})`)] : [mention(face, words)];
}

/** Words in a language; undefined for that of the document. */
export const inLanguage = (line: Inline[], lang: string | undefined): Inline[] =>
  lang === undefined ? line : line.map((one) => ('children' in one || 'text' in one ? { ...one, lang } : one));
