import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A plan as Markdown, for those who can’t read plans: what our own `--to md` made of it. */
export interface Text {
  /** The name of its file, without ending. */
  readonly name: string;
  readonly markdown: string;
}

/** A command: a program and what it is told. */
export type Command = readonly [program: string, ...args: readonly string[]];

/** A program that makes documents of the same words. */
export interface Peer {
  readonly name: string;
  /** The program, and the packages of Debian that have it. */
  readonly program: string;
  readonly packages: string;
  /** Puts texts where it wants them, in a folder of its own. */
  prepare(folder: string, texts: readonly Text[]): void;
  /** The commands that make documents of all texts in its folder, by format; none for formats that it does not write. */
  readonly commands: Readonly<Record<string, (names: readonly string[]) => readonly Command[]>>;
}

/** Pandoc reads GitHub’s Markdown, as ours is, and makes one document in one run. */
const pandoc =
  (to: string, ...more: readonly string[]) =>
  (names: readonly string[]): Command[] =>
    names.map((name) => ['pandoc', '-f', 'gfm', `${name}.md`, '-o', `${name}.${to}`, ...more]);

/** Sphinx makes documents of all texts of a folder in one run; from scratch, as ours are. */
const sphinx = (builder: string) => (): Command[] => [
  ['sphinx-build', '-q', '-E', '-a', '-b', builder, '.', `../out-${builder}`],
];

const withContents = ['-s', '--toc', '--metadata', 'title=Plan'];

export const peers: readonly Peer[] = [
  {
    name: 'pandoc',
    program: 'pandoc',
    packages: 'pandoc weasyprint',
    prepare: (folder, texts) => {
      for (const { name, markdown } of texts) writeFileSync(join(folder, `${name}.md`), markdown);
    },
    commands: {
      html: pandoc('html', ...withContents, '--self-contained'),
      pdf: pandoc('pdf', ...withContents, '--pdf-engine=weasyprint'),
      docx: pandoc('docx', ...withContents),
      md: pandoc('again.md', '-t', 'gfm'),
      json: pandoc('json', '-t', 'json'),
    },
  },
  {
    name: 'Sphinx',
    program: 'sphinx-build',
    packages: 'python3-sphinx python3-myst-parser',
    prepare: (folder, texts) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'conf.py'), "extensions = ['myst_parser']\n");
      for (const { name, markdown } of texts) writeFileSync(join(folder, `${name}.md`), markdown);
      const contents = texts.map(({ name }) => `${name}\n`).join('');
      writeFileSync(join(folder, 'index.md'), `# Plans\n\n\`\`\`{toctree}\n${contents}\`\`\`\n`);
    },
    commands: { html: sphinx('html'), json: sphinx('xml') },
  },
];

/** True where a program can be run. */
export const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
