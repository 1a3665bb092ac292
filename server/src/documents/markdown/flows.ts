import { flat } from '../html/flat.ts';
import { wordsOf } from '../plain-words.ts';
import type { Cell, Fact, Flow, FootNote, Inline, Point, Statistic } from '../tree.ts';
import { atLineStart, escapedWords, fenced, NOTHING, paragraph } from './escape.ts';
import { anchorMarkdown, cellMarkdown, lineMarkdown } from './inlines.ts';
import type { MarkdownScribe } from './scribe.ts';

type FlowOf<Type extends Flow['type']> = Extract<Flow, { type: Type }>;

/** So deep lists and quotations may nest; readers of Markdown give up somewhere beyond. */
const deepest = 20;

/** What stands on lines of its own as Markdown: pieces with an empty line between them. */
export function flowsMarkdown(flow: readonly Flow[], scribe: MarkdownScribe, depth = 0): string {
  const shown = depth > deepest ? flat(flow) : flow;
  const pieces: string[] = [];
  let before: Flow | undefined;
  let sign = '';
  for (const one of shown) {
    // Of two lists that follow each other the second has other signs, else they would be one.
    const isSecond = sign === '-' || sign === '.';
    const written =
      one.type === 'drawing'
        ? drawingMarkdown(one, before?.type === 'paragraph' ? wordsOf(before.children) : '', scribe, depth)
        : flowMarkdown(one, scribe, depth, isSecond);
    if (!written) continue;
    const first = signOf(written.split('\n', 1)[0] ?? '');
    if (first && first === sign) pieces.push('<!-- -->');
    // Details stand right below what they are of.
    if (isDetails(one) && before?.type === 'paragraph' && depth > 0) pieces.push(`${pieces.pop()}\\\n${written}`);
    else pieces.push(written);
    before = one;
    sign = signOf(written.split('\n').findLast((line) => /^\S/.test(line)) ?? '');
  }
  return pieces.join('\n\n');
}

const isDetails = (flow: Flow): boolean => flow.type === 'paragraph' && flow.role === 'details';

/** The sign that makes a line a point of a list: `-`, `*`, or what stands behind its number; empty for other lines. */
function signOf(line: string): string {
  const [, bullet, end] = /^(?:([-*])|\d{1,9}([.)]))(?:\s|$)/.exec(line) ?? [];
  return bullet ?? end ?? '';
}

function flowMarkdown(flow: Flow, scribe: MarkdownScribe, depth: number, isSecond: boolean): string {
  switch (flow.type) {
    case 'heading':
      return headingMarkdown(flow, scribe);
    case 'paragraph':
      return paragraph(lineMarkdown(flow.children, scribe));
    case 'list':
      return listMarkdown(flow, scribe, depth, isSecond);
    case 'table':
      return tableMarkdown(flow, scribe);
    case 'quote':
      return quoteMarkdown(flow, scribe, depth);
    case 'code':
      return fenced(flow.text);
    case 'rule':
      return '---';
    case 'figure':
      return figureMarkdown(flow, scribe);
    case 'facts':
      return points(
        flow.facts.map((fact) => factMarkdown(fact, scribe, depth)),
        bullet(isSecond),
      );
    case 'statistics':
      return points(
        flow.statistics.map((one) => statisticMarkdown(one, scribe)),
        bullet(isSecond),
      );
    case 'notes':
      return notesMarkdown(flow.notes, scribe, depth);
    case 'group':
      return joined([anchored(flow.anchor, scribe), flowsMarkdown(flow.flow, scribe, depth + 1)]);
    case 'drawing':
      return drawingMarkdown(flow, '', scribe, depth);
  }
}

/** What a drawing shows, in words: its title and its description, unless they stand above it, and the same as a table. */
function drawingMarkdown(
  { title, description, same }: FlowOf<'drawing'>,
  above: string,
  scribe: MarkdownScribe,
  depth: number,
): string {
  if (above === description) return flowsMarkdown(same, scribe, depth + 1);
  const tables = same.map((one) =>
    one.type === 'table' && one.caption && wordsOf(one.caption) === title ? { ...one, caption: undefined } : one,
  );
  return joined([
    above === title ? '' : titleMarkdown([{ type: 'text', text: title }], scribe),
    paragraph(escapedWords(description)),
    flowsMarkdown(tables, scribe, depth + 1),
  ]);
}

