import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';
import { reportMissing } from './missing.ts';

/** A measure does not say where its figures come from. */
export const noSource: ItemRule = {
  id: 'measure/no-source',
  severity: 'warning',
  completeness: true,
  says: 'A measure does not say where its figures come from.',
  why: 'A figure must be checkable.',
  source: 'Choosing the Right FABRIC: “verifiable”; Code of Practice for Statistics, Quality: suitable data sources',
  breaks: 'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n',
  clean:
    'plan warm-homes: Warm Homes\n\nmeasure damp: Damp homes\n  unit: homes\n  source: Council stock condition survey\n',
  kinds: ['measure'],
  reads: 'itself',
  item(measure, context) {
    if (measure.field('source')) return;
    const message = `${named(measure)} does not say where its figures come from, so nobody can check them. Add “source: …”, such as “source: Stock condition survey”.`;
    const messageCy = () =>
      `${joinCy('Nid yw', namedCy(measure))} yn dweud o ble y daw ei ffigurau, felly ni all neb eu gwirio. Ychwanegwch “ffynhonnell: …”, er enghraifft “ffynhonnell: Arolwg cyflwr y stoc”.`;
    reportMissing(measure, 'source', { message, messageCy }, [], context);
  },
};
