import { kindOf } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { numbers } from '../../model/number.ts';
import type { Plan } from '../../workspace/plan.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { Fix, KeyRule, Mark, RuleContext } from '../rule.ts';
import { oneCy } from '../welsh.ts';
import { isInLink, isOthersWords, passagesOf } from './passages.ts';
import { push } from './push.ts';
import { isUsuallyNumbered, mayBeNumbered, ownNumber, type TypedNumber, typedNumbers } from './typed-numbers.ts';

/** A number is typed by hand where the document could print it. */
export const typedNumber: KeyRule = {
  id: 'consistency/typed-number',
  severity: 'hint',
  says: 'The number of a priority or another item is typed by hand.',
  why: 'A number typed by hand is wrong as soon as something is added or moved before the item.',
  source: 'House rule. Found in published plans: numbers in a list that do not agree with the headings',
  breaks:
    'plan p: Plan\n  numbering: priorities\n\npriority homes: Warm homes\n\npriority parks: Green parks\n  why: Trees cool our streets. For cold homes, see Priority 1.\n',
  clean:
    'plan p: Plan\n  numbering: priorities\n\npriority homes: Warm homes\n\npriority parks: Green parks\n  why: Trees cool our streets. For cold homes, see Priority [[homes:number]].\n',
  readsWholePlan: true,
  marks(content, mark) {
    for (const passage of passagesOf(content)) {
      const { item, field, start, words, signs } = passage;
      if (isOthersWords(item) || (item.kind.root && field === 'title') || signs.figures.length === 0) continue;
      const own = field === 'title' && mayBeNumbered(item.key) ? ownNumber(words, signs, item.key) : undefined;
      if (own) mark('numbers', markOf('own', own, item, start));
      else
        for (const typed of typedNumbers(words, signs))
          if (!isInLink(passage, typed.start)) mark('numbers', markOf('other', typed, item, start));
    }
  },
  key(_key, marks, plan, context) {
    const typed = marks.all;
    const { numbering } = context.facts(plan);
    const numbered = numbering.length > 0 ? byNumber(plan, context) : new Map<string, Item[]>();
    for (const mark of typed) {
      const [whose, kind = '', number = '', offset] = mark.note.split(' ');
      const from = mark.start + Number(offset);
      const place = { start: from, end: from + number.length };
      if (whose === 'own') reportOwn(mark, kind, numbering.includes(kind), context);
      else reportOther(mark, place, { kind, number, isAsked: numbering.includes(kind) }, numbered, context);
    }
  },
};

const anyKind = '-';

const markOf = (
  whose: string,
  { kind, number, start, numberStart, end }: TypedNumber,
  item: Item,
  at: number,
): Mark => ({
  placed: item.placed,
  start: at + start,
  end: at + end,
  note: `${whose} ${kind ?? anyKind} ${number} ${numberStart - start}`,
  item,
});

/** The items of a plan by kind and number, and by number alone. */
function byNumber(plan: Plan, { model }: RuleContext): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const [item, number] of numbers(model, plan))
    for (const kind of [item.key, anyKind]) push(found, `${kind} ${number}`, item);
  return found;
}

/** A number at the beginning of an item’s own title. */
function reportOwn(mark: Mark, kind: string, isAsked: boolean, context: RuleContext): void {
  const { placed, start, end, item } = mark;
  const written = placed.block.text.slice(start, end).trim();
  const ask = isAsked ? '' : ` and add “numbering: ${kindOf(kind)?.plural}” below the first line of the plan`;
  context.report(
    placed,
    { start, end: start + written.length },
    {
      item,
      message: `The number ‘${written}’ is typed into the title, so it is wrong as soon as something is put before it. Delete it${ask}: the document prints the right number.`,
      messageCy: () => {
        const askCy = isAsked ? '' : ` ac ychwanegwch “rhifo: ${kindOf(kind)?.pluralCy}” o dan linell gyntaf y cynllun`;
        return `Mae’r rhif ‘${written}’ wedi’i deipio yn y teitl, felly bydd yn anghywir cyn gynted ag y daw rhywbeth o’i flaen. Dilëwch ef${askCy}: mae’r ddogfen yn argraffu’r rhif cywir.`;
      },
      fixes: [replacing(titlesFor(placed).delete(written), placed, mark, '')],
    },
  );
}

/** What to write in the place of a number. */
function insteadCy(link: string | undefined, isAsked: boolean, kind: string): string {
  if (link) return `Ysgrifennwch “${link}” yn lle’r rhif, a bydd y ddogfen yn argraffu’r un cywir.`;
  if (isAsked)
    return 'Ysgrifennwch yr id fel yn “[[id:number]]” yn lle’r rhif, a bydd y ddogfen yn argraffu’r un cywir.';
  return `Ysgrifennwch yr id fel yn “[[id]]” yn ei le, a bydd y ddogfen yn argraffu’r teitl; neu ychwanegwch “rhifo: ${kindOf(kind)?.pluralCy ?? ''}” o dan linell gyntaf y cynllun, a bydd “[[id:number]]” yn argraffu’r rhif.`;
}

/** A number that points to an item. */
function reportOther(
  mark: Mark,
  place: { start: number; end: number },
  { kind, number, isAsked }: { kind: string; number: string; isAsked: boolean },
  numbered: ReadonlyMap<string, readonly Item[]>,
  context: RuleContext,
): void {
  const { placed, start, end, item } = mark;
  const meant = numbered.get(`${kind} ${number}`) ?? [];
  if (kind === anyKind ? meant.length === 0 : !isAsked && !isUsuallyNumbered(kind)) return;
  const written = placed.block.text.slice(start, end).replace(/\s+/g, ' ');
  const [only, ...others] = meant;
  const link = others.length === 0 && only?.id !== undefined ? `[[${only.id}:number]]` : undefined;
  const noun = kindOf(kind)?.noun ?? '';
  const none = isAsked && meant.length === 0 ? ` No ${noun} of this plan has that number now.` : '';
  const plural = kindOf(kind)?.plural ?? '';
  const instead = link
    ? `Write “${link}” in the place of the number, and the document prints the right one.`
    : isAsked
      ? 'Write the id as in “[[id:number]]” in the place of the number, and the document prints the right one.'
      : `Write the id as in “[[id]]” in its place, and the document prints the title; or add “numbering: ${plural}” below the first line of the plan, and “[[id:number]]” prints the number.`;
  const fixes: Fix[] = link ? [replacing(titlesFor(placed).numberAs(link), placed, place, link)] : [];
  context.report(placed, mark, {
    item,
    message: `‘${written}’ is typed by hand, so it is wrong as soon as something is put before it.${none} ${instead}`,
    messageCy: () => {
      const noneCy =
        isAsked && meant.length === 0 ? ` Nid oes ${oneCy(kind)} yn y cynllun hwn â’r rhif hwnnw nawr.` : '';
      return `Mae ‘${written}’ wedi’i deipio â llaw, felly bydd yn anghywir cyn gynted ag y daw rhywbeth o’i flaen.${noneCy} ${insteadCy(link, isAsked, kind)}`;
    },
    fixes,
  });
}
