import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { houseFonts } from '../../server/src/disk/shipped.ts';
import { boxFont } from '../../server/src/disk/typeset/box-font.ts';
import { coverageOf, withoutLetters } from '../../server/src/disk/typeset/coverage.ts';
import { TypesetProgram } from '../../server/src/disk/typesetter.ts';
import { Edition } from '../../server/src/documents/edition/edition.ts';
import { readPicture } from '../../server/src/documents/edition/picture.ts';
import { FormatFault } from '../../server/src/documents/format-fault.ts';
import { sheetOf } from '../../server/src/documents/pdf/document.ts';
import { pdfFiles } from '../../server/src/documents/pdf/files.ts';
import type { Sheet } from '../../server/src/documents/pdf/sheet.ts';
import type { Flow } from '../../server/src/documents/tree.ts';
import { anyFlow } from './any-tree.ts';
import { hostileEditions, sampleEditions } from './editions.ts';
import { hostileFiles } from './hostile.ts';
import { noMetadata } from './read-sheet.ts';

const program = new TypesetProgram();
const other = new TypesetProgram({ engine: 'wasm' });

afterAll(async () => {
  await program.close();
  await other.close();
});

/** A picture that comes with the program, and the same cut off after its head. */
const png = new Uint8Array(readFileSync(new URL('../../client/media/icon.png', import.meta.url)));
const cut = png.slice(0, 60);

const sheetIn = (flow: readonly Flow[], pictures: Readonly<Record<string, Uint8Array>> = {}): Sheet => {
  const picture = (path: string) => {
    const bytes = pictures[path];
    return bytes && { bytes, type: 'image/png', ending: 'png' };
  };
  const blocks = [{ key: 'k', role: 'x', depth: 0, flow }];
  return sheetOf(
    { title: 'A plan', blocks, annex: blocks },
    noMetadata,
    { language: 'en', picture, anchorOf: () => undefined },
    undefined,
  );
};

const saying = (words: string): Flow[] => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

const start = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 5)).toString('latin1');

test.each(sampleEditions)(
  '%s is set, twice the same',
  async (_, edition) => {
    const files = async () => await pdfFiles(new Edition({ ...edition.source, typeset: program.typeset }));
    const [[one], [two]] = [await files(), await files()];
    expect(one?.remarks).toEqual([]);
    expect(start(one?.content as Uint8Array)).toBe('%PDF-');
    expect(Buffer.from(one?.content as Uint8Array).equals(Buffer.from(two?.content as Uint8Array))).toBe(true);
  },
  60_000,
);

test('hostile plans are set', async () => {
  const picture = (path: string) => {
    const found = readPicture(new TextEncoder().encode(hostileFiles[path] ?? ''));
    return 'fault' in found ? undefined : found;
  };
  for (const [name, edition] of hostileEditions) {
    const [file] = await pdfFiles(new Edition({ ...edition.source, picture, typeset: program.typeset }));
    expect([name, start(file?.content as Uint8Array)]).toEqual([name, '%PDF-']);
  }
}, 180_000);

test('whatever a tree holds is set', async () => {
  await fc.assert(
    fc.asyncProperty(anyFlow, async (flow) => {
      expect(start((await program.typeset(sheetIn(flow))).bytes)).toBe('%PDF-');
    }),
    { numRuns: 100 },
  );
}, 120_000);

/** Each piece that holds others, with one in it. */
const holders: Readonly<Record<string, (flow: readonly Flow[]) => Flow>> = {
  quotes: (flow) => ({ type: 'quote', flow, by: [{ type: 'text', text: 'Somebody' }] }),
  lists: (flow) => ({ type: 'list', ordered: true, points: [{ flow: [...saying('Point'), ...flow] }] }),
  facts: (flow) => ({ type: 'facts', facts: [{ name: [{ type: 'text', text: 'Name' }], flow }] }),
  panels: (flow) => ({ type: 'group', role: 'panel', flow }),
  notes: (flow) => ({ type: 'notes', notes: [{ anchor: 'n', label: '1', flow }] }),
  drawings: (same) => ({ type: 'drawing', svg: '', title: 'Drawing', description: '', same }),
};

test.each([...Object.keys(holders), 'all of them'])(
  'a thousand levels of %s are set',
  async (name) => {
    const some = holders[name] ? [holders[name]] : Object.values(holders);
    let deep = saying('Deep down');
    for (let level = 0; level < 1000; level++) deep = [(some[level % some.length] as (typeof some)[number])(deep)];
    expect(start((await program.typeset(sheetIn(deep))).bytes)).toBe('%PDF-');
  },
  60_000,
);

