import type { Engine } from '../../server/src/engine.ts';
import type { Item } from '../../server/src/model/item.ts';

/**
 * The findings of the group `thread` worked out a second time, by looking at everything and with no index: slow, short, and
 * written from the statement of each rule alone. Gives `rule item` for each finding.
 */
export function threadFindings(engine: Engine): string[] {
  engine.update();
  const { model, workspace } = engine;
  const plans = workspace.plans.filter((plan) => plan.kind === 'plan' && !plan.shipped);
  const items = plans.flatMap((plan) => [...model.items(plan)]);
  const of = (kind: string) => items.filter((item) => item.key === kind);
  const find = (from: Item, reference: string): Item | undefined => {
    const [plan, id] = reference.includes('.') ? reference.split('.') : [from.plan?.id, reference];
    return items.find((item) => item.plan?.id === plan && item.id === id);
  };
  const names = (item: Item, field: string, kind: string): Item[] =>
    item
      .value(field)
      .split(',')
      .map((reference) => find(item, reference.trim()))
      .filter((target): target is Item => target?.key === kind);
  const inside = (item: Item, kind: string): Item[] =>
    [...item.withBelow()].filter((one) => one.key === kind && one !== item);
  const children = (item: Item, kind: string): Item[] =>
    item.children.flatMap((one) => (one.key === 'section' ? children(one, kind) : one.key === kind ? [one] : []));

  const own = (priority: Item, kind: 'outcome' | 'kpq'): Item[] => [
    ...names(priority, `${kind}s`, kind),
    ...children(priority, kind),
  ];
  const all = (priority: Item, kind: 'outcome' | 'kpq'): Item[] => [
    ...own(priority, kind),
    ...(priority.parent?.key === 'priority' ? all(priority.parent, kind) : []),
    ...names(priority, 'priorities', 'priority').flatMap((other) =>
      other.plan === priority.plan ? [] : all(other, kind),
    ),
  ];
  const about = (kpq: Item): Item[] => [
    ...names(kpq, 'outcomes', 'outcome'),
    ...(kpq.parent?.key === 'outcome' ? [kpq.parent] : []),
  ];
  const answers = (measure: Item, kpq: Item): boolean =>
    measure.parent === kpq ||
    names(measure, 'kpqs', 'kpq').includes(kpq) ||
    names(kpq, 'measures', 'measure').includes(measure);
  const acted = (priority: Item): boolean =>
    inside(priority, 'action').length > 0 ||
    items.some(
      (item) =>
        names(item, 'priorities', 'priority').includes(priority) &&
        (item.key === 'action' || inside(item, 'action').length > 0 || (item.key === 'priority' && acted(item))),
    ) ||
    children(priority, 'priority').some(acted);

  const missing = (priority: Item, has: (priority: Item) => boolean): Item[] => {
    if (has(priority)) return [];
    const anyBelow = (one: Item): boolean => has(one) || children(one, 'priority').some(anyBelow);
    return children(priority, 'priority').some(anyBelow)
      ? children(priority, 'priority').flatMap((child) => missing(child, has))
      : [priority];
  };
  const idle = (priority: Item): Item[] => {
    if (!acted(priority)) return [priority];
    const below = children(priority, 'priority');
    return below.some(acted) ? below.flatMap(idle) : [];
  };

  const found: string[] = [];
  const add = (rule: string, subjects: readonly Item[]) => {
    for (const item of subjects) found.push(`thread/${rule} ${item.plan?.id} ${item.id ?? item.title}`);
  };
  const topmost = of('priority').filter((priority) => priority.parent?.key !== 'priority');
  const outcomes = of('outcome').filter((outcome) => !outcome.parent);
  add(
    'priority-without-outcome',
    topmost.flatMap((one) => missing(one, (priority) => all(priority, 'outcome').length > 0)),
  );
  add(
    'priority-without-kpq',
    topmost.flatMap((one) => missing(one, (priority) => all(priority, 'kpq').length > 0)),
  );
  add(
    'priority-without-why',
    topmost.flatMap((one) => missing(one, (priority) => priority.has('why'))),
  );
  add('priority-without-action', topmost.flatMap(idle));
  add(
    'outcome-without-priority',
    outcomes.filter((outcome) => !of('priority').some((one) => own(one, 'outcome').includes(outcome))),
  );
  add(
    'outcome-without-kpq',
    outcomes.filter((outcome) => !of('kpq').some((kpq) => about(kpq).includes(outcome))),
  );
  add(
    'kpqs-too-many',
    outcomes.filter((outcome) => of('kpq').filter((kpq) => about(kpq).includes(outcome)).length > 3),
  );
  add(
    'kpq-without-outcome',
    of('kpq').filter((kpq) => about(kpq).length === 0),
  );
  add(
    'kpq-without-priority',
    of('kpq').filter((kpq) => !of('priority').some((one) => own(one, 'kpq').includes(kpq))),
  );
  add(
    'kpq-without-measure',
    of('kpq').filter((kpq) => !of('measure').some((measure) => answers(measure, kpq))),
  );
  add(
    'measure-without-kpq',
    of('measure').filter((measure) => !of('kpq').some((kpq) => answers(measure, kpq))),
  );
  for (const priority of of('priority')) {
    const wanted = all(priority, 'outcome');
    const asked = all(priority, 'kpq');
    const outside = names(priority, 'kpqs', 'kpq').filter(
      (kpq) => about(kpq).length > 0 && !about(kpq).some((outcome) => wanted.includes(outcome)),
    );
    if (outside.length > 0 && wanted.some((outcome) => !outcome.parent)) add('kpq-outside-outcomes', [priority]);
    for (const outcome of new Set(names(priority, 'outcomes', 'outcome'))) {
      const questions = of('kpq').filter((kpq) => about(kpq).includes(outcome));
      const unasked = asked.length > 0 && questions.length > 0 && !questions.some((kpq) => asked.includes(kpq));
      if (!outcome.parent && unasked) add('outcome-not-asked', [priority]);
    }
  }
  return found.sort();
}
