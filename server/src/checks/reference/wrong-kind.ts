import { type Field, fieldsOn, hasValue } from '@goldthread/grammar';
import type { Item, Link } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField, deletingLines } from '../fixes.ts';
import { type Edit, type Fix, type ItemRule, named, type RuleContext } from '../rule.ts';
import { oneOf, oneOfKind } from '../syntax/words.ts';
import { eitherCy, kindsCy, namedCy, oneCy } from '../welsh.ts';
import { endsOf, writtenIn } from './follow.ts';
import { keyFor, oneOfKinds } from './words.ts';

/** A field names an item of a kind that it does not take. */
export const wrongKind: ItemRule = {
  id: 'reference/wrong-kind',
  severity: 'error',
  says: 'A field names an item of another kind than it takes.',
  why: 'A priority that names a question as its outcome says nothing about the change it is for.',
  source: 'House rule; StratML keeps goals, objectives and stakeholders apart (ISO 17469-1:2015)',
  breaks:
    'plan our-town: Our Town\n\nkpq how-clean: How clean is our air?\n\npriority air: Clear the air\n  outcomes: how-clean\n',
  clean:
    'plan our-town: Our Town\n\nkpq how-clean: How clean is our air?\n\npriority air: Clear the air\n  kpqs: how-clean\n',
  kinds: 'all',
  reads: 'neighbours',
  item(item, context) {
    for (const { link, followed } of endsOf(item, context)) {
      if (followed?.end === 'wrong-kind') report(link, followed.item, followed.field, context);
      else if (followed?.end === 'item') checkValue(link, followed.item, context);
    }
  },
};

function report(link: Link, target: Item, field: Field, context: RuleContext): void {
  const { from } = link;
  const right = fieldsOn(from.key).filter((other) => other.key !== field.key && other.to?.includes(target.key));
  const names = right.map((other) => `“${keyFor(other, from)}”`);
  const whatToDo =
    names.length > 0 ? `Name it in ${oneOf(names)} instead.` : `Name ${oneOfKinds(field)} here, or take it out.`;
  const [only] = right;
  context.report(from.placed, link, {
    item: from,
    message: `“${keyFor(field, from)}” names ${oneOfKinds(field)}, but ${named(target)} is ${oneOfKind(target.key)}. ${whatToDo}`,
    messageCy: () => {
      const whatToDoCy =
        names.length > 0
          ? `Enwch yr eitem yn ${eitherCy(names)} yn lle hynny.`
          : `Enwch eitem o’r math ${kindsCy(field.to ?? [])} yma, neu tynnwch hon allan.`;
      return `Mae “${keyFor(field, from)}” yn enwi eitem o’r math ${kindsCy(field.to ?? [])}, ond ${oneCy(target.key)} yw ${namedCy(target)}. ${whatToDoCy}`;
    },
    fixes: only && right.length === 1 ? moving(link, only) : [],
  });
}

/** `[[id:value]]` prints the value of a statistic: nothing else has one. */
function checkValue(link: Link, target: Item, context: RuleContext): void {
  const { text } = link.from.placed.block;
  if (link.relation !== 'prose' || target.key === 'statistic' || !text.startsWith(':value]]', link.end)) return;
  const end = link.end + ':value'.length;
  context.report(
    link.from.placed,
    { start: link.end, end },
    {
      item: link.from,
      message: `“:value” prints the figure of a statistic, but ${named(target)} is ${oneOfKind(target.key)}. Leave “:value” out to print its title.`,
      messageCy: () =>
        `Mae “:value” yn argraffu ffigur ystadegyn, ond ${oneCy(target.key)} yw ${namedCy(target)}. Hepgorwch “:value” i argraffu’r teitl.`,
      fixes: [
        {
          title: titlesFor(link.from.placed).leaveOutValue,
          edits: [{ placed: link.from.placed, start: link.end, end, text: '' }],
        },
      ],
    },
  );
}

/** A mend that takes a link out of its field and puts it into another one of the same item. */
function moving(link: Link, field: Field): Fix[] {
  const { from, entry } = link;
  const { placed } = from;
  const key = keyFor(field, from);
  const title = titlesFor(placed).moveTo(key);
  const isAlone = from.links.every((other) => other === link || other.entry !== entry);
  const there = from.field(field.key);
  if (!there && isAlone) return [{ title, edits: [{ placed, start: entry.at, end: entry.keyEnd, text: key }] }];
  const removal = isAlone ? deletingLines(title, placed, { start: entry.at, end: entry.end }).edits[0] : removing(link);
  const addition = there ? adding(link, field) : addingField(title, from, `${key}: ${writtenIn(link)}`).edits[0];
  if (!removal || addition === undefined) return [];
  const edits = addition === 'there already' ? [removal] : [removal, addition];
  return [{ title, edits: edits.sort((a, b) => a.start - b.start) }];
}

/** Takes a link out of a list of several, with one comma. Nothing where a comment stands between. */
function removing(link: Link): Edit | undefined {
  const { placed } = link.from;
  const list = link.from.links.filter((other) => other.entry === link.entry);
  const index = list.indexOf(link);
  const [before, after] = [list[index - 1], list[index + 1]];
  const span = after ? { start: link.start, end: after.start } : { start: before?.end ?? link.start, end: link.end };
  return placed.block.text.slice(span.start, span.end).includes('#') ? undefined : { placed, ...span, text: '' };
}

/** Puts a link behind those of a field that is there. Nothing where the field has room for none: it holds words, or takes only one. */
function adding(link: Link, field: Field): Edit | 'there already' | undefined {
  const { from } = link;
  const entry = from.field(field.key);
  const list = from.links.filter((other) => other.entry === entry);
  if (list.some((other) => other.id === link.id && other.library === link.library)) return 'there already';
  const last = list.at(-1);
  if (!entry || field.single) return undefined;
  if (last) return { placed: from.placed, start: last.end, end: last.end, text: `, ${writtenIn(link)}` };
  if (hasValue(entry)) return undefined;
  return { placed: from.placed, start: entry.valueStart, end: entry.valueStart, text: ` ${writtenIn(link)}` };
}
