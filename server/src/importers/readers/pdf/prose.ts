import { escaped } from '../../words.ts';
import { type Line, type Run, textOf } from './lines.ts';

/** The words of a document, for knowing one again that is printed over two lines. */
export class Lexicon {
  private readonly words = new Set<string>();

  /** Takes the words of a line, but not the last where it may go on in the next. */
  learn(line: string): void {
    const words = line.toLowerCase().match(/[\p{L}\p{N}]+(?:[-‐’'][\p{L}\p{N}]+)*[-‐\u00ad]?/gu) ?? [];
    for (const word of words) if (!/[-‐\u00ad]$/.test(word)) this.words.add(word.replaceAll('‐', '-'));
  }

  knows(word: string): boolean {
    return this.words.has(word.toLowerCase());
  }
}

/** What somebody should look at in words that are joined. */
export interface Joining {
  readonly lexicon: Lexicon;
  /** A word of two halves, of which it is not sure that they are one: `inter-national`. */
  unsure(word: string, page: number): void;
}

/** The runs of lines one after the other: words that are printed over two lines are joined, others have a space between them. */
export function joined(lines: readonly Line[], joining: Joining): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const [first] = line.runs;
    if (last && first) {
      const isOneAddress =
        last.link !== undefined && last.link === first.link && /^\S*[/@.]\S*$/.test(last.text + first.text);
      const text = isOneAddress ? last.text : meeting(endOf(runs), textOf(line), last.text, line.page, joining);
      runs[runs.length - 1] = { ...last, text };
    }
    runs.push(...line.runs);
  }
  return runs;
}

/** The last words so far. */
const endOf = (runs: readonly Run[]): string =>
  runs
    .slice(-3)
    .map(({ text }) => text)
    .join('')
    .slice(-300);

const half = /(?<![\p{L}\p{M}’'][-‐])(?<![\p{L}\p{M}’'])([\p{L}\p{M}’']{1,60})[-‐]$/u;
const otherHalf = /^[\p{L}\p{M}’']+/u;

/** The end of a line as it is where the next follows: with a space, or without what parts a word. */
function meeting(before: string, after: string, last: string, page: number, { lexicon, unsure }: Joining): string {
  if (/\u00ad\s*$/.test(last)) return last.replace(/\u00ad\s*$/, '');
  const end = last.trimEnd();
  if (!/[^\s][-‐]$/u.test(before.trimEnd()) || /^\s/.test(after)) return `${end} `;
  const [, one = ''] = half.exec(before.trimEnd()) ?? [];
  const [two = ''] = otherHalf.exec(after) ?? [];
  const isAddress = /(?:https?:|www\.|@)\S*$/.test(before);
  if (one === '' || two === '' || isAddress || /^\p{Lu}/u.test(two)) return end;
  const isWord = lexicon.knows(one + two);
  const isCompound = lexicon.knows(`${one}-${two}`);
  if (isWord && !isCompound) return end.slice(0, -1);
  if (!isCompound) unsure(`${one}-${two}`, page);
  return end;
}

/** The words of runs, as they are printed. */
export const plain = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

export interface MarkdownOptions {
  /** Whether letters that are bold or slanted are set apart: not in headings. */
  readonly emphasis: boolean;
  /** The label of the footnote that a raised mark stands for. */
  note?(mark: string, page: number): string | undefined;
  readonly page: number;
}

/** Runs as Markdown in a line. */
export function markdownOf(runs: readonly Run[], options: MarkdownOptions): string {
  const isAllBold = runs.every(({ look, text }) => look.isBold || text.trim() === '');
  const parts: { text: string; isBold: boolean; isItalic: boolean; link: string | undefined; note?: string }[] = [];
  for (const { text, look, raised, link } of runs) {
    const note = raised > 0 ? options.note?.(text.trim(), options.page) : undefined;
    const last = parts.at(-1);
    const isBold = options.emphasis && look.isBold && !isAllBold;
    const isItalic = options.emphasis && look.isItalic;
    const isSame = last && last.note === undefined && last.isBold === isBold && last.isItalic === isItalic;
    if (note !== undefined) parts.push({ text, isBold: false, isItalic: false, link: undefined, note });
    else if (isSame && last.link === link) last.text += text;
    else parts.push({ text, isBold, isItalic, link });
  }
  const markdown = parts.map((part) =>
    part.note === undefined ? marked(part) : `[^${part.note}]${/\s$/.test(part.text) ? ' ' : ''}`,
  );
  return markdown.join('').replace(/ +/g, ' ').trim();
}

/** Words with the marks around them. Marks hold on to letters: signs and spaces at the ends stay outside. */
function marked({
  text,
  isBold,
  isItalic,
  link,
}: {
  text: string;
  isBold: boolean;
  isItalic: boolean;
  link: string | undefined;
}): string {
  const sign = isBold && isItalic ? '***' : isBold ? '**' : isItalic ? '*' : '';
  const [before, inner, after] = byLetters(text);
  if (inner === '') return escaped(text);
  const words = sign === '' ? escaped(inner) : `${sign}${escaped(inner)}${sign}`;
  if (link === undefined) return `${escaped(before)}${words}${escaped(after)}`;
  return `${escaped(before)}[${words}](${addressOf(link)})${escaped(after)}`;
}

/** What stands before the first letter or figure, from that to the last, and after it. */
function byLetters(text: string): readonly [string, string, string] {
  const letters = [...text.matchAll(/[\p{L}\p{N}]/gu)];
  const [first] = letters;
  const last = letters.at(-1);
  if (!first || !last) return [text, '', ''];
  const to = last.index + last[0].length;
  return [text.slice(0, first.index), text.slice(first.index, to), text.slice(to)];
}

/** An address that Markdown takes as one. */
const addressOf = (address: string): string =>
  encodeURI(decodable(address)).replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function decodable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address.replace(/[^\x20-\x7e]/g, '');
  }
}
