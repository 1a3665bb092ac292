import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { type ImportGround, importCommand } from '../../server/src/cli/import.ts';
import { UsageError } from '../../server/src/cli/usage-error.ts';
import { ImportFault } from '../../server/src/importers/fault.ts';
import type { ImportOptions } from '../../server/src/importers/import.ts';
import { diagnosticsOf } from '../helpers/engine.ts';
import { folderWith } from '../helpers/folder.ts';
import { item, townAccount } from '../importers/report/account.ts';

const formats = [
  { name: 'docx', endings: ['docx', 'docm'], meaning: 'a document of Word' },
  { name: 'text', endings: ['txt'], meaning: 'plain text' },
];

/** What was asked of the import, one document after the other. */
let asked: ImportOptions[] = [];

/** An import by what stands in a document: `broken`, or the title of a plan, with a picture behind a bar. */
const ground: ImportGround = {
  formats,
  largest: 1000,
  async importDocument(bytes, wanted) {
    asked.push(wanted);
    wanted.progress?.(1, 2);
    const [title = '', picture] = new TextDecoder().decode(bytes).trim().split('|');
    if (title === 'fault') throw new TypeError('x is not a function');
    if (title === 'broken') throw new ImportFault('This is no document of Word. Save it again.');
    const id = wanted.id ?? title.toLowerCase().replaceAll(' ', '-');
    const draft = { plan: { ...item('plan', title), id }, labels: new Map(), links: [] };
    return {
      plan: `plan ${id}: ${title}\n`,
      blocks: [],
      pictures: new Map(picture === undefined ? [] : [[picture, bytes]]),
      account: townAccount({ draft, ...{ doubts: [], prose: [], removed: [], mends: [], repeats: [] } }),
    };
  },
};

/** Runs the command in a folder. */
const run = (cwd: string, ...args: string[]) => runOn(ground, cwd, args);

/** Runs the command with the import as it is. */
const runForReal = (cwd: string, ...args: string[]) => runOn(undefined, cwd, args);

async function runOn(on: ImportGround | undefined, cwd: string, args: readonly string[]) {
  asked = [];
  let [out, err, code] = ['', '', -1];
  const terminal = {
    cwd: cwd.replaceAll('\\', '/'),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    ...{ colour: false, width: 100, watched: false },
  };
  const root = new Command('goldthread').exitOverride().configureOutput({ writeErr: terminal.err });
  root.addCommand(importCommand(terminal, (ended) => (code = ended), on).copyInheritedSettings(root));
  try {
    await root.parseAsync(['node', 'goldthread', 'import', ...args]);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { out, err: error.message, code: 2 };
  }
  return { out, err, code };
}

