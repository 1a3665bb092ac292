import { pdfReader } from '../../../server/src/importers/readers/pdf/pdf.ts';
import type { Block, Source } from '../../../server/src/importers/source.ts';

/** Reads a PDF. */
export const read = async (bytes: Uint8Array): Promise<Source> =>
  (await pdfReader.read(bytes, { name: 'plan.pdf', changes: 'taken' })) as Source;

/** A block as a line: `## Heading`, `  • point`, `| cell | cell |`. Headings by their looks have a question mark. */
export function shown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)}${block.isMarked ? '' : '?'} ${block.text}`;
    case 'point':
      return `${'  '.repeat(block.depth)}${block.mark} ${block.text}`;
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
      const caption = block.caption === undefined ? [] : [`^ ${block.caption}`];
      return [...caption, ...block.head.map((cells) => `${row(cells)} =`), ...block.rows.map(row)].join('\n');
    }
    case 'footnote':
      return `[^${block.label}]: ${block.text}`;
    case 'picture':
      return `![${block.text}]`;
    case 'quotation':
      return `> ${block.text}`;
    case 'remark':
      return `(${block.by ?? ''}: ${block.text})`;
    default:
      return block.text;
  }
}

/** The blocks of a PDF as lines. */
export const blocks = async (bytes: Uint8Array): Promise<string[]> => (await read(bytes)).blocks.map(shown);
