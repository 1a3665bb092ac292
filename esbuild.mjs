// Bundles the command line and the language server into server/dist and the extension into client/dist. The libraries and templates
// of the server stay as they are, read at run time.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const bundle = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  target: 'node22',
  sourcemap: 'linked',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** Programs of one file each, which load one another when they are asked for. */
const programs = {
  'server/src/cli/goldthread.ts': 'goldthread',
  'server/src/index.ts': 'index',
  'server/src/disk/typesetter.ts': 'typesetter',
  'server/src/disk/typeset/typeset.ts': 'typeset',
  'server/src/documents/docx/docx.ts': 'docx',
  'server/src/documents/xlsx/xlsx.ts': 'xlsx',
  'server/src/lsp/import/imports.ts': 'imports',
  'server/src/importers/readers/pdf/read-pdf.ts': 'read-pdf',
  'server/src/disk/pdf-reader/child.ts': 'pdf-reader',
};

/** Programs that launch others with what was compiled of them before, and those that they launch. CommonJS starts faster. */
const launched = {
  'server/src/cli/main-start.ts': 'cli-start',
  'server/src/cli/main.ts': 'cli',
  'server/src/cli/member-start.ts': 'member-start',
  'server/src/lsp/start.ts': 'lsp',
  'server/src/lsp/node.ts': 'lsp-server',
  'server/src/cli/member.ts': 'member',
};

/** The file that each of these becomes. */
const outfiles = Object.entries(programs)
  .map(([source, name]) => [source, `${name}.js`])
  .concat(Object.entries(launched).map(([source, name]) => [source, `${name}.cjs`]));

const besideEachOther = {
  name: 'beside-each-other',
  setup({ onResolve }) {
    onResolve({ filter: /\/(main-start|start|typesetter|docx|xlsx|imports|read-pdf)\.ts$/ }, ({ path, kind }) => {
      const program = outfiles.find(([source]) => source.endsWith(path.replace(/^[./]+/, '/')));
      return kind === 'dynamic-import' && program ? { path: `./${program[1]}`, external: true } : undefined;
    });
  },
};

/** What is launched imports by what its launcher gives it: a word as long as `import`, so that all else stays where the source map has it. */
function importBeside() {
  for (const name of Object.values(launched)) {
    const file = new URL(`server/dist/${name}.cjs`, import.meta.url);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('import("./', 'beside("./'));
  }
}

/** What writes Word documents, and what reads documents, is more than half of all code, and a page has to fetch it: scripts of their own with what they give, which the worker loads when it is asked for one. */
const seconds = { docx: ['documentDocx'], imports: ['importFormats', 'importFile'] };

const secondScripts = {
  name: 'second-scripts',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(docx|imports)\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace: 'second-scripts' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'second-scripts' }, ({ path }) => {
      const name = basename(path, '.ts');
      const lines = seconds[name].map(
        (given) =>
          `export const ${given} = async (...given) => (await globalThis.goldthreadScript('${name}')).${given}(...given);`,
      );
      return { contents: lines.join('\n') };
    });
  },
};

/** What reads PDF is as large as all else together, so it is left out in a browser. */
const withoutPdf = {
  name: 'without-pdf',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/read-pdf\.ts$/ }, ({ path }) => ({ path, namespace: 'without-pdf' }));
    onLoad({ filter: /.*/, namespace: 'without-pdf' }, () => ({
      contents: `export const readPdf = async () => {
        const words = 'PDF can’t be read in a browser. Import it in the desktop editor or with “goldthread import”, or import the Word document that it was made from.';
        throw Object.assign(new Error(words), { name: 'ImportFault' });
      };`,
    }));
  },
};

/** The library in a browser stands on no disk, and has what comes with the package in it. */
const withoutDisk = {
  name: 'without-disk',
  setup({ onResolve }) {
    onResolve({ filter: /\/platform\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\.ts$/, '-browser.ts')),
    }));
  },
};

/** Packages of which files are copied as they are. */
const letters = 'node_modules/@expo-google-fonts/source-sans-3';
const engine = 'node_modules/@myriaddreamin/typst-ts-web-compiler';
const rasteriser = 'node_modules/@resvg/resvg-wasm';

/** What the typesetter needs beside its program: an engine for machines that have none of their own, and the letters of the house. */
function copyForPrint() {
  const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold'];
  const copies = {
    fonts: [...faces.map((face) => `${letters}/${face}/SourceSans3_${face}.ttf`), `${letters}/LICENSE_FONT`],
    resvg: [`${rasteriser}/index_bg.wasm`],
    typst: ['typst_ts_web_compiler.mjs', 'typst_ts_web_compiler_bg.wasm'].map((name) => `${engine}/pkg/${name}`),
  };
  for (const [folder, files] of Object.entries(copies)) {
    const to = join(import.meta.dirname, 'server/dist', folder);
    mkdirSync(to, { recursive: true });
    for (const file of files) copyFileSync(join(import.meta.dirname, file), join(to, basename(file)));
  }
}

