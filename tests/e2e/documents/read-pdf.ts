import { readFileSync } from 'node:fs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { run } from './tools.ts';

type Dictionary = Readonly<Record<string, unknown>>;

/** An element of the structure of a document (ISO 32000-1, 14.7). */
export interface Tag {
  /** The standard type that it counts as: `H1`. */
  readonly type: string;
  readonly own: Dictionary;
  readonly inner: readonly Tag[];
  /** The objects that belong to it, such as links, by their references. */
  readonly objects: readonly string[];
  /** What is drawn of it: the page and the number of the mark there. */
  readonly marks: readonly { readonly page: string; readonly id: number }[];
}

/** A bookmark, and how deep it stands: 1 for the first level. */
export interface Bookmark {
  readonly title: string;
  readonly depth: number;
}

/** A PDF as its objects, which qpdf reads. */
export class ReadPdf {
  readonly path: string;
  private readonly objects: Readonly<
    Record<string, { readonly value?: unknown; readonly stream?: { readonly dict: Dictionary } }>
  >;
  readonly pages: readonly string[];

  constructor(path: string) {
    this.path = path;
    const read = JSON.parse(run('qpdf', ['--json=2', '--json-stream-data=none', '--decode-level=none', path])) as {
      readonly qpdf: readonly [unknown, ReadPdf['objects']];
      readonly pages: readonly { readonly object: string }[];
    };
    this.objects = read.qpdf[1];
    this.pages = read.pages.map(({ object }) => object);
  }

  /** What a reference stands for; anything else is itself. */
  at(value: unknown): unknown {
    if (!isReference(value)) return value;
    const found = this.objects[`obj:${value}`];
    return found?.stream ? found.stream.dict : found?.value;
  }

  dictionary(value: unknown): Dictionary {
    const found = this.at(value);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Dictionary) : {};
  }

  list(value: unknown): readonly unknown[] {
    const found = this.at(value);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [value];
  }

  /** Words; undefined for anything else. */
  words(value: unknown): string | undefined {
    const found = this.at(value);
    return typeof found === 'string' && /^u:/.test(found) ? found.slice(2) : undefined;
  }

  get catalogue(): Dictionary {
    const trailer = this.objects.trailer?.value as Dictionary;
    return this.dictionary(trailer['/Root']);
  }

  /** What the document says of itself, as XML (XMP). */
  get metadata(): string {
    const at = String(this.catalogue['/Metadata']).split(' ')[0];
    return run('qpdf', [`--show-object=${at}`, '--filtered-stream-data', this.path]);
  }

  get bookmarks(): Bookmark[] {
    const found: Bookmark[] = [];
    const walk = (first: unknown, depth: number): void => {
      for (let next = first; next !== undefined; next = this.dictionary(next)['/Next']) {
        found.push({ title: this.words(this.dictionary(next)['/Title']) ?? '', depth });
        walk(this.dictionary(next)['/First'], depth + 1);
      }
    };
    walk(this.dictionary(this.catalogue['/Outlines'])['/First'], 1);
    return found;
  }

  /** All dictionaries of some type: `/Font`. */
  *every(type: string): Generator<Dictionary> {
    for (const { value } of Object.values(this.objects))
      if (typeof value === 'object' && value !== null && (value as Dictionary)['/Type'] === type)
        yield value as Dictionary;
  }

  /** The tree of tags, as the one element that holds all. */
  get tags(): Tag {
    const root = this.dictionary(this.catalogue['/StructTreeRoot']);
    const roles = this.dictionary(root['/RoleMap']);
    const typeOf = (own: Dictionary): string => {
      let type = String(own['/S'] ?? '');
      for (let step = 0; step < 5 && roles[type] !== undefined; step++) type = String(roles[type]);
      return type.slice(1);
    };
    const read = (own: Dictionary, around: unknown): Tag => {
      const page = own['/Pg'] ?? around;
      const inner: Tag[] = [];
      const objects: string[] = [];
      const marks: { page: string; id: number }[] = [];
      for (const kid of this.list(own['/K'])) {
        if (typeof kid === 'number') marks.push({ page: String(page), id: kid });
        else {
          const one = this.dictionary(kid);
          if (one['/Type'] === '/MCR') marks.push({ page: String(one['/Pg'] ?? page), id: Number(one['/MCID']) });
          else if (one['/Type'] === '/OBJR') objects.push(String(one['/Obj']));
          else inner.push(read(one, page));
        }
      }
      return { type: typeOf(own), own, inner, objects, marks };
    };
    return read(root, undefined);
  }

  /** The attributes of a tag, all owners together. */
  attributes(tag: Tag): Dictionary {
    return Object.assign({}, ...this.list(tag.own['/A']).map((one) => this.dictionary(one))) as Dictionary;
  }

  /** What is painted on the pages and belongs to nothing: neither to a tag nor to what is only for the eye. One line each. */
  async untold(tags: Iterable<Tag>): Promise<string[]> {
    const known = new Set<string>();
    for (const { marks } of tags) for (const { page, id } of marks) known.add(`${page} ${id}`);
    const data = new Uint8Array(readFileSync(this.path));
    const task = getDocument({ data, verbosity: 0, useSystemFonts: false });
    const document = await task.promise;
    const faults: string[] = [];
    for (const [index, page] of this.pages.entries()) {
      const { fnArray: steps, argsArray: given } = await (await document.getPage(index + 1)).getOperatorList();
      const open: boolean[] = [];
      for (const [at, step] of steps.entries()) {
        if (step === OPS.beginMarkedContent || step === OPS.beginMarkedContentProps)
          open.push(isTold(given[at] as readonly unknown[], page, known));
        else if (step === OPS.endMarkedContent) open.pop();
        else if (paints(step, given[at] as readonly unknown[] | null) && !open.includes(true))
          faults.push(`Page ${index + 1} has something painted that has no tag.`);
      }
    }
    await task.destroy();
    return faults;
  }
}

const isReference = (value: unknown): value is string => typeof value === 'string' && /^\d+ \d+ R$/.test(value);

/** True for marked content that is an artifact, or that a tag knows. */
function isTold([tag, given]: readonly unknown[], page: string, known: ReadonlySet<string>): boolean {
  const name = typeof tag === 'object' && tag !== null ? (tag as { readonly name?: unknown }).name : tag;
  if (name === 'Artifact') return true;
  const id = typeof given === 'number' ? given : (given as { readonly MCID?: number } | null | undefined)?.MCID;
  return id !== undefined && known.has(`${page} ${id}`);
}

const painting: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.shadingFill,
]);

/** True for a step that leaves something on the page: a path that only cuts others does not. */
const paints = (step: number, given: readonly unknown[] | null): boolean =>
  painting.has(step) || (step === OPS.constructPath && given?.[0] !== OPS.endPath);

/** A tag and all in it, in the order of reading. */
export function* within(tag: Tag): Generator<Tag> {
  yield tag;
  for (const one of tag.inner) yield* within(one);
}
