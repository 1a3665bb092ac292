import type { IStylesOptions } from 'docx';

/** What a style says of the room that its paragraphs take. Sizes in twentieths of a point. */
export interface Measures {
  readonly family: string;
  readonly size: number;
  readonly isBold: boolean;
  /** How far lines stand apart, as a part of their own height. */
  readonly line: number;
  readonly before: number;
  readonly after: number;
  readonly left: number;
  readonly right: number;
  readonly hanging: number;
  readonly keepsNext: boolean;
  readonly keepsLines: boolean;
  readonly breaksBefore: boolean;
}

/** What a style says of its own; the rest is as in paragraphs without a style. */
export type OwnMeasures = Partial<Measures>;

/** The measures of styles, by their names in the file. */
export interface StyleMeasures {
  readonly usual: Measures;
  readonly own: ReadonlyMap<string, OwnMeasures>;
}

/** Half points, and lines as 240th parts: the units in which Word writes sizes of letters, and how far lines stand apart. */
const HALF_POINT = 10;
const LINE = 240;

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The measures of the styles of a document. */
export function measuresOf(styles: IStylesOptions): StyleMeasures {
  const own = new Map<string, OwnMeasures>();
  const all = [{ id: '', ...styles.default?.document }, ...(styles.paragraphStyles ?? [])];
  for (const { id, run, paragraph } of all) {
    const font = run?.font;
    const { spacing, indent } = paragraph ?? {};
    const line = number(spacing?.line);
    own.set(
      id,
      given({
        family: typeof font === 'string' ? font : undefined,
        size: scaled(number(run?.size), HALF_POINT),
        isBold: run?.bold,
        line: line === undefined ? undefined : line / LINE,
        before: number(spacing?.before),
        after: number(spacing?.after),
        left: number(indent?.left),
        right: number(indent?.right),
        hanging: number(indent?.hanging),
        keepsNext: paragraph?.keepNext,
        keepsLines: paragraph?.keepLines,
      }),
    );
  }
  return { usual: { ...plain, ...own.get('') }, own };
}

/** What stands in documents that say nothing (ECMA-376, 17.3). */
const plain: Measures = {
  family: 'Times New Roman',
  size: 200,
  isBold: false,
  line: 1,
  before: 0,
  after: 0,
  left: 0,
  right: 0,
  hanging: 0,
  keepsNext: false,
  keepsLines: false,
  breaksBefore: false,
};

const scaled = (value: number | undefined, by: number): number | undefined =>
  value === undefined ? undefined : value * by;

/** What is said, without what isn’t. */
export const given = (all: { readonly [Key in keyof Measures]?: Measures[Key] | undefined }): OwnMeasures =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as OwnMeasures;
