import type { Picture } from '../edition/picture.ts';
import type { HtmlWords } from '../html/words.ts';
import type { DrawingColours } from '../svg/standalone.ts';
import type { FootNote } from '../tree.ts';
import type { Names } from './names.ts';

/** How a sheet is written. */
export interface PdfOptions {
  /** The language of the document (BCP 47); what the writer says itself is in it. */
  readonly language: string;
  /** The colours of drawings. */
  readonly colours: DrawingColours;
  /** A picture, by its path in the workspace; undefined where it can’t be shown. */
  picture(path: string): Picture | undefined;
  /** Where an item stands in the document that is named by its ref; undefined where it doesn’t. */
  anchorOf(ref: string): string | undefined;
}

/** Where something stands. Widths and heights in points of print. */
export interface Place {
  readonly width: number;
  readonly height: number;
  /** In how many pieces it stands; what stands too deep is written without these. */
  readonly depth: number;
  /** In how many lists it stands, those of facts and notes included. */
  readonly inLists: number;
  /** True in a footnote, which holds no other and no heading. */
  readonly isInNote?: true;
  /** True where words may come twice, such as the head of a table: footnotes stand elsewhere. */
  readonly isRepeated?: true;
}

/** So deep pieces of a document may nest, and lists in lists: the typesetter takes few more, and twice as long for each list. */
export const deepest = 8;
export const deepestList = 4;

/** What the typesetter takes as a picture, by the sort of its bytes. */
const sorts: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** A picture as the template names it. */
export interface File {
  readonly file: string;
  readonly format: string;
}

/** A way in the document, by the id of what it leads to. */
interface Way {
  to: string | undefined;
}

/** What all parts of the writer share: what can be led to, what was said already, and the pictures that were named. */
export class Scribe {
  readonly options: PdfOptions;
  readonly words: HtmlWords;
  /** The pictures by the names that they have in the data. */
  readonly files = new Map<string, Uint8Array>();
  /** The anchors of the headings that stand in the contents. */
  readonly listed: ReadonlySet<string>;
  /** The paths of the pictures that can be shown, but not printed. */
  readonly untaken = new Set<string>();
  private readonly names: Names;
  private readonly begun = new Set<string>();
  private readonly noted = new Set<string>();
  private readonly known = new Map<Uint8Array, File>();
  private readonly ways: Way[] = [];
  private level = 0;
  private hasTitle = false;

  constructor(options: PdfOptions, words: HtmlWords, names: Names, listed: ReadonlySet<string>) {
    this.options = options;
    this.words = words;
    this.names = names;
    this.listed = listed;
  }

  /** The id of a piece that begins at an anchor; undefined where it stands already. */
  begin(anchor: string | undefined): string | undefined {
    const id = anchor === undefined ? undefined : this.names.ids.get(anchor);
    if (id === undefined || this.begun.has(id)) return undefined;
    this.begun.add(id);
    return id;
  }

  /** True for the first title: it is that of the document, and no heading among its parts. */
  takeTitle(): boolean {
    const isFirst = !this.hasTitle;
    this.hasTitle = true;
    return isFirst;
  }

  /** The level of a heading: at most one deeper than the one before it. Readers go by them from part to part. */
  headingLevel(wanted: number): number {
    this.level = Math.max(1, Math.min(Math.trunc(wanted) || 1, this.level + 1, 6));
    return this.level;
  }

  /** A way to an anchor. It leads there if something begins there in the end. */
  wayTo(anchor: string | undefined): Way {
    const way: Way = { to: anchor === undefined ? undefined : this.names.ids.get(anchor) };
    this.ways.push(way);
    return way;
  }

  /** Takes the target from the ways that lead nowhere: the document is complete. */
  settle(): void {
    for (const way of this.ways) if (way.to !== undefined && !this.begun.has(way.to)) way.to = undefined;
  }

  /** The footnote that a mark refers to, if it is to stand below this mark. */
  note(anchor: string): FootNote | undefined {
    const found = this.names.notes.get(anchor);
    return found && this.takeNote(anchor) ? found : undefined;
  }

  /** True for a footnote that stands nowhere yet; it does from now on. */
  takeNote(anchor: string): boolean {
    if (this.noted.has(anchor)) return false;
    this.noted.add(anchor);
    return true;
  }

  /** A picture as a file of the sheet; undefined for one that can’t be printed. */
  picture(path: string): File | undefined {
    const picture = this.options.picture(path);
    const file = picture && this.pictureFile(picture, path);
    if (picture && !file) this.untaken.add(path);
    return file;
  }

  /** A picture of any name. */
  pictureFile({ type, bytes }: Picture, path = ''): File | undefined {
    const format = sorts[type];
    return format ? this.file(bytes, format, path) : undefined;
  }

  /** A file of the sheet; the same bytes are the same file. */
  file(bytes: Uint8Array, format: string, path = ''): File {
    let file = this.known.get(bytes);
    if (!file) {
      const called =
        path
          .split(/[\\/]/)
          .at(-1)
          ?.replace(/[^\p{L}\p{N}_.-]+/gu, '-') || `drawing.${format}`;
      file = { file: `${this.known.size + 1}-${called}`, format };
      this.known.set(bytes, file);
      this.files.set(file.file, bytes);
    }
    return file;
  }
}
