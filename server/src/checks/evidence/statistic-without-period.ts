import type { Item } from '../../model/item.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { lacking } from './figures.ts';

/** A figure does not say of what time it is. */
export const statisticWithoutPeriod: ItemRule = {
  id: 'evidence/statistic-without-period',
  severity: 'hint',
  completeness: true,
  says: 'A statistic does not say what time its figure is about.',
  why: 'A figure without its time cannot be compared with the next one, and nobody sees when it has grown old.',
  source: 'HM Treasury and others, Choosing the Right FABRIC: “comparable” and “timely”',
  breaks:
    'plan p: Plan\n\nstatistic: Visits to our libraries\n  value: 412,000\n  source: Counters at the doors of the libraries\n',
  clean:
    'plan p: Plan\n\nstatistic: Visits to our libraries\n  value: 412,000\n  period: 2024/25\n  source: Counters at the doors of the libraries\n\nstatistic: Trees planted in Ashmere\n  value: 9,000\n  when: over the last ten years\n',
  kinds: ['statistic', 'panel'],
  reads: 'itself',
  item(item, context) {
    for (const one of lacking(item, (statistic) => !hasTime(statistic))) {
      const message =
        one.key === 'panel'
          ? `The figures of ${named(one)} do not say of what time they are, so they cannot be compared. Add “period:” or “when:” to each, or the year to the panel’s “note:”.`
          : `${named(one)} does not say of what time the figure is, so it cannot be compared. Add “period: 2024/25”, or “when: last year” in words.`;
      context.report(one.placed, headSpan(one), {
        item: one,
        message,
        messageCy: () =>
          one.key === 'panel'
            ? `Nid yw ${joinCy('ffigurau', namedCy(one))} yn dweud am ba amser y maent, felly ni ellir eu cymharu. Ychwanegwch “cyfnod:” neu “pryd:” at bob un, neu’r flwyddyn at “nodyn:” y panel.`
            : `${joinCy('Nid yw', namedCy(one))} yn dweud am ba amser y mae’r ffigur, felly ni ellir ei gymharu. Ychwanegwch “cyfnod: 2024/25”, neu “pryd: y llynedd” mewn geiriau.`,
      });
    }
  },
};

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Where a statistic or its panel may say the year in words. */
const wordedIn = ['value', 'unit', 'text', 'note', 'source'];

/** True where a statistic says its time, or names a year, itself or in the panel that it stands in. */
function hasTime(statistic: Item): boolean {
  if (statistic.has('period') || statistic.has('when')) return true;
  const { parent } = statistic;
  return namesYear(statistic) || (parent?.key === 'panel' && namesYear(parent));
}

const namesYear = (item: Item): boolean =>
  year.test(item.title) ||
  wordedIn.some((key) => item.fieldsNamed(key).some((entry) => year.test(item.proseOf(entry))));
