import { fieldOn, isIdShaped, wordFor } from '@goldthread/grammar';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { type KeyRule, titleSpan } from '../rule.ts';
import { kindNamedCy, oneCy } from '../welsh.ts';

/** An item is written where a link was meant: its title is the id of another one. */
export const titleIsAnId: KeyRule = {
  id: 'reference/title-is-an-id',
  severity: 'error',
  says: 'An item is made where a link to another was meant: its title is the other’s id.',
  why: 'One letter turns a link into an outcome of its own with a strange title, and the golden thread runs past the real one.',
  source: 'Language reference, “Links”',
  breaks: 'plan p: Plan\n\noutcome warm: Homes are warm\n\npriority homes: Better homes\n  outcome: warm\n',
  clean:
    'plan p: Plan\n\noutcome warm: Homes are warm\n\npriority homes: Better homes\n  outcomes: warm\n  outcome: Warmth\n',
  readsWholePlan: true,
  marks({ placed, items }, mark) {
    for (const item of items)
      if (item.parent && fieldOn(item.parent.key, item.kind.plural)?.type === 'reference' && isIdShaped(item.title))
        mark(item.title.normalize('NFC'), { placed, ...titleSpan(item), note: item.key, item });
  },
  key(id, marks, plan, context) {
    for (const { placed, start, end, item } of marks.all) {
      const meant = context.model.withId(plan, id).find((one) => one !== item && one.key === item?.key);
      const field = item?.parent && fieldOn(item.parent.key, item.kind.plural);
      if (!item || !meant || !field) continue;
      const word = wordFor(field, placed.file.tree.language);
      const { at, keyEnd } = item.entry;
      context.report(
        placed,
        { start, end },
        {
          item,
          message: `‘${id}’ is the id of ${meant.kind.noun} ‘${meant.title}’, but this line makes another ${meant.kind.noun} with that title. To name the one that is there, write “${word}: ${id}”.`,
          messageCy: () =>
            `Id ${kindNamedCy(meant)} yw ‘${id}’, ond mae’r llinell hon yn creu ${oneCy(meant.key)} arall gyda’r teitl hwnnw. I enwi’r un sydd yno, ysgrifennwch “${word}: ${id}”.`,
          related: [
            {
              placed: meant.placed,
              ...titleSpan(meant),
              message: `‘${id}’ is here`,
              messageCy: () => `Mae ‘${id}’ yma`,
            },
          ],
          fixes: [replacing(titlesFor(placed).changeTo(`“${word}: ${id}”`), placed, { start: at, end: keyEnd }, word)],
        },
      );
    }
  },
};
