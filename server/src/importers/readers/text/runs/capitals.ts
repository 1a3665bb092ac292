import { lineEnd } from '../../../mending/glue.ts';
import { isLabel } from '../headings.ts';
import { roleOf } from '../roles.ts';

/** A piece of a page: a heading, or the words between two. */
export interface Piece {
  readonly isHeading: boolean;
  readonly text: string;
}

interface Token {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** True where a line ended behind it. */
  readonly endsLine: boolean;
}

const tokens = /[^\s\u2028]+/g;

/** A word in capitals: “WHAT”, “VICTIM’S”, “&”. Not an abbreviation in brackets. */
const isLarge = (text: string): boolean => /^["“‘]?(?:[\p{Lu}][\p{Lu}’'/-]*|&|–|-)["”’]?[?:!,]?$/u.test(text);

/** A text cut where words in capitals stand as headings. */
export function cutAtCapitals(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  let run: Token[] = [];
  const end = (): void => {
    while (run.length > 0 && /^["“‘]?(?:I|A|&|–|-)$/.test((run.at(-1) as Token).text)) run.pop();
    const words = run.filter(({ text }) => /\p{Lu}{2}/u.test(text));
    const letters = words.reduce((sum, { text }) => sum + text.length, 0);
    const [first] = run;
    const last = run.at(-1);
    const isOne = words.length === 1 && run.length === 1 && isOneWord(text, first as Token);
    if (first && last && ((words.length > 1 && letters >= 6) || isOne)) {
      found.push({ isHeading: false, text: text.slice(from, first.at) });
      for (const heading of headingsOf(run)) found.push(heading);
      from = last.end;
    }
    run = [];
  };
  for (const { 0: word, index } of text.matchAll(tokens)) {
    const token = { text: word, at: index, end: index + word.length, endsLine: text[index + word.length] === lineEnd };
    const isInside = run.length > 0 || !/^(?:I|A|&|–|-)$/.test(word);
    if (isLarge(word) && isInside) run.push(token);
    else end();
  }
  end();
  found.push({ isHeading: false, text: text.slice(from) });
  return found.filter((piece) => piece.text.trim() !== '');
}

/** One word in capitals is a heading where it begins or ends a line and plans have it as one, or where it is a line of its own. */
function isOneWord(text: string, { text: word, at, endsLine }: Token): boolean {
  const startsLine = at === 0 || text[at - 1] === lineEnd;
  if (word.replace(/[^\p{L}]/gu, '').length < 5) return false;
  return (startsLine && endsLine) || ((startsLine || endsLine) && roleOf(word) !== undefined);
}

/** Words in capitals as headings: cut behind a question mark, before a question, and around the headings that plans have. */
function headingsOf(run: readonly Token[]): Piece[] {
  const found: Token[][] = [];
  let open: Token[] = [];
  const end = (): void => {
    if (open.length > 0) found.push(open);
    open = [];
  };
  for (let index = 0; index < run.length; index++) {
    const length = knownFrom(run, index);
    if (length > 0) {
      end();
      found.push(run.slice(index, index + length));
      index += length - 1;
      continue;
    }
    const token = run[index] as Token;
    open.push(token);
    if (/[?:]$/.test(token.text)) end();
  }
  end();
  return found.map((words) => ({ isHeading: true, text: words.map(({ text }) => text).join(' ') }));
}

/** How many words from one on are a heading that plans have: a question, three words or more, or a line. */
function knownFrom(run: readonly Token[], from: number): number {
  const question = run.slice(from, from + 10).findIndex(({ text }) => text.endsWith('?'));
  const words = (count: number): string =>
    run
      .slice(from, from + count)
      .map(({ text }) => text)
      .join(' ');
  if (question >= 2 && /^["“]?(?:WHAT|WHY|HOW|WHO|WHERE|WHEN|BETH|PAM|SUT|PA|PWY)$/.test((run[from] as Token).text)) {
    if (roleOf(words(question + 1))) return question + 1;
  }
  if (question === 0) return 0;
  for (let count = 3; count <= 6 && from + count <= run.length; count++) {
    if ((question < 0 || count <= question) && isBlock(words(count))) return count;
  }
  const startsLine = from === 0 || run[from - 1]?.endsLine === true || /[?:]$/.test(run[from - 1]?.text ?? '');
  for (let count = 1; startsLine && count <= 10 && from + count <= run.length; count++) {
    const endsLine = run[from + count - 1]?.endsLine === true || from + count === run.length;
    if (endsLine && (roleOf(words(count)) || isLabel(words(count)))) return count;
  }
  return 0;
}

const blocks = new Set(['kpqs', 'outcomes', 'actions', 'measures', 'milestones']);

const isBlock = (words: string): boolean => {
  const role = roleOf(words);
  return (
    role !== undefined && blocks.has(role) && !/[?:]/.test(words) && !/ (?:OF|AND|FOR|TO|THE|A|YN|AR|I)$/.test(words)
  );
};
