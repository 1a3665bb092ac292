import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** A chart has nothing to be drawn from. */
export const chartWithoutData: ItemRule = {
  id: 'evidence/chart-without-data',
  severity: 'hint',
  completeness: true,
  says: 'A chart names neither measures nor data.',
  why: 'A chart has to be drawn from something, and readers must be able to check it.',
  source: 'Choosing the Right FABRIC: “verifiable”; WCAG 2.2, success criterion 1.1.1',
  breaks: 'plan p: Plan\n\nchart: Homes built each year\n  style: bar\n',
  clean:
    'plan p: Plan\n\nmeasure homes: Homes built\n\nchart: Homes built each year\n  style: bar\n  measures: homes\n\nchart: Rents since 2015\n  data: data/rents.csv\n',
  kinds: ['chart'],
  reads: 'itself',
  item(chart, context) {
    if (chart.has('measures') || chart.has('data')) return;
    context.report(chart.placed, headSpan(chart), {
      item: chart,
      message: `${chart.title ? named(chart) : 'This chart'} has nothing to be drawn from. Name the “measures:” that it shows, or a CSV file under “data:”.`,
      messageCy: () =>
        `Nid oes gan ${namedCy(chart)} ddim i’w ddangos. Enwch y mesurau o dan “mesurau:”, neu ffeil CSV o dan “data:”.`,
    });
  },
};
