import { oneLine, printable, withoutCommands } from '../reporters/display-width.ts';
import { type Style, signs, styleFor } from '../reporters/style.ts';
import { counted } from '../reporters/words.ts';
import { wrapped } from '../reporters/wrap.ts';
import type { AllowedProblem, Clash, Face, FoundProblem, LooseEnd, PlanDifference, Remark } from './change.ts';
import {
  type Count,
  excerpts,
  type Group,
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

/** What printing a difference needs besides. */
export interface PrettyDifferenceOptions {
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
  /** What is otherwise besides the plans. */
  readonly remarks?: readonly Remark[];
}

const INDENT = '  ';
const NARROWEST = 30;

/** A difference for a reader at a terminal: plan by plan, item by item. */
export function prettyDifference(
  plans: readonly PlanDifference[],
  clashes: readonly Clash[],
  { colour, width, remarks = [] }: PrettyDifferenceOptions,
): string {
  const style = styleFor(colour);
  const pieces = [
    ...clashes.map((clash) => [broken(`× ${clashTold(clash)}`, '', width)]),
    ...plans.filter((plan) => !isSame(plan)).map((plan) => planLines(plan, style, width)),
  ];
  const besides = remarks.map((remark) => {
    const [begin, end] = saidOfRemark(remark);
    return [broken(`${begin}${oneLine(remark.file)}${end}`, '', width)];
  });
  if (pieces.length === 0) besides.unshift([saidOfNothing(remarks)]);
  return withoutCommands([...besides, ...pieces].map((piece) => `${piece.join('\n')}\n`).join('\n'));
}

const clashTold = ({ id, ours, theirs, plan }: Clash): string =>
  `In ${called(plan)} the id ‘${oneLine(id)}’ was given twice: to ${called(ours)} here, and to ${called(theirs)} on the other branch. Give one of them another id.`;

function planLines(plan: PlanDifference, style: Style, width: number): string[] {
  const { before, after, renumbered } = plan;
  const whole = saidOfWhole(plan);
  const face = after ?? before;
  const lines = face ? [`${style.bold(titleOf(face))}  ${style.dim(oneLine(face.file))}`.trimStart()] : [];
  if (whole) lines.push(INDENT + whole);
  for (const group of groupsOf(plan)) {
    lines.push('', INDENT + heading(group, style));
    for (const { sign, pieces } of group.told)
      lines.push(broken(`${sign} ${sentence(pieces)}`, INDENT.repeat(2), width));
  }
  if (renumbered.length > 0)
    lines.push('', INDENT + style.dim(`${counted(renumbered.length, 'item')} printed with another number.`));
  return [...lines, ...threadLines(plan, style, width), ...findingLines(plan, style, width)];
}

/** The item that something changed in, and where it stands. */
function heading({ item }: Group, style: Style): string {
  if (item.isPlan) return style.bold(`The ${kindWord(item.kind)} itself`);
  const where = item.within === null ? '' : style.dim(` – in ‘${oneLine(item.within)}’`);
  const title = titleOf(item);
  return `${style.dim(nameOfKind(item))}${title && ` ${style.bold(title)}`}${where}`;
}

function threadLines(plan: PlanDifference, style: Style, width: number): string[] {
  const { loosened, tied } = plan.thread;
  const counts = threadCounts(plan);
  if (!plan.before || !plan.after || counts.length + loosened.length + tied.length === 0) return [];
  const end = (mark: string, { item, without }: LooseEnd, words: string): string =>
    broken(`${mark} ${called(item)} ${words} ${withArticle(kindWord(without))}`, INDENT.repeat(2), width);
  return [
    '',
    INDENT + style.bold('Golden thread'),
    ...(counts.length > 0 ? [broken(counts.map(countOf).join(' · '), INDENT.repeat(2), width)] : []),
    ...loosened.map((one) => end('×', one, 'is without')),
    ...tied.map((one) => end('✓', one, 'is no longer without')),
  ];
}

const countOf = ({ of, before, after }: Count): string => `${of}: ${before} → ${after}`;

function findingLines(plan: PlanDifference, style: Style, width: number): string[] {
  const found = shownNew(plan);
  const mended = shownMended(plan);
  const allowed = shownAllowed(plan);
  if (found.length + mended.length + allowed.length === 0) return [];
  const one = (
    mark: string,
    { message, rule, file, range, reason }: FoundProblem & Partial<AllowedProblem>,
  ): string => {
    const why = reason === undefined ? '' : ` – was allowed: ‘${oneLine(reason)}’`;
    const place = `${oneLine(file)}:${range.start.line + 1}`;
    return broken(`${mark} ${place} ${oneLine(message)} (${rule})${why}`, INDENT.repeat(2), width);
  };
  const counts = [
    counted(found.length, 'new problem'),
    `${mended.length} mended`,
    ...(allowed.length > 0 ? [`${allowed.length} allowed`] : []),
  ];
  return [
    '',
    `${INDENT}${style.bold('Checks')}  ${style.dim(counts.join(', '))}`,
    ...found.map((finding) => one(signs[finding.severity], finding)),
    ...mended.map((finding) => one('✓', finding)),
    ...allowed.map((finding) => one('•', finding)),
  ];
}

/** What an item is called, as it stands alone; and in a sentence. */
const titleOf = (item: Face): string => oneLine(item.title || item.id || '');
const quoted = (item: Face): string => (titleOf(item) === '' ? 'without a title' : `‘${titleOf(item)}’`);

const called = (item: Face): string => `${kindWord(item.kind)} ${quoted(item)}`;

/** A sentence in plain text: words in quotation marks, those that went in [-…-] and those that came in {+…+}. */
const sentence = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return printable(piece);
      if ('item' in piece) return quoted(piece.item);
      if ('value' in piece) return piece.isFigure ? oneLine(piece.value) : `‘${oneLine(piece.value)}’`;
      return excerpts(piece.words)
        .map(({ text, is }) => {
          const shown = printable(inSentence(text));
          return is === 'same' ? shown : is === 'added' ? `{+${shown}+}` : `[-${shown}-]`;
        })
        .join('');
    })
    .join('');

/** A text broken to the columns there are, the lines after the first set in. */
function broken(text: string, indent: string, width: number): string {
  const room = Math.max(NARROWEST, width - indent.length - INDENT.length);
  return wrapped(text, room)
    .map((line, index) => indent + (index === 0 ? '' : INDENT) + line)
    .join('\n');
}
