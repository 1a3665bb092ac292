import { shortened } from '../../features/shown.ts';
import type { Snapshot } from '../../features/snapshot.ts';
import type { Plan } from '../../workspace/plan.ts';
import { ItemNames } from '../item-names.ts';
import { plain } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import type { Block, Control, Page, View, ViewOptions } from '../view.ts';
import { faultsIn, nameOf, summary } from './around.ts';
import { drawThread } from './draw.ts';
import type { ThreadGraph, ThreadKind, ThreadNode } from './graph.ts';
import { KeptLayout } from './kept-layout.ts';
import { readGraph } from './read-graph.ts';
import { amounts, NO_THEME, type Selection, select } from './select.ts';
import { Traces } from './traces.ts';
import { type ThreadWords, threadWords } from './words.ts';

/** So many pages are remembered: those of other choices, for panels that show the same plan. */
const MOST_PAGES = 6;
/** The longest name of an item among the choices. */
const LONGEST_CHOICE = 80;
/** What stands before every id on the page. */
const PREFIX = '_thread-';
/** The value of a control where nothing is chosen. */
const ALL = '';

/** Under what the choices come back. */
const names = { show: 'show', theme: 'theme', around: 'around' } as const;

/** The kinds of item around which actions are shown without being asked for. */
const withActions: ReadonlySet<string> = new Set<ThreadKind>(['priority', 'action']);

/** A page, and what it was made from. */
interface Made {
  readonly plan: Plan;
  readonly traces: readonly string[];
  /** True where the titles of other items than those drawn could be on the page. */
  readonly withTitles: boolean;
  readonly drawn: string;
  readonly layouts: KeptLayout;
  readonly page: Page;
}

/**
 * The golden thread of a plan as a drawing, with the same as text behind it.
 *
 * In the drawing, `svg.thread`, each item is a `g.node` with its kind as a class (`outcome`, `theme`, `priority`, `action`, `kpq`, `measure`).
 * It has `data-item`, its ref; `data-serves` and `data-served-by`, the refs of its neighbours along the thread, between spaces; and `data-up`,
 * `data-down`, `data-left`, `data-right`, the ref to which an arrow key leads. Items are the options of one listbox: the first has `tabindex`
 * 0, all others -1; the page script moves it with the focus. A line is a `path.link` with `data-from` and `data-to`. A broken end is a `g.end`,
 * and the line to it a `path.link.broken`, with `data-of`: the ref of the item at which the thread is broken.
 *
 * While an item has the focus or the pointer, the page script sets on the drawing the class `lighting`; on that item `chosen` (and
 * `aria-selected`); on it and on all that it serves and all that serves it, and on the lines and the ends between, `lit`. Everything else
 * is dimmed by the style sheet. Enter or a click goes to the source. The control `around` takes the ref of an item, or nothing.
 */
