import { childOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';

/** The value of a property: `w:val` of the element of a name. */
export const settingOf = (properties: XmlElement | undefined, name: string): string | undefined =>
  childOf(properties, name)?.attributes['w:val'];

/** Whether a property is on, off, or not spoken of: `<w:b/>`, `<w:b w:val="0"/>`. */
export function switchOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  if (!element) return undefined;
  const value = element.attributes['w:val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

/** A whole number; undefined for what is none. */
export function wholeNumber(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? Math.trunc(value) : undefined;
}

/** Twentieths of a point, or a length with its unit, in points. */
export function points(text: string | undefined): number | undefined {
  const found = /^(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc)?$/.exec(text ?? '');
  return found ? Number(found[1]) * (perUnit[found[2] ?? ''] ?? 1) : undefined;
}

const perUnit: Readonly<Record<string, number>> = { '': 1 / 20, pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12 };
