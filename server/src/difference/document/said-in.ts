import { wordsOf } from '../../documents/plain-words.ts';
import type { Flow, Inline } from '../../documents/tree.ts';

/** What pieces of a document say, in one text: the same for those that say the same. Numbers that are only printed are left out. */
export const saidIn = (flow: readonly Flow[]): string => flow.map(saidBy).join('\n').trim();

/** The number before the title of an item that is named: `2. `, `2.1 `. */
const number = /^\d+(?:\.\d+)*\.? /;

/** What a line says. An item that is named by its number and title is the same with another number. */
export const spoken = (line: readonly Inline[]): string =>
  wordsOf(
    line.map((inline) =>
      inline.type === 'mention' ? { type: 'text', text: wordsOf(inline.children).replace(number, '') } : inline,
    ),
  );

const lines = (all: readonly (readonly Inline[])[]): string => all.map(spoken).join('\n');

function saidBy(flow: Flow): string {
  switch (flow.type) {
    case 'heading':
    case 'paragraph':
      return spoken(flow.children);
    case 'list':
      return flow.points.map((point) => saidIn(point.flow)).join('\n');
    case 'table':
      return [...flow.head, ...flow.rows].map((row) => lines(row.map(({ children }) => children))).join('\n');
    case 'quote':
      return `${saidIn(flow.flow)}\n${spoken(flow.by ?? [])}`;
    case 'code':
      return flow.text;
    case 'figure':
      return `${flow.path ?? ''}\n${spoken(flow.caption ?? [])}`;
    case 'facts':
      return flow.facts.map(({ name, flow: inside }) => `${spoken(name)}\n${saidIn(inside)}`).join('\n');
    case 'statistics':
      return flow.statistics.map(({ value, label, details }) => lines([value, label, ...details])).join('\n');
    case 'notes':
      return flow.notes.map((note) => saidIn(note.flow)).join('\n');
    case 'group':
      return saidIn(flow.flow);
    case 'drawing':
      return saidIn(flow.same);
    case 'rule':
      return '';
  }
}