export function threadView(): View {
  const traces = new Traces();
  const pages = new Map<string, Made>();
  const alone = new Map<string, Page>();
  return {
    page(snapshot, file, options) {
      const { plan } = file;
      if (!plan) {
        const words = threadWords(options.language);
        const page = alone.get(options.language) ?? wordsAlone(words, words.noPlan);
        alone.set(options.language, page);
        return page;
      }
      if (options.isStill) return draw(snapshot, plan, options, undefined).page;
      const key = JSON.stringify([options.language, Object.entries(options.chosen).sort()]);
      const made = pages.get(key);
      if (made?.plan === plan && isSame(made.traces, traces.read(snapshot.model, snapshot.workspace, made.withTitles)))
        return made.page;
      const next = make(snapshot, plan, options, traces, made);
      pages.delete(key);
      pages.set(key, next);
      for (const old of pages.keys()) {
        if (pages.size <= MOST_PAGES) break;
        pages.delete(old);
      }
      return next.page;
    },
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Makes a page, and notes what it was made from. */
function make(snapshot: Snapshot, plan: Plan, options: ViewOptions, traces: Traces, before: Made | undefined): Made {
  const { model, workspace } = snapshot;
  const { mayShowActions, ...drawn } = draw(snapshot, plan, options, before);
  const short = traces.read(model, workspace, false);
  const withTitles = mayShowActions || short.some((trace) => trace.includes('[['));
  return { plan, traces: withTitles ? traces.read(model, workspace, true) : short, withTitles, ...drawn };
}

/** A page as it is drawn. `mayShowActions` is true where an action could stand on it. */
interface Drawn extends Pick<Made, 'drawn' | 'layouts' | 'page'> {
  readonly mayShowActions: boolean;
}

/** Draws a page. What would be drawn as it was before stays the same arrays. */
function draw({ model }: Snapshot, plan: Plan, options: ViewOptions, before: Made | undefined): Drawn {
  const { language, chosen } = options;
  const words = threadWords(language);
  const amount = amounts.find((one) => one === chosen[names.show]) ?? 'measures';
  const near = chosen[names.around] ?? ALL;
  const mayShowActions = amount === 'actions' || (amount === 'measures' && near !== ALL);
  const graph = readGraph(new ItemNames(model, language), plan, mayShowActions);
  const theme = themeOf(graph, chosen[names.theme]);
  const isNearDoing = mayShowActions && withActions.has(graph.nodes.find(({ ref }) => ref === near)?.kind ?? '');
  const all = select(graph, { theme, around: undefined, amount: isNearDoing ? 'actions' : amount });
  const around = all.nodes.find(({ ref }) => ref === near)?.ref;
  const isAround = isNearDoing && around !== undefined;
  const shown = select(all, { theme: undefined, around, amount: isAround ? 'actions' : amount });
  const controls = controlsOf(graph, all, shown, { theme, around, amount }, words);
  const drawn = JSON.stringify([shown, language]);
  const layouts = before?.layouts ?? new KeptLayout();
  return {
    mayShowActions,
    drawn,
    layouts,
    page: {
      title: words.title,
      blocks: before?.drawn === drawn ? before.page.blocks : blocksOf(shown, options, words, layouts),
      controls,
    },
  };
}

/** The theme that is chosen, where there is such a theme. */
function themeOf({ nodes }: ThreadGraph, chosen: string | undefined): string | undefined {
  const themes = nodes.filter(({ kind }) => kind === 'theme');
  if (chosen === NO_THEME && themes.length > 0) return NO_THEME;
  return themes.find(({ ref }) => ref === chosen)?.ref;
}

function controlsOf(
  graph: ThreadGraph,
  all: ThreadGraph,
  shown: ThreadGraph,
  selection: Selection,
  words: ThreadWords,
): Control[] {
  const { controls: labels } = words;
  const choice = (node: ThreadNode, label: string) => ({ value: node.ref, label: shortened(label, LONGEST_CHOICE) });
  const themes = graph.nodes.filter(({ kind }) => kind === 'theme');
  const near = new Set(shown.nodes.map(({ ref }) => ref));
  const items = all.nodes.filter(
    ({ ref, kind }) => kind !== 'action' || selection.amount === 'actions' || near.has(ref),
  );
  const show: Control = {
    name: names.show,
    label: labels.show,
    choices: amounts.map((value) => ({ value, label: labels.shown[value] })),
    chosen: selection.amount,
  };
  const theme: Control = {
    name: names.theme,
    label: labels.theme,
    choices: [
      { value: ALL, label: labels.allThemes },
      ...themes.map((node) => choice(node, node.title || words.untitled)),
      { value: NO_THEME, label: labels.noTheme },
    ],
    chosen: selection.theme ?? ALL,
  };
  const around: Control = {
    name: names.around,
    label: labels.around,
    choices: [{ value: ALL, label: labels.everything }, ...items.map((node) => choice(node, nameOf(node, words)))],
    chosen: selection.around ?? ALL,
  };
  return [show, ...(themes.length > 0 ? [theme] : []), around];
}

const heading = (words: ThreadWords): Flow => ({ type: 'heading', level: 1, children: [plain(words.title)] });

function blocksOf(
  graph: ThreadGraph,
  { language, isStill = false }: ViewOptions,
  words: ThreadWords,
  layouts: KeptLayout,
): readonly Block[] {
  if (graph.nodes.length === 0) return wordsAlone(words, words.empty).blocks;
  const about = `${summary(graph, language)} ${words.ends(faultsIn(graph))}`;
  const drawing = drawThread(graph, { language, interactive: !isStill, prefix: PREFIX }, layouts);
  return [
    { key: '_about', role: 'about', depth: 0, flow: [heading(words), { type: 'paragraph', children: [plain(about)] }] },
    { key: '_thread', role: 'thread', depth: 0, flow: [drawing] },
  ];
}

/** A page that says why there is no drawing. */
const wordsAlone = (words: ThreadWords, why: string): Page => ({
  title: words.title,
  blocks: [
    {
      key: '_about',
      role: 'about',
      depth: 0,
      flow: [heading(words), { type: 'paragraph', role: 'missing', children: [plain(why)] }],
    },
  ],
  controls: [],
});
