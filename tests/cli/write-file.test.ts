import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putFile } from '../../server/src/cli/write-file.ts';
import { folderWith } from '../helpers/folder.ts';

test('a file takes the place of what was there, and of a link to another one', () => {
  const folder = folderWith({ 'a.txt': 'old', 'b.txt': 'kept' });
  putFile(join(folder, 'a.txt'), 'new');
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new');
  if (process.platform === 'win32') return;
  symlinkSync(join(folder, 'b.txt'), join(folder, 'c.txt'));
  putFile(join(folder, 'c.txt'), 'own');
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('kept');
  expect(readFileSync(join(folder, 'c.txt'), 'utf8')).toBe('own');
});

test.skipIf(process.platform === 'win32')('what is no file is written to, and stays what it is', () => {
  putFile('/dev/null', 'nothing');
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});
