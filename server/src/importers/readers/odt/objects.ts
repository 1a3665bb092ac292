import type { Archive } from '../../archive.ts';
import { ImportFault } from '../../fault.ts';
import { descendantsOf, elementsOf, textOf } from '../../xml/elements.ts';
import { readXml, type XmlElement } from '../../xml/xml.ts';
import { namespaces } from './namespaces.ts';

/** What of MathML is words: names, numbers, signs, text. */
const mathWords: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'mtext']);

/** The title and the tables of a chart that stands in a document, or the words of a formula; undefined for other objects. */
export function objectOf(archive: Archive, href: string | undefined): string | XmlElement[] | undefined {
  const part = `${href?.replace(/^\.\//, '') ?? ''}/content.xml`;
  if (!archive.has(part)) return undefined;
  try {
    const root = readXml(archive.pieces(part), { namespaces });
    if (root.name === 'math') return mathOf(root).join(' ');
    const [chart] = descendantsOf(root, 'office:chart');
    const tables = chart ? [...descendantsOf(chart, 'table:table')] : [];
    return chart && tables.length > 0
      ? [...[...descendantsOf(chart, 'chart:title')].flatMap((title) => elementsOf(title, 'text:p')), ...tables]
      : undefined;
  } catch (error) {
    if (error instanceof ImportFault) return undefined;
    throw error;
  }
}

const mathOf = (element: XmlElement): string[] =>
  elementsOf(element)
    .flatMap((child) => (mathWords.has(child.name) ? [textOf(child).trim()] : mathOf(child)))
    .filter(Boolean);
