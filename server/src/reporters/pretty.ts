import type { Diagnostic } from '../checks/diagnose.ts';
import type { Severity } from '../checks/rule.ts';
import { displayWidth, oneLine, padded, printable } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import { type Style, severities, signs, styleFor } from './style.ts';
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

/** How far a finding is set in below its file. */
const INDENT = '  ';
/** How many other places of a finding are named. */
const MOST_RELATED = 3;
const narrowest = 30;

const longestWord = Math.max(...severities.map((severity) => severity.length));

/** The findings for a reader: each below its file, with the line of the plan and the part at fault marked. */
export function pretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const style = styleFor(options.colour);
  const byFile = Map.groupBy(diagnostics, ({ file }) => file);
  const pieces = [...byFile].map(([file, found]) => {
    const widest = Math.max(...found.map((diagnostic) => placeOf(diagnostic).length));
    const findings = found.map((diagnostic) => finding(diagnostic, widest, style, options));
    return `${style.bold(oneLine(options.show(file)))}\n\n${findings.join('\n')}`;
  });
  return pieces.join('\n');
}

/** Line and column as people count them, from 1. */
const placeOf = ({ range: { start } }: Diagnostic): string => `${start.line + 1}:${start.character + 1}`;

function finding(diagnostic: Diagnostic, widest: number, style: Style, options: PrettyOptions): string {
  const { severity } = diagnostic;
  const margin = INDENT + ' '.repeat(widest + 2);
  const room = Math.max(narrowest, options.width - margin.length);
  const label = labelOf(severity);
  const [first = '', ...more] = wrapped(printable(diagnostic.message), room - displayWidth(label) - 2);
  const hanging = margin + ' '.repeat(displayWidth(label) + 2);
  const lines = [
    `${INDENT}${style.dim(padded(placeOf(diagnostic), widest))}  ${style.severity(severity, label)}  ${first}`,
    ...more.map((line) => hanging + line),
    ...quotation(diagnostic, room, style, options).map((line) => margin + line),
    ...notes(diagnostic, options)
      .flatMap((note) => wrapped(note, room))
      .map((line) => margin + style.dim(line)),
  ];
  return `${lines.join('\n')}\n`;
}

const labelOf = (severity: Severity): string => padded(`${signs[severity]} ${severity}`, longestWord + 2);

/** The line of the plan with the fault marked. */
function quotation(
  { file, range, severity }: Diagnostic,
  room: number,
  style: Style,
  { line }: PrettyOptions,
): string[] {
  const { start, end } = range;
  const text = line(file, start.line);
  const number = String(start.line + 1);
  const gutter = `${' '.repeat(number.length)} │ `;
  const { text: shown, marks } = excerpt(
    text,
    start.character,
    end.line > start.line ? text.length : end.character,
    room - gutter.length,
  );
  return [
    `${style.dim(`${number} │`)} ${shown}`.trimEnd(),
    `${style.dim(gutter.trimEnd())} ${style.severity(severity, marks)}`,
  ];
}

/** Other places, the mends on offer, and the rule. */
function notes({ file, related, fixes, rule }: Diagnostic, { show }: PrettyOptions): string[] {
  const places = related.slice(0, MOST_RELATED).map((place) => {
    const at = `${place.range.start.line + 1}:${place.range.start.character + 1}`;
    return oneLine(`See ${place.file === file ? '' : `${show(place.file)}:`}${at}: ${place.message}`);
  });
  const mends = fixes.map(({ title }) => title).join('; or: ');
  return [...places, ...(mends ? [oneLine(`Mend: ${mends}`)] : []), rule];
}
