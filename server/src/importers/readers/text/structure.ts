import { chapterLines } from './chapters.ts';
import { isCounted, isLabel } from './headings.ts';
import type { Line } from './lines.ts';
import {
  beginsSmall,
  couldHead,
  endsSentence,
  hasSentences,
  isCapitals,
  isFigure,
  leadsOn,
  wordCount,
} from './looks.ts';
import { marksOf } from './marks.ts';
import { Points } from './points.ts';
import { roleOf } from './roles.ts';
import { type Rough, rough } from './rough.ts';
import { isStatistic } from './statistics.ts';
import { alignedTable, isRow, tableOf } from './tables.ts';
import { type Habits, joinedLines } from './wrapping.ts';

/** In a text whose paragraphs are lines, what is longer than this is one. */
const paragraph = 100;

/** The level of chapters: below the title, above all that is known by its looks. */
const chapterLevel = 2;

/** The lines of a text as blocks, each by its own looks and those of the lines around it. */
export function structured(lines: readonly Line[], habits: Habits): Rough[] {
  const blocks: Rough[] = [];
  const points = new Points();
  const chapters = chapterLines(lines);
  for (let from = 0; from < lines.length; ) {
    let until = from + 1;
    while (until < lines.length && (lines[until] as Line).gap === 0) until++;
    const line = lines[from] as Line;
    if (chapters.has(line)) {
      blocks.push(rough('heading', line, line.text, { look: 'bold', level: chapterLevel }));
      points.end();
      from += 1;
    }
    if (from < until) shapeChunk(lines.slice(from, until), blocks, points, habits);
    from = until;
  }
  return blocks;
}

/** Lines without an empty line between them. */
function shapeChunk(chunk: readonly Line[], blocks: Rough[], points: Points, habits: Habits): void {
  let waiting: Line[] = [];
  const end = (): void => {
    if (waiting.length > 0) blocks.push(...plainBlocks(waiting, habits));
    if (waiting.length > 0) points.pause();
    waiting = [];
  };
  for (let index = 0; index < chunk.length; ) {
    const line = chunk[index] as Line;
    const taken = markedBlock(chunk, index, habits);
    if (taken) {
      end();
      if (taken.block.type === 'heading') points.end();
      blocks.push(taken.block);
      index += taken.lines;
      continue;
    }
    const last = blocks.at(-1);
    const before = waiting.at(-1)?.text ?? (index > 0 && last ? last.text : undefined);
    const point = points.pointAt(line, before);
    if (point) {
      end();
      const more = continuation(chunk, index + 1, line, habits);
      blocks.push({ ...point, text: joinedLines([{ ...line, text: point.text }, ...more], habits) });
      index += 1 + more.length;
      continue;
    }
    waiting.push(line);
    index++;
  }
  end();
}

/** The lines after the first of a point that go on with it. */
function continuation(chunk: readonly Line[], from: number, first: Line, habits: Habits): Line[] {
  const found: Line[] = [];
  const probe = new Points();
  let before = first;
  for (let index = from; index < chunk.length; index++) {
    const line = chunk[index] as Line;
    if (markedBlock(chunk, index, habits) || probe.couldBegin(line)) break;
    const isCut = habits.isWrapped && !endsSentence(before.text) && !isKnownHead(line.text);
    const goesOn = line.indent > first.indent || beginsSmall(line.text) || isCut;
    const isShort = before.text.length + before.indent < habits.width * 0.7;
    if (!goesOn || (isShort && !beginsSmall(line.text) && endsSentence(before.text))) break;
    if (isCapitals(line.text) && !isCapitals(before.text) && !line.text.startsWith('(')) break;
    found.push(line);
    before = line;
  }
  return found;
}

interface Taken {
  readonly block: Rough;
  readonly lines: number;
}