const files = (cwd: string): string[] =>
  readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(cwd.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

test('a document becomes a plan, called after its title, with its pictures', async () => {
  const cwd = folderWith({ 'in/Plan 2026.docx': 'Our Town|pictures/map.png' });
  const { out, err, code } = await run(cwd, 'in/Plan 2026.docx');
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(files(cwd)).toEqual(['in/Plan 2026.docx', 'our-town.plan', 'pictures/map.png']);
  expect(read(cwd, 'our-town.plan')).toBe('plan our-town: Our Town\n');
  expect(out).toBe(`in/Plan 2026.docx → our-town.plan
  ‘Our Town’. Read as docx (a document of Word), although its name ends with .pdf.

Words
  All 1,234 words of the document are accounted for: 1,200 in the plan, 34 among what is listed
  above.

Its pictures are in pictures. What is still missing in it: goldthread check our-town.plan. All that became of the document: --report

`);
  expect(asked).toMatchObject([{ name: 'Plan 2026.docx', changes: 'taken' }]);
});

test('what is asked for is asked of the import', async () => {
  const cwd = folderWith({ 'a.txt': 'Our Town' });
  await run(cwd, 'a.txt', '--as', '.DOCM', '--language', 'cy', '--changes', 'refused', '-o', 'plans/Ein Tref.plan');
  expect(asked).toMatchObject([{ name: 'a.txt', as: 'docx', language: 'cy', changes: 'refused', id: 'ein-tref' }]);
  expect(files(cwd)).toEqual(['a.txt', 'plans/Ein Tref.plan']);
});

test('several documents become several plans, those of one title too', async () => {
  const cwd = folderWith({ 'a.txt': 'Our Town', 'b.txt': 'Our Town', 'c.txt': 'con' });
  const { code } = await run(cwd, 'a.txt', 'b.txt', 'c.txt', './a.txt', '--out', 'plans');
  expect(code).toBe(0);
  expect(readdirSync(join(cwd, 'plans')).sort()).toEqual(['our-town-2.plan', 'our-town.plan', 'plan-con.plan']);
});

describe('what is there', () => {
  test.each(['our-town.plan', 'pictures/map.png', 'our-town.report.txt'])('%s stays as it is', async (path) => {
    const cwd = folderWith({ 'a.docx': 'Our Town|pictures/map.png', [path]: 'mine' });
    const { out, err, code } = await run(cwd, 'a.docx', '--report');
    expect({ out, err, code }).toEqual({
      out: '',
      err: `${path} is there already, and stays as it is. Name another place (--out …), or have it replaced: --force.\n`,
      code: 2,
    });
    expect(files(cwd)).toEqual(['a.docx', path].sort());
    expect(read(cwd, path)).toBe('mine');
    expect((await run(cwd, 'a.docx', '--report', '--force')).code).toBe(0);
    expect(files(cwd)).toEqual(['a.docx', 'our-town.plan', 'our-town.report.txt', 'pictures/map.png']);
    expect(read(cwd, path)).not.toBe('mine');
  });

  test('a picture that is the same is no hindrance', async () => {
    const cwd = folderWith({ 'a.docx': 'A|pictures/map.png', 'pictures/map.png': 'A|pictures/map.png' });
    expect((await run(cwd, 'a.docx')).code).toBe(0);
  });

  test('the document itself is never written over, by whatever way it is reached', async () => {
    const cwd = folderWith({ 'a.plan': 'Our Town', 'b.txt': 'Our Town' });
    symlinkSync(join(cwd, 'a.plan'), join(cwd, 'link.plan'));
    for (const out of ['a.plan', 'link.plan', './x/../a.plan']) {
      const { err, code } = await run(cwd, 'a.plan', '--as', 'text', '--force', '-o', out);
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining('is what is brought in, and is not written over'),
      });
    }
    expect(await run(cwd, 'b.txt', '-o', 'c.plan', '--report', 'b.txt', '--force')).toMatchObject({ code: 2 });
    expect([read(cwd, 'a.plan'), read(cwd, 'b.txt')]).toEqual(['Our Town', 'Our Town']);
  });

  test('a folder in the place of the plan is left', async () => {
    const cwd = folderWith({ 'a.docx': 'A', 'a.plan/x': '' });
    expect(await run(cwd, 'a.docx', '--force')).toMatchObject({
      code: 2,
      err: 'a.plan is a folder. Name another file: --out …\n',
    });
  });
});

describe('nothing outside the folder of the plan is touched', () => {
  test.each([
    '../evil.png',
    '/evil.png',
    'pictures/../../evil.png',
    'pictures//evil.png',
    'C:\\evil.png',
    'pictures\\..\\evil.png',
    '',
    'a\0.png',
  ])('by a picture called %j', async (name) => {
    const cwd = folderWith({ 'in/a.docx': `A|${name}` });
    const { err, code } = await run(join(cwd, 'in'), 'a.docx', '--force');
    expect({ err, code }).toEqual({ err: expect.stringContaining('is no name for a file beside a plan'), code: 2 });
    expect(files(cwd)).toEqual(['in/a.docx']);
  });

  test('by a link in the place of a folder', async () => {
    const outside = folderWith({});
    const cwd = folderWith({ 'a.docx': 'A|pictures/deep/map.png' });
    symlinkSync(outside, join(cwd, 'pictures'));
    const { err, code } = await run(cwd, 'a.docx', '--force');
    expect({ err, code }).toEqual({
      err: 'pictures is a link to another folder, and nothing is written through it.\n',
      code: 2,
    });
    expect(files(outside)).toEqual([]);
  });

  test('by a link in the place of a file, which gives way itself', async () => {
    const outside = folderWith({ 'secret.txt': 'mine' });
    const cwd = folderWith({ 'a.docx': 'A' });
    symlinkSync(join(outside, 'secret.txt'), join(cwd, 'a.plan'));
    expect((await run(cwd, 'a.docx')).code).toBe(2);
    expect((await run(cwd, 'a.docx', '--force')).code).toBe(0);
    expect([read(outside, 'secret.txt'), read(cwd, 'a.plan')]).toEqual(['mine', 'plan a: A\n']);
  });
});

