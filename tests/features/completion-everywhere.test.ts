import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complete, describeOffered } from '../../server/src/features/completion/completion.ts';
import type { Snapshot } from '../../server/src/features/snapshot.ts';
import type { PlanFile, Position } from '../../server/src/workspace/plan-file.ts';
import { engineFor } from '../helpers/engine.ts';
import { samples } from '../helpers/samples.ts';

/** In large texts one place in so many is tried, and one prefix in so many ends there. */
const STEP = 37;
const PREFIX_STEP = 499;

const asked = { abilities: { snippets: true, asksAgain: true } };
const plain = { abilities: { snippets: false, asksAgain: false }, typed: ' ' };

/** Asks at a place, and looks at what comes: edits on the line that hold the cursor, others elsewhere and apart. */
function ask(snapshot: Snapshot, file: PlanFile, position: Position): number {
  complete(snapshot, file, position, plain);
  const { items } = complete(snapshot, file, position, asked);
  const { line, character } = position;
  for (const { textEdit, additionalTextEdits = [], label } of items) {
    if (!textEdit || !('range' in textEdit)) throw new Error(`“${label}” has no edit`);
    const { start, end } = textEdit.range;
    const isRight =
      start.line === line && end.line === line && start.character <= character && end.character >= character;
    if (!isRight) throw new Error(`“${label}” edits ${JSON.stringify(textEdit.range)} from ${line}:${character}`);
    if (label === '' || textEdit.newText === '') throw new Error(`Something empty at ${line}:${character}`);
    for (const { range } of additionalTextEdits)
      if (range.start.line === line && range.start.character < end.character)
        throw new Error(`“${label}” edits ${line} twice`);
  }
  const [described] = items.filter(({ data }) => data !== undefined);
  if (described) describeOffered(snapshot, file, described.data);
  return items.length;
}

/** Asks at places of a text; how often something was offered. */
function askAlong(path: string, texts: Readonly<Record<string, string>>, step: number): number {
  const engine = engineFor(texts);
  const snapshot = engine.snapshot;
  const file = engine.workspace.files.get(path) as PlanFile;
  const { text } = file.tree;
  let offered = 0;
  for (let offset = 0; offset <= text.length; offset += step)
    if (!isInLineEnd(text, offset) && ask(snapshot, file, file.positionAt(offset)) > 0) offered++;
  return offered;
}

/** Asks at the end of prefixes of a text, the longest first. */
function askAtEnds(path: string, texts: Readonly<Record<string, string>>, step: number): void {
  const engine = engineFor(texts);
  const file = engine.workspace.files.get(path) as PlanFile;
  for (let length = file.tree.length; length >= 0; length -= step) {
    engine.change(path, { start: length, end: file.tree.length, text: '' });
    ask(engine.snapshot, file, file.positionAt(length));
  }
}

/** Whether an offset is between the two characters of a line end: no cursor can be there. */
const isInLineEnd = (text: string, offset: number): boolean => text.startsWith('\r\n', offset - 1);

const small = globSync('tests/grammar/half-written/*.plan', { cwd: join(import.meta.dirname, '../..') }).sort();
const welsh =
  '# language: cy\ncynllun p: Ein Cynllun 2026–30\n  cyfnod: 2026 i 2030\n\ncanlyniad tŷ: Mae’r tŷ ŵyl 🏠 yn gynnes\n\nblaenoriaeth x: X\n  canlyniadau: tŷ, \n  pam: Gweler [[tŷ]] a [[\n';

describe('completion at places', () => {
  test.each(Object.keys(samples))('of %s', (path) => {
    expect(askAlong(path, samples, STEP)).toBeGreaterThan(5);
    askAtEnds(path, samples, PREFIX_STEP);
  });

  test.each(['samples/first-plan/first-plan.plan'])('of every prefix of %s', (path) => {
    askAtEnds(path, { [path]: samples[path] ?? '' }, 1);
  });

  test('of half-written plans, with all sorts of line ends', () => {
    const lineEnds = ['\n', '\r\n', '\r'];
    for (const [index, path] of small.entries()) {
      const written = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
      const text = written.replaceAll('\n', lineEnds[index % 3] as string);
      askAlong('main.plan', { 'main.plan': text }, 3);
      askAtEnds('main.plan', { 'main.plan': text }, 11);
    }
  });

  test.each([
    ['nothing', ''],
    ['a comment', '# Only this'],
    ['line ends', '\n\r\n\r\n\n'],
    ['tabs and odd spaces', 'plan p: P\n\tperiod:\t2026\n\u00a0 kind: \u3000plan\n\ufeff\n'],
    ['a mark at the start', '\ufeffplan p: P\n\noutcome : X\n'],
    [
      'emoji and combining letters',
      'plan p: 👩‍👩‍👧‍👦\n\noutcome é: e\u0301 👍🏽\n  tags: 👍🏽, e\u0301\n  kpq ?: [[e\u0301 [[👍🏽\n',
    ],
    ['Welsh', welsh],
    ['signs', 'plan p: P\n::: \n  :\n  ,,,\n  outcomes: ,,.. .,[[\npriority x:[[]]|:\n  outcomes: a.b.c., .\n'],
  ])('of %s', (_, text) => {
    askAlong('main.plan', { 'main.plan': text }, 1);
    askAtEnds('main.plan', { 'main.plan': text }, 1);
  });
});

test('lines of two million letters', () => {
  const long = 'word '.repeat(400_000);
  const spaces = ' '.repeat(200_000);
  const others = Array.from({ length: 300 }, (_, number) => `outcome o${number}: Word of number ${number}\n`).join('');
  const text = `plan p: P\n\nvision v: ${long}[[\npriority x: X\n  outcomes: ${long}\n  why: ${long}\n  kpqs: a${spaces}b${spaces}c\n`;
  const engine = engineFor({ 'main.plan': `${text}\n${others}` });
  const snapshot = engine.snapshot;
  const file = engine.workspace.files.get('main.plan') as PlanFile;
  const began = performance.now();
  for (const position of [
    { line: 2, character: 12 },
    { line: 2, character: 2_000_012 },
    { line: 4, character: 1_000_000 },
    { line: 5, character: 1_000_000 },
    { line: 6, character: 400_000 },
  ])
    ask(snapshot, file, position);
  expect(performance.now() - began).toBeLessThan(5_000);
});
