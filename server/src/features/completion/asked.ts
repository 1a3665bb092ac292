import { fieldOn, kindOf } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { isLinked, linking } from '../../model/links.ts';
import type { Model } from '../../model/model.ts';

/** What a rule asks of the items of a kind: a field, or an item in it. */
interface Asked {
  readonly rule: string;
  readonly kind: string;
  readonly key: string;
}

const row = (rule: string, kind: string, key: string): Asked => ({ rule, kind, key });

/** What the rules that ask for something ask for, by kind, in the order in which a writer would write it. */
export const asked: readonly Asked[] = [
  row('plan/no-organisation', 'plan', 'organisation'),
  row('plan/no-period', 'plan', 'period'),
  row('thread/outcome-without-kpq', 'outcome', 'kpq'),
  row('thread/kpq-without-outcome', 'kpq', 'outcomes'),
  row('thread/kpq-without-measure', 'kpq', 'measure'),
  row('thread/measure-without-kpq', 'measure', 'kpqs'),
  row('measure/no-unit', 'measure', 'unit'),
  row('measure/no-baseline', 'measure', 'baseline'),
  row('measure/no-target', 'measure', 'target'),
  row('measure/no-frequency', 'measure', 'frequency'),
  row('measure/no-owner', 'measure', 'owner'),
  row('measure/no-source', 'measure', 'source'),
  row('thread/priority-without-outcome', 'priority', 'outcomes'),
  row('thread/priority-without-kpq', 'priority', 'kpqs'),
  row('thread/priority-without-why', 'priority', 'why'),
  row('thread/priority-without-action', 'priority', 'action'),
  row('dates/action-without-lead', 'action', 'lead'),
  row('dates/action-without-due', 'action', 'due'),
  row('dates/action-without-due', 'milestone', 'due'),
  row('evidence/role-without-holder', 'role', 'holder'),
  row('evidence/statistic-without-period', 'statistic', 'period'),
  row('evidence/statistic-without-source', 'statistic', 'source'),
  row('evidence/figure-without-image', 'figure', 'image'),
  row('access/image-without-alt', 'figure', 'alt'),
  row('evidence/chart-without-data', 'chart', 'measures'),
  row('access/image-without-alt', 'chart', 'alt'),
];

/** The keys that rules ask for on items of a kind. */
export const askedOf = (kind: string): readonly string[] =>
  asked.filter((one) => one.kind === kind).map(({ key }) => key);

/** The keys that rules ask for and that an item lacks: it has none, is not linked so, and none is handed down to it. */
export const lackedBy = (model: Model, item: Item): readonly string[] =>
  askedOf(item.key).filter((key) => {
    const kind = kindOf(key);
    if (fieldOn(item.key, key) === undefined && kind)
      return linking(model, item, item.kind.plural, key).length === 0 && !isLinked(model, item, kind.plural);
    for (let above: Item | undefined = item; above; above = above.parent) if (above.field(key)) return false;
    return !isLinked(model, item, key);
  });
