import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';

/** An element as it was read: what stands in it, and the words of one that holds no others. */
export interface Read {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Read[];
  readonly text: string;
}

const validators = ['StrategicPlanISOVersion20140401.xsd', 'PerformancePlanOrReport20160216.xsd'].map((name) => {
  const schema = XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, name)));
  return XsdValidator.fromDoc(schema);
});

/** Reads a document in one part of the standard; throws where it is not well-formed or not valid by the schema of that part. */
export function readValid(xml: string, part: number): Read {
  const document = XmlDocument.fromString(xml);
  try {
    (validators[part - 1] as XsdValidator).validate(document);
    const read = readElement(document.root);
    const identifiers = all(read, 'Identifier').map(({ text }) => text);
    // The schemas want identifiers to be each another one, which the validator does not look at in elements.
    const twice = identifiers.filter((one, index) => identifiers.indexOf(one) !== index);
    if (twice.length > 0) throw new Error(`Identifiers stand there twice: ${twice.join(', ')}`);
    return read;
  } finally {
    document.dispose();
  }
}

function readElement(element: XmlElement): Read {
  const children: Read[] = [];
  for (let child = element.firstChild; child; child = child.next)
    if (child instanceof XmlElement) children.push(readElement(child));
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  return { name: element.name, attributes, children, text: children.length > 0 ? '' : element.content };
}

/** The elements of a name in another one, whatever else they stand in, in order. */
export const all = (read: Read, name: string): Read[] =>
  read.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The elements of a name right in another one. */
export const within = (read: Read | undefined, name: string): Read[] =>
  read?.children.filter((child) => child.name === name) ?? [];

/** The words of an element right in another one; undefined where there is none. */
export const textOf = (read: Read | undefined, name: string): string | undefined => within(read, name)[0]?.text;

/** All words of a document, in order, those of its attributes left out. */
export const wordsIn = (read: Read): string => [read.text, ...read.children.map(wordsIn)].join('\n');
