/** The styles of an OpenDocument text: those with names, and those that a program made for single paragraphs and words. */
import { childOf, elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { merged, type RunProperties } from '../office/formats.ts';
import type { Part } from '../office/lines.ts';
import { isPlainStyle, partOfStyle } from '../office/style-names.ts';

/** A style with all that it has of those that it is based on. */
export interface Style {
  /** As people see it: that of the first with a name of its own. */
  readonly name: string;
  readonly part?: Part | undefined;
  /** Of a heading, from 1. */
  readonly headingLevel?: number | undefined;
  readonly list?: string | undefined;
  /** In points. */
  readonly indent?: number | undefined;
  readonly run: RunProperties;
  /** What is said of the words by the style that has a name: emphasis is what goes beyond it. */
  readonly named: RunProperties;
}

/** Styles based on one another are followed no further. */
const longestChain = 20;

const noStyle: Style = { name: '', run: {}, named: {} };

/** The styles of a document. */
export class Styles {
  /** What holds for all words. */
  readonly base: RunProperties;
  readonly #named = new Map<string, XmlElement>();
  readonly #automatic = new Map<string, XmlElement>();
  readonly #settled = new Map<string, Style>();

  /** `root` is that of `styles.xml`. */
  constructor(root: XmlElement | undefined) {
    const styles = childOf(root, 'office:styles');
    const usual = elementsOf(styles, 'style:default-style').find(isOf('paragraph'));
    this.base = usual ? runProperties(usual, undefined) : {};
    for (const style of elementsOf(styles, 'style:style')) this.#named.set(keyOf(style), style);
    this.add(childOf(root, 'office:automatic-styles'));
  }

  /** Styles that a program made. */
  add(automatic: XmlElement | undefined): void {
    for (const style of elementsOf(automatic, 'style:style')) this.#automatic.set(keyOf(style), style);
    this.#settled.clear();
  }

  /** A style of a paragraph or of words by its name in the file. */
  style(family: 'paragraph' | 'text', name: string | undefined): Style {
    if (name === undefined) return noStyle;
    const key = `${family} ${name}`;
    const known = this.#settled.get(key);
    if (known) return known;
    const style = this.#settle(family, key);
    this.#settled.set(key, style);
    return style;
  }

  #settle(family: string, key: string): Style {
    const chain = this.#chain(family, key);
    const named = chain.filter((element) => this.#named.get(keyOf(element)) === element);
    // A style that is used and not written down is known by its name alone.
    const names =
      chain.length === 0
        ? [key.slice(family.length + 1)]
        : named.map(({ attributes }) => attributes['style:display-name'] ?? attributes['style:name'] ?? '');
    const parts = names.map(partOfStyle);
    const part = isPlainStyle(names[0]) ? undefined : parts.find((one) => one !== undefined);
    const outline = said(chain, (element) => element.attributes['style:default-outline-level']);
    const level = outline === undefined ? part?.level : outline === '' ? undefined : Number(outline);
    const margin = said(
      chain,
      (element) => childOf(element, 'style:paragraph-properties')?.attributes['fo:margin-left'],
    );
    const runs = runsOf(chain, this.base);
    return {
      name: (names[0] ?? '').replaceAll('_20_', ' '),
      part:
        part?.part === 'heading' && level === undefined ? undefined : (part?.part ?? (level ? 'heading' : undefined)),
      headingLevel: level,
      list: said(chain, (element) => element.attributes['style:list-style-name']) || undefined,
      indent: margin === undefined ? undefined : lengthOf(margin),
      run: merged(runs),
      named: merged(runs.slice(chain.length - named.length)),
    };
  }

  #chain(family: string, key: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let at = this.#automatic.get(key) ?? this.#named.get(key);
    while (at && !chain.includes(at) && chain.length < longestChain) {
      chain.push(at);
      at = this.#named.get(`${family} ${at.attributes['style:parent-style-name'] ?? ''}`);
    }
    return chain;
  }
}

const isOf =
  (family: string) =>
  ({ attributes }: XmlElement): boolean =>
    attributes['style:family'] === family;

const keyOf = ({ attributes }: XmlElement): string => `${attributes['style:family']} ${attributes['style:name']}`;

function said(chain: readonly XmlElement[], of: (element: XmlElement) => string | undefined): string | undefined {
  for (const element of chain) {
    const value = of(element);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What each of a chain says of words; sizes may be said as a part of the size of the next. */
function runsOf(chain: readonly XmlElement[], base: RunProperties): RunProperties[] {
  let size = base.size;
  return chain
    .toReversed()
    .map((element) => {
      const run = runProperties(element, size);
      size = run.size ?? size;
      return run;
    })
    .toReversed();
}

function runProperties(style: XmlElement, parentSize: number | undefined): RunProperties {
  const properties = childOf(style, 'style:text-properties')?.attributes;
  if (!properties) return {};
  const weight = properties['fo:font-weight'];
  const slant = properties['fo:font-style'];
  const isLarge = properties['fo:text-transform'] === 'uppercase' || properties['fo:font-variant'] === 'small-caps';
  const language = properties['fo:language'];
  const country = properties['fo:country'];
  const colour = properties['fo:color']?.replace('#', '').toUpperCase();
  const raised = Number.parseInt(
    properties['style:text-position']?.replace('super', '33').replace('sub', '-33') ?? '0',
    10,
  );
  return {
    bold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
    italic: slant === undefined ? undefined : slant === 'italic' || slant === 'oblique',
    capitals: isLarge || undefined,
    isHidden: properties['text:display'] === 'none' || undefined,
    size: sizeOf(properties['fo:font-size'], parentSize),
    colour: colour === '000000' || properties['style:use-window-font-color'] === 'true' ? undefined : colour,
    lang:
      !language || language === 'none' || language === 'zxx'
        ? undefined
        : country && country !== 'none'
          ? `${language}-${country}`
          : language,
    font: properties['style:font-name'] ?? properties['fo:font-family'],
    raised: raised > 0 ? 'superscript' : raised < 0 ? 'subscript' : undefined,
  };
}

function sizeOf(text: string | undefined, parent: number | undefined): number | undefined {
  if (text?.endsWith('%')) return parent === undefined ? undefined : (parent * Number.parseFloat(text)) / 100;
  return text === undefined ? undefined : lengthOf(text);
}

const perUnit: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, px: 0.75 };

/** A length in points. */
export function lengthOf(text: string): number | undefined {
  const found = /^(-?\d{0,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|px)$/.exec(text);
  return found ? Number(found[1]) * (perUnit[found[2]!] ?? 1) : undefined;
}
