import type { Block, Page } from '../../documents/view.ts';
import type { PreviewControl, PreviewPlace, PreviewProblem, PreviewUpdate } from '../protocol.ts';
import { sameProblems } from './problems.ts';

/** A page with all that its panel shows of it. */
export interface Made {
  readonly page: Page;
  readonly language: string;
  readonly languages: readonly string[];
  /** The URIs of the plan’s files, the root first. */
  readonly files: readonly string[];
  /** The number of a file in this list, by its path. */
  numberOf(path: string): number | undefined;
  /** What is wrong in the files, in the order of a page whose blocks come from these places. */
  problems(places: readonly (PreviewPlace | null)[]): readonly PreviewProblem[];
  /** The markup of a block. */
  write(block: Block): string;
}

interface ShownBlock {
  readonly block: Block;
  readonly html: string;
}

/** What a panel shows, and so what need not be sent again. */
export class Shown {
  /** The number of the last update; 0 while nothing was sent. */
  version = 0;
  private blocks: readonly ShownBlock[] = [];
  private order: readonly string[] = [];
  private places: readonly (PreviewPlace | null)[] = [];
  private files: readonly string[] = [];
  private controls: readonly PreviewControl[] = [];
  private problems: readonly PreviewProblem[] = [];

  /** What is other on a page than on the one that the panel has, if it has the last one; else all of it. */
  update({ page, language, languages, ...made }: Made, has: number): PreviewUpdate {
    const whole = this.version === 0 || has !== this.version;
    if (whole) this.forget();
    const { files, controls, order, places, problems } = this;
    const changed = this.takeBlocks(page, made.write);
    this.order = keptList(
      order,
      page.blocks.map(({ key }) => key),
    );
    this.places = keptList(places, placesOf(page, made, places), samePlace);
    this.files = keptList(files, made.files);
    this.controls = sameControls(controls, page.controls) ? controls : page.controls;
    const found = made.problems(this.places);
    this.problems = sameProblems(problems, found) ? problems : found;
    return {
      version: ++this.version,
      whole,
      title: page.title,
      language,
      languages,
      ...(whole || this.files !== files ? { files: this.files } : {}),
      ...(whole || this.controls !== controls ? { controls: this.controls } : {}),
      ...(whole || this.order !== order ? { order: this.order } : {}),
      ...(whole || this.places !== places ? { places: this.places } : {}),
      changed,
      ...(whole || this.problems !== problems ? { problems: this.problems } : {}),
    };
  }

  /** The markup is written in another way from now on, such as with other addresses of pictures: all of it has to be looked at again. */
  rewrite(): void {
    this.blocks = this.blocks.map(({ block, html }) => ({ block: { ...block, flow: [] }, html }));
  }

  private forget(): void {
    this.blocks = [];
    this.order = [];
    this.places = [];
    this.files = [];
    this.controls = [];
    this.problems = [];
  }

  /** Takes in the blocks of a page; gives the markup of those that are other than before. */
  private takeBlocks({ blocks }: Page, write: Made['write']): PreviewUpdate['changed'] {
    const before = this.blocks;
    let byKey: Map<string, ShownBlock> | undefined;
    const changed: { key: string; html: string }[] = [];
    this.blocks = blocks.map((block, index) => {
      const { key } = block;
      // Most often the order is as before.
      let known = before[index];
      if (known?.block.key !== key) {
        byKey ??= new Map(before.map((one) => [one.block.key, one]));
        known = byKey.get(key);
      }
      if (known && saysTheSame(known.block, block)) return known;
      const html = write(block);
      if (html !== known?.html) changed.push({ key, html });
      return { block, html };
    });
    return changed;
  }
}

const saysTheSame = (a: Block, b: Block): boolean =>
  a.flow === b.flow && a.role === b.role && a.depth === b.depth && a.item === b.item;

/** Where each block of a page comes from; the same object as before for a block that stands where it stood. */
function placesOf(
  { blocks }: Page,
  { numberOf }: Pick<Made, 'numberOf'>,
  before: readonly (PreviewPlace | null)[],
): (PreviewPlace | null)[] {
  return blocks.map(({ source }, index) => {
    const file = source && numberOf(source.path);
    if (!source || file === undefined) return null;
    const known = before[index];
    if (known?.[0] === file && known[1] === source.line && known[2] === source.end) return known;
    return [file, source.line, source.end];
  });
}

const samePlace = (a: PreviewPlace | null, b: PreviewPlace | null): boolean =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1] && a[2] === b[2]);

/** A list, or the one before it where both say the same. */
const keptList = <Value>(
  before: readonly Value[],
  after: readonly Value[],
  isSame: (a: Value, b: Value) => boolean = Object.is,
): readonly Value[] =>
  before.length === after.length && after.every((value, index) => isSame(before[index] as Value, value))
    ? before
    : after;

const sameControls = (a: readonly PreviewControl[], b: readonly PreviewControl[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
