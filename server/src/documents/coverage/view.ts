import { oneOf } from '../../features/kind-words.ts';
import { wordsFor } from '../../features/words.ts';
import type { Item } from '../../model/item.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { ItemNames } from '../item-names.ts';
import { KeptBlocks } from '../kept-blocks.ts';
import { plain } from '../plain-words.ts';
import type { Cell, Flow, Inline } from '../tree.ts';
import type { Block, Page, View } from '../view.ts';
import { type CoveredFramework, type CoveredPoint, coverageOf } from './coverage.ts';
import { type CoverageWords, coverageWords } from './words.ts';

/**
 * For each framework that a plan covers, has or uses: each of its goals and requirements, and what in the plan is marked as serving or
 * meeting it. Each framework is a block of its own. Nothing here says that a law is complied with.
 */
export function coverageView(): View {
  const kept = new KeptBlocks();
  return {
    page({ model }, file, { language }) {
      const page = pageOf(new ItemNames(model, language), file);
      return { ...page, blocks: kept.keep(page.blocks) };
    },
  };
}

function pageOf(names: ItemNames, { plan }: PlanFile): Page {
  const words: CoverageWords = wordsFor(coverageWords, names.language);
  const found = plan ? coverageOf(names.model, plan) : [];
  const why = !plan ? words.noPlan : found.length === 0 ? words.none : words.about;
  const about: Block = {
    key: '_about',
    role: 'about',
    depth: 0,
    flow: [
      { type: 'heading', level: 1, children: [plain(words.page)] },
      { type: 'paragraph', role: 'standfirst', children: [plain(why)] },
    ],
  };
  return { title: words.page, controls: [], blocks: [about, ...found.map((one) => blockOf(one, names, words))] };
}

function blockOf(covered: CoveredFramework, names: ItemNames, words: CoverageWords): Block {
  const { framework, isCovered, anyWillDo } = covered;
  const ref = names.ref(framework);
  const said = [
    ...totals(covered, words),
    ...(anyWillDo ? [words.anyWillDo] : []),
    isCovered ? words.isCovered : framework.plan?.kind === 'plan' ? '' : words.notCovered,
  ];
  return {
    key: ref,
    role: 'coverage',
    depth: 0,
    item: ref,
    flow: [
      { type: 'heading', level: 2, children: [names.mention(framework)] },
      { type: 'paragraph', children: [plain(said.filter(Boolean).join(' '))] },
      tableOf(covered, names, words),
    ],
  };
}

/** How much of the framework there is something for. Requirements are asked for one by one; goals where nothing is asked in them. */
function totals({ points }: CoveredFramework, words: CoverageWords): string[] {
  const counted = (kind: string, say: (served: number, all: number) => string): string[] => {
    const asked = points.filter(({ item }) => item.key === kind && (kind === 'requirement' || isLeast(item)));
    return asked.length > 0 ? [say(asked.filter((point) => point.isServed).length, asked.length)] : [];
  };
  return [...counted('goal', words.goals), ...counted('requirement', words.requirements)];
}

/** True for a goal in which no requirement stands, and which stands in no other goal. */
const isLeast = (goal: Item): boolean =>
  goal.parent?.key !== 'goal' && [...goal.withBelow()].every(({ key }) => key !== 'requirement');

function tableOf({ framework, points }: CoveredFramework, names: ItemNames, words: CoverageWords): Flow {
  const kinds = new Set(points.map(({ item }) => item.key));
  const kind = kinds.size > 1 ? 'both' : kinds.has('goal') ? 'goal' : 'requirement';
  const heading = (title: string): Cell => ({ header: 'column', children: [plain(title)] });
  return {
    type: 'table',
    role: 'coverage',
    caption: [plain(names.call(framework))],
    head: [[heading(words.point[kind]), heading(words.by[kind])]],
    rows: points.map((point) => [pointCell(point, names), servedCell(point, names, words)]),
  };
}

function pointCell({ item, depth }: CoveredPoint, names: ItemNames): Cell {
  const cites = item.value('cites');
  const children: Inline[] = [names.mention(item), ...(cites ? [plain(` (${cites})`)] : [])];
  return { header: 'row', children, depth };
}

/** What serves a point, a line for each; or that nothing does. */
function servedCell({ item, by, stated, isServed }: CoveredPoint, names: ItemNames, words: CoverageWords): Cell {
  const lines: Inline[][] = by.map((one) => [names.mention(one), plain(` (${oneOf(one.kind, names.language)})`)]);
  if (by.length === 0)
    lines.push([plain(isServed ? words.inside : words.nothing[item.key === 'goal' ? 'goal' : 'requirement'])]);
  for (const duty of stated) lines.push([plain(`${words.stated}: `), names.mention(duty)]);
  const children = lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'break' }, ...line]));
  return { children, role: isServed ? 'served' : 'unserved' };
}
