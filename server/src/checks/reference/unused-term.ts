import { type Entry, entriesOf } from '@goldthread/grammar';
import { headSpan, type KeyRule, named } from '../rule.ts';
import { abbreviationKey, abbreviationsIn, keyOfId } from './abbreviations.ts';

/** What a mark is of: a term that explains the abbreviation, or a text that has it. */
const TERM = 'term';
const USE = 'use';

/** An abbreviation is explained that the plan does not have. */
export const unusedTerm: KeyRule = {
  id: 'reference/unused-term',
  severity: 'hint',
  says: 'The glossary explains an abbreviation that the plan does not have.',
  why: 'A reader looks for what is explained and finds nothing. Only abbreviations are looked for: ordinary words may stand in too many forms, and a term whose id is not its abbreviation in small letters is left alone.',
  source: 'House rule',
  breaks: 'plan warm-homes: Warm Homes\n\nterm: EPC\n  means: Energy Performance Certificate\n',
  clean:
    'plan warm-homes: Warm Homes\n\npriority damp: Bring every home to EPC grade C\n\nterm: EPC\n  means: Energy Performance Certificate\n',
  marks({ placed, items }, mark) {
    const own = new Map<Entry, string>();
    for (const item of items) {
      const key = item.key === 'term' ? abbreviationKey(item.title) : undefined;
      if (key === undefined) continue;
      own.set(item.entry, key);
      if (item.id === undefined || keyOfId(item.id) === key) mark(key, { placed, ...headSpan(item), note: TERM, item });
    }
    const told = new Set<string>();
    const use = (key: string, at: Entry): void => {
      if (told.has(key)) return;
      told.add(key);
      mark(key, { placed, start: at.at, end: at.keyEnd, note: USE });
    };
    const found = abbreviationsIn(placed.block.text);
    if (found.length > 0) {
      const entries = [...entriesOf(placed.block)];
      let next = 0;
      for (const { key, at } of found) {
        while (next < entries.length && (entries[next] as Entry).at <= at) next++;
        const entry = entries[next - 1];
        if (!entry || at < entry.valueStart || at >= entry.end) continue;
        if (key !== (own.get(entry) ?? (entry.parent && own.get(entry.parent)))) use(key, entry);
      }
    }
    for (const item of items)
      for (const link of item.links)
        if (link.relation === 'prose' && link.library === undefined) use(keyOfId(link.id), link.entry);
  },
  key(_key, marks, plan, context) {
    if (plan.kind !== 'plan' || marks.all.some(({ note }) => note === USE)) return;
    for (const { placed, start, end, item } of marks.all)
      if (item)
        context.report(
          placed,
          { start, end },
          {
            item,
            message: `Nothing else in the plan has the abbreviation ${named(item)}, so nobody will look for it in the glossary. Delete the term if it is left over from an earlier draft.`,
          },
        );
  },
};
