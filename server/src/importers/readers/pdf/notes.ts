import { flowing } from './flow.ts';
import { type Line, textOf } from './lines.ts';
import type { PageText } from './page.ts';
import { isNode, linesWithin, type Node } from './tree.ts';

/** A footnote. */
export interface Note {
  /** One of its own in the document: marks begin again on each page in many. */
  readonly label: string;
  readonly mark: string;
  readonly page: number;
  readonly lines: readonly Line[];
  /** How many characters of its first line are its mark. */
  readonly skip: number;
}

/** How small the letters of footnotes are beside those of the document. */
const small = 0.93;

const label = /^(\d{1,3}|[*†‡§]{1,3})(?=\s|\p{L}|$)\s*/u;

/** Footnotes by the page and the mark in the text. */
export class Notes {
  readonly lines = new Set<Line>();
  private readonly notes = new Map<string, Note>();
  private readonly labels = new Set<string>();

  /** Finds the footnotes of a page: small letters at its foot that begin with a mark which stands raised in the text above. */
  add(page: PageText, lines: readonly Line[], size: number): void {
    const sorted = lines.filter(({ angle }) => angle === 0).sort((one, other) => one.y - other.y || one.x0 - other.x0);
    const from = sorted.findLastIndex((line) => line.size > small * size) + 1;
    const text = sorted.slice(0, from);
    const raised = new Set(
      text.flatMap(({ runs }) => runs.flatMap((run) => (run.raised > 0 ? [run.text.trim()] : []))),
    );
    let current: { mark: string; skip: number; lines: Line[] } | undefined;
    const found: { mark: string; skip: number; lines: Line[] }[] = [];
    for (const line of sorted.slice(from)) {
      const [whole = '', mark = ''] = label.exec(textOf(line)) ?? [];
      if (raised.has(mark)) {
        current = { mark, skip: whole.length, lines: [line] };
        found.push(current);
      } else current?.lines.push(line);
    }
    for (const one of found) {
      for (const line of one.lines) this.lines.add(line);
      this.notes.set(`${page.number} ${one.mark}`, {
        ...one,
        page: page.number,
        label: this.labelFor(one.mark, page.number),
      });
    }
  }

  /** Takes the footnotes of a tree of tags. */
  addTagged(node: Node): void {
    for (const kid of node.kids) {
      if (!isNode(kid)) continue;
      if (kid.role === 'Note' || kid.role === 'FENote') this.addNode(kid);
      else this.addTagged(kid);
    }
  }

  private addNode(node: Node): void {
    const lines = flowing(linesWithin(node));
    const [first] = lines;
    const [whole = '', mark = ''] = (first && label.exec(textOf(first))) ?? [];
    if (!first) return;
    const { page } = first;
    const key = `${page} ${mark || `untold ${this.notes.size}`}`;
    this.notes.set(key, { mark, page, lines, skip: whole.length, label: this.labelFor(mark, page) });
  }

  /** The footnote that a mark on a page stands for. */
  at(mark: string, page: number): Note | undefined {
    return this.notes.get(`${page} ${mark}`);
  }

  get all(): readonly Note[] {
    return [...this.notes.values()];
  }

  private labelFor(mark: string, page: number): string {
    const wanted = /^\d+$/.test(mark) ? mark : `n${page}`;
    let made = wanted;
    for (let count = 0; this.labels.has(made); count++)
      made = count === 0 ? `${wanted}-p${page}` : `${wanted}-p${page}-${count}`;
    this.labels.add(made);
    return made;
  }
}