/** The licences of all that is bundled or copied, package by package, as those ask for it. */
function writeNotices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const notices = [...new Set([...folders, letters, engine, rasteriser])].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(import.meta.dirname, folder, 'package.json'), 'utf8'),
    );
    const files = readdirSync(join(import.meta.dirname, folder)).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    const texts = files.map((file) => readFileSync(join(import.meta.dirname, folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  const text = `Goldthread is made with these.\n\n${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
  for (const folder of ['server', 'client'])
    writeFileSync(join(import.meta.dirname, folder, 'dist/third-party-notices.txt'), text);
}

/** The declarations of the library: of the one file in which all that is public stands. */
function declare() {
  const options = ['--declaration', '--emitDeclarationOnly', '--isolatedDeclarations', '--noResolve', '--noCheck'];
  const where = [
    '--ignoreConfig',
    'server/src/index.ts',
    '--target',
    'es2022',
    '--types',
    '',
    '--outDir',
    'server/dist',
  ];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...where, ...options], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
  });
}

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

/** CommonJS has other words for where a file stands. */
const whereInCommonJs = {
  banner: {
    js: "const { pathToFileURL: __urlOf } = require('node:url'), __url = __urlOf(__filename).href, __resolve = (name) => __urlOf(require.resolve(name)).href;",
  },
  define: { 'import.meta.url': '__url', 'import.meta.resolve': '__resolve' },
};

// Parts of the protocol's library are CommonJS and ask for Node's modules in its way.
const require =
  "import { createRequire as __requireFrom } from 'node:module'; const require = __requireFrom(import.meta.url);";

/** The editor loads CommonJS, in Node and in a browser, and has `vscode` itself. */
/** A library with a bundle of its own that is shorter than what we make of it. */
const shortened = Object.fromEntries(
  ['pdf', 'pdf.worker'].map((name) => [
    `pdfjs-dist/legacy/build/${name}.mjs`,
    `pdfjs-dist/legacy/build/${name}.min.mjs`,
  ]),
);

const extension = { ...bundle, format: 'cjs', external: ['vscode'] };
const browser = { platform: 'browser', target: 'es2022' };

// Its pieces are called after what is in them: those of before are nobody's.
rmSync(new URL('server/dist/browser', import.meta.url), { recursive: true, force: true });

const results = await Promise.all([
  ...Object.entries(programs).map(([source, name]) =>
    build({
      ...bundle,
      entryPoints: [source],
      outfile: `server/dist/${name}.js`,
      platform: 'node',
      format: 'esm',
      // A library of the machine: it is there or not.
      external: ['@myriaddreamin/typst-ts-node-compiler'],
      alias: shortened,
      banner: { js: name === 'goldthread' ? '#!/usr/bin/env node' : require },
      plugins: [besideEachOther, whenUsed],
    }),
  ),
  ...Object.entries(launched).map(([source, name]) =>
    build({
      ...bundle,
      ...whereInCommonJs,
      entryPoints: [source],
      outfile: `server/dist/${name}.cjs`,
      platform: 'node',
      format: 'cjs',
      external: ['@myriaddreamin/typst-ts-node-compiler'],
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
    plugins: [secondScripts],
  }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['server/src/documents/docx/docx.ts'],
    outfile: 'server/dist/docx.worker.js',
    format: 'iife',
    globalName: 'goldthreadScripts.docx',
  }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['server/src/lsp/import/imports.ts'],
    outfile: 'server/dist/imports.worker.js',
    format: 'iife',
    globalName: 'goldthreadScripts.imports',
    loader: { '.plan': 'text', '.css': 'text' },
    plugins: [withoutPdf, withoutDisk, secondScripts],
  }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['server/src/index.ts'],
    outdir: 'server/dist/browser',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    loader: { '.plan': 'text', '.css': 'text' },
    plugins: [withoutDisk],
  }),
  build({ ...extension, ...browser, entryPoints: ['client/src/browser.ts'], outfile: 'client/dist/browser.cjs' }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['client/src/preview/page/main.ts'],
    outfile: 'client/dist/preview.js',
    format: 'iife',
  }),
  build({
    ...bundle,
    ...browser,
    entryPoints: ['client/src/import/page/main.ts'],
    outfile: 'client/dist/import.js',
    format: 'iife',
  }),
]);

importBeside();
declare();
copyForPrint();
writeNotices(results);
chmodSync(new URL('server/dist/goldthread.js', import.meta.url), 0o755);
