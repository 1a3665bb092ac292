import { byAlphabet, type Entry, entriesOf, fields, isSpace, textOf } from '@goldthread/grammar';
import { PlanFile } from './plan-file.ts';

/** The text of a plan file, without a byte-order mark. */
export interface PlanText {
  readonly path: string;
  readonly text: string;
}

/** What the start of a plan file says of its dependence on others. */
export interface Head {
  readonly path: string;
  /** `plan`, `part` or `library`; undefined for a file that does not say what it is. */
  readonly root: string | undefined;
  /** The id of the plan or library, or of the plan that it is a part of, in NFC; empty where there is none. */
  readonly id: string;
  /** The title in its first entry; empty where there is none. */
  readonly title: string;
  /** The text of its first entry and what stands in it. */
  readonly text: string;
  /** What stands between the commas of its fields that name plans: `uses`, `delivers` … In NFC. */
  readonly named: readonly string[];
}

/** How much of a file is read at first to find its head. */
const ENOUGH = 1024;
const HYPHEN = 45;

const isNaming = ({ definition }: Entry): boolean =>
  definition?.item === false && definition.to?.includes('plan') === true;

/** Reads as much of a file as it takes to know its first entry. */
export function readHead({ path, text }: PlanText): Head {
  for (let size = ENOUGH; ; size *= 4) {
    const end = size < text.length ? text.lastIndexOf('\n', size) + 1 : text.length;
    const file = new PlanFile(path, text.slice(0, end));
    const first = file.firstBlock;
    // Only a block with another one behind it is known to have ended.
    if (end < text.length && (!first || first === file.blocks.at(-1))) continue;
    const named: string[] = [];
    for (const entry of first ? entriesOf(first.block) : [])
      if (first && isNaming(entry)) named.push(...piecesOf(textOf(first.block, entry)));
    const title = first?.block.entries[0] ? textOf(first.block, first.block.entries[0]) : '';
    return { path, root: file.tree.root, id: file.rootId, title, text: first?.block.text ?? '', named };
  }
}

const piecesOf = (value: string): string[] =>
  value
    .split(',')
    .map((piece) => piece.trim().normalize('NFC'))
    .filter(Boolean);

const endOfId = byAlphabet(/[A-Za-z\d-]*$/, () => /[\p{L}\p{N}\p{M}-]*$/u);
const words = byAlphabet(/[A-Za-z\d-]+/g, () => /[\p{L}\p{N}\p{M}-]+/gu);

/** The word at the end of an id, by which it is found where it is named: the whole id, unless it is an odd one. */
export const lastWord = (id: string): string => endOfId(id).exec(id)?.[0] ?? '';

/** The words of a text, in NFC. */
export function wordsOf(text: string): string[] {
  const composed = text.normalize('NFC');
  return composed.match(words(composed)) ?? [];
}

const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === HYPHEN;

/**
 * The words right before a dot, in NFC: whatever stands before the dot of `library.item` is among them. `said` is true where the
 * word looks like the name of a library and not like the end of a sentence: a name begins there, and the dot is followed by a letter
 * or a figure.
 */
export function* wordsBeforeDots(text: string): Generator<{ readonly word: string; readonly said: boolean }> {
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    let start = dot;
    while (start > 0 && isPlain(text.charCodeAt(start - 1))) start--;
    let word = text.slice(start, dot);
    if (start > 0 && text.charCodeAt(start - 1) > 127) {
      const written = lastWord(text.slice(Math.max(0, dot - LONGEST), dot));
      word = written.normalize('NFC');
      start = dot - written.length;
    }
    const next = text.charCodeAt(dot + 1);
    yield { word, said: word !== '' && (isPlain(next) || next > 127) && beginsName(text, start) };
  }
}

/** An id longer than this is not looked for as a whole. */
const LONGEST = 200;

/** Whether a name in a field or between double brackets may begin at an offset. */
function beginsName(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && text.charCodeAt(before) !== 10 && isSpace(text.charCodeAt(before))) before--;
  return before < 0 || beginnings.has(text.charAt(before));
}

const beginnings: ReadonlySet<string> = new Set(['\n', '\r', ',', ':', '[']);

const namingKeys = fields.filter(({ to }) => to?.includes('plan')).flatMap(({ key, cy }) => [key, cy]);
const namingLines = new RegExp(`^[^\\S\\r\\n]*(?:${namingKeys.join('|')})\\b[^]*?(?=[\\r\\n][^\\s#]|$(?![^]))`, 'gimu');

/** The texts of fields that name plans, wherever they stand; what goes on below such a field is taken in. */
export const namingFields = (text: string): readonly string[] => text.match(namingLines) ?? [];

/** The paths that a file includes; all end in “.plan”, so that a text without it need not be read. */
export const includesOf = ({ path, text }: PlanText): string[] =>
  /\.plan/i.test(text) ? [...new PlanFile(path, text).includes()].map((include) => include.path) : [];

/** The kinds of which it matters who names them from another plan: the questions about an outcome are counted across plans. */
const askedAcross: ReadonlySet<string> = new Set(['outcome', 'kpq', 'measure', 'priority']);

/** True for a library whose findings are the same whoever names it, and through which no two plans know of each other. */
export function standsAlone({ path, text }: PlanText): boolean {
  const { blocks } = new PlanFile(path, text);
  for (const { block } of blocks)
    for (const { definition } of entriesOf(block)) if (definition && askedAcross.has(definition.key)) return false;
  return true;
}
