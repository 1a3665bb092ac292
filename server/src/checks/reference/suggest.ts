import { type Field, idFrom, isReferenceShaped, mayBeLike, nearest, referenceFrom } from '@goldthread/grammar';
import type { Item, Link } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { RuleContext, Span } from '../rule.ts';
import { fieldOf, fits, isNamedPlan, planNamed } from './follow.ts';

/** What a writer probably meant: the words to write, and what has them. */
export interface Meant {
  readonly text: string;
  readonly item: Item | undefined;
}

/** How many ids are looked through for one like another: enough for any plan, few enough for one full of mistakes. */
const MOST_IDS = 5_000;
/** How many ids that may be like it are compared with a word letter by letter. */
const MOST_COMPARED = 200;

/**
 * What was probably meant by an id that nothing has: the same id in a library that the plan uses, the id of the item
 * with these words as its title, or the id most like it, one of the right kind before others.
 */
export function meantById(link: Link, library: Plan | undefined, context: RuleContext): Meant | undefined {
  const { plan } = link.from;
  if (!plan) return undefined;
  const field = fieldOf(link);
  const own = library ?? plan;
  const tidied = idFrom(link.id);
  if (tidied !== link.id) {
    const same = itemIn(own, tidied, field, context);
    if (same) return meant(own, tidied, plan, same);
  }
  if (!library) {
    for (const name of context.facts(plan).uses) {
      const used = planNamed(name, plan, context);
      for (const id of used ? [link.id, tidied] : []) {
        const item = itemIn(used as Plan, id, field, context);
        if (item) return meant(used as Plan, id, plan, item);
      }
    }
  }
  // The library stands where something of it is meant: the first of the right kind.
  const named = library ? undefined : planNamed(link.id, plan, context);
  for (const item of named && field ? context.model.items(named) : [])
    if (item.id !== undefined && !item.kind.root && fits(item, field)) return meant(named as Plan, item.id, plan, item);
  const id = idLike(link.id, own, field, context);
  return id === '' ? undefined : meant(own, id, plan, context.model.withId(own, id)[0]);
}

/** The id of an item of a plan as another plan writes it. */
const meant = (library: Plan, id: string, from: Plan, item: Item | undefined): Meant => ({
  text: library === from ? id : `${library.id}.${id}`,
  item,
});

const itemIn = (plan: Plan, id: string, field: Field | undefined, context: RuleContext): Item | undefined =>
  id === '' ? undefined : context.model.withId(plan, id).find((item) => fits(item, field));

/** The id of the item with these words as its title, else the id most like them; empty where there is none. Worked out once for all that name it. */
function idLike(words: string, plan: Plan, field: Field | undefined, context: RuleContext): string {
  const root = context.model.root(plan);
  const find = (): string => findLike(words, plan, field, context);
  return root ? context.model.remembered(`${field?.to?.join() ?? ''} ${words}`, root, find) : find();
}

function findLike(words: string, plan: Plan, field: Field | undefined, context: RuleContext): string {
  const { model } = context;
  const title = words.includes(' ') ? words.toLowerCase() : '';
  const isLike = mayBeLike(words);
  const fitting: string[] = [];
  const others: string[] = [];
  let looked = 0;
  for (const id of model.ids(plan)) {
    if (++looked > MOST_IDS) break;
    const isNear = fitting.length < MOST_COMPARED && isLike(id);
    if (!isNear && !title) continue;
    const item = model.withId(plan, id)[0] as Item;
    const isFit = fits(item, field);
    if (title && isFit && item.title.normalize('NFC').toLowerCase() === title) return id;
    if (isNear) (isFit ? fitting : others).push(id);
  }
  return nearest(words, fitting) ?? nearest(words, others.slice(0, MOST_COMPARED)) ?? '';
}

/** The plan or library that was probably meant by a name that none has. */
export function meantByName(name: string, from: Plan, context: RuleContext): string | undefined {
  const { workspace } = context.model;
  const stem = name.split('.', 1)[0] as string;
  if (stem !== name && planNamed(stem, from, context)) return stem;
  const names: string[] = [];
  for (const plan of workspace.plans.slice(0, MOST_IDS))
    if (plan !== from && isNamedPlan(plan, context)) names.push(plan.id);
  return nearest(name, names);
}

/** Ids that a writer put in one place with something else than commas between them. */
export interface Unseparated {
  /** The ids as they should be written. */
  readonly text: string;
  /** The commas, in offsets of the block; none where a comment is between, or a word that stands on another line. */
  readonly commas: readonly (Span & { readonly text: string })[];
}

const pieces = /[^\s;&+/,]+/g;
const comment = /#[^\r\n]*/g;
const joining: ReadonlySet<string> = new Set(['and', 'a', 'ac']);

/** The ids of a link that is several of them; undefined where it is not, or where none of them is known. */
export function unseparated(link: Link, written: string, context: RuleContext): Unseparated | undefined {
  const { plan } = link.from;
  const ids =
    written
      .replace(comment, ' ')
      .match(pieces)
      ?.filter((piece) => !joining.has(piece)) ?? [];
  if (!plan || ids.length < 2 || !ids.every(isReferenceShaped)) return undefined;
  const field = fieldOf(link);
  const isKnown = ids.some((piece) => {
    const { library, id } = referenceFrom(piece, 0);
    const named = library === undefined ? plan : planNamed(library, plan, context);
    return named && itemIn(named, id, field, context) !== undefined;
  });
  return isKnown ? { text: ids.join(', '), commas: commasIn(written, link.start) } : undefined;
}

function commasIn(written: string, at: number): Unseparated['commas'] {
  if (written.includes('#')) return [];
  const found = [...written.matchAll(pieces)].filter(([piece]) => !joining.has(piece));
  const commas = [];
  for (const [index, next] of found.slice(1).entries()) {
    const before = found[index] as RegExpExecArray;
    const end = before.index + before[0].length;
    const gap = written.slice(end, next.index);
    if (!/[\r\n]/.test(gap)) commas.push({ start: at + end, end: at + next.index, text: ', ' });
    else if (gap.trim() === '') commas.push({ start: at + end, end: at + end, text: ',' });
    else return [];
  }
  return commas;
}
