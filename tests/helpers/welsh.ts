import { entriesOf, parse } from '@goldthread/grammar';
import type { Example } from '../../server/src/checks/rule.ts';

/** The first line of a file whose keys are in Welsh. */
export const welshMark = '# language: cy\n';

/** A key as it was written, in Welsh: with a capital where it had one, and with a slip where it had one. */
function keyInWelsh(written: string, key: string, cy: string): string {
  if (written === key) return cy;
  return written.toLowerCase() === key ? cy.charAt(0).toUpperCase() + cy.slice(1) : cy.slice(0, -1);
}

/** A plan with its keys in Welsh, one line further down. Values stay as they are, and so do keys that nothing resembles. */
export function inWelsh(text: string): string {
  const tree = parse(text);
  const changes: { start: number; end: number; text: string }[] = [];
  for (const [index, block] of tree.blocks.entries()) {
    for (const { definition, at, keyEnd } of entriesOf(block)) {
      const start = (tree.offsets[index] as number) + at;
      const written = block.text.slice(at, keyEnd);
      if (definition)
        changes.push({ start, end: start + keyEnd - at, text: keyInWelsh(written, definition.key, definition.cy) });
    }
    for (const { code, start: at, found, definition } of block.problems)
      if (code === 'item-in-prose' && definition) {
        const start = (tree.offsets[index] as number) + at;
        changes.push({ start, end: start + found.length, text: definition.cy });
      }
  }
  changes.sort((a, b) => a.start - b.start);
  let end = 0;
  const pieces = changes.map((change) => {
    const piece = text.slice(end, change.start) + change.text;
    end = change.end;
    return piece;
  });
  return `${welshMark}${pieces.join('')}${text.slice(end)}`;
}

/** An example with the keys of its plan files in Welsh. */
export function exampleInWelsh(example: Example): Example {
  if (typeof example === 'string') return inWelsh(example);
  return Object.fromEntries(
    Object.entries(example).map(([path, text]) => [path, path.endsWith('.plan') ? inWelsh(text) : text]),
  );
}
