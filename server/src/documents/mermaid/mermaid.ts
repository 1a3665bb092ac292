import { shortened } from '../../features/shown.ts';
import type { Edition } from '../edition/edition.ts';
import { ItemNames } from '../item-names.ts';
import { faultsIn, summary } from '../thread/around.ts';
import type { ThreadGraph, ThreadKind, ThreadNode } from '../thread/graph.ts';
import { readGraph } from '../thread/read-graph.ts';
import { threadWords } from '../thread/words.ts';

/** The longest text, in UTF-16 units. */
const LONGEST = 480;

/** The brackets that give the boxes of each kind their shape. */
const shapes: Readonly<Record<ThreadKind, readonly [open: string, close: string]>> = {
  outcome: ['([', '])'],
  theme: ['[', ']'],
  priority: ['[', ']'],
  action: ['[', ']'],
  kpq: ['{{', '}}'],
  measure: ['[/', '/]'],
};

/** The lines for links that are written in the text, that come of where an item stands, and that are handed down. */
const arrows = { written: '-->', implied: '-.->', inherited: '-.->' } as const;

/** The golden thread as text for Mermaid: a flow chart, with the outcomes on the left and what serves them to the right. */
export function threadMermaid(edition: Edition): string {
  const { language, source } = edition;
  const words = threadWords(language);
  const graph = readGraph(new ItemNames(source.snapshot.model, language), source.plan, false);
  const description = `${summary(graph, language)} ${words.ends(faultsIn(graph))}`;
  const ids = new Map(graph.nodes.map(({ ref }, index) => [ref, `n${index + 1}`]));
  return [
    'flowchart RL',
    `  accTitle: ${escaped(`${words.title}: ${edition.title}`)}`,
    `  accDescr: ${escaped(description)}`,
    ...themes(graph, ids, words.untitled),
    ...graph.links.flatMap(({ from, to, origin }) => {
      const isHeld = graph.nodes.find(({ ref }) => ref === from)?.within === to && isTheme(graph, to);
      return isHeld ? [] : [`  ${ids.get(from)} ${arrows[origin]} ${ids.get(to)}`];
    }),
    '',
  ].join('\n');
}

const isTheme = ({ nodes }: ThreadGraph, ref: string): boolean =>
  nodes.some((node) => node.ref === ref && node.kind === 'theme');

/** The boxes: those of a theme in a frame of its own, the others before them. */
function themes({ nodes }: ThreadGraph, ids: ReadonlyMap<string, string>, untitled: string): string[] {
  const themed = new Map(
    nodes.flatMap(({ ref, kind }) => (kind === 'theme' ? [[ref, [] as ThreadNode[]] as const] : [])),
  );
  const themeOf = new Map<string, string>();
  const free: ThreadNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'theme') continue;
    const theme =
      node.within === undefined ? undefined : themed.has(node.within) ? node.within : themeOf.get(node.within);
    if (theme !== undefined) themeOf.set(node.ref, theme);
    (theme === undefined ? free : (themed.get(theme) ?? free)).push(node);
  }
  const box = ({ ref, kind, number, title }: ThreadNode): string => {
    const [open, close] = shapes[kind];
    const words = `${number === undefined ? '' : `${number} `}${title || untitled}`;
    return `${ids.get(ref)}${open}"${escaped(words)}"${close}`;
  };
  const frames = nodes.flatMap((node) => {
    if (node.kind !== 'theme') return [];
    const inside = themed.get(node.ref) ?? [];
    if (inside.length === 0) return [`  ${box(node)}`];
    return [
      `  subgraph ${ids.get(node.ref)}["${escaped(node.title || untitled)}"]`,
      ...inside.map((one) => `    ${box(one)}`),
      '  end',
    ];
  });
  return [...free.map((node) => `  ${box(node)}`), ...frames];
}

/** Words as Mermaid shows them: whatever means something to it or to HTML stands as a number. */
const escaped = (text: string): string =>
  shortened(text, LONGEST).replace(/[^\p{L}\p{M}\p{N} .,:'’‘“”–—?!…/()+£€-]/gu, (sign) => `#${sign.codePointAt(0)};`);
