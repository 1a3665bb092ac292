import type { Flow, Inline } from '../../server/src/documents/tree.ts';

/** A piece of a document in short: `p(See @safe(Communities are safe).)`. */
export const outline = (flow: readonly Flow[]): string => flow.map(flowOutline).join(' ');

function flowOutline(flow: Flow): string {
  switch (flow.type) {
    case 'heading':
      return `h${flow.level}(${line(flow.children)})`;
    case 'paragraph':
      return `p(${line(flow.children)})`;
    case 'list': {
      const points = flow.points.map((point) => `li(${outline(point.flow)})`).join(' ');
      return `${flow.ordered ? `ol${flow.start === 1 ? '' : flow.start}` : 'ul'}(${points})`;
    }
    case 'table':
      return `table(${[...flow.head, ...flow.rows].map((row) => row.map((cell) => line(cell.children)).join(',')).join('|')})`;
    case 'quote':
      return `quote(${outline(flow.flow)})`;
    case 'code':
      return `pre(${flow.text})`;
    case 'rule':
      return 'hr';
    case 'figure':
      return `figure(${flow.path},${flow.alt}${flow.caption ? `,${line(flow.caption)}` : ''})`;
    case 'notes':
      return `notes(${flow.notes.map((note) => `${note.label}(${outline(note.flow)})`).join(' ')})`;
    default:
      return flow.type;
  }
}

const line = (children: readonly Inline[]): string => children.map(inlineOutline).join('');

function inlineOutline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return `code(${inline.text})`;
    case 'broken':
      return `?${inline.text}`;
    case 'break':
      return '⏎';
    case 'note':
      return `^${inline.label}`;
    case 'image':
      return `img(${inline.path ?? inline.href ?? ''},${inline.alt})`;
    case 'link':
      return `link(${inline.href},${line(inline.children)})`;
    case 'mention':
      return `@${inline.anchor ?? ''}(${line(inline.children)})`;
    default:
      return `${{ strong: 'strong', emphasis: 'em', deleted: 's', inserted: 'ins', removed: 'del' }[inline.type]}(${line(inline.children)})`;
  }
}
