import { flat } from '../html/flat.ts';
import { wordsOf } from '../plain-words.ts';
import type { Cell, Flow, Inline, Point } from '../tree.ts';

/** So deep lists and quotations may nest; deeper ones stand one after another. */
const deepest = 20;

/** What stands on lines of its own as plain words: paragraphs with an empty line between them, and nothing that means anything but itself. */
export function plainText(flow: readonly Flow[], depth = 0): string {
  const shown = depth > deepest ? flat(flow) : flow;
  return apart(shown.map((one) => flowText(one, depth + 1)));
}

/** Pieces of text with an empty line between them; empty ones are left out. */
export const apart = (pieces: readonly (string | undefined)[]): string => pieces.filter(Boolean).join('\n\n');

/** The words of a line, with line breaks, and addresses behind the words of links. */
export function lineText(line: readonly Inline[]): string {
  const pieces: string[] = [];
  const waiting: (Inline | string)[] = line.toReversed();
  for (let inline = waiting.pop(); inline !== undefined; inline = waiting.pop()) {
    if (typeof inline === 'string') pieces.push(inline);
    else if (inline.type === 'break') pieces.push('\n');
    else if (inline.type === 'image') pieces.push(inline.alt);
    else if (inline.type === 'note') pieces.push(`[${inline.label}]`);
    else if ('text' in inline) pieces.push(inline.text);
    else {
      if (inline.type === 'link') waiting.push(addressBehind(inline.href, wordsOf(inline.children)));
      waiting.push(...inline.children.toReversed());
    }
  }
  return pieces.join('').trim();
}

/** The address of a link where its words are not the address already. */
function addressBehind(href: string, words: string): string {
  const bare = href.replace(/^(?:mailto:|tel:|https?:\/\/)/, '');
  return words === href || words.endsWith(bare) || href.startsWith('tel:') ? '' : ` (${href})`;
}

function flowText(flow: Flow, depth: number): string {
  switch (flow.type) {
    case 'heading':
      return [flow.number, lineText(flow.children)].filter(Boolean).join(' ');
    case 'paragraph':
      return lineText(flow.children);
    case 'list':
      return flow.points.map((point, index) => pointText(point, flow, index, depth)).join('\n');
    case 'table':
      return [lineText(flow.caption ?? []), ...[...flow.head, ...flow.rows].map(rowText)].filter(Boolean).join('\n');
    case 'quote':
      return apart([plainText(flow.flow, depth), flow.by && `— ${lineText(flow.by)}`]);
    case 'code':
      return flow.text;
    case 'rule':
      return '';
    case 'figure':
      return apart([flow.alt, lineText(flow.caption ?? [])]);
    case 'facts':
      return flow.facts.map((fact) => factText(lineText(fact.name), plainText(fact.flow, depth))).join('\n');
    case 'statistics':
      return flow.statistics
        .map(({ value, label, details }) => [value, label, ...details].map(lineText).filter(Boolean).join(' – '))
        .join('\n');
    case 'notes':
      return flow.notes.map((note) => `[${note.label}] ${plainText(note.flow, depth)}`).join('\n');
    case 'group':
      return plainText(flow.flow, depth);
    case 'drawing':
      return apart([flow.title, flow.description, plainText(flow.same, depth)]);
  }
}

/** Something with its name; on lines of its own where it is several. */
export const factText = (name: string, text: string): string => {
  const before = /[:?!.]$/.test(name) ? name : `${name}:`;
  return text.includes('\n') ? `${before}\n${text}` : `${before} ${text}`.trim();
};

/** A point behind its sign, with its further lines below its beginning. */
function pointText(
  { number, flow: inside }: Point,
  { ordered, start = 1 }: { readonly ordered: boolean; readonly start?: number | undefined },
  index: number,
  depth: number,
): string {
  const sign = number ?? (ordered ? `${start + index}.` : '•');
  const text = plainText(inside, depth).replaceAll('\n\n', '\n');
  return `${sign} ${text.replaceAll('\n', '\n  ')}`.trimEnd();
}

const rowText = (row: readonly Cell[]): string =>
  row
    .map(({ children }) => lineText(children))
    .join(' | ')
    .trim();
