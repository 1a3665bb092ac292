import { folded, hosted as safe } from '../reporters/hosted-markdown.ts';
import { signs } from '../reporters/markdown.ts';
import { counted } from '../reporters/words.ts';
import type { AllowedProblem, Clash, Face, FoundProblem, LooseEnd, PlanDifference, Remark } from './change.ts';
import {
  excerpts,
  groupsOf,
  inSentence,
  isSame,
  nameOfKind,
  saidOfNothing,
  saidOfRemark,
  saidOfWhole,
  shownAllowed,
  shownMended,
  shownNew,
  threadCounts,
} from './outline.ts';
import type { Piece } from './tell.ts';
import { kindWord, withArticle } from './words-of-change.ts';

/** More items than this are folded away, so that a comment stays one that people read. */
const MANY = 40;

/** So much is written in all, and so much of one list, in UTF-16 units: a comment on GitHub has at most 65,536. */
const MOST = 60_000;
const MOST_OF_LIST = 16_000;

/** A difference as Markdown, for a comment on a pull request or the summary of a job. */
export function markdownDifference(
  plans: readonly PlanDifference[],
  clashes: readonly Clash[],
  remarks: readonly Remark[] = [],
): string {
  const shown = plans.filter((plan) => !isSame(plan)).map(planMarkdown);
  const besides = remarks.map((remark) => {
    const [begin, end] = saidOfRemark(remark);
    return `${begin}${safe(remark.file)}${end}`;
  });
  if (shown.length + clashes.length === 0) return `${[saidOfNothing(remarks), ...besides].join('\n\n')}\n`;
  const taken = clashes.map(
    ({ id, plan, ours, theirs }) =>
      `- ❌ In ${called(plan)} the id “${safe(id)}” was given twice: to ${called(ours)} here, and to ${called(theirs)} on the other branch. Give one of them another id.`,
  );
  const told = [...(taken.length > 0 ? [keptLines(taken)] : []), ...besides, ...shown];
  return `${kept(told, MOST, (left) => `… and ${counted(left, 'more plan')} with changes.`).join('\n\n')}\n`;
}

/** As many texts as there is room for, and what is said of those that are left. */
function kept(texts: readonly string[], most: number, saidOf: (left: number) => string): readonly string[] {
  let length = 0;
  const end = texts.findIndex((text) => {
    length += text.length + 2;
    return length > most;
  });
  return end < 0 ? texts : [...texts.slice(0, end), saidOf(texts.length - end)];
}

function planMarkdown(plan: PlanDifference): string {
  const { before, after, renumbered } = plan;
  const face = after ?? before;
  const groups = groupsOf(plan).map(
    ({ item, told }) => `- ${heading(item)}\n${told.map(({ pieces }) => `  - ${sentence(pieces)}`).join('\n')}`,
  );
  const list = keptLines(groups);
  const whole = saidOfWhole(plan);
  return [
    `### ${(face && titleOf(face)) || 'A plan without a title'}`,
    ...(whole ? [whole] : []),
    ...(groups.length > MANY ? [folded(`Changes in ${groups.length} places`, list)] : list ? [list] : []),
    ...(renumbered.length > 0 ? [`${counted(renumbered.length, 'item')} printed with another number.`] : []),
    ...threadMarkdown(plan),
    ...checksMarkdown('New problems', ({ severity }) => signs[severity], shownNew(plan)),
    ...checksMarkdown('Mended', () => '✅', shownMended(plan)),
    ...checksMarkdown('Allowed', () => '☑️', shownAllowed(plan)),
  ].join('\n\n');
}

/** The item that something changed in, and where it stands. */
function heading(item: Face): string {
  if (item.isPlan) return `**The ${kindWord(item.kind)} itself**`;
  const title = titleOf(item) && `: ${titleOf(item)}`;
  return `**${safe(nameOfKind(item))}${title}**${item.within === null ? '' : ` – in “${safe(item.within)}”`}`;
}

/** The points of a list, as many as there is room for. */
const keptLines = (points: readonly string[]): string =>
  kept(points, MOST_OF_LIST, (left) => `- … and ${left} more`).join('\n');

function threadMarkdown(plan: PlanDifference): string[] {
  const { loosened, tied } = plan.thread;
  const table = threadCounts(plan).map(({ of, before, after }) => `| ${of} | ${before} | ${after} |`);
  if (!plan.before || !plan.after || table.length + loosened.length + tied.length === 0) return [];
  const end = (mark: string, { item, without }: LooseEnd, words: string): string =>
    `- ${mark} ${called(item)} ${words} ${withArticle(kindWord(without))}`;
  const ends = [
    ...loosened.map((one) => end('❌', one, 'is without')),
    ...tied.map((one) => end('✅', one, 'is no longer without')),
  ];
  return [
    '#### Golden thread',
    ...(table.length > 0 ? [['| | before | after |', '|---|--:|--:|', ...table].join('\n')] : []),
    ...(ends.length > 0 ? [keptLines(ends)] : []),
  ];
}

function checksMarkdown(
  title: string,
  mark: (finding: FoundProblem) => string,
  findings: readonly (FoundProblem & Partial<AllowedProblem>)[],
): string[] {
  if (findings.length === 0) return [];
  const list = keptLines(
    findings.map(
      ({ reason, ...finding }) =>
        `- ${mark(finding)} ${safe(finding.message)} (${safe(finding.rule)}, ${safe(finding.file)}:${finding.range.start.line + 1})${reason === undefined ? '' : ` – was allowed: “${safe(reason)}”`}`,
    ),
  );
  return [findings.length > MANY ? folded(`${title}: ${findings.length}`, list) : `#### ${title}\n\n${list}`];
}

/** What an item is called, as it stands alone; and in a sentence. */
const titleOf = (item: Face): string => safe(item.title || item.id || '').trim();
const marked = (item: Face): string => (titleOf(item) === '' ? 'without a title' : `*${titleOf(item)}*`);

const called = (item: Face): string => `${kindWord(item.kind)} ${marked(item)}`;

const sentence = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return safe(piece);
      if ('item' in piece) return marked(piece.item);
      if ('value' in piece) return piece.isFigure ? safe(piece.value) : `“${safe(piece.value)}”`;
      return excerpts(piece.words)
        .map(({ text, is }) => {
          const [, start = '', middle = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inSentence(text)) ?? [];
          if (is === 'same' || middle === '') return spaced(start) + safe(middle) + spaced(end);
          const tag = is === 'added' ? 'ins' : 'del';
          return `${spaced(start)}<${tag}>${safe(middle)}</${tag}>${spaced(end)}`;
        })
        .join('');
    })
    .join('');

const spaced = (space: string): string => (space === '' ? '' : ' ');
