import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { docxReader } from '../../../server/src/importers/readers/docx/docx.ts';
import { outline } from '../outline.ts';
import { p, readWord, word } from './word.ts';

const good = word(p('Our plan'));
const changed = (name: string, change: (text: string) => string) => {
  const files = unzipSync(good);
  return zipSync({ ...files, [name]: strToU8(change(files[name] ? strFromU8(files[name]) : '')) });
};
/** A file of Office before 2007 that holds something of a name. */
const old = (name: string) => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, sign] of [...name].entries()) bytes[1024 + index * 2] = sign.charCodeAt(0);
  return bytes;
};

describe('a document that is no sound Word document', () => {
  test.each([
    ['empty', new Uint8Array(), /This file is empty/],
    ['of the old format', old('WordDocument'), /old Word format \(\.doc\)/],
    ['locked', old('EncryptedPackage'), /locked with a password/],
    ['a web page', strToU8('<!DOCTYPE html><p>Plan</p>'), /it is a web page/],
    ['RTF', strToU8('{\\rtf1 Plan}'), /Rich Text Format/],
    ['a PDF', strToU8('%PDF-1.7'), /it is a PDF/],
    ['plain text', strToU8('Our plan'), /it is plain text/],
    ['other bytes', new Uint8Array([1, 0, 2]), /or it is damaged/],
    ['cut off', good.subarray(0, good.length - 40), /cut off or damaged/],
    ['of another program', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), /part with its words is missing/],
    ['cut off inside', changed('word/document.xml', (text) => text.slice(0, -30)), /ends too soon/],
    ['with no XML', changed('word/document.xml', () => 'Our plan'), /not XML/],
    [
      'with entities',
      changed('word/document.xml', (text) => `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${text}`),
      /defines words of its own/,
    ],
    [
      'with styles that have entities',
      changed('word/styles.xml', () => '<x/>').length > 0 ? word('', { styles: `${'<w:style>'.repeat(300)}` }) : good,
      /inside one another/,
    ],
    ['of a million paragraphs', word('<w:p/>'.repeat(260_000)), /more than 250,000 paragraphs/],
    [
      'of a table that is as wide as it is long',
      word(
        `<w:tbl>${'<w:tr/>'.repeat(3_000)}<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr></w:tc>'.repeat(3_000)}</w:tr></w:tbl>`,
      ),
      /more than 200,000 cells/,
    ],
    ['of tables within tables without end', word('<w:tbl><w:tr><w:tc>'.repeat(200)), /inside one another/],
  ])('%s', async (_, bytes, message) => {
    const failing = docxReader.read(bytes, { name: 'plan.docx', changes: 'taken' });
    await expect(failing).rejects.toThrow(ImportFault);
    await expect(failing).rejects.toThrow(message);
  });

  test('bytes at random', async () => {
    let seed = 4;
    const next = () => {
      seed = (seed * 48271) % 2147483647;
      return seed;
    };
    for (let round = 0; round < 60; round++) {
      const bytes = good.slice();
      for (let change = 0; change < 1 + (round % 8); change++) bytes[next() % bytes.length] = next() % 256;
      try {
        await readWord(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(ImportFault);
      }
      expect(typeof docxReader.recognises(bytes)).toBe('boolean');
    }
  });
});

describe('a document that is odd and can be read', () => {
  test('with macros: they are told of', async () => {
    const { blocks, doubts } = await readWord(changed('word/vbaProject.bin', () => 'Sub AutoOpen()'));
    expect(outline(blocks)).toEqual(['Our plan']);
    expect(doubts).toMatchObject([
      { kind: 'lost', message: 'This document has macros. They are not brought in, and were not run.' },
    ]);
  });

  test('with names that lead out of it: they are told of', async () => {
    const { doubts } = await readWord(changed('../../evil.sh', () => 'rm'));
    expect(doubts).toMatchObject([
      { message: '“../../evil.sh” in this file was not read: its name leads out of the document.' },
    ]);
  });

  test.each([
    ['marks of emphasis', `<w:p><w:r><w:t>${'*_[`'.repeat(20_000)}</w:t></w:r></w:p>`],
    ['numbers', `<w:p><w:r><w:t>${'1.'.repeat(100_000)}</w:t></w:r></w:p>`],
    ['spaces', `<w:p><w:r><w:t xml:space="preserve">${' \t'.repeat(50_000)}x. </w:t></w:r></w:p>`],
    ['line breaks', `<w:p><w:r>${'<w:t>• a</w:t><w:br/>'.repeat(4_000)}</w:r></w:p>`],
    [
      'fields that never end',
      `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r>'.repeat(3_000)}</w:p>`,
    ],
    [
      'ends of paragraphs that are deleted',
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'.repeat(3_000),
    ],
    ['names of places', '<w:bookmarkStart w:name="a"/>'.repeat(10_000)],
  ])('of very many %s, in time', async (_, inner) => {
    const started = performance.now();
    await readWord(word(inner));
    expect(performance.now() - started).toBeLessThan(4500);
  });
});
