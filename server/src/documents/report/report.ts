import { readPeriod } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { periodShown } from '../dates.ts';
import { CONTENTS } from '../document/contents.ts';
import type { WholeDocument } from '../edition/annex.ts';
import type { Edition } from '../edition/edition.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import type { Block } from '../view.ts';
import { datesTable, statusTable, withoutStatus } from './actions.ts';
import { Draft } from './draft.ts';
import { measuresTable } from './measures.ts';
import { outcomesPart, prioritiesPart } from './parts.ts';
import { cell, columns, list, place, placeCell, said } from './pieces.ts';

/** The draft of an annual report of a plan: what the plan says stands in it, and there are places for what only people can say. */
export function annualReport(edition: Edition): WholeDocument {
  const draft = new Draft(edition);
  const { words } = draft;
  draft.part('foreword', words.foreword.heading, [place(words.write, words.foreword.place)]);
  draft.part('glance', words.glance.heading, [
    place(words.write, words.glance.place),
    ...measuresTable(draft),
    ...statusTable(draft),
  ]);
  outcomesPart(draft);
  prioritiesPart(draft);
  const dates = datesTable(draft);
  if (dates.length > 0) draft.part('dates', words.due.heading, dates);
  draft.part('money', words.money.heading, [place(words.write, words.money.place), ...budgetTables(draft)]);
  draft.part('scrutiny', words.scrutiny.heading, [place(words.write, words.scrutiny.place)]);
  const gaps = gapsFlow(draft);
  if (gaps.length > 0) draft.part('gaps', words.gaps.heading, [...gaps, place(words.write, words.gaps.place)]);
  draft.part('ahead', words.ahead.heading, [place(words.write, words.ahead.place)]);
  const title = `${edition.title}: ${words.title}`;
  return {
    kind: 'report',
    title,
    blocks: [cover(draft), howTo(draft), contents(draft), ...draft.blocks],
    annex: [],
    anchorOf: (ref) => draft.anchorOf(ref),
  };
}

function cover(draft: Draft): Block {
  const { edition, names, words } = draft;
  const { root } = edition;
  const body = root ? bodyOf(root, draft) : [];
  const area = root ? draft.worded(root, 'area') : [];
  const written = root?.placed.file.tree.language ?? 'en';
  const period = root?.value('period') ?? '';
  const isPeriod = readPeriod(period, written).value !== undefined;
  const runs = isPeriod ? [plain(words.period(periodShown(period, written, edition.language)))] : [];
  const details = [...area, ...(area.length > 0 && runs.length > 0 ? [plain(' · ')] : []), ...runs];
  const title: readonly Inline[] = root?.title ? names.words(root) : [plain(edition.title)];
  const flow: Flow[] = [
    ...(body.length > 0 ? [{ type: 'paragraph', role: 'kicker', children: body } satisfies Flow] : []),
    { type: 'heading', level: 1, anchor: '_report', children: [...title, plain(`: ${words.title}`)] },
    {
      type: 'paragraph',
      role: 'place',
      children: [plain(`${words.year} `), { type: 'strong', children: [plain(words.writeShort)] }],
    },
    ...(details.length > 0 ? [{ type: 'paragraph', role: 'details', children: details } satisfies Flow] : []),
  ];
  return { key: '_report-cover', role: 'cover', depth: 0, flow };
}

/** Whose plan it is: its organisation, else the police force. */
function bodyOf(root: Item, draft: Draft): Inline[] {
  const organisation = draft.parties(root, 'organisation');
  return organisation.length > 0 ? organisation : draft.parties(root, 'force');
}

function howTo({ words }: Draft): Block {
  const anchor = '_report-how';
  const { heading, points } = words.how;
  const flow: Flow[] = [
    { type: 'heading', level: 2, anchor, children: [plain(heading)] },
    list(points.map((point) => [plain(point)])),
  ];
  return { key: anchor, role: 'report', depth: 0, flow };
}

function contents(draft: Draft): Block {
  const flow: Flow[] = [
    { type: 'heading', level: 2, anchor: CONTENTS, children: [plain(draft.words.contents)] },
    draft.contents(),
  ];
  return { key: CONTENTS, role: 'contents', depth: 0, flow };
}

/** What each budget of the plan meant to spend, with places for what was spent. */
function budgetTables(draft: Draft): Flow[] {
  const { subject, words, names } = draft;
  const { line, planned, spent, budget } = words.money;
  return subject.budgets.flatMap((one): Flow[] => {
    const rows: Cell[][] = [];
    const depths = new Map<Item, number>();
    for (const item of one.withBelow()) {
      if (item.key !== 'line') continue;
      const above = item.parent && depths.get(item.parent);
      const depth = above === undefined ? 0 : above + 1;
      depths.set(item, depth);
      rows.push([
        { header: 'row', depth, children: names.words(item) },
        cell(draft.worded(item, 'amount')),
        placeCell(words.writeShort),
      ]);
    }
    const total = draft.worded(one, 'total');
    if (total.length > 0)
      rows.push([
        { header: 'row', role: 'total', children: [plain(words.glance.total)] },
        { ...cell(total), role: 'total' },
        placeCell(words.writeShort),
      ]);
    const caption = one.title ? names.words(one) : [plain(budget)];
    const head = columns([line, planned, spent]);
    return rows.length > 0
      ? [{ type: 'table', caption, head: [head], rows, align: [undefined, 'right', undefined] }]
      : [];
  });
}

/** What the plan says too little of to be reported on. */
function gapsFlow(draft: Draft): Flow[] {
  const { subject, words, names } = draft;
  const { open, allMeasures, allActions, series } = subject;
  const named = (heading: string, items: readonly Item[], key: string): Flow[] =>
    items.length === 0
      ? []
      : [
          { type: 'heading', level: 3, anchor: `_report-gaps-${key}`, children: [plain(heading)] },
          list(items.map((item) => [names.mention(item)])),
        ];
  const idle = withoutStatus(allActions);
  return [
    ...(idle > 0 ? [said(words.gaps.status(idle, allActions.length))] : []),
    ...named(words.gaps.outcomes, open.outcomes, 'outcomes'),
    ...named(words.gaps.kpqs, open.kpqs, 'questions'),
    ...named(
      words.gaps.baselines,
      allMeasures.filter((one) => !one.has('baseline')),
      'baselines',
    ),
    ...named(
      words.gaps.targets,
      allMeasures.filter((one) => !one.has('target')),
      'targets',
    ),
    ...named(
      words.gaps.results,
      allMeasures.filter((one) => series.get(one)?.figures.length === 0),
      'results',
    ),
    ...named(words.gaps.priorities, [...open.priorities], 'priorities'),
  ];
}
