import { plain } from '../../documents/plain-words.ts';
import type { Cell, Flow, Inline, Point } from '../../documents/tree.ts';
import { counted } from '../../reporters/words.ts';
import type { AllowedProblem, Clash, Face, FoundProblem, LooseEnd, PlanDifference, Remark } from '../change.ts';
import {
  groupsOf,
  nameOfKind,
  saidOfRemark,
  saidOfWhole,
  shownAllowed,
  shownMended,
  shownNew,
  threadCounts,
} from '../outline.ts';
import { capital, kindWord, withArticle } from '../words-of-change.ts';
import { type Places, sentences, way } from './sentences.ts';

/** What changed in one plan, item by item, what became of its golden thread, and what the checks find; with ways to the places. `level` is that of its headings. */
export function planSummary(plan: PlanDifference, places: Places, level: number): Flow[] {
  const { renumbered } = plan;
  const whole = saidOfWhole(plan);
  const groups = groupsOf(plan).flatMap(({ item, told }): Flow[] => [
    { type: 'paragraph', role: 'lead-in', children: nameOf(item, places) },
    sentences(told, places),
  ]);
  return [
    ...(whole ? [paragraph(whole)] : []),
    ...groups,
    ...(renumbered.length > 0 ? [paragraph(`${counted(renumbered.length, 'item')} printed with another number.`)] : []),
    ...threadFlow(plan, places, level),
    ...findingsFlow('New problems', shownNew(plan), level, ({ severity }) => `${capital(severity)}: `),
    ...findingsFlow('Mended', shownMended(plan), level),
    ...findingsFlow('Allowed', shownAllowed(plan), level),
  ];
}

/** What is otherwise besides the plans. */
export const remarksFlow = (remarks: readonly Remark[]): Flow[] =>
  remarks.map((remark): Flow => {
    const [begin, end] = saidOfRemark(remark);
    return paragraph(`${begin}${remark.file}${end}`);
  });

/** Ids that two branches gave to two items each. */
export function clashesFlow(clashes: readonly Clash[], places: Places): Flow[] {
  if (clashes.length === 0) return [];
  const points = clashes.map(({ id, plan, ours, theirs }) =>
    point([
      plain(`In ${kindWord(plan.kind)} `),
      way(plan, places),
      plain(` the id “${id}” was given twice: to ${kindWord(ours.kind)} `),
      way(ours, places),
      plain(` here, and to ${kindWord(theirs.kind)} `),
      way(theirs, () => undefined),
      plain(' on the other branch. Give one of them another id.'),
    ]),
  );
  return [heading('Ids that were given twice', 2), list(points)];
}

/** The item below which changes are told, and where it stands. */
function nameOf(item: Face, places: Places): Inline[] {
  if (item.isPlan) return [plain(`The ${kindWord(item.kind)} itself`)];
  const within = item.within === null ? [] : [plain(` – in “${item.within}”`)];
  return [plain(`${nameOfKind(item)}: `), way(item, places), ...within];
}

function threadFlow(plan: PlanDifference, places: Places, level: number): Flow[] {
  const { loosened, tied } = plan.thread;
  const counts = threadCounts(plan);
  if (!plan.before || !plan.after || counts.length + loosened.length + tied.length === 0) return [];
  const cell = (text: string, header?: Cell['header']): Cell => ({ children: text ? [plain(text)] : [], header });
  const end = ({ item, without }: LooseEnd, words: string): Point =>
    point([plain(`${nameOfKind(item)} `), way(item, places), plain(` ${words} ${withArticle(kindWord(without))}`)]);
  const ends = [
    ...loosened.map((one) => end(one, 'is without')),
    ...tied.map((one) => end(one, 'is no longer without')),
  ];
  const table: Flow = {
    type: 'table',
    role: 'before-after',
    caption: [plain('The golden thread before and after')],
    head: [[cell('What', 'column'), cell('Before', 'column'), cell('After', 'column')]],
    rows: counts.map(({ of, before, after }) => [cell(capital(of), 'row'), cell(String(before)), cell(String(after))]),
    align: [undefined, 'right', 'right'],
  };
  return [
    heading('Golden thread', level),
    ...(counts.length > 0 ? [table] : []),
    ...(ends.length > 0 ? [list(ends)] : []),
  ];
}

function findingsFlow(
  title: string,
  findings: readonly (FoundProblem & Partial<AllowedProblem>)[],
  level: number,
  before: (finding: FoundProblem) => string = () => '',
): Flow[] {
  if (findings.length === 0) return [];
  const points = findings.map(({ reason, ...finding }) => {
    const { message, rule, file, range } = finding;
    const allowed = reason === undefined ? '' : ` – was allowed: “${reason}”`;
    return point([plain(`${before(finding)}${message} (${rule}, ${file}:${range.start.line + 1})${allowed}`)]);
  });
  return [heading(title, level), list(points)];
}

const paragraph = (text: string): Flow => ({ type: 'paragraph', children: [plain(text)] });

const heading = (text: string, level: number): Flow => ({ type: 'heading', level, children: [plain(text)] });

const point = (children: readonly Inline[]): Point => ({ flow: [{ type: 'paragraph', children }] });

const list = (points: readonly Point[]): Flow => ({ type: 'list', ordered: false, points });
