import type { Part } from './lines.ts';

/** What a style makes of a paragraph. */
export interface NamedPart {
  readonly part: Part;
  /** Of a heading, from 1. */
  readonly level?: number | undefined;
}

/** What programs call the style of a heading: in English, Welsh and the languages that Word is set to most. */
const heading =
  /^(?:heading|pennawd|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|ceannteideal|kopf)[ _]?([1-9])$/;

/** Names of styles by what they say that a paragraph is. */
const names: readonly (readonly [RegExp, Part])[] = [
  [/^(?:title|teitl|titel|document title|report title|teitl y ddogfen)$/, 'title'],
  [
    /^(?:toc(?: heading| ?\d)|contents (?:heading|\d)|cynnwys ?\d|pennawd cynnwys|table of figures|table of contents)$/,
    'contents',
  ],
  [
    /(?:^|\s)caption$|^caption(?:\s|$)|^(?:egluryn|(?:table|figure|image)caption|table|figure|illustration|drawing)$/,
    'caption',
  ],
  [/^(?:intense )?quote$|^quotations?$|^block (?:text|quotation|quote)$|^pull ?quote$|^dyfyniad(?:au)?$/, 'quotation'],
];

/** What the name of a style says: “Heading 2”, “Pennawd 2”, “Quote”. Undefined where it says nothing that is known here. */
export function partOfStyle(name: string): NamedPart | undefined {
  const words = name.split(',')[0]!.replaceAll('_20_', ' ').trim().toLowerCase();
  const level = heading.exec(words)?.[1];
  if (level) return { part: 'heading', level: Number(level) };
  const part = names.find(([pattern]) => pattern.test(words))?.[1];
  return part && { part };
}

/** Styles of what stands out and is no heading: who wrote, when, and what stands under a title. */
const plain =
  /^(?:subtitle|is-deitl|isdeitl|attribution|authors?|signature|closing|salutation|date|byline|details|fact|statistic|definition term|source code)\b/;

/** Whether a style says that a paragraph is no heading, whatever it looks like. */
export const isPlainStyle = (name: string | undefined): boolean => name !== undefined && plain.test(name.toLowerCase());

/** “Table 2: …”, “Figure 1 …” and the same in Welsh: words that name what they stand above. */
export const namesTable = (text: string): boolean =>
  /^(?:table|tabl|figure|ffigur|chart|siart)\s{1,3}\d{1,3}\b/i.test(text.trim());
