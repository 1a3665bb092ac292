import { bracketed, linkInProse, printed } from '../features/shown.ts';
import type { Item } from '../model/item.ts';
import { resolvePath } from '../workspace/host.ts';
import type { Change, Face, PrintedNames } from './change.ts';
import { figureChanges } from './figures.ts';
import { isHanded } from './handed.ts';
import type { Known } from './known.ts';
import { inOneLine } from './layout.ts';
import { meanTheSame } from './meaning.ts';
import { type Said, saidIn } from './said.ts';
import { type Side, withNames } from './side.ts';
import { wordsOfBoth } from './words.ts';

/** What changed in an item itself: its kind, its id, its title, its fields; where it stands and what it is linked to left out. */
export function itemChanges(before: Side, after: Side, old: Item, item: Item, known: Known): Change[] {
  const face = known.faces.after.of(item);
  const changes: Change[] = [];
  if (old.key !== item.key) changes.push({ type: 'kind', item: face, from: old.key, to: item.key });
  if (old.id !== item.id) changes.push({ type: 'id', item: face, from: old.id ?? null, to: item.id ?? null });
  const rename = (text: string): string => renamed(text, before, old, known);
  const titles = [rename(inOneLine(old.title)), inOneLine(item.title)] as const;
  const namesIn = (from: string, to: string): PrintedNames => printedNames([before, old, from], [after, item, to]);
  if (titles[0] !== titles[1]) changes.push(titleChange(face, null, ...titles, namesIn));
  const now = (one: Item): Item => known.after(one) ?? one;
  const same = (one: Item): Item => one;
  const saidBefore = saidIn(before, old, { text: rename, item: now });
  const saidAfter = saidIn(after, item, { text: (text) => text, item: same });
  for (const key of new Set([...saidBefore.keys(), ...saidAfter.keys()])) {
    const from = saidBefore.get(key);
    const to = saidAfter.get(key);
    if (from && !to && isHanded(after, item, from, same)) continue;
    if (to && !from && isHanded(before, old, to, now)) continue;
    if (from?.text !== to?.text) changes.push(...fieldChange(from, to, old, item, face, namesIn));
    // A file that is called otherwise may have other figures, too.
    if (from?.path !== undefined && to?.path !== undefined)
      changes.push(...fileChange([before, old, from.path], [after, item, to.path], to, face));
  }
  return changes;
}

/** What is printed for the names in two texts of one item, before and after. */
type NamesIn = (from: string, to: string) => PrintedNames;

function fieldChange(
  from: Said | undefined,
  to: Said | undefined,
  old: Item,
  item: Item,
  face: Face,
  namesIn: NamesIn,
): Change[] {
  const said = to ?? from;
  if (!said) return [];
  const { field } = said;
  const name = said.name || null;
  const texts = [from?.text ?? '', to?.text ?? ''] as const;
  if (field.key === 'title') return [titleChange(face, name, ...texts, namesIn)];
  const named = { item: face, field: field.key, name };
  if (said.isProse) return [{ type: 'prose', ...named, words: wordsOfBoth(...texts), names: namesIn(...texts) }];
  const written = (text: string, { placed }: Item) => ({ text, language: placed.file.tree.language });
  return [
    {
      type: 'value',
      ...named,
      from: from?.text ?? null,
      to: to?.text ?? null,
      isSame:
        from !== undefined && to !== undefined && meanTheSame(field, written(from.text, old), written(to.text, item)),
      names: namesIn(...texts),
      list: listChange(from, to),
    },
  ];
}

const titleChange = (item: Face, language: string | null, from: string, to: string, namesIn: NamesIn): Change => ({
  type: 'title',
  item,
  language,
  from,
  to,
  words: wordsOfBoth(from, to),
  names: namesIn(from, to),
});

/** What is printed for the names in double brackets in texts of items; where it is another one now, that. */
function printedNames(...texts: readonly (readonly [Side, Item, string])[]): PrintedNames {
  const names: Record<string, string> = {};
  for (const [{ snapshot }, item, text] of texts)
    for (const { start, end } of text.includes('[[') ? bracketed(text) : []) {
      const name = text.slice(start, end);
      names[name] = printed(snapshot.model, item, name);
    }
  return names;
}

/** What came into a list and what went; null where nothing of it stayed. */
function listChange(from: Said | undefined, to: Said | undefined): { came: string[]; went: string[] } | null {
  if (!from?.list || !to?.list) return null;
  const [old, young] = [new Set(from.list), new Set(to.list)];
  const went = from.list.filter((one) => !young.has(one));
  return went.length === from.list.length ? null : { came: to.list.filter((one) => !old.has(one)), went };
}

/** What changed in the file that a field names. */
function fileChange(
  before: readonly [Side, Item, path: string],
  after: readonly [Side, Item, path: string],
  { field }: Said,
  item: Face,
): Change[] {
  const places = [before, after].map(([side, { placed }, path]) => ({ side, at: resolvePath(placed.file.path, path) }));
  const [one, other] = places.map(({ side, at }) => side.fingerprint?.(at));
  if (one === undefined || other === undefined || one === other) return [];
  const [old, young] = places.map(({ side, at }) => side.snapshot.workspace.host.read(at));
  const rows = field.key === 'data' ? (figureChanges(old, young) ?? null) : null;
  // Where all rows are the same, only how they are written is not.
  return rows?.length === 0 ? [] : [{ type: 'file', item, field: field.key, file: after[2], rows }];
}

/** A text as it was, with the names in double brackets that its items have now: another id alone changes no words. */
const renamed = (text: string, { snapshot }: Side, from: Item, known: Known): string =>
  withNames(text, (library, id) => {
    const target = snapshot.model.target(linkInProse(from, library, id));
    const now = target && known.after(target);
    if (!now || now.id === undefined || now.id === target.id) return undefined;
    return library === undefined ? now.id : `${library}.${now.id}`;
  });
