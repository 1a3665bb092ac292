import type { Block, Entry } from '@goldthread/grammar';
import { headSpan, type KeyRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { abbreviationKey, abbreviationsIn, keyOfId } from './abbreviations.ts';

/** What a mark is of: a term that explains the abbreviation, or a text that has it. */
const TERM = 'term';
const USE = 'use';

/** The last entry that begins before an offset of a block, or there. */
function entryAt(block: Block, offset: number): Entry | undefined {
  let found: Entry | undefined;
  for (let entries = block.entries; ; entries = found.children) {
    let next = 0;
    let end = entries.length;
    while (next < end) {
      const middle = (next + end) >> 1;
      if ((entries[middle] as Entry).at <= offset) next = middle + 1;
      else end = middle;
    }
    const entry = entries[next - 1];
    if (!entry) return found;
    found = entry;
  }
}

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
    let own: Map<Entry, string> | undefined;
    for (const item of items) {
      const key = item.key === 'term' ? abbreviationKey(item.title) : undefined;
      if (key === undefined) continue;
      own ??= new Map();
      own.set(item.entry, key);
      if (item.id === undefined || keyOfId(item.id) === key) mark(key, { placed, ...headSpan(item), note: TERM, item });
    }
    let told: Set<string> | undefined;
    const use = (key: string, at: Entry): void => {
      told ??= new Set();
      if (told.has(key)) return;
      told.add(key);
      mark(key, { placed, start: at.at, end: at.keyEnd, note: USE });
    };
    for (const { key, at } of abbreviationsIn(placed.block.text)) {
      const entry = entryAt(placed.block, at);
      if (!entry || at < entry.valueStart || at >= entry.end) continue;
      if (key !== (own?.get(entry) ?? (entry.parent && own?.get(entry.parent)))) use(key, entry);
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
            messageCy: () =>
              `Nid yw’r talfyriad ${namedCy(item)} yn unman arall yn y cynllun, felly ni fydd neb yn chwilio amdano yn yr eirfa. Dilëwch y term os yw’n weddill o ddrafft cynharach.`,
          },
        );
  },
};
