import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../../server/src/importers/import.ts';
import { docxReader } from '../../../../server/src/importers/readers/docx/docx.ts';
import { odtReader } from '../../../../server/src/importers/readers/odt/odt.ts';
import type { Reader } from '../../../../server/src/importers/readers/reader.ts';
import type { Block, Source } from '../../../../server/src/importers/source.ts';
import { plainWords } from '../../../../server/src/importers/words.ts';
import { houseStyles, made } from './house-styles.ts';
import { plan } from './plan.ts';

/** What a block says whatever the house style: letters in small, without numbers before headings and without marks of points. */
function outlined(block: Block): string[] {
  if (block.type === 'table')
    return [
      `table ${block.caption ?? ''}`,
      ...block.head.map((row) => `  head ${row.join(' | ')}`),
      ...block.rows.map((row) => `  row ${row.join(' | ')}`),
    ];
  const text = plainWords(block.text);
  if (block.type === 'heading') return [`${'#'.repeat(block.level)} ${text.replace(/^[\d.]+ /, '').toLowerCase()}`];
  if (block.type === 'point') return [`${'  '.repeat(block.depth)}• ${text}`];
  if (block.type === 'quotation') return [`> ${text} — ${block.by}`];
  return block.type === 'footnote' ? [`note ${text}`] : [text];
}

const expected: string[] = plan.flatMap((piece): string[] => {
  switch (piece.type) {
    case 'heading':
      return [`${'#'.repeat(piece.level)} ${piece.text.toLowerCase()}`];
    case 'point':
      return [`${'  '.repeat(piece.depth)}• ${piece.text}`];
    case 'quotation':
      return [`> ${piece.text} — ${piece.by}`];
    case 'table':
      return outlined({ ...piece, spot: {} });
    default:
      return piece.note ? [piece.text, `note ${piece.note}`] : [piece.text];
  }
});

const read = async (reader: Reader, bytes: Uint8Array): Promise<Source> =>
  (await reader.read(bytes, { name: 'plan', changes: 'taken' })) as Source;

describe('one plan in ten house styles', () => {
  for (const style of houseStyles)
    test(style.name, async () => {
      const { blocks, doubts } = await read(docxReader, await made(plan, style));
      expect(blocks.flatMap(outlined)).toEqual(expected);
      expect(doubts).toEqual([]);
    });
});

describe('the plan that comes of them', () => {
  /** Its entries: letters in small, without comments, how it is numbered, and what found no place. */
  const entries = async (bytes: Uint8Array): Promise<string[]> => {
    const { plan } = await importDocument(bytes, { name: 'plan.docx' });
    const [text = ''] = plan.toLowerCase().split('\n# unsure (lost)');
    return text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:#|numbering:)/.test(line));
  };
  const first = made(plan, houseStyles[0]!).then(entries);
  for (const style of houseStyles.slice(1))
    test(`is the same: ${style.name}`, async () => {
      expect(await entries(await made(plan, style))).toEqual(await first);
    });

  test('has what matters', async () => {
    expect((await first).filter((line) => /^(?:plan|priority)\b/.test(line))).toEqual([
      'plan brynmor-council-plan: brynmor council plan',
      'priority: build more social homes',
      'priority: keep rented homes warm',
      'priority: light the way home',
      'priority: work with young people',
    ]);
  });
});

/** The same, by LibreOffice out of those and by pandoc out of Markdown. */
describe('the plan as other programs write it', () => {
  const folder = join(import.meta.dirname, 'written');
  for (const name of readdirSync(folder))
    test(name, async () => {
      const reader = name.endsWith('.odt') ? odtReader : docxReader;
      const { blocks, doubts } = await read(reader, new Uint8Array(readFileSync(join(folder, name))));
      expect(blocks.flatMap(outlined)).toEqual(expected);
      expect(doubts).toEqual([]);
    });
});
