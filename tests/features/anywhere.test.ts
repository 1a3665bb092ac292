import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cursorAt } from '../../server/src/features/cursor.ts';
import { definitions } from '../../server/src/features/definition.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { highlights } from '../../server/src/features/highlight.ts';
import { linkedEditing } from '../../server/src/features/linked-editing.ts';
import { links } from '../../server/src/features/links.ts';
import { mendedPaths } from '../../server/src/features/moved-paths.ts';
import { references } from '../../server/src/features/references.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

const folder = join(import.meta.dirname, '../grammar/half-written');
const halfWritten = globSync('*.plan', { cwd: folder })
  .sort()
  .map((path): [string, string] => [path, readFileSync(join(folder, path), 'utf8')]);

/** Asks for everything at places so many units apart, and once about the whole file. */
function askEverywhere(text: string, step: number): void {
  const { snapshot, file } = editorFor(text);
  documentSymbols(snapshot, file);
  foldingRanges(file);
  links(snapshot, file);
  mendedPaths(file, [{ from: 'main.plan', to: 'x/main.plan' }]);
  for (let offset = 0; offset <= text.length; offset += step) {
    const position = file.positionAt(offset);
    selectionRanges(file, position);
    const cursor = cursorAt(snapshot.model, file, position);
    if (!cursor) continue;
    definitions(snapshot, cursor);
    const named = references(snapshot, cursor, true);
    linkedEditing(snapshot, cursor);
    const renamable = prepareRename(snapshot, cursor);
    const result = rename(snapshot, cursor, 'an-id-that-nothing-has');
    expect('refusal' in renamable).toBe('refusal' in result);
    if ('edits' in result) expect(result.edits.length).toBeGreaterThan(0);
    for (const { range } of highlights(snapshot, cursor))
      expect(named.some((place) => place.path === file.path && place.range.start.line === range.start.line)).toBe(true);
  }
}

test.each(halfWritten)('%s', (_, text) => {
  askEverywhere(text, 1);
  askEverywhere(text.replaceAll(/\r?\n/g, '\r\n'), 5);
});

test.each(Object.entries(samples))('%s', (_, text) => {
  askEverywhere(text, 61);
  for (let end = 0; end < text.length; end += Math.ceil(text.length / 7)) askEverywhere(text.slice(0, end), 977);
});

test.each([
  ['nothing but brackets', '[['.repeat(2_000)],
  ['nothing but dots', 'plan p: P\n  uses: '.concat('.'.repeat(2_000), '\n')],
  ['dots around ids', 'plan p: P\n  uses: .a, a., a.b.c, ., ..\n\nsection s: [[.a]] [[a.]] [[a.b.c]] [[.]] [[ ]]\n'],
  ['addresses without an end', `plan p: P\n\nsection s: ${'[a](https://b.c/'.repeat(500)}\n`],
  ['a line of a megabyte', `plan p: P\n\nsection s: ${'word '.repeat(200_000)}\n`],
  ['lone halves of letters', 'plan p: P\n\nsection \ud800: \udc00 [[\ud83d]]\n'],
])('%s', (_, text) => {
  askEverywhere(text, Math.ceil(text.length / 50));
});
