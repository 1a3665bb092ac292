import { wordsIn } from '../html/words.ts';
import type { Flow, FootNote } from '../tree.ts';
import { flowsMarkdown } from './flows.ts';
import type { MarkdownOptions, MarkdownScribe } from './scribe.ts';

export type { MarkdownOptions } from './scribe.ts';

/**
 * A document as Markdown, as GitHub reads it: CommonMark with tables, struck-out words and footnotes. Words of the plan stay words:
 * nothing in them is a mark, a tag or a link. Anchors that links lead to, and those of items with an id, are elements `a` with that id.
 */
export function documentMarkdown(flow: readonly Flow[], options: MarkdownOptions): string {
  const found = namesIn(flow);
  const notes: FootNote[] = [];
  const marks = new Map<string, string>();
  const scribe: MarkdownScribe = {
    options,
    words: wordsIn(options.language),
    isWanted: (anchor) => found.leads.has(anchor) || !anchor.startsWith('_') || found.items(options).has(anchor),
    noteMark(note) {
      if (!found.notes.has(note) || !found.marked.has(note)) return undefined;
      const mark = marks.get(note) ?? `[^${marks.size + 1}]`;
      marks.set(note, mark);
      return mark;
    },
    keep: (note) => notes.push(note),
  };
  const pieces = [flowsMarkdown(flow, scribe)];
  // A footnote may have others.
  for (const note of notes) pieces.push(noteMarkdown(note, scribe));
  return `${pieces.filter(Boolean).join('\n\n')}\n`;
}

/** A footnote, with its further lines set in. */
function noteMarkdown({ anchor, flow }: FootNote, scribe: MarkdownScribe): string {
  const [first = '', ...rest] = flowsMarkdown(flow, scribe, 1).split('\n');
  return [`${scribe.noteMark(anchor)}: ${first}`, ...rest.map((line) => (line ? `    ${line}` : line))].join('\n');
}

/** What a document names: the anchors that links lead to, the footnotes, those that marks refer to, and the refs of items. */
function namesIn(flow: readonly Flow[]): {
  readonly leads: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
  items(options: MarkdownOptions): ReadonlySet<string>;
} {
  const leads = new Set<string>();
  const notes = new Set<string>();
  const marked = new Set<string>();
  const refs = new Set<string>();
  const waiting: unknown[] = [flow];
  while (waiting.length > 0) {
    const piece = waiting.pop();
    if (Array.isArray(piece)) for (const one of piece) waiting.push(one);
    else if (typeof piece === 'object' && piece !== null) {
      const { type, anchor, item, note } = piece as { type?: string; anchor?: string; item?: string; note?: string };
      if (type === 'mention' && anchor !== undefined) leads.add(anchor);
      if (type === 'mention' && item !== undefined) refs.add(item);
      if (type === 'note' && note !== undefined) marked.add(note);
      if (type === 'notes') for (const one of (piece as Extract<Flow, { type: 'notes' }>).notes) notes.add(one.anchor);
      for (const inner of Object.values(piece)) waiting.push(inner);
    }
  }
  let items: ReadonlySet<string> | undefined;
  return {
    leads,
    notes,
    marked,
    items({ anchorOf }) {
      items ??= new Set([...refs].flatMap((ref) => anchorOf(ref) ?? []));
      return items;
    },
  };
}
