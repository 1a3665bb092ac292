import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Edition } from '../../../server/src/documents/edition/edition.ts';
import { formats } from '../../../server/src/documents/formats.ts';
import { languagesOf } from '../../../server/src/documents/languages.ts';
import { sampleEditions } from '../../documents/editions.ts';
import { out, root } from '../paths.ts';

/** A plan in one language, as the program built it. */
export interface Made {
  /** The name of its files, without ending: `south-wales`, `south-wales.cy`. */
  readonly name: string;
  /** What is said in it, to count against. */
  readonly edition: Edition;
  /** Where a file of it lies, by the end of its name: `docx`, `report.pdf`. */
  path(ending: string): string;
}

/** All that was built. */
export interface AllMade {
  readonly plans: readonly Made[];
  /** The folder with all files but those of pages that are split. */
  readonly folder: string;
  /** The folder with the web pages of all plans, a page for each chapter. */
  readonly split: string;
  /** The folder with the same files as in the first but for those in a second language, from another run in another folder. */
  readonly again: string;
}

/** Something that is tried. */
export interface Check {
  readonly name: string;
  /** Says what is wrong; one line each. */
  run(): Promise<readonly string[]> | readonly string[];
}

const program = join(root, 'server/dist/goldthread.js');

/** What was built stays here, to look at. */
const place = join(out, 'documents');

/** Builds every sample in every format, in every language that it has, with the program as it is shipped. */
export async function makeAll(): Promise<AllMade> {
  const [folder, split, again] = ['all', 'split', 'again'].map((name) => join(place, name)) as [string, string, string];
  rmSync(place, { recursive: true, force: true });
  const welsh = sampleEditions.filter(([, { root }]) => languagesOf(root).includes('cy'));
  const paths = welsh.map(([, { source }]) => relative('samples', source.plan.root.path));
  const to = formats.map(({ name }) => name).join(',');
  // Outside the repository, where no other plans are around them.
  const box = mkdtempSync(join(tmpdir(), 'goldthread-documents-'));
  const [plans, others] = ['plans', 'deep/down/others'].map((name) => join(box, name)) as [string, string];
  try {
    for (const copy of [plans, others]) cpSync(join(root, 'samples'), copy, { recursive: true });
    const first = build(plans, ['--to', to, '--out', folder]);
    await Promise.all([
      first.then(() => build(plans, [...paths, '--to', to, '--out', folder, '--language', 'cy'])),
      build(others, ['--to', to, '--out', again]).then(() => build(plans, ['--split', '--out', split])),
    ]);
  } finally {
    rmSync(box, { recursive: true, force: true });
  }
  const editions = [
    ...sampleEditions.map(([, edition]) => edition),
    ...welsh.map(([, { source }]) => new Edition({ ...source, language: 'cy' })),
  ];
  return { plans: editions.map((edition) => made(edition, folder)), folder, split, again };
}

/** That a plan gives the same bytes once more, built by another run from another folder. */
export function* sameBytes({ folder, again }: AllMade): Generator<Check> {
  const read = (place: string, name: string): Buffer => readFileSync(join(place, name));
  yield {
    name: 'the same bytes from another folder',
    run: () =>
      readdirSync(again, { recursive: true, withFileTypes: true })
        // What begins with a dot is the record of a folder, which knows of all that was written there.
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ parentPath, name }) => relative(again, join(parentPath, name)))
        .filter((name) => !read(again, name).equals(read(folder, name))),
  };
}

const made = (edition: Edition, folder: string): Made => ({
  name: edition.fileName('').slice(0, -1),
  edition,
  path: (ending) => join(folder, edition.fileName(ending)),
});

/** The names of the web pages in a folder. */
export const pagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort();

/** Runs `goldthread build`; throws where it does not build everything. */
async function build(cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, 'build', ...args, '--force'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`goldthread build ${args.join(' ')} ended with ${code}:\n${said.slice(-2_000)}`);
}
