import type { Diagnostic } from '../checks/diagnose.ts';
import { oneLine, padded, printable } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import { graver, type Style, severities, signs, styleFor } from './style.ts';
import { wrapped } from './wrap.ts';

/** What the report needs besides the findings that it lists. */
export interface PrettyOptions {
  /** True to print with colour. */
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
  /** The path to print for a file. */
  readonly show: (path: string) => string;
  /** A line of a file, from 0, without its line end. */
  readonly line: (file: string, line: number) => string;
}

/** What is printed of a finding. */
type Shown = Omit<Diagnostic, 'item'>;

/** Findings about the very same words: these are shown once. */
type Group = readonly [Shown, ...Shown[]];

const INDENT = '  ';
/** How many other places of a finding are named. */
const MOST_RELATED = 3;
/** The least columns that text is broken to, however narrow the terminal. */
const NARROWEST = 30;

const widestLabel = Math.max(...severities.map((severity) => severity.length)) + 2;

/** The findings for a reader: each below its file, with the line of the plan and the part at fault marked. */
export function pretty(diagnostics: readonly Shown[], options: PrettyOptions): string {
  const style = styleFor(options.colour);
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  const pieces = [...byFile].map(([file, found]) => {
    const widest = found.reduce((most, diagnostic) => Math.max(most, placeOf(diagnostic).length), 0);
    const groups = together(found).map((group) => groupLines(group, widest, style, options).join('\n'));
    return [style.bold(oneLine(options.show(file))), ...groups].join('\n\n');
  });
  return pieces.map((piece) => `${piece}\n`).join('\n');
}

/** Line and column as people count them, from 1. */
const placeOf = ({ range: { start } }: Pick<Shown, 'range'>): string => `${start.line + 1}:${start.character + 1}`;

function together(found: readonly Shown[]): Group[] {
  const groups: [Shown, ...Shown[]][] = [];
  for (const diagnostic of found) {
    const last = groups.at(-1);
    if (last && isSamePlace(last[0], diagnostic)) last.push(diagnostic);
    else groups.push([diagnostic]);
  }
  return groups;
}

const isSamePlace = ({ range: a }: Shown, { range: b }: Shown): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

const byGravity = (a: Shown, b: Shown): number => severities.indexOf(a.severity) - severities.indexOf(b.severity);

/** What is said about some words of a plan, the gravest first, then the words. */
function groupLines(group: Group, widest: number, style: Style, options: PrettyOptions): string[] {
  const place = INDENT + style.dim(padded(placeOf(group[0]), widest)) + INDENT;
  const margin = ' '.repeat(INDENT.length * 2 + widest);
  const hanging = ' '.repeat(widestLabel + INDENT.length);
  const room = Math.max(NARROWEST, options.width - margin.length);
  const said = group.toSorted(byGravity).flatMap((diagnostic) => {
    const { severity, message } = diagnostic;
    const label = signs[severity].concat(' ', severity);
    const sign = style.severity(severity, label) + ' '.repeat(widestLabel - label.length + INDENT.length);
    const words = wrapped(printable(message), room - hanging.length);
    const small = notes(diagnostic, options).flatMap((note) => wrapped(note, room - hanging.length));
    const lines = [...words, ...small.map((line) => style.dim(line))];
    return lines.map((line, index) => (index === 0 ? sign : hanging) + line);
  });
  const lines = [...said, ...quotation(group, room, style, options)];
  return lines.map((line, index) => (index === 0 ? place : margin) + line);
}

/** The line of the plan with the fault marked. */
function quotation(group: Group, room: number, style: Style, { line }: PrettyOptions): string[] {
  const [{ file, range }] = group;
  const severity = group.map((diagnostic) => diagnostic.severity).reduce(graver);
  const text = line(file, range.start.line);
  const number = String(range.start.line + 1);
  const end = range.end.line > range.start.line ? text.length : range.end.character;
  const { text: shown, marks } = excerpt(text, range.start.character, end, room - number.length - 3);
  return [
    `${style.dim(`${number} │`)} ${shown}`.trimEnd(),
    `${style.dim(`${' '.repeat(number.length)} │`)} ${style.severity(severity, marks)}`,
  ];
}

/** Other places; the rule and the mends on offer. */
function notes({ file, related, fixes, rule }: Shown, { show }: PrettyOptions): string[] {
  const places = related.slice(0, MOST_RELATED).map((place) => {
    const where = place.file === file ? `line ${place.range.start.line + 1}` : `${show(place.file)}:${placeOf(place)}`;
    return oneLine(`See ${where}: ${place.message}`);
  });
  const mends = fixes.map(({ title }) => title).join('; or: ');
  return [...places, oneLine(mends ? `${rule} · mend: ${mends}` : rule)];
}
