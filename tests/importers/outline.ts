import type { Block } from '../../server/src/importers/source.ts';

/** Blocks as lines that are easy to compare: `# heading`, `• point`, `| cell |`, `> quotation`. A heading by its looks alone has a question mark. */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
        return [`${'#'.repeat(block.level)}${block.isMarked ? '' : '?'} ${block.text}`];
      case 'point':
        return [`${'  '.repeat(block.depth)}${block.mark} ${block.text}`];
      case 'table':
        return [
          ...(block.caption ? [`caption ${block.caption}`] : []),
          ...block.head.map((row) => `! ${row.join(' | ')}`),
          ...block.rows.map((row) => `| ${row.map((cell) => cell.replaceAll('\n\n', ' / ')).join(' | ')}`),
        ];
      case 'picture':
        return [`picture ${block.file ?? 'none'}: ${block.text}`];
      case 'quotation':
        return [`> ${block.text}${block.by ? ` — ${block.by}` : ''}`];
      case 'footnote':
        return [`[^${block.label}]: ${block.text}`];
      case 'remark':
        return [`remark${block.by ? ` by ${block.by}` : ''}: ${block.text}`];
      default:
        return [block.text];
    }
  });
}
