import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, type Entry, edit, entriesOf, keyOf, nameOf, parse, proseOf, textOf } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { samples } from '../helpers/samples.ts';
import { outlineOf } from './half-written/outline.ts';

const folder = join(import.meta.dirname, 'half-written');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.plan'))
  .sort();

describe('a plan in the middle of work', () => {
  test.each(names)('%s', async (name) => {
    const outline = outlineOf(readFileSync(join(folder, name), 'utf8'));
    await expect(outline).toMatchFileSnapshot(join(folder, name.replace('.plan', '.expected.txt')));
  });
});

/** What an entry says, and what it stands in. */
function reading(block: Block, entry: Entry): string {
  const parent = entry.parent ? `${keyOf(block, entry.parent)} ${nameOf(block, entry.parent)}` : '';
  const value = entry.proseIndent > 0 ? proseOf(block, entry) : textOf(block, entry);
  return `${parent} > ${keyOf(block, entry)} ${nameOf(block, entry)}: ${value}`;
}

/** Lines that get into a plan and mean nothing there; each is one mistake, wherever it stands. */
const wrongLines: readonly (readonly [name: string, line: (indent: string) => string])[] = [
  ['a sentence', (indent) => `${indent}We will do more of this.`],
  ['a sentence at the left margin', () => 'We will do more of this.'],
  ['a bullet at the left margin', () => '• We will do more'],
  ['an unknown word', (indent) => `${indent}frobnicate: twice`],
  ['a row of a table', () => 'Action\tLead\tDue'],
];

/** Every line of every sample that begins an entry, but the first. */
describe.each(Object.entries(samples))('a wrong line over any entry of %s', (_, text) => {
  const tree = parse(text);
  const before = tree.blocks.map((block) => [...entriesOf(block)].map((entry) => reading(block, entry)));

  test.each(wrongLines)('is the only one with an error, and nothing else is lost: %s', (_, lineOf) => {
    tree.blocks.forEach((block, index) => {
      if (index === 0) return;
      for (const entry of entriesOf(block)) {
        const lineStart = block.lines[entry.line] as number;
        const line = lineOf(block.text.slice(lineStart, entry.at));
        const at = (tree.offsets[index] as number) + lineStart;
        const after = edit(tree, { start: at, end: at, text: `${line}\n` });
        const grown = after.blocks.length - tree.blocks.length;
        const around = after.blocks.slice(index - 1, index + 2 + grown);
        const found = around.flatMap((one) => [...entriesOf(one)].map((entry) => reading(one, entry)));
        const kept = found.filter((one) => !one.includes('frobnicate'));
        expect(kept, line).toEqual(before.slice(index - 1, index + 2).flat());
        const problems = around.flatMap((one) =>
          one.problems.map(({ start, code }) => `${code} ${one.text.slice(start)}`),
        );
        expect(problems.map((problem) => problem.split('\n')[0])).toEqual([expect.stringContaining(line.trim())]);
      }
    });
  });
});
