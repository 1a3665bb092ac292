import { expect, test } from 'vitest';
import { broken } from '../cli/plans.ts';
import { offsetAt } from '../helpers/apply.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { type Files, reportOn, written } from './reports.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Found {
  readonly location: { readonly path: string; readonly range: Range };
  readonly code: { readonly value: string };
  readonly suggestions: readonly { readonly range: Range; readonly text: string }[];
}

/** The bytes between two places, as reviewdog counts them. */
function offsets(text: string, { start, end }: Range): [number, number] {
  const lines = Buffer.from(text)
    .toString('latin1')
    .split(/(?<=\n)/);
  const at = ({ line, column }: Position): number => lines.slice(0, line - 1).join('').length + column - 1;
  return [at(start), at(end)];
}

const between = (text: string, range: Range): string =>
  Buffer.from(text)
    .subarray(...offsets(text, range))
    .toString();

function applied(text: string, range: Range, by: string): string {
  const bytes = Buffer.from(text);
  const [from, to] = offsets(text, range);
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(by), bytes.subarray(to)]).toString();
}

const wide = `plan wide: 日本語 👩‍👩‍👧 plan

outcome 🌱: x
priority p: é 日本 👩 words
  outcomes: 日本, saef
outcom é日: People are well
`;

test.each<[string, Files]>([
  ['wide letters', { 'a.plan': wide }],
  ['Windows line ends', { 'a.plan': wide.replaceAll('\n', '\r\n') }],
  ['much that is wrong', { 'a.plan': broken }],
  ['a sample', filesOfSample('gwent')],
])('in %s places are bytes, and mends put where they are do what they say', (_, files) => {
  const report = reportOn(files);
  const found = (JSON.parse(written('rdjson', report)) as { diagnostics: Found[] }).diagnostics;
  let tried = 0;
  for (const [index, { location, suggestions }] of found.entries()) {
    const diagnostic = report.diagnostics[index]!;
    const text = files[location.path]!;
    const lines = text.split(/\r\n|\n/);
    const { start, end } = diagnostic.range;
    if (start.line === end.line)
      expect(between(text, location.range)).toBe(lines[start.line]?.slice(start.character, end.character));
    const alone = diagnostic.fixes.filter(({ edits }) => edits.length === 1 && edits[0]?.file === diagnostic.file);
    expect(suggestions).toHaveLength(alone.length);
    for (const [which, { range, text: by }] of suggestions.entries()) {
      const { range: own, newText } = alone[which]!.edits[0]!;
      const [from, to] = [offsetAt(text, own.start), offsetAt(text, own.end)];
      expect(applied(text, range, by)).toBe(text.slice(0, from) + newText + text.slice(to));
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(0);
});
