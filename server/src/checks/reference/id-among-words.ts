import { type Entry, fieldsOn, hasValue, isReferenceShaped, kinds, referenceFrom } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { librariesOf } from '../consistency/used.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { headSpan, type KeyRule, type RuleContext, type Span } from '../rule.ts';
import { kindNamedCy } from '../welsh.ts';

/** What a mark is of: an item with the id, or a piece of a text that could be one. */
const ITEM = 'item';
const PIECE = 'piece';

/** The kinds that fields name which take words too. */
const parties: ReadonlySet<string> = new Set(['role', 'partner', 'framework', 'document']);

/** Who helps or leads is named by an id, but words beside it make words of the whole line. */
export const idAmongWords: KeyRule = {
  id: 'reference/id-among-words',
  severity: 'warning',
  says: 'An id stands among words, so that it is printed as it is and links to nothing.',
  why: 'A line such as “partners” takes ids or words, not both: with words beside it an id is one of them, and readers find it in the printed plan.',
  source: 'Language reference, “Links”',
  breaks:
    'plan p: Plan\n\npartner health-board: Betsi Cadwaladr Health Board\n\npriority well: People are well\n  partners: health-board, Registered social landlords\n',
  clean:
    'plan p: Plan\n\npartner health-board: Betsi Cadwaladr Health Board\npartner landlords: Registered social landlords\n\npriority well: People are well\n  partners: health-board, landlords\n',
  readsOtherPlans: true,
  marks({ placed, items }, mark) {
    for (const item of items) {
      if (item.id !== undefined && parties.has(item.key))
        mark(item.id, { placed, ...headSpan(item), note: ITEM, item });
      if (!naming.has(item.key)) continue;
      for (const entry of item.entry.children) {
        if (!takesWords(entry)) continue;
        for (const { id, start, end } of piecesOf(item, entry)) mark(id, { placed, start, end, note: PIECE, item });
      }
    }
  },
  key(id, marks, plan, context) {
    if (!marks.all.some(({ note }) => note === PIECE)) return;
    const meant = marks.inOrder().find(({ note }) => note === ITEM)?.item ?? ofLibrary(id, plan, context);
    // A word that is the name itself, but for its capitals, reads well.
    if (!meant || meant.title.toLowerCase() === id) return;
    for (const { placed, start, end, item, note } of marks.all)
      if (note === PIECE)
        context.report(
          placed,
          { start, end },
          {
            item,
            message: `‘${id}’ is the id of ${meant.kind.noun} ‘${meant.title}’, but words stand beside it, so it is taken for a word too: it is printed as it is. Write the name in its place, or name the others by ids as well.`,
            messageCy: () =>
              `Id ${kindNamedCy(meant)} yw ‘${id}’, ond mae geiriau wrth ei ochr, felly mae’n cael ei gymryd yn air hefyd: mae’n cael ei argraffu fel y mae. Ysgrifennwch yr enw yn ei le, neu enwch y lleill wrth eu hid hefyd.`,
            related: [
              {
                placed: meant.placed,
                ...headSpan(meant),
                message: `‘${id}’ is here`,
                messageCy: () => `Mae ‘${id}’ yma`,
              },
            ],
            fixes: meant.title
              ? [replacing(titlesFor(placed).changeTo(`“${meant.title}”`), placed, { start, end }, meant.title)]
              : [],
          },
        );
  },
};

/** The item that `library.id` names. */
function ofLibrary(written: string, plan: Plan, context: RuleContext): Item | undefined {
  const { library, id } = referenceFrom(written, 0);
  const roots = librariesOf(plan, context).filter((root) => root.id === library);
  return roots.flatMap((root) => (root.plan ? context.model.withId(root.plan, id) : []))[0];
}

/** The kinds that have fields of names or words. */
const naming: ReadonlySet<string> = new Set(
  kinds.flatMap(({ key }) => (fieldsOn(key).some(({ orWords }) => orWords) ? [key] : [])),
);

/** True for a field of several names or words that says something. */
const takesWords = (entry: Entry): boolean =>
  entry.definition?.item === false && entry.definition.orWords === true && hasValue(entry);

/** The pieces of a value that was taken as words, though they are shaped like ids. */
function piecesOf({ placed }: Item, entry: Entry): (Span & { readonly id: string })[] {
  const { text } = placed.block;
  const value = text.slice(entry.valueStart, entry.valueEnd);
  if (value.search(separator) < 0) return [];
  const isLinks = value.split(',').every((piece) => isReferenceShaped(piece.trim().normalize('NFC')));
  if (isLinks) return [];
  const pieces: (Span & { readonly id: string })[] = [];
  let start = entry.valueStart;
  for (const { index, 0: between } of [...value.matchAll(separator), { index: value.length, 0: '' }]) {
    const end = entry.valueStart + index;
    const id = text.slice(start, end).trim().normalize('NFC');
    if (isReferenceShaped(id)) pieces.push({ id, start, end });
    start = end + between.length;
  }
  return pieces;
}

/** What stands between names in a list of words. */
const separator = /\s*[,;]\s*|\s+(?:and|a|ac|&)\s+/gi;
