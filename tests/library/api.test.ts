import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, node, root } from './installed.ts';

/** The declarations of the library, as the build writes them. */
function declarations(): string {
  const { folder, remove } = emptyFolder();
  const shape = ['--declaration', '--emitDeclarationOnly', '--isolatedDeclarations', '--noResolve', '--noCheck'];
  const where = ['--ignoreConfig', 'server/src/index.ts', '--target', 'es2022', '--types', '', '--outDir', folder];
  try {
    const { stdout, stderr } = spawnSync(node, ['node_modules/typescript/bin/tsc', ...where, ...shape], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toBe('');
    return readFileSync(join(folder, 'index.d.ts'), 'utf8');
  } finally {
    remove();
  }
}

test('what is public is what was reviewed (after a review: npm test -- --update tests/library)', async () => {
  const text = declarations();
  expect(text).not.toMatch(/\bimport\b|\bfrom '/);
  expect(text).not.toMatch(/\bany\b/);
  await expect(text).toMatchFileSnapshot('api.golden.d.ts');
});

test('all that is public says what it is', () => {
  const undocumented = [
    ...declarations().matchAll(/^(.*)\nexport (?:declare )?(?:function|const|interface|type) (\w+)/gm),
  ]
    .filter(([, before]) => !before?.trimEnd().endsWith('*/'))
    .map(([, , name]) => name);
  expect(undocumented).toEqual([]);
});
