import { parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The elements of a page, and the attributes that each may have besides those that all may. */
const elements: Readonly<Record<string, readonly string[]>> = {
  html: [],
  head: [],
  title: [],
  style: [],
  body: [],
  main: [],
  div: [],
  span: [],
  p: [],
  br: [],
  hr: [],
  pre: [],
  code: [],
  strong: [],
  em: [],
  s: [],
  ins: [],
  del: [],
  sup: [],
  a: ['href', 'rel'],
  blockquote: [],
  figure: [],
  figcaption: [],
  meta: ['charset', 'http-equiv', 'content', 'name'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  ul: [],
  ol: ['start'],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: [],
  img: ['src', 'alt', 'referrerpolicy'],
  details: [],
  summary: [],
  button: ['type', 'aria-pressed', 'aria-disabled', 'data-from', 'data-relation', 'data-to'],
};

const everywhere = new Set([
  'class',
  'id',
  'lang',
  'role',
  'tabindex',
  'aria-label',
  'aria-hidden',
  'data-line',
  'data-block',
  'data-item',
]);

/** What drawings are made of. No element that loads, links, moves or holds HTML. */
const drawn = new Set([
  'svg',
  'g',
  'path',
  'line',
  'rect',
  'circle',
  'ellipse',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'title',
  'desc',
  'defs',
  'pattern',
  'marker',
  'clippath',
]);

const addresses: readonly RegExp[] = [/^#\S/u, /^https?:\/\/[^\s/?#\\]/i, /^mailto:\S/i, /^tel:[+\d(]/i];
const pictures: readonly RegExp[] = [/^picture:/, /^https?:\/\/[^\s/?#\\]/i];

/** A tag as the writer writes it: names in small letters, values in quotation marks and with no mark of markup in them. */
const tag = /<\/?[a-zA-Z][a-zA-Z\d]*(?: [a-zA-Z][a-zA-Z\d:-]*(?:="[^"<>]*")?)*\s?\/?>/y;

/** What is wrong with HTML that the writer wrote: anything that it should never write. Pictures have addresses with `picture:`. */
export function faultsOf(html: string): string[] {
  return [...looseMarks(html), ...parseDocument(html, { lowerCaseTags: false }).children.flatMap(faultsIn)];
}

/** Marks of markup that are part of no tag. */
function looseMarks(html: string): string[] {
  const faults: string[] = [];
  const body = html.replace(/^<!DOCTYPE html>/, '').replace(/<style>[\s\S]*?<\/style>/, '');
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
    tag.lastIndex = at;
    if (!tag.test(body)) faults.push(`no tag: ${body.slice(at, at + 60)}`);
  }
  if (/(?![\t\n\r])\p{Cc}/u.test(body)) faults.push('a control character');
  if (!body.isWellFormed()) faults.push('half a character');
  return faults;
}

function faultsIn(top: Node): string[] {
  const faults: string[] = [];
  const waiting: { node: Node; isDrawn: boolean; above: readonly string[] }[] = [
    { node: top, isDrawn: false, above: [] },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    if (node.type === 'text' || node.type === 'directive') continue;
    if (!('attribs' in node)) {
      faults.push(`a ${node.type}`);
      continue;
    }
    const name = node.name.toLowerCase();
    const isDrawn = next.isDrawn || name === 'svg';
    if (isDrawn ? !drawn.has(name) : !Object.hasOwn(elements, name)) faults.push(`<${name}>`);
    if ((name === 'a' || name === 'button') && next.above.some((one) => one === 'a' || one === 'button'))
      faults.push(`<${name}> in <${next.above.join('> in <')}>`);
    for (const [key, value] of Object.entries(node.attribs))
      faults.push(...faultOfAttribute(name, key, value, isDrawn));
    const above = [...next.above.slice(-5), name];
    for (const child of node.children) waiting.push({ node: child, isDrawn, above });
  }
  return faults;
}

function faultOfAttribute(element: string, key: string, value: string, isDrawn: boolean): string[] {
  const told = `${element} ${key}="${value.slice(0, 60)}"`;
  if (/^on|^style$|^xlink|^srcdoc$|^formaction$/i.test(key)) return [told];
  if (isDrawn)
    return /^(?:href|src)$/i.test(key) || (/url\((?!#)|javascript:/i.test(value) && !/label|data-/.test(key))
      ? [told]
      : [];
  if (!everywhere.has(key) && !elements[element]?.includes(key)) return [told];
  if (key === 'href' && !addresses.some((shape) => shape.test(value))) return [told];
  if (key === 'src' && !pictures.some((shape) => shape.test(value))) return [told];
  if (key === 'class' && !/^[a-z0-9-]+(?: [a-z0-9-]+)*$/.test(value)) return [told];
  if (key === 'role' && value !== 'group') return [told];
  return [];
}

/** All the words that HTML shows. */
export function shownBy(html: string): string {
  const words: string[] = [];
  const waiting: Node[] = [...parseDocument(html).children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') words.push(node.data);
    else if ('attribs' in node) {
      if (node.attribs.alt) words.push(node.attribs.alt);
      waiting.push(...node.children.toReversed());
    }
  }
  return words.join('');
}