describe('what is not as it should be is told', () => {
  test('letters that the fonts lack', async () => {
    const { remarks } = await program.typeset(sheetIn(saying('Dŵr → 漢 字')));
    expect(remarks).toEqual([
      'The letters of the PDF have none for 漢 字. They are printed as boxes; who copies the text gets them. A theme can bring letters that have them.',
    ]);
  });

  test('a picture that is none', async () => {
    const flow: Flow[] = ['good/map.png', 'bad/photo 1.png'].map((path) => ({
      type: 'figure',
      path,
      alt: 'What it shows',
    }));
    const { bytes, remarks } = await program.typeset(sheetIn(flow, { 'good/map.png': png, 'bad/photo 1.png': cut }));
    expect(start(bytes)).toBe('%PDF-');
    expect(remarks).toEqual([
      'The picture photo-1.png can’t be read, and is told in words. Save it again as PNG, JPEG or SVG.',
    ]);
  });

  test('an engine that does not say PDF/UA', async () => {
    const { bytes, remarks } = await other.typeset(sheetIn(saying('Words'), {}));
    expect(start(bytes)).toBe('%PDF-');
    expect(remarks).toEqual([expect.stringMatching(/does not say that it follows PDF\/UA/)]);
  }, 60_000);

  test('a template that can’t be used with what it is given', async () => {
    const { files, fonts } = sheetIn([]);
    await expect(program.typeset({ data: '{', files, fonts })).rejects.toThrow(FormatFault);
    // The next one is none the worse.
    expect((await program.typeset(sheetIn([]))).remarks).toEqual([]);
  });
});

describe('the program', () => {
  test('is stopped where it takes too long, and starts again', async () => {
    const hasty = new TypesetProgram({ limit: 0.001 });
    await expect(hasty.typeset(sheetIn(saying('Words')))).rejects.toThrow(/^The PDF was not done after 0.001 seconds/);
    await hasty.close();
  });

  test('says where it was ended by others, and starts again', async () => {
    const fragile = new TypesetProgram();
    const made = fragile.typeset(sheetIn(saying('Words')));
    await Promise.resolve();
    await fragile.close();
    await expect(made).rejects.toThrow(/ended before it was done/);
    expect(start((await fragile.typeset(sheetIn(saying('Words')))).bytes)).toBe('%PDF-');
    await fragile.close();
  });

  test('does not keep the one that started it from its end', () => {
    const url = new URL('../../server/src/disk/typesetter.ts', import.meta.url).href;
    const script = `const { TypesetProgram } = await import(${JSON.stringify(url)}); new TypesetProgram().start(); console.log('done');`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(said.trim()).toBe('done');
  });

  test('makes documents one after another, whatever is asked at once', async () => {
    const sheets = ['One', 'Two', 'Three'].map((words) => sheetIn(saying(words)));
    const together = await Promise.all(sheets.map((sheet) => program.typeset(sheet)));
    for (const [index, sheet] of sheets.entries())
      expect(Buffer.from((await program.typeset(sheet)).bytes).equals(Buffer.from(together[index]?.bytes ?? []))).toBe(
        true,
      );
  });
});

describe('letters', () => {
  test('those of the machine are not used', async () => {
    const sheet = sheetIn(saying('Words'));
    const plain = await program.typeset(sheet);
    const families = ['DejaVu Sans', 'DejaVu Serif', 'Liberation Sans', 'Arial', 'Helvetica'];
    const wanting = sheet.data.replaceAll('["Source Sans 3"]', JSON.stringify([...families, 'Source Sans 3']));
    expect(wanting).not.toBe(sheet.data);
    const { bytes } = await program.typeset({ ...sheet, data: wanting });
    expect(Buffer.from(bytes).equals(Buffer.from(plain.bytes))).toBe(true);
  });

  test('those of the house have Welsh, the signs of documents and most of Europe', () => {
    expect(withoutLetters('âêîôûŵŷÂÊÎÔÛŴŶ – ‘’“” • · → ≥ ≤ ✓ ● ○ ◆ ąčđęłńœřşŧźž αβγ абв £€', houseFonts())).toEqual([]);
    expect(withoutLetters('漢a漢\u200b\ufffd\u00ad', houseFonts())).toEqual(['漢']);
  });

  test('boxes are a font that has every character, the same each time', () => {
    const font = boxFont();
    expect(font).toEqual(boxFont());
    expect(font.length).toBeLessThan(1000);
    // Its list of characters is of a format that others than typesetters need not know.
    expect(coverageOf(font)(0x61)).toBe(false);
    expect(coverageOf(new Uint8Array([1, 2, 3]))(0x61)).toBe(false);
  });
});
