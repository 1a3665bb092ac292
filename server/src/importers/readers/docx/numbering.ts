/** The numbers before points and headings of a Word document, counted as Word does. */
import { childOf, elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { inLetters, inRoman, ordinal } from '../office/numbers.ts';
import { bullet } from '../office/symbols.ts';
import type { Styles } from './styles.ts';
import { points, settingOf, switchOf, wholeNumber } from './values.ts';

/** A level of a list. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` */
  readonly text: string;
  /** The level whose numbers start it again; undefined for any above it. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
  /** In points. */
  readonly indent: number | undefined;
  readonly font: string | undefined;
  readonly isInFigures: boolean;
  readonly isPicture: boolean;
}

interface Num {
  readonly list: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** A number as it is printed. */
export interface Printed {
  /** Empty where nothing is printed. */
  readonly mark: string;
  /** In points. */
  readonly indent: number | undefined;
}

const levels = 9;

/** The lists of a document, with how far each was counted. */
export class Numbering {
  readonly #lists = new Map<string, readonly (Level | undefined)[]>();
  readonly #nums = new Map<string, Num>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined, styles: Styles) {
    const linked = new Map<string, string>();
    for (const list of elementsOf(root, 'w:abstractNum')) {
      const id = list.attributes['w:abstractNumId'] ?? '';
      this.#lists.set(id, levelsOf(list));
      const link = settingOf(list, 'w:numStyleLink');
      if (link !== undefined) linked.set(id, link);
    }
    for (const num of elementsOf(root, 'w:num')) this.#nums.set(num.attributes['w:numId'] ?? '', numOf(num));
    for (const [id, style] of linked) {
      const list = this.#lists.get(this.#nums.get(styles.numberingOf(style) ?? '')?.list ?? '');
      if (list) this.#lists.set(id, list);
    }
  }

  /** Whether there is a list of that number: 0 stands for none. */
  has(num: string | undefined): num is string {
    return num !== undefined && this.#nums.has(num);
  }

  /** The level of a list that belongs to a style. */
  levelOfStyle(num: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    const found = this.#levels(num).findIndex((level) => level?.style === style);
    return found < 0 ? undefined : found;
  }

  /** The number of the next paragraph of a list. */
  next(num: string, level: number): Printed {
    const at = Math.min(Math.max(level, 0), levels - 1);
    const all = this.#levels(num);
    const own = all[at];
    if (!own) return { mark: '•', indent: undefined };
    const counts = this.#count(num, at, all);
    const mark =
      own.format === 'bullet' ? (own.isPicture ? '•' : bullet(own.text, own.font)) : printed(own, all, counts);
    return { mark: mark.trim(), indent: own.indent };
  }

  #levels(num: string): readonly (Level | undefined)[] {
    const found = this.#nums.get(num);
    if (!found) return [];
    const list = this.#lists.get(found.list) ?? [];
    return found.levels.size === 0 ? list : Array.from({ length: levels }, (_, at) => found.levels.get(at) ?? list[at]);
  }

  /** Counts on; lists of one origin are counted together until one says where it starts. */
  #count(num: string, at: number, all: readonly (Level | undefined)[]): (number | undefined)[] {
    const { list, starts } = this.#nums.get(num)!;
    const counts = this.#counts.get(list) ?? [];
    this.#counts.set(list, counts);
    if (!this.#begun.has(num)) {
      this.#begun.add(num);
      for (const level of starts.keys()) counts[level] = undefined;
    }
    const startOf = (level: number): number => starts.get(level) ?? all[level]?.start ?? 1;
    for (let level = 0; level < at; level++) counts[level] ??= startOf(level);
    const before = counts[at];
    counts[at] = before === undefined ? startOf(at) : before + 1;
    for (let level = at + 1; level < levels; level++) {
      const restart = all[level]?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) counts[level] = undefined;
    }
    return counts;
  }
}

function levelsOf(list: XmlElement): (Level | undefined)[] {
  const found: (Level | undefined)[] = [];
  for (const element of elementsOf(list, 'w:lvl')) {
    const at = wholeNumber(element.attributes['w:ilvl']) ?? 0;
    if (at >= 0 && at < levels) found[at] = levelOf(element);
  }
  return found;
}

function levelOf(element: XmlElement): Level {
  const indent = childOf(element, 'w:pPr', 'w:ind')?.attributes;
  const fonts = childOf(element, 'w:rPr', 'w:rFonts')?.attributes;
  return {
    start: wholeNumber(settingOf(element, 'w:start')) ?? 0,
    format:
      settingOf(element, 'w:numFmt') ??
      childOf(element, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt')?.attributes['w:val'] ??
      'decimal',
    text: settingOf(element, 'w:lvlText') ?? '',
    restart: wholeNumber(settingOf(element, 'w:lvlRestart')),
    style: settingOf(element, 'w:pStyle'),
    indent: points(indent?.['w:left'] ?? indent?.['w:start']),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    isInFigures: switchOf(element, 'w:isLgl') ?? false,
    isPicture: childOf(element, 'w:lvlPicBulletId') !== undefined,
  };
}

function numOf(num: XmlElement): Num {
  const starts = new Map<number, number>();
  const own = new Map<number, Level>();
  for (const override of elementsOf(num, 'w:lvlOverride')) {
    const at = wholeNumber(override.attributes['w:ilvl']) ?? 0;
    const start = wholeNumber(settingOf(override, 'w:startOverride'));
    const level = childOf(override, 'w:lvl');
    if (start !== undefined) starts.set(at, start);
    if (level) own.set(at, levelOf(level));
  }
  return { list: settingOf(num, 'w:abstractNumId') ?? '', starts, levels: own };
}

function printed(own: Level, all: readonly (Level | undefined)[], counts: readonly (number | undefined)[]): string {
  if (own.format === 'none' && !own.text.includes('%')) return own.text;
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return formatted(counts[at] ?? all[at]?.start ?? 1, own.isInFigures ? 'decimal' : (all[at]?.format ?? 'decimal'));
  });
}

function formatted(value: number, format: string): string {
  const make = formats[format];
  return make ? make(value) : `${value}`;
}

/** How numbers are printed (ISO/IEC 29500-1, 17.18.59), where it is not in figures. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: (value) => inRoman(value).toUpperCase(),
  lowerRoman: inRoman,
  upperLetter: (value) => inLetters(value).toUpperCase(),
  lowerLetter: inLetters,
  ordinal,
  decimalZero: (value) => `${value}`.padStart(2, '0'),
  bullet: () => '',
  none: () => '',
};