/** What a line is by marks of Markdown, or as a row of a table. */
function markedBlock(chunk: readonly Line[], index: number, habits: Habits): Taken | undefined {
  const line = chunk[index] as Line;
  const { text } = line;
  const heading = /^(#{1,6})\s+(\S.*?)(?:\s#+)?$/u.exec(text);
  if (heading) {
    const level = (heading[1] as string).length;
    return { block: rough('heading', line, heading[2] as string, { level, look: 'marked' }), lines: 1 };
  }
  const under = chunk[index + 1]?.text;
  if (under !== undefined && index === 0 && /^(?:={3,}|-{3,})$/.test(under) && couldHead(text)) {
    return { block: rough('heading', line, text, { level: under[0] === '=' ? 1 : 2, look: 'marked' }), lines: 2 };
  }
  if (isRowOf(text)) {
    let until = index + 1;
    while (until < chunk.length && isRowOf((chunk[until] as Line).text)) until++;
    return { block: tableOf(chunk.slice(index, until)), lines: until - index };
  }
  const table = alignedTable(chunk, index);
  if (table) return table;
  if (text.startsWith('> ') && habits.isMarkdown) {
    let until = index + 1;
    while (until < chunk.length && /^>(?:\s|$)/.test((chunk[until] as Line).text)) until++;
    const lines = chunk.slice(index, until).map((line) => ({ ...line, text: line.text.replace(/^>\s?/, '') }));
    return { block: rough('quotation', line, joinedLines(lines, habits)), lines: until - index };
  }
  const bold = /^(?:\*\*|__)([^*\n]{1,200})(?:\*\*|__)$|^<b>([^<>]{1,200})<\/b>$/u.exec(text);
  const words = bold?.[1] ?? bold?.[2];
  const isAlone = !line.isBroken && !chunk[index - 1]?.isBroken && !/^[^\W\d]/.test(chunk[index + 1]?.text ?? '');
  if (
    words &&
    isAlone &&
    !/[.:,;]$/.test(words) &&
    /\p{L}{2}/u.test(words) &&
    !isFigure(words) &&
    !hasSentences(words)
  ) {
    return { block: rough('heading', line, words, { look: isCapitals(words) ? 'capitals' : 'bold' }), lines: 1 };
  }
  return undefined;
}

/** A row of a table: not a point whose sign a tab follows, as copying from Word gives it. */
const isRowOf = (text: string): boolean =>
  isRow(text) && (text.startsWith('\t') || !marksOf(text).some(({ rest }) => !rest.includes('\t')));

/** Blocks of lines without marks: paragraphs, with headings among them that are known by their looks. */
function plainBlocks(lines: readonly Line[], habits: Habits): Rough[] {
  if (isStatistic(lines)) return [rough('paragraph', lines[0] as Line, lines.map(({ text }) => text).join(' '))];
  const found: Rough[] = [];
  for (const part of parts(lines, habits)) {
    const [first] = part as [Line];
    const text = joinedLines(part, habits);
    if (isCapitals(text)) found.push(rough('heading', first, text.replaceAll('\n', ' '), { look: 'capitals' }));
    else if (part.length === 1 && couldHead(text) && isAlone(lines, part, habits)) {
      found.push(rough('heading', first, text, { look: 'plain' }));
    } else found.push(rough('paragraph', first, text));
  }
  return found;
}

/** A line may be a heading in small letters where it has lines of its own above and below, or ends short of the width. */
function isAlone(lines: readonly Line[], part: readonly Line[], habits: Habits): boolean {
  const [line] = part as [Line];
  if (lines.length === 1) return true;
  const next = lines[lines.indexOf(line) + 1];
  if (next === undefined) return isKnownHead(line.text);
  if (!habits.isWrapped) return next.text.length > paragraph || isKnownHead(line.text);
  return line.text.length < habits.width * 0.6 && next.text.length > habits.width * 0.6;
}

/** Lines parted where one paragraph ends and another begins: at capitals, and in wrapped text at a line that stops short. */
function parts(lines: readonly Line[], habits: Habits): Line[][] {
  const found: Line[][] = [];
  let capitals: boolean | undefined;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const inCapitals = /\p{L}/u.test(line.text) ? isCapitals(line.text) : (capitals ?? false);
    const isNew =
      before === undefined ||
      (inCapitals !== capitals && !line.text.startsWith('(')) ||
      endsParagraph(before, line, habits);
    capitals = inCapitals;
    if (isNew) found.push([line]);
    else found.at(-1)?.push(line);
  }
  return found;
}

/** True for a heading that plans have, by its words: “Why this matters”, “Priority 2 Healthy lives”. */
const isKnownHead = (text: string): boolean =>
  couldHead(text) && (isCounted(text) || isLabel(text) || roleOf(text) !== undefined);

function endsParagraph(before: Line, line: Line, habits: Habits): boolean {
  if (beginsSmall(line.text)) return false;
  if (!habits.isWrapped) {
    const isLong = before.text.length > paragraph || line.text.length > paragraph;
    return isLong || isKnownHead(before.text) || isKnownHead(line.text);
  }
  const isShort = before.text.length + before.indent < habits.width * 0.75;
  if (isShort && (endsSentence(before.text) || leadsOn(before.text))) return true;
  // A heading in small letters stands on a line that stops short, before one that goes to the end.
  return isShort && couldHead(before.text) && line.text.length > habits.width * 0.75 && wordCount(before.text) <= 9;
}
