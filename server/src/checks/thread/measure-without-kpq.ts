import { isLinked, questionsOf } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, kindNamedCy } from '../welsh.ts';

/** A measure answers no question. */
export const measureWithoutKpq: ItemRule = {
  id: 'thread/measure-without-kpq',
  severity: 'warning',
  completeness: true,
  says: 'A measure answers no key performance question.',
  why: 'A figure is an answer; without its question it has no meaning and costs effort to collect.',
  source:
    'Bernard Marr, What are Key Performance Questions? (2010); National Audit Office, Choosing the right FABRIC: “relevant”',
  breaks: 'plan p: Plan\n\nmeasure homes-built: Homes built\n  unit: homes\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq how-well: How well do people live?\n  outcomes: well\n\nmeasure homes-built: Homes built\n  kpqs: how-well\n  unit: homes\n',
  kinds: ['measure'],
  reads: 'neighbours',
  item(measure, context) {
    if (
      measure.plan?.kind !== 'plan' ||
      questionsOf(context.model, measure).length > 0 ||
      isLinked(context.model, measure, 'kpqs')
    )
      return;
    context.report(measure.placed, headSpan(measure), {
      item: measure,
      message: `The measure ${named(measure)} answers no question. Name the key performance question that it answers: “kpqs: …”.`,
      messageCy: () =>
        `${joinCy('Nid yw', kindNamedCy(measure))} yn ateb unrhyw gwestiwn. Enwch y cwestiwn perfformiad allweddol y mae’n ei ateb: “cpau: …”.`,
    });
  },
};