describe('a dry run', () => {
  test('prints the plan, with the report on the other output, and writes nothing', async () => {
    const cwd = folderWith({ 'a.docx': 'Our Town|pictures/map.png' });
    const { out, err, code } = await run(cwd, 'a.docx', '--dry-run', '--report', 'r.txt');
    expect({ out, code }).toEqual({ out: 'plan our-town: Our Town\n', code: 0 });
    expect(err).toMatch(/^a\.docx → our-town\.plan\n/);
    expect(files(cwd)).toEqual(['a.docx']);
  });

  test('says what would be in the way', async () => {
    const cwd = folderWith({ 'a.docx': 'A', 'a.plan': '' });
    const { err, code } = await run(cwd, 'a.docx', '--dry-run');
    expect({ err, code }).toEqual({ err: expect.stringMatching(/^a\.plan is there already/), code: 0 });
  });

  test('prints no command of a terminal', async () => {
    const cwd = folderWith({ 'a.docx': 'A \u001B[2J' });
    expect((await run(cwd, 'a.docx', '--dry-run')).out).toContain(': A \uFFFD[2J\n');
  });
});

describe('a report', () => {
  test('stands beside the plan, as text or as JSON', async () => {
    const cwd = folderWith({ 'a.docx': 'A' });
    await run(cwd, 'a.docx', '--report');
    const { out } = await run(cwd, 'a.docx', '--report', '--format', 'json', '--force');
    expect(read(cwd, 'a.report.txt')).toMatch(/^a\.docx → a\.plan\n/);
    expect(JSON.parse(read(cwd, 'a.report.json'))).toEqual(JSON.parse(out));
    expect(JSON.parse(out)).toMatchObject({ imports: [{ source: 'a.docx', plan: 'a.plan' }], faults: [] });
  });

  test('of several documents may be one file', async () => {
    const cwd = folderWith({ 'a.docx': 'A', 'b.docx': 'broken', 'c.docx': 'C' });
    await run(cwd, 'a.docx', 'b.docx', 'c.docx', '--report', 'all/r.json');
    const { imports, faults } = JSON.parse(read(cwd, 'all/r.json'));
    expect(imports.map(({ plan }: { plan: string }) => plan)).toEqual(['a.plan', 'c.plan']);
    expect(faults).toEqual([{ source: 'b.docx', message: 'b.docx: This is no document of Word. Save it again.' }]);
  });

  test('that is there stays as it is', async () => {
    const cwd = folderWith({ 'a.docx': 'A', 'r.txt': 'mine' });
    expect(await run(cwd, 'a.docx', '--report', 'r.txt')).toMatchObject({ code: 2 });
    expect(read(cwd, 'r.txt')).toBe('mine');
  });
});

