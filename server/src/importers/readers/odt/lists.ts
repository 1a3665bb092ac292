/** The lists of an OpenDocument text, and how far each was counted. */
import { childOf, elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { inLetters, inRoman } from '../office/numbers.ts';
import { bullet } from '../office/symbols.ts';
import { lengthOf } from './styles.ts';

/** A level of a list. */
interface Level {
  /** The sign of a level that counts nothing. */
  readonly sign: string | undefined;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels are printed: 2 for “1.1”. */
  readonly shown: number;
  readonly start: number;
  /** In points. */
  readonly indent: number | undefined;
}

const levels = 10;

/** A list that is open where the reading is. */
export interface OpenList {
  /** The same for lists that are counted together. */
  readonly id: string;
  readonly style: string | undefined;
  readonly counts: (number | undefined)[];
}

/** The styles of lists of a document. */
export class Lists {
  readonly #styles = new Map<string, readonly (Level | undefined)[]>();
  readonly #headings: readonly (Level | undefined)[];
  readonly #headingCounts: (number | undefined)[] = [];
  readonly #counted = new Map<string, (number | undefined)[]>();
  readonly #lastOfStyle = new Map<string, OpenList>();
  #made = 0;

  /** `root` is that of `styles.xml`. */
  constructor(root: XmlElement | undefined) {
    const styles = childOf(root, 'office:styles');
    this.add(styles);
    this.add(childOf(root, 'office:automatic-styles'));
    this.#headings = levelsOf(childOf(styles, 'text:outline-style'));
  }

  /** Styles of lists that stand in an element. */
  add(styles: XmlElement | undefined): void {
    for (const style of elementsOf(styles, 'text:list-style'))
      this.#styles.set(style.attributes['style:name'] ?? '', levelsOf(style));
  }

  /** A list begins at the margin: it counts on where it says so. */
  open({ attributes }: XmlElement, style: string | undefined): OpenList {
    const own = attributes['text:style-name'] ?? style;
    const before = attributes['text:continue-list'];
    const last = attributes['text:continue-numbering'] === 'true' ? this.#lastOfStyle.get(own ?? '') : undefined;
    const counts = (before === undefined ? last?.counts : this.#counted.get(before)) ?? [];
    const list: OpenList = { id: last?.id ?? `${++this.#made}`, style: own, counts };
    const id = attributes['xml:id'];
    if (id) this.#counted.set(id, counts);
    this.#lastOfStyle.set(own ?? '', list);
    return list;
  }

  /** The number or sign of the next point at a level of a list, from 0. */
  next(
    { counts, style }: OpenList,
    at: number,
    inner: string | undefined,
    start: number | undefined,
  ): { mark: string; indent: number | undefined } {
    const all = this.#styles.get(inner ?? style ?? '') ?? [];
    return { mark: counted(all, counts, at, start) ?? '•', indent: all[at]?.indent };
  }

  /** The number of the next heading, where headings of its level are counted. */
  nextHeading(level: number): string | undefined {
    const mark = this.#headings[level - 1] && counted(this.#headings, this.#headingCounts, level - 1, undefined);
    return mark || undefined;
  }
}

function counted(
  all: readonly (Level | undefined)[],
  counts: (number | undefined)[],
  at: number,
  start: number | undefined,
): string | undefined {
  for (let level = 0; level < at; level++) counts[level] ??= all[level]?.start ?? 1;
  const before = counts[at];
  counts[at] = start ?? (before === undefined ? (all[at]?.start ?? 1) : before + 1);
  counts.length = at + 1;
  const own = all[at];
  if (!own) return undefined;
  if (own.sign !== undefined) return own.sign;
  if (own.format === '') return '';
  const shown = Array.from(
    { length: Math.min(own.shown, at + 1) },
    (_, index) => at + 1 - Math.min(own.shown, at + 1) + index,
  );
  const numbers = shown.filter((level) => all[level]?.sign === undefined && all[level]?.format !== '');
  return `${own.prefix}${numbers.map((level) => formatted(counts[level] ?? 1, all[level]?.format ?? '1')).join('.')}${own.suffix}`.trim();
}

function formatted(value: number, format: string): string {
  switch (format) {
    case 'i':
      return inRoman(value);
    case 'I':
      return inRoman(value).toUpperCase();
    case 'a':
      return inLetters(value);
    case 'A':
      return inLetters(value).toUpperCase();
    default:
      return `${value}`;
  }
}

function levelsOf(style: XmlElement | undefined): (Level | undefined)[] {
  const found: (Level | undefined)[] = [];
  for (const element of elementsOf(style)) {
    const at = Number(element.attributes['text:level']) - 1;
    if (at >= 0 && at < levels) found[at] = levelOf(element);
  }
  return found;
}

function levelOf(element: XmlElement): Level {
  const { attributes } = element;
  const properties = childOf(element, 'style:list-level-properties');
  const alignment = childOf(properties, 'style:list-level-label-alignment')?.attributes['fo:margin-left'];
  const font = childOf(element, 'style:text-properties')?.attributes;
  const text = `${attributes['loext:num-list-format'] ?? ''}`;
  const [prefix, suffix] = text.includes('%')
    ? [text.slice(0, text.indexOf('%')), text.slice(text.lastIndexOf('%') + 1)]
    : ['', ''];
  return {
    sign:
      element.name === 'text:list-level-style-bullet'
        ? bullet(attributes['text:bullet-char'] ?? '', font?.['style:font-name'] ?? font?.['fo:font-family'])
        : element.name === 'text:list-level-style-image'
          ? '•'
          : undefined,
    format: attributes['style:num-format'] ?? '',
    prefix: attributes['style:num-prefix'] ?? prefix,
    suffix: attributes['style:num-suffix'] ?? suffix,
    shown: Math.min(Math.max(Number(attributes['text:display-levels'] ?? 1) || 1, 1), levels),
    start: Number(attributes['text:start-value'] ?? 1) || 1,
    indent: lengthOf(alignment ?? properties?.attributes['text:space-before'] ?? ''),
  };
}
