import type { Words } from './piece.ts';

/** Words in one style. A line feed stands for a line that was broken by hand. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The address that they lead to. */
  readonly href: string | undefined;
}

/** Addresses that words may lead to. */
const address = /^(?:https?:\/\/|mailto:)[^\s<>()]{1,2000}$/i;

/** What Markdown takes for a heading, a quotation or a point at the beginning of a line. */
const lineMark = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s)|(?:={3,}|-{3,})$|~{3})/;
const numberMark = /^(\d{1,9})([.)])(?=\s)/;

/** Words in styles as Markdown and by themselves, paragraph by paragraph: two broken lines in a row part paragraphs. */
export function paragraphsOf(runs: readonly Run[]): Words[] {
  const paragraphs: Run[][] = [[]];
  for (const run of joined(runs)) {
    const [first = '', ...others] = run.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .split(/\n{2,}/);
    paragraphs.at(-1)?.push({ ...run, text: first });
    for (const text of others) paragraphs.push([{ ...run, text }]);
  }
  return paragraphs.map(wordsOf).filter(({ plain }) => plain !== '');
}

function wordsOf(runs: readonly Run[]): Words {
  const plain = inOneLine(runs.map(({ text }) => text).join(''));
  const markdown = inOneLine(joined(runs).map(markdownOf).join(''));
  return { plain, markdown: markdown.replace(lineMark, '\\$&').replace(numberMark, '$1\\$2') };
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Runs with those next to each other put together that are in the same style. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (!run.text) continue;
    const isSame = last && last.bold === run.bold && last.italic === run.italic && last.href === run.href;
    if (isSame) found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}

/** One run as Markdown; spaces at its ends stand outside its marks. */
function markdownOf({ text, bold, italic, href }: Run): string {
  const core = text.trim();
  if (!core) return ' ';
  const start = text.slice(0, text.length - text.trimStart().length);
  const end = text.slice(text.trimEnd().length);
  const marks = (italic ? '*' : '') + (bold ? '**' : '');
  const marked = marks + escaped(inOneLine(core)) + [...marks].reverse().join('');
  const isLink = href !== undefined && address.test(href) && href !== core;
  return start + (isLink ? `[${marked}](${href})` : marked) + end;
}

/** Words with what Markdown would take for marks written so that it is printed. */
const escaped = (text: string): string =>
  text.replace(/[\\`*]|<(?=[\p{L}/!?])/gu, '\\$&').replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
