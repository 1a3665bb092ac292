import type { Kind } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { budgetDraft } from './budget.ts';
import { chartDraft } from './charts.ts';
import type { Draft } from './draft.ts';
import { figureDraft, panelDraft, quoteDraft, statisticsDraft } from './evidence.ts';
import { measureDraft } from './measures.ts';
import type { Node } from './nodes.ts';
import type { Place } from './place.ts';
import { referenceDraft, sheetDraft, visionDraft } from './reference.ts';
import { tableDraft } from './tables.ts';

/** A node that is an item. */
export type ItemNode = Node & { readonly type: 'item' };

/**
 * How items of a kind stand on the page: with a head and blocks of their own for what they hold; as points of a list; several in one
 * block; each in a block of its own; not at all.
 */
type Shape = 'holder' | 'list' | 'run' | 'own' | 'nothing';

/** What is printed above items of a kind: what one is called, what several are called, or nothing. */
export type Heading = 'one' | 'several' | 'none';

interface Look {
  readonly shape: Shape;
  readonly heading: Heading;
  readonly draft?: (place: Place, run: readonly ItemNode[], holder: Item | undefined) => Draft;
}

/** One block for one item. */
const own = (heading: Heading, draft: (place: Place, node: ItemNode) => Draft): Look => ({
  shape: 'own',
  heading,
  draft: (place, [node]) => draft(place, node as ItemNode),
});

const holder: Look = { shape: 'holder', heading: 'none' };
const gathered: Look = { shape: 'holder', heading: 'several' };
const list: Look = { shape: 'list', heading: 'several' };
const reference: Look = { shape: 'run', heading: 'several', draft: referenceDraft };

/** Kinds that are not lists. */
const looks: Readonly<Record<string, Look>> = {
  part: { shape: 'nothing', heading: 'none' },
  plan: holder,
  library: holder,
  section: holder,
  theme: holder,
  priority: holder,
  group: gathered,
  framework: gathered,
  role: reference,
  partner: reference,
  document: reference,
  term: reference,
  statistic: { shape: 'run', heading: 'several', draft: statisticsDraft },
  measure: own('several', measureDraft),
  approval: own('several', sheetDraft),
  contact: own('one', sheetDraft),
  vision: own('one', visionDraft),
  mission: own('one', visionDraft),
  panel: own('none', panelDraft),
  quote: own('none', quoteDraft),
  figure: own('none', figureDraft),
  table: own('none', tableDraft),
  chart: own('none', chartDraft),
  budget: own('none', budgetDraft),
};

/** Kinds that hold others where they stand in the plan itself or in one another, and are points of a list elsewhere. */
const onThread: ReadonlySet<string> = new Set(['outcome', 'kpq']);

/** How an item stands in another one; undefined for the plan itself. */
export function lookOf(item: Item, holding: Item | undefined): Look {
  const { key } = item;
  if (onThread.has(key) && (!holding || onThread.has(holding.key))) return holding ? holder : gathered;
  if (key === 'measure' && holding && onThread.has(holding.key)) return own('none', measureDraft);
  if (key === 'duty' && holding?.key !== 'duty' && item.children.some((child) => child.key === 'duty')) return holder;
  return looks[key] ?? list;
}

/** Under which label items of a kind stand: groups gather actions. */
export const headingKey = ({ key, plural }: Kind): string => (key === 'group' ? 'actions' : plural);

/** The kinds above which the program itself prints a heading inside an item; elsewhere the title of that item says what they are. */
const said: Readonly<Record<string, ReadonlySet<string>>> = {
  priority: new Set(['outcome', 'measure', 'action', 'group']),
  theme: new Set(['kpq']),
};

/** True where nothing stands above items of a kind unless the plan itself says what. */
export const isUnsaid = (holding: Item | undefined, key: string): boolean =>
  holding !== undefined && said[holding.key]?.has(key) !== true;
