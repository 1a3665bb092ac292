import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import words from '../../package.nls.json' with { type: 'json' };
import { explainCommand, showReferencesCommand } from '../../server/src/lsp/protocol.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const sources = globSync('client/src/**/*.ts', { cwd: root }).map(read).join('\n');
const text = JSON.stringify(manifest);
const { contributes } = manifest;

test('every command of the manifest is in the code, and every one of the code in the manifest', () => {
  const registered = new Set([...sources.matchAll(/^\s*'(goldthread\.\w+)': /gm)].map(([, id]) => id));
  const shown = contributes.commands.map(({ command }) => command);
  // A lens of the server asks for it with its arguments; nobody else could.
  expect([...registered].filter((id) => id !== showReferencesCommand).sort()).toEqual(shown.sort());
  expect(shown).toContain(explainCommand);
});

test('every word that the manifest leaves to its table is there, and no other', () => {
  const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
  expect(Object.keys(words).sort()).toEqual([...used].sort());
});

test('every menu, button and page names a command that there is', () => {
  const known = new Set(contributes.commands.map(({ command }) => command));
  const named = [
    ...`${text}${JSON.stringify(words)}`.matchAll(/(?:command:|"command":"|onCommand:)(goldthread\.\w+)/g),
  ];
  expect(named.map(([, id]) => id).filter((id) => id !== undefined && !known.has(id))).toEqual([]);
});

test('every file that the manifest names is there', () => {
  const named = [...text.matchAll(/"(?:\.\/)?((?:client\/media|syntaxes|docs)\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every picture says what it shows', () => {
  for (const path of globSync('client/media/*.svg', { cwd: root })) expect(read(path), path).toMatch(/<title>\S/);
  for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) expect(media.altText).not.toBe('');
});

test('every sentence that the extension says can be translated', () => {
  const said = /(?:show(?:Error|Warning|Information)Message|prompt|placeHolder|tooltip|title)[(:]\s*['"`](?!\$)/g;
  expect(sources.match(said)).toBeNull();
});
