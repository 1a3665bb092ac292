import type { Checker } from '../../checks/checker.ts';
import { abbreviationsIn } from '../../checks/consistency/abbreviations.ts';
import { librariesOf } from '../../checks/consistency/used.ts';
import type { Span } from '../../checks/rule.ts';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { Cursor } from '../cursor.ts';

/** A word that the glossary or a list of names explains, and where it stands. Offsets of the block of the cursor. */
export interface Explained {
  readonly item: Item;
  readonly span: Span;
}

/**
 * The term, the other name of a partner or role, or the short form in the brackets of a title, that stands in prose, in words or in
 * a title at a cursor; the longest, where there are several. The item that explains it does not count.
 */
export function abbreviationAt(model: Model, checker: Checker, cursor: Cursor): Explained | undefined {
  const { entry, part, link, placed, offset, file } = cursor;
  if (!entry || part !== 'value' || link || !file.plan) return undefined;
  const { definition } = entry;
  const isWords = definition?.item || definition?.type === 'prose' || definition?.type === 'text';
  if (!isWords) return undefined;
  const { text } = placed.block;
  let best: Explained | undefined;
  for (const [name, item] of namesOf(model, checker, file.plan)) {
    if (item === cursor.item) continue;
    const span = spanAround(text, offset, name, Math.max(entry.keyEnd, entry.nameEnd), entry.end);
    if (span && (!best || span.end - span.start > best.span.end - best.span.start)) best = { item, span };
  }
  return best;
}

/** The names that are explained in a plan, or in a library that it uses, with the items that explain them. */
const namesOf = (model: Model, checker: Checker, plan: Plan): ReadonlyMap<string, Item> => {
  const root = model.root(plan);
  if (!root) return new Map();
  return model.remembered('explained names', root, () => {
    const names = new Map<string, Item>();
    const plans = [plan, ...librariesOf(plan, checker).flatMap((library) => library.plan ?? [])];
    for (const one of plans)
      for (const item of model.items(one))
        for (const name of namesFrom(item)) if (name.length > 1 && !names.has(name)) names.set(name, item);
    return names;
  });
};

/** The names that an item explains. */
function* namesFrom(item: Item): Generator<string> {
  if (item.kind.root) return;
  if (item.key === 'term') yield item.title;
  const aliases = item.value('aliases');
  if (aliases) for (const alias of aliases.split(',')) yield alias.trim();
  if (item.children.length === 0 && item.title.includes('('))
    for (const { written, isExplained } of abbreviationsIn(item.title)) if (isExplained) yield written;
}

/** The s of a plural or of a possessive, which belongs to the word. */
const ending = /^(?:s|['’]s)?(?![\p{L}\p{M}\p{N}])/u;

/** Where a name stands around an offset of a text, as a word of its own; between two offsets. */
function spanAround(text: string, offset: number, name: string, from: number, to: number): Span | undefined {
  const first = Math.max(from, offset - name.length - 2);
  const window = text.slice(first, Math.min(to, offset + name.length));
  const isShout = !/\p{Ll}/u.test(name);
  const found = isShout ? window.indexOf(name) : window.toLowerCase().indexOf(name.toLowerCase());
  if (found < 0) return undefined;
  const start = first + found;
  const after = ending.exec(text.slice(start + name.length, start + name.length + 3));
  if (!after || /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const end = start + name.length + after[0].length;
  return start <= offset && offset <= end ? { start, end } : undefined;
}
