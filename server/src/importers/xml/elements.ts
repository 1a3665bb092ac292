import type { XmlElement, XmlNode } from './xml.ts';

/** Whether a node is an element, of a name where one is given. */
const isElement = (node: XmlNode, name?: string): node is XmlElement =>
  typeof node !== 'string' && (name === undefined || node.name === name);

/** The elements in an element, of a name where one is given. */
export const elementsOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  element ? element.children.filter((node): node is XmlElement => isElement(node, name)) : [];

/** The first element in an element that has a name; by a path of names, the first in that, and so on. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((node): node is XmlElement => isElement(node, name));
  return at;
}

/** The elements of a name at any depth, in order; what stands in one that is found is not searched. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (node.name === name) yield node;
    else yield* descendantsOf(node, name);
  }
}

/** All the words in an element, at any depth, as they stand. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
