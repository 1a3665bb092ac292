import { join } from 'node:path';
import { build } from 'esbuild';
import { here, unpacked } from './paths.ts';

/** The bundles of the suites that run inside the extension host, by the host. VS Code for the web is given one folder only, that of the extension. */
const folder = join(unpacked, 'suites');
export const suites = {
  node: join(folder, 'run-node.cjs'),
  web: join(folder, 'run-web.cjs'),
  all: join(folder, 'all.cjs'),
};

/** Bundles the suites that run inside an extension host, which loads CommonJS alone; to run those tests that have some words in their names. */
export async function bundleSuites(grep: string): Promise<void> {
  const common = {
    absWorkingDir: here,
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    loader: { '.plan': 'text' },
    logLevel: 'warning',
    define: { GREP: JSON.stringify(grep), global: 'globalThis' },
  } as const;
  const node = { ...common, platform: 'node' as const, external: ['vscode', 'mocha'] };
  await Promise.all([
    build({ ...node, entryPoints: ['suites/run-node.ts'], outfile: suites.node }),
    build({ ...node, entryPoints: ['suites/all.ts'], outfile: suites.all }),
    build({
      ...common,
      entryPoints: ['suites/run-web.ts'],
      outfile: suites.web,
      platform: 'browser',
      external: ['vscode'],
    }),
  ]);
}
