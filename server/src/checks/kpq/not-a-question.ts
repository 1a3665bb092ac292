import type { Item } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { type Fix, type ItemRule, named, titleSpan } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { firstWord, hasQuestionMark, questionsIn } from './questions.ts';

/** A key performance question is no question. */
export const notAQuestion: ItemRule = {
  id: 'kpq/not-a-question',
  severity: 'warning',
  says: 'A key performance question has no question mark.',
  why: 'A question invites discussion, a statement only agreement.',
  source: 'B. Marr, What are Key Performance Questions? (2010)',
  breaks: 'plan our-town: Our Town\n\nkpq how-clean: How clean is our air\n',
  clean: 'plan our-town: Our Town\n\nkpq how-clean: How clean is our air?\n',
  kinds: ['kpq'],
  reads: 'itself',
  item(kpq, context) {
    if (!kpq.title || hasQuestionMark(kpq.title)) return;
    const questions = questionsIn(context.facts(kpq.plan).language);
    const { word } = firstWord(kpq.title);
    const isAsked = questions !== undefined && (questions.open.has(word) || questions.closed.has(word));
    const advice = isAsked
      ? 'End it with a question mark.'
      : `Ask for what you want to know${questions ? `, such as ${questions.offer}` : ''}, and end with a question mark.`;
    context.report(kpq.placed, titleSpan(kpq), {
      item: kpq,
      message: `${named(kpq)} has no question mark. A question invites discussion, a statement only agreement. ${advice}`,
      messageCy: () => {
        const offerCy = questions ? `, er enghraifft ${questions.offerCy}` : '';
        const adviceCy = isAsked
          ? 'Gorffennwch â marc cwestiwn.'
          : `Gofynnwch am yr hyn rydych am ei wybod${offerCy}, a gorffennwch â marc cwestiwn.`;
        return `Nid oes marc cwestiwn gan ${namedCy(kpq)}. Mae cwestiwn yn gwahodd trafodaeth, a gosodiad yn gwahodd cytundeb yn unig. ${adviceCy}`;
      },
      fixes: isAsked ? addingQuestionMark(kpq) : [],
    });
  },
};

/** A mend that ends a title with a question mark, in the place of a full stop. */
function addingQuestionMark({ placed, entry }: Item): Fix[] {
  const end = entry.valueEnd;
  const start = placed.block.text[end - 1] === '.' ? end - 1 : end;
  return [{ title: titlesFor(placed).questionMark, edits: [{ placed, start, end, text: '?' }] }];
}
