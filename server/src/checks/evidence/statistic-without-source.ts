import type { Item } from '../../model/item.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { lacking } from './figures.ts';

/** A figure says not where it comes from. */
export const statisticWithoutSource: ItemRule = {
  id: 'evidence/statistic-without-source',
  severity: 'hint',
  completeness: true,
  says: 'A statistic does not say where its figure comes from.',
  why: 'Readers trust a public figure that they can trace and check.',
  source: 'Code of Practice for Statistics; HM Treasury and others, Choosing the Right FABRIC: “verifiable”',
  breaks: 'plan p: Plan\n\nstatistic: Visits to our libraries\n  value: 412,000\n  period: 2024/25\n',
  clean:
    'plan p: Plan\n\nstatistic: Visits to our libraries\n  value: 412,000\n  period: 2024/25\n  source: Counters at the doors of the libraries\n',
  kinds: ['statistic', 'panel'],
  reads: 'itself',
  item(item, context) {
    for (const one of lacking(item, (statistic) => !hasSource(statistic))) {
      const message =
        one.key === 'panel'
          ? `The figures of ${named(one)} have no source, so nobody can check them. Add “source:” to the panel, or to each figure.`
          : `${named(one)} has no source, so nobody can check the figure. Add a line such as “source: Council survey, 2025”.`;
      context.report(one.placed, headSpan(one), {
        item: one,
        message,
        messageCy: () =>
          one.key === 'panel'
            ? `Nid oes ffynhonnell i ${joinCy('ffigurau', namedCy(one))}, felly ni all neb eu gwirio. Ychwanegwch “ffynhonnell:” at y panel, neu at bob ffigur.`
            : `Nid oes ffynhonnell gan ${namedCy(one)}, felly ni all neb wirio’r ffigur. Ychwanegwch linell fel “ffynhonnell: Arolwg y Cyngor, 2025”.`,
      });
    }
  },
};

const sourceInNote = /\b(?:source|sources|ffynhonnell|ffynonellau)\b/i;

/** True where a statistic, or what it stands in, names a source. */
function hasSource(statistic: Item): boolean {
  for (let item: Item | undefined = statistic; item; item = item.parent) {
    if (item.has('source')) return true;
    const note = item.key === 'panel' ? item.field('note') : undefined;
    if (note && sourceInNote.test(item.proseOf(note))) return true;
  }
  return false;
}
