import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const manifest = {
  name: 'echo',
  publisher: 'goldthread-bench',
  version: '0.0.1',
  engines: { vscode: '^1.101.0' },
  main: './echo.cjs',
  contributes: { commands: [{ command: 'echo.open', title: 'Echo: Open Preview to the Side' }] },
};

/** Writes the extension of echo.ts to a folder, from which a window can load it. */
export async function makeEcho(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [join(import.meta.dirname, 'echo.ts')],
    outfile: join(folder, 'echo.cjs'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
}