describe('what cannot be done is said in a sentence', () => {
  test.each([
    [['no.docx'], 'no.docx is not there. Look at how the name is written, and at the folder you are in.\n'],
    [['folder'], 'folder is a folder. Name the documents in it.\n'],
    [['broken.docx'], 'broken.docx: This is no document of Word. Save it again.\n'],
    [
      ['big.docx'],
      'big.docx has more than 0 MB, which is the most that is read. Take large pictures out of it, or save it in parts.\n',
    ],
    [['p.plan'], 'p.plan is a plan already.\n'],
    [['-'], 'The standard input has no name to know it by. Say what it holds: --as docx.'],
    [
      ['a.docx', '--as', 'doxc'],
      'There is no format called ‘doxc’ to import. Did you mean ‘docx’? There are: docx, text.',
    ],
    [
      ['a.docx', 'broken.docx', '-o', 'x.plan'],
      '2 documents become as many plans. Name a folder for them, without .plan: --out plans.',
    ],
    [['a.docx', '-o', '-'], 'To have the plan printed, and nothing written, say --dry-run.'],
    [
      ['--report', 'a.docx', 'broken.docx'],
      'A report is text or JSON: ‘a.docx’ is to end with .txt or .json. With no name of its own, --report stands behind the documents.',
    ],
    [['a.docx', '-o', 'a.docx/plans'], 'a.docx/plans/a.plan is not there: part of its path is a file, not a folder.\n'],
  ])('%j', async (args, sentence) => {
    const cwd = folderWith({ 'a.docx': 'A', 'broken.docx': 'broken', 'big.docx': 'x'.repeat(1001), 'p.plan': '' });
    mkdirSync(join(cwd, 'folder'));
    const before = files(cwd);
    expect(await run(cwd, ...args)).toEqual({ out: '', err: sentence, code: 2 });
    expect(files(cwd)).toEqual(before);
  });

  test('and the other documents are brought in', async () => {
    const cwd = folderWith({ 'a.docx': 'broken', 'b.docx': 'B' });
    expect((await run(cwd, 'a.docx', 'b.docx')).code).toBe(2);
    expect(existsSync(join(cwd, 'b.plan'))).toBe(true);
  });

  test('and a fault of the program itself comes last', async () => {
    const cwd = folderWith({ 'a.docx': 'fault', 'b.docx': 'B' });
    await expect(run(cwd, 'a.docx', 'b.docx', '--report', 'r.json')).rejects.toThrow('x is not a function');
    expect(files(cwd)).toEqual(['a.docx', 'b.docx', 'b.plan', 'r.json']);
    expect(read(cwd, 'r.json')).toContain('a.docx could not be brought in, because of a fault of Goldthread’s own.');
  });

  test('a file without an end is left', async () => {
    const cwd = folderWith({});
    if (existsSync('/dev/zero'))
      expect(await run(cwd, '/dev/zero', '--as', 'text')).toMatchObject({
        code: 2,
        err: expect.stringContaining('is the most that is read'),
      });
  });
});

describe('with the import as it is', () => {
  const page = '<!doctype html><html lang="en"><body><h1>Our Town Plan</h1><p>The river is high.</p></body></html>';
  const text = 'Our Town Plan\n\nThe river is high.\n';

  test.each([
    ['a.txt', text, ''],
    ['a.html', page, ''],
    ['a.docx', page, ', although its name ends with .docx'],
    ['a.pdf', text, ', although its name ends with .pdf'],
  ])('%s becomes a plan without an error in it', async (name, content, misnamed) => {
    const cwd = folderWith({ [name]: content });
    const { out, err, code } = await runForReal(cwd, name, '-o', 'a.plan');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`Read as \\w+ \\([^()]+\\)${misnamed}\\. .* words of the document are`),
    );
    const plan = read(cwd, 'a.plan');
    expect(plan).toContain('The river is high.');
    expect(diagnosticsOf(plan).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(['docx', 'pdf', 'html', 'json', 'stratml', 'markdown', 'text'])(
    'what is no document at all is answered in a sentence, or read as what it is: %s',
    async (format) => {
      const noise = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919 + (index >> 3)) & 255));
      for (const content of [
        noise,
        Buffer.alloc(0),
        Buffer.from('PK\x03\x04'),
        Buffer.from('%PDF-1.7\n'),
        Buffer.from('{"a":'),
      ]) {
        const cwd = folderWith({ 'a.bin': content });
        const { err, code } = await runForReal(cwd, 'a.bin', '--as', format);
        if (code === 2) expect(err).toMatch(/^a\.bin: \p{Lu}.*\.\n$/u);
        else expect(code).toBe(0);
      }
    },
  );
});