const joined = (pieces: readonly string[]): string => pieces.filter(Boolean).join('\n\n');

const anchored = (anchor: string | undefined, scribe: MarkdownScribe): string =>
  anchor !== undefined && scribe.isWanted(anchor) ? anchorMarkdown(anchor) : '';

function headingMarkdown({ level, anchor, number, children }: FlowOf<'heading'>, scribe: MarkdownScribe): string {
  const marks = '#'.repeat(Math.min(6, Math.max(1, Math.trunc(level))));
  const words = lineMarkdown(children, scribe).replace(/\\?\n/g, ' ');
  const before = number ? `${escapedWords(number)}${words && !/[:.]$/.test(number) ? ':' : ''} ` : '';
  // Number signs at the end of a heading would be taken for marks.
  return `${marks} ${anchored(anchor, scribe)}${before}${words}`
    .trimEnd()
    .replace(/#+$/, (signs) => (words ? `\\${signs}` : signs));
}

const bullet = (isSecond: boolean): string => (isSecond ? '*' : '-');

/** Points of a list, each behind the same sign; one point is several lines where it holds more than words. */
const points = (written: readonly string[], sign: string): string =>
  written.map((one) => behind(`${sign} `, one)).join(written.some((one) => one.includes('\n\n')) ? '\n\n' : '\n');

/** What stands behind a sign, with its further lines below its beginning. */
function behind(sign: string, text: string): string {
  // Signs alone, one behind the other, would be a rule.
  if (text === '') return sign + NOTHING;
  const [first = '', ...rest] = text.split('\n');
  const inset = ' '.repeat(sign.length);
  return [sign + first, ...rest.map((line) => (line ? inset + line : line))].join('\n');
}

function listMarkdown(
  { ordered, start = 1, points: all }: FlowOf<'list'>,
  scribe: MarkdownScribe,
  depth: number,
  isSecond: boolean,
): string {
  const first = Number.isSafeInteger(start) && start >= 0 && start + all.length < 1e9 ? start : 1;
  // Numbers that the plan gives itself stand once: as those of the list where it counts alike, else behind a bullet.
  const isCounted = all.every(({ number }, index) => number === undefined || number === `${first + index}`);
  const written = all.map((point) => pointMarkdown(isCounted ? withoutNumber(point) : point, scribe, depth));
  if (!ordered || !isCounted) return points(written, bullet(isSecond));
  const end = isSecond ? ')' : '.';
  const isLoose = written.some((one) => one.includes('\n\n'));
  return written.map((one, index) => behind(`${first + index}${end} `, one)).join(isLoose ? '\n\n' : '\n');
}

const withoutNumber = (point: Point): Point => ({ ...point, number: undefined });

function pointMarkdown({ anchor, number, flow: all }: Point, scribe: MarkdownScribe, depth: number): string {
  const flow = all.filter((one) => !isBlank(one, scribe));
  const before = `${anchored(anchor, scribe)}${number ? `${escapedWords(number)} ` : ''}`;
  const inside = closeMarkdown(flow, scribe, depth);
  const [first] = flow;
  return !before || first?.type === 'paragraph'
    ? atLineStart(before) + inside
    : joined([atLineStart(before.trimEnd()), inside]);
}

/** True for a paragraph with nothing in it. */
const isBlank = (flow: Flow, scribe: MarkdownScribe): boolean =>
  flow.type === 'paragraph' && lineMarkdown(flow.children, scribe) === '';

/** What stands in a point: words with lists right below them, or pieces with empty lines between. */
function closeMarkdown(flow: readonly Flow[], scribe: MarkdownScribe, depth: number): string {
  const [first, second] = flow;
  const isClose = first?.type === 'paragraph' && flow.length === 2 && second?.type === 'list';
  const written = flowsMarkdown(flow, scribe, depth + 1);
  // A list right below words is taken for one only if it begins at 1, and with words.
  return isClose ? written.replace(/\n\n(?=(?:[-*]|1[.)]) \S)/, '\n') : written;
}

