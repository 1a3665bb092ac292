import { isSame } from '../kept-blocks.ts';
import type { Labels } from '../labels.ts';
import type { Block } from '../view.ts';
import { type Draft, isFromSame, lastLineOf, lineOf, rememberedSpans, type Span, type Written } from './draft.ts';
import type { Change, Face, Outside } from './outside.ts';
import { Writer } from './writer.ts';

/** What a page is made with. */
interface Making {
  readonly outside: Outside;
  readonly labels: Labels;
  readonly change: Change;
  /** True where something has changed that all blocks depend on, such as the labels. */
  readonly isNew: boolean;
}

/** What the blocks of a page were written from, so that only those are written again of which that has changed. */
export class Memory {
  private readonly written = new Map<string, Written>();

  /** The blocks of a page, those that say the same as before with the same words. */
  write(drafts: readonly Draft[], making: Making): Block[] {
    const blocks: Block[] = [];
    for (const draft of drafts) {
      const kept = draft.written;
      const known = kept ?? this.written.get(draft.key);
      const written = known && isStill(known, draft, known === kept, making) ? known : write(draft, making, known);
      if (written !== kept) {
        draft.written = written;
        this.written.set(draft.key, written);
      }
      blocks.push(blockOf(draft, written, written === kept && !making.change.isAnew, making.outside));
    }
    if (this.written.size > blocks.length) this.forget(blocks);
    return blocks;
  }

  /** Lets go of what is on the page no more. */
  private forget(blocks: readonly Block[]): void {
    const keys = new Set(blocks.map(({ key }) => key));
    for (const key of this.written.keys()) if (!keys.has(key)) this.written.delete(key);
  }
}

/** True where a block would say what it said. */
function isStill(known: Written, draft: Draft, isSameDraft: boolean, { outside, change, isNew }: Making): boolean {
  if (isNew || known.shape !== draft.shape) return false;
  if (!isSameDraft) {
    if (!isFromSame(known.spans, draft)) return false;
    known.spans = rememberedSpans(draft);
  }
  for (const { path, text } of known.files) if (outside.model.workspace.host.read(path) !== text) return false;
  const isAsked = draft.isCurious || change.isAnew || (change.isRelinked && draft.isLinked);
  if (!isAsked && (change.gone.size === 0 || !showsAny(known, change.gone))) return true;
  const answers = draft.asks?.(outside) ?? none;
  const { length } = known.answers;
  if (answers.length !== length) return false;
  for (let index = 0; index < length; index++) if (answers[index] !== known.answers[index]) return false;
  for (const { name, face } of known.names) {
    const item = outside.named(name);
    if ((item && outside.face(item)) !== face) return false;
  }
  return true;
}

const none: readonly unknown[] = [];

/** True where a block shows one of some faces. */
function showsAny({ names, answers }: Written, gone: ReadonlySet<Face>): boolean {
  for (const { face } of names) if (face && gone.has(face)) return true;
  for (const answer of answers) if (gone.has(answer as Face)) return true;
  return false;
}

function write(draft: Draft, { outside, labels }: Making, known: Written | undefined): Written {
  const writer = new Writer(outside, labels, draft);
  const answers = draft.asks?.(outside) ?? none;
  const flow = draft.write(writer, answers);
  return {
    shape: draft.shape,
    spans: rememberedSpans(draft),
    answers,
    names: writer.names,
    files: writer.files,
    flow: known && isSame(known.flow, flow) ? known.flow : flow,
    block: undefined,
    first: 0,
  };
}

const firstLineOf = ({ placed }: Span): number => placed.file.tree.lines[placed.index] as number;

function blockOf(draft: Draft, written: Written, isKept: boolean, { anchors }: Outside): Block {
  const { key, role, depth, item, from, to } = draft;
  const first = from ? firstLineOf(from) : 0;
  if (isKept && written.block && written.first === first) return written.block;
  const source = from && { path: from.placed.file.path, line: lineOf(from), end: lastLineOf(to ?? from) };
  written.block = { key, role, depth, item: item && anchors.ref(item), source, flow: written.flow };
  written.first = first;
  return written.block;
}
