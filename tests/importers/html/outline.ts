import type { Block, Source } from '../../../server/src/importers/source.ts';

/** Blocks as lines of text: what each is, its words, and what else is known of it. */
export const outline = (blocks: readonly Block[]): string => blocks.map(lineOf).join('\n');

/** Blocks, and below them what was left out. */
export const account = ({ blocks, removed }: Source): string =>
  [
    outline(blocks),
    ...removed.map(({ why, words, times }) => `(${why}${times > 1 ? ` ×${times}` : ''}) ${words}`),
  ].join('\n');

function lineOf(block: Block): string {
  const { type } = block;
  if (type === 'table')
    return [
      'table',
      ...(block.caption ? [`  caption ${block.caption}`] : []),
      ...block.head.map(row('=')),
      ...block.rows.map(row('|')),
    ].join('\n');
  const more = [
    ...(block.lang ? [`lang ${block.lang}`] : []),
    ...(block.anchors ? [`#${block.anchors.join(' #')}`] : []),
    ...(block.style ? [`style ${block.style}`] : []),
    ...('by' in block && block.by ? [`by ${block.by}`] : []),
    ...(type === 'picture' && block.file ? [block.file] : []),
  ];
  const words = block.text.replaceAll('\\\n', ' / ');
  return `${sign(block)} ${words}${more.length > 0 ? `   <${more.join('; ')}>` : ''}`;
}

const row =
  (edge: string) =>
  (cells: readonly string[]): string =>
    `  ${edge} ${cells.map((cell) => cell.replaceAll('\\\n', ' / ').replaceAll('\n\n', ' // ')).join(` ${edge} `)}`;

function sign(block: Block): string {
  switch (block.type) {
    case 'heading':
      return '#'.repeat(block.level) + (block.isMarked ? '' : '?');
    case 'point':
      return `${'  '.repeat(block.depth)}${block.mark}`;
    case 'paragraph':
      return 'p';
    case 'footnote':
      return `[^${block.label}]`;
    default:
      return block.type;
  }
}