function tableMarkdown({ caption, head, rows, align = [] }: FlowOf<'table'>, scribe: MarkdownScribe): string {
  const above = caption ? titleMarkdown(caption, scribe) : '';
  const columns = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return above;
  const [first = [], ...more] = head;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const row = (cells: readonly Cell[]): string =>
    line(Array.from({ length: columns }, (_, index) => cellOf(cells[index], scribe)));
  const rule = line(Array.from({ length: columns }, (_, index) => rules[align[index] ?? 'none']));
  return joined([above, [row(first), rule, ...more.map(row), ...rows.map(row)].join('\n')]);
}

const rules = { none: '---', left: ':---', right: '---:', centre: ':---:' } as const;

/** Of a row that stands in another, the first cell is set in by spaces that Markdown keeps. */
const INSET = '&emsp;';

function cellOf(cell: Cell | undefined, scribe: MarkdownScribe): string {
  if (!cell) return '';
  const words = cellMarkdown(cell.children, scribe);
  return `${INSET.repeat(Math.min(cell.depth ?? 0, 4))}${anchored(cell.anchor, scribe)}${words || (cell.toggle ? (cell.toggle.on ? '●' : '○') : '')}`;
}

function quoteMarkdown({ flow, by }: FlowOf<'quote'>, scribe: MarkdownScribe, depth: number): string {
  const inside = joined([flowsMarkdown(flow, scribe, depth + 1), by ? `— ${lineMarkdown(by, scribe)}` : '']);
  return inside
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');
}

function figureMarkdown({ path, alt, caption, anchor }: FlowOf<'figure'>, scribe: MarkdownScribe): string {
  const { words, options } = scribe;
  const address = path === undefined ? undefined : options.picture(path);
  const said = escapedWords(alt ? `${words.picture} ${alt}` : words.noPicture);
  const picture = address === undefined ? said : lineMarkdown([{ type: 'image', path, alt }], scribe);
  return joined([anchored(anchor, scribe) + picture, caption ? paragraph(lineMarkdown(caption, scribe)) : '']);
}

/** Words in bold, in one line; as they are where there is more than words among them. */
function titleMarkdown(line: readonly Inline[], scribe: MarkdownScribe): string {
  const isPlain = line.every(({ type }) => type === 'text');
  const shown: readonly Inline[] = isPlain
    ? [{ type: 'strong', children: [{ type: 'text', text: wordsOf(line) }] }]
    : line;
  return paragraph(lineMarkdown(shown, scribe).replace(/\\?\n/g, ' '));
}

function factMarkdown({ anchor, name: line, flow: all }: Fact, scribe: MarkdownScribe, depth: number): string {
  const flow = all.filter((one) => !isBlank(one, scribe));
  const before = `${anchored(anchor, scribe)}${paragraph(`${titleMarkdown(line, scribe)}:`)}`;
  const inside = closeMarkdown(flow, scribe, depth);
  if (inside === '') return all.length > 0 ? before : before.replace(/:$/, '');
  if (flow[0]?.type === 'list') return `${before}${/^(?:[-*]|1[.)]) \S/.test(inside) ? '\n' : '\n\n'}${inside}`;
  return flow[0]?.type === 'paragraph' ? `${before} ${inside}` : `${before}\n\n${inside}`;
}

function statisticMarkdown({ anchor, value, label, details }: Statistic, scribe: MarkdownScribe): string {
  const said = [label, ...details].map((line) => lineMarkdown(line, scribe)).filter(Boolean);
  const figure = titleMarkdown(value, scribe);
  return `${anchored(anchor, scribe)}${figure}${said.length > 0 ? ` – ${said.join(' · ')}` : ''}`.replace(
    /\\?\n/g,
    ' ',
  );
}

/** Footnotes stand at the end of the document; those that no mark refers to would be lost there, and are a list where they are. */
function notesMarkdown(notes: readonly FootNote[], scribe: MarkdownScribe, depth: number): string {
  const loose = notes.filter((note) => scribe.noteMark(note.anchor) === undefined);
  for (const note of notes) if (!loose.includes(note)) scribe.keep(note);
  return points(
    loose.map(
      ({ label, flow }) => `${atLineStart(`${escapedWords(label)}`)}: ${flowsMarkdown(flow, scribe, depth + 1)}`,
    ),
    '-',
  );
}
