import { type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';
import { firstWord, hasQuestionMark, questionsIn } from './questions.ts';

/** A key performance question can be answered with yes or no. */
export const closedQuestion: ItemRule = {
  id: 'kpq/closed-question',
  severity: 'warning',
  says: 'A key performance question can be answered with yes or no.',
  why: 'Yes or no ends the talk; open questions (“How well …?”) lead to measures. Questions in English and in Welsh are looked at.',
  source: 'B. Marr, What are Key Performance Questions? (2010)',
  breaks: 'plan our-town: Our Town\n\nkpq how-clean: Is our air clean?\n',
  clean: 'plan our-town: Our Town\n\nkpq how-clean: How clean is our air?\n',
  kinds: ['kpq'],
  reads: 'itself',
  item(kpq, context) {
    const { title, placed, entry } = kpq;
    const questions = questionsIn(context.facts(kpq.plan).language);
    const { word, start, end } = firstWord(title);
    if (!questions?.closed.has(word) || !hasQuestionMark(title) || questions.opensUp.test(title)) return;
    const at = entry.valueStart;
    context.report(
      placed,
      { start: at + start, end: at + end },
      {
        item: kpq,
        message: `${named(kpq)} can be answered with yes or no, which ends the talk. Ask an open question, which leads to measures: begin with ${questions.offer}.`,
        messageCy: () =>
          `Gellir ateb ${namedCy(kpq)} ag ie neu na, sy’n rhoi terfyn ar y drafodaeth. Gofynnwch gwestiwn agored, sy’n arwain at fesurau: dechreuwch â ${questions.offerCy}.`,
      },
    );
  },
};
