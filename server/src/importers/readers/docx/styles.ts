/** The styles of a Word document: what a paragraph is by them, and how its words look. */

import { childOf, elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { merged, type RunProperties } from '../office/formats.ts';
import type { Part } from '../office/lines.ts';
import { isPlainStyle, partOfStyle } from '../office/style-names.ts';
import { points, settingOf, switchOf, wholeNumber } from './values.ts';

/** What is said of a paragraph. */
export interface ParagraphProperties {
  /** From 0; 9 is no heading. */
  readonly outline?: number | undefined;
  readonly numbering?: string | undefined;
  readonly level?: number | undefined;
  /** In points. */
  readonly indent?: number | undefined;
}

/** A style with all that it has of those that it is based on. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly part?: Part | undefined;
  /** Of a heading, from 1. */
  readonly headingLevel?: number | undefined;
  readonly paragraph: ParagraphProperties;
  /** The style that its numbering was said in. */
  readonly numberedBy?: string | undefined;
  readonly run: RunProperties;
}

/** Styles based on one another are followed no further. */
const longestChain = 20;

/** The styles of a document. */
export class Styles {
  /** The style of paragraphs that name none. */
  readonly normal: string | undefined;
  /** What holds for all words. */
  readonly base: RunProperties;
  readonly #elements = new Map<string, XmlElement>();
  readonly #settled = new Map<string, Style>();

  constructor(root: XmlElement | undefined) {
    this.base = runProperties(childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
    const styles = elementsOf(root, 'w:style');
    for (const style of styles) this.#elements.set(style.attributes['w:styleId'] ?? '', style);
    const isDefault = ({ attributes }: XmlElement): boolean =>
      attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(attributes['w:default'] ?? '');
    this.normal = styles.find(isDefault)?.attributes['w:styleId'];
  }

  /** A style by its id; one that is used and not written down is known by its id alone. */
  style(id: string | undefined): Style | undefined {
    if (id === undefined) return undefined;
    const known = this.#settled.get(id);
    if (known) return known;
    const style = this.#settle(id);
    this.#settled.set(id, style);
    return style;
  }

  /** Whether a style of tables sets the first row apart, in bold. */
  hasHeadRow(id: string): boolean {
    return this.#chain(id).some((style) =>
      elementsOf(style, 'w:tblStylePr').some(
        (part) => part.attributes['w:type'] === 'firstRow' && switchOf(childOf(part, 'w:rPr'), 'w:b') === true,
      ),
    );
  }

  /** The numbering that a style of numbering stands for. */
  numberingOf(id: string): string | undefined {
    return this.style(id)?.paragraph.numbering;
  }

  #settle(id: string): Style {
    const chain = this.#chain(id);
    const names = chain.length === 0 ? [id] : chain.map((element) => settingOf(element, 'w:name') ?? '');
    const paragraphs = chain.map((element) => paragraphProperties(childOf(element, 'w:pPr')));
    const paragraph = merged(paragraphs);
    const outline = paragraph.outline;
    const named = isPlainStyle(names[0]) ? undefined : names.map(partOfStyle).find((one) => one !== undefined);
    const numbered = paragraphs.findIndex(({ numbering }) => numbering !== undefined);
    const headingLevel = outline !== undefined ? outline + 1 : named?.level;
    const isHeading =
      named?.part !== 'contents' && named?.part !== 'title' && headingLevel !== undefined && headingLevel <= 9;
    return {
      id,
      name: names[0] === '' ? id : (names[0]?.split(',')[0] ?? id),
      part: isHeading ? 'heading' : named?.part === 'heading' ? undefined : named?.part,
      headingLevel: isHeading ? headingLevel : undefined,
      paragraph,
      numberedBy: numbered < 0 ? undefined : chain[numbered]?.attributes['w:styleId'],
      run: merged(chain.map((element) => runProperties(childOf(element, 'w:rPr')))),
    };
  }

  /** A style and those that it is based on, its own first. */
  #chain(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let at = this.#elements.get(id);
    while (at && !chain.includes(at) && chain.length < longestChain) {
      chain.push(at);
      at = this.#elements.get(settingOf(at, 'w:basedOn') ?? '');
    }
    return chain;
  }
}

/** What properties of words say (`w:rPr`). */
export function runProperties(properties: XmlElement | undefined): RunProperties {
  if (!properties) return {};
  const colour = settingOf(properties, 'w:color')?.toUpperCase();
  const raised = settingOf(properties, 'w:vertAlign');
  const halves = wholeNumber(settingOf(properties, 'w:sz'));
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  return {
    bold: switchOf(properties, 'w:b'),
    italic: switchOf(properties, 'w:i'),
    capitals: switchOf(properties, 'w:caps') ?? switchOf(properties, 'w:smallCaps'),
    isHidden: switchOf(properties, 'w:vanish'),
    size: halves === undefined ? undefined : halves / 2,
    colour: colour === 'AUTO' || colour === '000000' ? undefined : colour,
    lang: settingOf(properties, 'w:lang') || undefined,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    raised: raised === 'superscript' || raised === 'subscript' ? raised : undefined,
  };
}

/** What properties of a paragraph say (`w:pPr`). */
export function paragraphProperties(properties: XmlElement | undefined): ParagraphProperties {
  if (!properties) return {};
  const numbering = childOf(properties, 'w:numPr');
  const indent = childOf(properties, 'w:ind')?.attributes;
  return {
    outline: wholeNumber(settingOf(properties, 'w:outlineLvl')),
    numbering: settingOf(numbering, 'w:numId'),
    level: wholeNumber(settingOf(numbering, 'w:ilvl')),
    indent: points(indent?.['w:left'] ?? indent?.['w:start']),
  };
}
