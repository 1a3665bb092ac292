import { isLocal, linking } from '../../model/links.ts';
import { headSpan, type ItemRule, named } from '../rule.ts';
import { kindNamedCy } from '../welsh.ts';

/** How many questions an outcome can bear: Marr asks for one to three on each objective. */
const most = 3;

/** Too many questions ask about one outcome. */
export const kpqsTooMany: ItemRule = {
  id: 'thread/kpqs-too-many',
  severity: 'hint',
  says: 'More than three key performance questions ask about one outcome.',
  why: 'Many questions on one outcome dilute attention and multiply the figures that must be collected.',
  source: 'Bernard Marr, What are Key Performance Questions? (2010): between one and three for each objective',
  breaks:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq a: How warm are homes?\n  outcomes: well\n\nkpq b: How safe are homes?\n  outcomes: well\n\nkpq c: How dry are homes?\n  outcomes: well\n\nkpq d: How cheap are homes?\n  outcomes: well\n',
  clean:
    'plan p: Plan\n\noutcome well: People live well\n\nkpq a: How warm are homes?\n  outcomes: well\n\nkpq b: How safe are homes?\n  outcomes: well\n',
  kinds: ['outcome'],
  reads: 'neighbours',
  item(outcome, context) {
    if (isLocal(outcome)) return;
    const kpqs = linking(context.model, outcome, 'outcomes', 'kpq');
    if (kpqs.length <= most) return;
    context.report(outcome.placed, headSpan(outcome), {
      item: outcome,
      message: `${kpqs.length} key performance questions ask about the outcome ${named(outcome)}. One to three are enough to steer by; more dilute attention. Keep those whose answer would change what you do.`,
      messageCy: () =>
        `Mae ${kpqs.length} o gwestiynau perfformiad allweddol yn gofyn am ${kindNamedCy(outcome)}. Mae rhwng un a thri yn ddigon i lywio yn ôl eu hatebion; mae mwy yn gwasgaru’r sylw. Cadwch y rhai y byddai eu hatebion yn newid yr hyn rydych yn ei wneud.`,
    });
  },
};
