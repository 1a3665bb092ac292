// Bundles the command line and the language server into server/dist and the extension into client/dist. The libraries and templates
// of the server stay as they are, read at run time.
import { chmodSync } from 'node:fs';
import { build } from 'esbuild';

const bundle = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  target: 'node22',
  sourcemap: 'linked',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Programs of one file each, which load one another when they are asked for. */
const programs = {
  'server/src/cli/goldthread.ts': 'goldthread',
  'server/src/cli/main.ts': 'cli',
  'server/src/lsp/start.ts': 'lsp',
  'server/src/lsp/node.ts': 'lsp-server',
  'server/src/documents/docx/docx.ts': 'docx',
};

const besideEachOther = {
  name: 'beside-each-other',
  setup({ onResolve }) {
    onResolve({ filter: /\/(main|node|docx)\.ts$/ }, ({ path, kind }) => {
      const program = Object.entries(programs).find(([source]) => source.endsWith(path.replace(/^[./]+/, '/')));
      return kind === 'dynamic-import' && program ? { path: `./${program[1]}.js`, external: true } : undefined;
    });
  },
};

/** The protocol's library loads these parts of Node at each start, and uses them in ways that the server never asks for. */
const whenUsed = {
  name: 'when-used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(child_process|crypto)$/ }, ({ path, kind }) =>
      kind === 'require-call' ? { path, namespace: 'when-used' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-used' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${path}')[name] });`,
    }));
  },
};

// Parts of the protocol's library are CommonJS and ask for Node's modules in its way.
const require =
  "import { createRequire as __requireFrom } from 'node:module'; const require = __requireFrom(import.meta.url);";

/** The editor loads CommonJS, in Node and in a browser, and has `vscode` itself. */
const extension = { ...bundle, format: 'cjs', external: ['vscode'] };
const browser = { platform: 'browser', target: 'es2022' };

await Promise.all([
  ...Object.entries(programs).map(([source, name]) =>
    build({
      ...bundle,
      entryPoints: [source],
      outfile: `server/dist/${name}.js`,
      platform: 'node',
      format: 'esm',
      banner: { js: name === 'goldthread' ? '#!/usr/bin/env node' : require },
      plugins: [besideEachOther, whenUsed],
    }),
  ),
  build({
    ...extension,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'client/dist/extension.cjs',
    platform: 'node',
  }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['server/src/lsp/browser.ts'],
    outfile: 'server/dist/lsp.worker.js',
    format: 'iife',
    loader: { '.plan': 'text', '.css': 'text' },
  }),
  build({ ...extension, ...browser, entryPoints: ['client/src/browser.ts'], outfile: 'client/dist/browser.cjs' }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['client/src/preview/page/main.ts'],
    outfile: 'client/dist/preview.js',
    format: 'iife',
  }),
]);

chmodSync(new URL('server/dist/goldthread.js', import.meta.url), 0o755);
