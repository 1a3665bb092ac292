import { attribute, joined, Markup, markup } from './markup.ts';

/** An element of an XML document: what stands in it is words, or further elements; places without one are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>> | undefined;
  readonly content: string | readonly (XmlElement | undefined)[];
}

/** An element with others in it. */
export const element = (
  name: string,
  content: XmlElement['content'],
  attributes?: XmlElement['attributes'],
): XmlElement => ({ name, content, attributes });

/** An element with words; none where there are no words. */
export const words = (name: string, text: string | undefined): XmlElement | undefined =>
  text ? { name, content: text } : undefined;

/** A document in UTF-8: one element a line, two spaces deeper for each that it stands in; words are not touched by that. */
export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '').text}`;

function written({ name, attributes = {}, content }: XmlElement, indent: string): Markup {
  const tag = raw(name);
  const open = markup`${raw(indent)}<${tag}${joined(Object.entries(attributes).map(([key, value]) => attribute(key, value)))}`;
  if (typeof content === 'string')
    return content === '' ? markup`${open}/>\n` : markup`${open}>${oneLineEnd(content)}</${tag}>\n`;
  const inside = content.flatMap((one) => (one ? [written(one, `${indent}  `)] : []));
  return inside.length === 0 ? markup`${open}/>\n` : markup`${open}>\n${joined(inside)}${raw(indent)}</${tag}>\n`;
}

const raw = (name: string): Markup => new Markup(name);

/** Readers of XML take every end of a line for the same one. */
const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n');
