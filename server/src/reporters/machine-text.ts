import { type XmlElement, xmlDocument } from '../documents/xml.ts';

/** What services that run builds take for a command wherever it stands in what a program prints: `##[error]`, `##vso[…]`. */
const command = /##(?=[a-z]*\[)/gi;

/** A value as JSON on many lines, of which no build service takes a piece for a command. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2).replace(command, '#\\u0023')}\n`;

/** A document as XML, of which no build service takes a piece for a command. */
export const xmlText = (root: XmlElement): string => xmlDocument(root).replace(command, '#&#35;');
