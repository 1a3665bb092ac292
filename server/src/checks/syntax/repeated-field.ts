import { type Block, type Entry, nameOf } from '@goldthread/grammar';
import type { ProblemRule } from '../rule.ts';
import { entryUpTo } from './lines.ts';

/** How many fields of an item are looked through for the first of two. */
const MOST_FIELDS = 200;

/** A field stands twice in an item. */
export const repeatedField: ProblemRule = {
  id: 'syntax/repeated-field',
  severity: 'error',
  says: 'A field stands twice in the same item.',
  why: 'Only the first is used, so what the second says would be lost.',
  source: 'Language reference, “Vocabulary”',
  breaks:
    'plan p: Parks Plan\n\npriority parks: Better parks\n  partners: friends-of-the-park\n  partners: health-board\n',
  clean: 'plan p: Parks Plan\n\npriority parks: Better parks\n  partners: friends-of-the-park, health-board\n',
  problem: 'repeated-field',
  describe(problem, { placed }) {
    const { start, end, definition } = problem;
    const found = placed.block.text.slice(start, end);
    const entry = entryUpTo(placed.block, start);
    const first = entry && firstLike(placed.block, entry);
    const several = definition?.item === false && definition.type === 'reference' && !definition.single;
    return {
      message: `‘${found}’ stands here for a second time, and only the first is used. ${several ? 'Put both on one line, with a comma between them.' : 'Keep one of the two.'}`,
      messageCy: () =>
        `Mae ‘${found}’ yma am yr eildro, a dim ond y cyntaf sy’n cael ei ddefnyddio. ${several ? 'Rhowch y ddau ar un llinell, gyda choma rhyngddynt.' : 'Cadwch un o’r ddau.'}`,
      related: first
        ? [
            {
              placed,
              start: first.at,
              end: Math.max(first.keyEnd, first.nameEnd),
              message: `‘${found}’ stands here first`,
              messageCy: () => `Mae ‘${found}’ yma gyntaf`,
            },
          ]
        : [],
    };
  },
};

/** The first field beside this one that has the same key and name. */
function firstLike(block: Block, entry: Entry): Entry | undefined {
  const name = nameOf(block, entry);
  const siblings = entry.parent?.children.slice(0, MOST_FIELDS) ?? [];
  const first = siblings.find((one) => one.definition?.key === entry.definition?.key && nameOf(block, one) === name);
  return first === entry ? undefined : first;
}
