import type { Block, Doubt, DoubtKind, Removal } from '../../source.ts';
import { bounds } from './bounds.ts';
import type { Run } from './lines.ts';
import type { Note, Notes } from './notes.ts';
import { type Joining, joined, Lexicon, markdownOf } from './prose.ts';

/** What has been read of a document so far: its blocks, and what a person should look at. */
export class Account {
  readonly blocks: Block[] = [];
  readonly removed: Removal[] = [];
  readonly doubts: Doubt[] = [];
  readonly lexicon = new Lexicon();
  readonly joining: Joining;
  /** How many pages a table has come over. */
  readonly spreads = new WeakMap<object, number>();
  private readonly notes: Notes;
  private readonly places = new Map<string, number>();
  private readonly said = new Map<string, number>();
  private readonly waiting: Note[] = [];
  private readonly told = new Set<Note>();

  constructor(notes: Notes) {
    this.notes = notes;
    this.joining = {
      lexicon: this.lexicon,
      unsure: (word, page) => {
        if (!this.said.has(word))
          this.doubt(
            'glued',
            `“${word}” is printed over two lines, with the hyphen at the end of the first: it may be one word.`,
            page,
          );
        this.said.set(word, 1);
      },
    };
  }

  /** Says once what should be looked at; of the same sort only so often. */
  doubt(kind: DoubtKind, message: string, page: number): void {
    if (this.said.has(message)) return;
    this.said.set(message, 1);
    const count = (this.said.get(kind) ?? 0) + 1;
    this.said.set(kind, count);
    if (count <= bounds.doubtsOfSort) this.doubts.push({ kind, message, spot: { page } });
  }

  /** Takes words out: the same words for the same reason are one entry. */
  remove(why: Removal['why'], words: string, page: number, times = 1): void {
    const key = `${why} ${words}`;
    const at = this.places.get(key) ?? this.removed.length;
    const before = this.removed[at];
    this.places.set(key, at);
    this.removed[at] = before ? { ...before, times: before.times + times } : { why, words, spot: { page }, times };
  }

  /** Words as Markdown: the footnotes that they have come after the block. */
  markdown(runs: readonly Run[], page: number, emphasis = true): string {
    const note = (mark: string, on: number): string | undefined => {
      const found = this.notes.at(mark, on);
      if (found && !this.told.has(found)) {
        this.told.add(found);
        this.waiting.push(found);
      }
      return found?.label;
    };
    return markdownOf(runs, { emphasis, note, page });
  }

  /** Takes a block, and the footnotes of it. */
  add(block: Block): void {
    this.blocks.push(block);
    this.addNotes();
  }

  /** Footnotes whose marks stand in what was read. */
  addNotes(notes: readonly Note[] = this.waiting.splice(0)): void {
    for (const note of notes) {
      this.told.add(note);
      const { page, label, lines, skip } = note;
      const [first, ...rest] = joined(lines, this.joining);
      const text = first ? this.markdown([...withoutStart([first, ...rest], skip)], page) : '';
      this.blocks.push({ type: 'footnote', spot: { page }, label, text });
    }
  }

  /** Footnotes to which no mark leads. */
  addNotesLeft(): void {
    this.addNotes(this.notes.all.filter((note) => !this.told.has(note)));
  }
}

/** Runs without their first characters. */
export function withoutStart(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}
