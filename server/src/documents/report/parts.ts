import { standingOf } from '../../features/thread/standing.ts';
import type { Item } from '../../model/item.ts';
import { isLocal, linked } from '../../model/links.ts';
import { plain } from '../plain-words.ts';
import type { Fact, Flow, Inline } from '../tree.ts';
import { actionsFlow, summaryOf } from './actions.ts';
import type { Draft } from './draft.ts';
import { measureFlow } from './measures.ts';
import { inLine, list, missing, paragraph, place, said } from './pieces.ts';
import type { Asked, Wanted, Worked } from './subject.ts';

/** The outcomes with their questions and measures; the questions and measures alone where the plan has no outcomes. */
export function outcomesPart(draft: Draft): void {
  const { subject, words } = draft;
  const { wanted, asked, measures } = subject;
  if (wanted.length + asked.length + measures.length === 0) return;
  const { heading, plain: withoutOutcomes, other, measures: otherMeasures } = words.outcomes;
  draft.part('outcomes', wanted.length > 0 ? heading : withoutOutcomes, []);
  for (const one of wanted) outcomeBlocks(draft, one);
  const isAlone = wanted.length === 0;
  if (asked.length > 0 && !isAlone) under(draft, 'questions', other);
  for (const one of asked) questionBlock(draft, one, isAlone ? 3 : 4);
  if (measures.length > 0) {
    const isOnly = isAlone && asked.length === 0;
    if (!isOnly) under(draft, 'measures', otherMeasures);
    draft.add(
      'measures-off',
      measures.flatMap((measure) => measureFlow(draft, measure, [], isOnly ? 3 : 4)),
    );
  }
}

/** A heading for what belongs to nothing else. */
const under = (draft: Draft, key: string, words: string): void => draft.chapter(key, words, 3);

function outcomeBlocks(draft: Draft, { outcome, asked, askedElsewhere, measures }: Wanted): void {
  const { words } = draft;
  const priorities = draft.subject.servedBy.get(outcome) ?? [];
  draft.about(outcome, 3, [
    ...factsOf([
      [words.outcomes.from, outcome.plan === draft.edition.source.plan ? [] : [[plain(planOf(outcome, draft))]]],
      [words.outcomes.priorities, draft.ways(priorities)],
    ]),
    place(words.write, words.outcomes.outcome),
    ...(asked.length + askedElsewhere.length + measures.length === 0 && !isLocal(outcome)
      ? [missing(words.outcomes.noQuestion)]
      : []),
    ...(askedElsewhere.length > 0 ? [said(words.outcomes.seeAlso), list(draft.ways(askedElsewhere))] : []),
  ]);
  for (const one of asked) questionBlock(draft, one, 4);
  if (measures.length > 0)
    draft.add(
      `measures-${draft.anchor(outcome)}`,
      measures.flatMap((measure) => measureFlow(draft, measure, [], 4)),
    );
}

function questionBlock(draft: Draft, { kpq, measures }: Asked, level: number): void {
  const { words } = draft;
  const priorities = draft.subject.servedBy.get(kpq) ?? [];
  draft.about(kpq, level, [
    ...factsOf([[words.outcomes.answered, draft.ways(priorities)]]),
    place(words.write, words.outcomes.kpq),
    ...(measures.length === 0 ? [missing(words.outcomes.noMeasure)] : []),
    ...measures.flatMap((measure) => measureFlow(draft, measure, [kpq], level + 1)),
  ]);
}

/** The priorities in their themes, with what was done for each. */
export function prioritiesPart(draft: Draft): void {
  const { subject, words } = draft;
  const { worked, actions } = subject;
  if (worked.length + actions.length === 0) return;
  draft.part('priorities', words.priorities.heading, []);
  let theme: Item | undefined;
  for (const one of worked) {
    if (one.theme && one.theme !== theme) draft.about(one.theme, 3, []);
    theme = one.theme;
    priorityBlock(draft, one, 3 + (one.theme ? 1 : 0) + one.depth);
  }
  if (actions.length === 0) return;
  const { others, othersPlace } = words.priorities;
  const isAlone = worked.length === 0;
  if (!isAlone) under(draft, 'actions', others);
  const title = [plain(isAlone ? words.actions.action : others)];
  draft.add('actions-others', [place(words.write, othersPlace), ...actionsFlow(actions, title, draft)]);
}

function priorityBlock(draft: Draft, worked: Worked, level: number): void {
  const { words, names } = draft;
  const { priority, outcomes, measures, actions, actionsElsewhere, carriedOutBy } = worked;
  const said = words.priorities;
  const to = (relation: string): Inline[][] =>
    draft.ways(linked(names.model, priority, relation).flatMap(({ item }) => (outcomes.includes(item) ? [] : [item])));
  const title = names.words(priority);
  draft.about(priority, level, [
    ...factsOf([
      [said.outcomes, to('outcomes')],
      [said.kpqs, to('kpqs')],
      [said.goals, to('goals')],
      [said.elsewhere, carriedOutBy.map((one) => fromElsewhere(one, draft))],
    ]),
    ...(outcomes.length > 0 ? [paragraph([plain(`${said.own}:`)]), ownOutcomes(draft, outcomes)] : []),
    place(words.write, said.place),
    ...measures.flatMap((measure) => measureFlow(draft, measure, [], level + 1)),
    ...(actions.length > 0 ? actionsFlow(actions, [plain(words.actions.caption('')), ...title], draft) : []),
    ...(actionsElsewhere.length > 0 ? [paragraph([plain(said.more)]), list(draft.ways(actionsElsewhere))] : []),
    ...(draft.subject.open.priorities.has(priority) ? [missing(said.none)] : []),
  ]);
}

/** The outcomes that belong to one priority, as points that other parts can lead to. */
function ownOutcomes(draft: Draft, outcomes: readonly Item[]): Flow {
  const points = outcomes.map((outcome) => ({
    anchor: draft.anchor(outcome),
    flow: [paragraph(draft.names.words(outcome))],
  }));
  return { type: 'list', ordered: false, points };
}

/** A priority of another plan, with the title of that, and what its actions have come to. */
function fromElsewhere(priority: Item, draft: Draft): Inline[] {
  const { has } = standingOf(draft.model, priority);
  const actions = has.find(({ kind }) => kind.key === 'action')?.items ?? [];
  const told = actions.length > 0 ? [plain(`: ${summaryOf(actions, draft)}`)] : [];
  return [draft.names.mention(priority), plain(` (${planOf(priority, draft)})`), ...told];
}

/** What the plan of an item is called. */
function planOf({ plan }: Item, { names }: Draft): string {
  const root = plan && names.model.root(plan);
  return root ? names.title(root) : '';
}

/** Facts with their names; those with nothing to say are left out. */
function factsOf(facts: readonly (readonly [name: string, lines: readonly (readonly Inline[])[]])[]): Flow[] {
  const told = facts.flatMap(([name, lines]): Fact[] =>
    lines.length === 0
      ? []
      : [{ name: [plain(name)], flow: [lines.length > 3 ? list(lines) : paragraph(inLine(lines))] }],
  );
  return told.length > 0 ? [{ type: 'facts', role: 'details', facts: told }] : [];
}
