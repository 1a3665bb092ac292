// Bundles the command line into server/dist. The libraries and templates beside it stay as they are, read at run time.
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

const outfile = 'server/dist/goldthread.js';

await build({
  entryPoints: ['server/src/cli/main.ts'],
  outfile,
  absWorkingDir: import.meta.dirname,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  banner: { js: '#!/usr/bin/env node' },
  sourcemap: 'linked',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
});

chmodSync(new URL(outfile, import.meta.url), 0o755);
