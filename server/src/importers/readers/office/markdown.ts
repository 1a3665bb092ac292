import { escaped } from '../../words.ts';
import { type Item, linesOf, type Span } from './lines.ts';

/** Addresses that a link in a plan may lead to. */
const allowed = /^(?:https?:|mailto:|tel:|#.)/i;

/** A line break that is meant. */
const lineBreak = '\\\n';

const punctuation = /[\p{P}\p{S}]/u;
const space = /\s/;

/** Words as Markdown in a line, with their emphasis where they are not `bare`. A line break that was meant stays, empty lines don't. */
export function markdownOf(spans: readonly Span[], { bare = false } = {}): string {
  const runs = merged(spans, bare);
  const out: string[] = [];
  for (let at = 0; at < runs.length; ) {
    const href = runs[at]!.href;
    let end = at + 1;
    while (href !== undefined && runs[end]?.href === href) end++;
    const inner = emphasised(runs.slice(at, end), out.at(-1) ?? '', runs[end]?.text ?? '');
    out.push(href !== undefined && allowed.test(href) && inner.trim() !== '' ? linked(inner, href) : inner);
    at = end;
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
    .join(lineBreak);
}

interface Run {
  text: string;
  readonly mark: string;
  readonly href: string | undefined;
  readonly note: string | undefined;
}

/** Runs whose neighbours look otherwise or lead elsewhere. Spaces belong to whatever stands before them. */
function merged(spans: readonly Span[], bare: boolean): Run[] {
  const runs: Run[] = [];
  for (const { text, format, href, note } of spans) {
    if (text === '' && note === undefined) continue;
    const mark = bare ? '' : `${format.strong ? '**' : ''}${format.emphasised ? '*' : ''}`;
    const last = runs.at(-1);
    const isSame = last && last.href === href && (last.mark === mark || text.trim() === '');
    if (isSame && note === undefined && last.note === undefined) last.text += text;
    else runs.push({ text, mark, href, note });
  }
  return runs;
}

function emphasised(runs: readonly Run[], before: string, behind: string): string {
  const out: string[] = [];
  // The sign before what comes next: looked up in what was written last, as joining all of it each time would take for ever.
  let sign = before.at(-1) ?? '';
  const write = (piece: string): void => {
    out.push(piece);
    sign = piece.at(-1) ?? sign;
  };
  for (const [index, { text, mark, note }] of runs.entries()) {
    if (note !== undefined) {
      write(`[^${note}]`);
      continue;
    }
    const next = runs[index + 1]?.text ?? behind;
    const lines = text.split('\n');
    for (const [place, line] of lines.entries()) {
      const isLast = place === lines.length - 1;
      if (place > 0) write('\n');
      write(marked(line, mark, sign, isLast ? (next[0] ?? '') : ''));
    }
  }
  return out.join('');
}

/**
 * Words between marks of emphasis, in a way that the marks count: spaces stand outside, and so does punctuation where letters would stand
 * right behind the marks.
 */
function marked(text: string, mark: string, before: string, behind: string): string {
  const inner = text.trim();
  if (mark === '' || inner === '' || !/[\p{L}\p{N}]/u.test(inner)) return escaped(text);
  const from = text.indexOf(inner);
  let head = text.slice(0, from);
  let core = inner;
  let tail = text.slice(from + inner.length);
  if (head === '' && isLetter(before)) [head, core] = parted(core, /^[\p{P}\p{S}]+/u);
  if (tail === '' && isLetter(behind)) {
    const end = core.search(/[\p{P}\p{S}]{1,20}$/u);
    if (end > 0) [core, tail] = [core.slice(0, end), core.slice(end)];
  }
  const touches = head === '' && before === '*';
  return touches || core === '' ? escaped(text) : `${escaped(head)}${mark}${escaped(core)}${mark}${escaped(tail)}`;
}

const parted = (text: string, pattern: RegExp): [string, string] => {
  const [start = ''] = pattern.exec(text) ?? [];
  return [start, text.slice(start.length)];
};

const isLetter = (sign: string): boolean => sign !== '' && !space.test(sign) && !punctuation.test(sign);

/** A link whose spaces stand outside. */
function linked(inner: string, href: string): string {
  const words = inner.trim();
  const at = inner.indexOf(words);
  const address = href.replace(/[\s()<>\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return `${inner.slice(0, at)}[${words.replaceAll('\n', ' ')}](${address})${inner.slice(at + words.length)}`;
}

/** The words of a note or a remark as one piece, its paragraphs on lines of their own, and what can't stand in it. */
export function inOnePiece(items: readonly Item[]): { text: string; rest: Item[] } {
  const lines = [...linesOf(items)].map((line) => {
    const words = markdownOf(line.spans);
    return line.listed && words !== '' ? `${line.listed.mark} ${words}` : words;
  });
  return { text: lines.filter(Boolean).join(lineBreak), rest: items.filter(({ type }) => type === 'ready') };
}
