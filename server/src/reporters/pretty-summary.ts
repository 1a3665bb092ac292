import { rules } from '../checks/index.ts';
import type { Severity } from '../checks/rule.ts';
import type { CheckedPlan } from './checked.ts';
import { displayWidth, oneLine, padded } from './display-width.ts';
import type { LeftOut } from './report.ts';
import { type Style, severities, signs, styleFor } from './style.ts';
import type { PlanSummary, Summary } from './summary.ts';
import { counted, countedFindings, listed, nothingNew, number } from './words.ts';
import { shortened, wrapped } from './wrap.ts';

/** How the summary is printed, and what for. */
export interface PrettySummaryOptions {
  /** True to print with colour. */
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
  /** The path to print for a file. */
  readonly show: (path: string) => string;
  /** True where hints were printed in full above. */
  readonly hints: boolean;
  /** True where drafts were asked for everything. */
  readonly final: boolean;
  /** What a reader is to know besides: sentences. */
  readonly notes?: readonly string[];
  /** What was left out, where nothing is new: `Report.left`. */
  readonly left?: LeftOut | undefined;
}

const INDENT = '  ';
const DONE = '✓';
const NOTHING_FOUND = `${DONE} nothing found`;
/** How many plans the summary names. */
const MOST_PLANS = 20;
/** The least room that what a rule says is worth printing in. */
const LEAST_FOR_WORDS = 24;

const sayings = new Map(rules.map(({ id, says }) => [id, says]));

const headings: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'For information',
  hint: 'Hints',
};

/** What was found by plan and by check, and in all; for a reader who wants to know how things stand. */
export function prettySummary(summary: Summary, options: PrettySummaryOptions): string {
  const style = styleFor(options.colour);
  const pieces: string[][] = [];
  if (summary.plans.length > 1 && summary.plans.some(hasFindings))
    pieces.push([style.bold('By plan'), ...byPlan(summary, style, options)]);
  const columns = ruleColumns(summary.rules, options.width);
  for (const severity of severities) {
    if (summary.counts[severity] === 0) continue;
    const heading = style.severity(severity, signs[severity]) + style.bold(` ${headings[severity]}`);
    const more = severity === 'hint' && !options.hints ? style.dim(' (to read them in full: --hints)') : '';
    pieces.push([heading + more, ...byRule(summary.rules, severity, columns, style)]);
  }
  const small = [
    ...(options.notes ?? []).flatMap((note) => wrapped(oneLine(note), options.width)),
    ...advice(summary, options),
  ];
  pieces.push([inAll(summary, style, options.left), ...small.map((line) => style.dim(line))]);
  return `${pieces.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One line a plan: its name, then how many findings of each severity it has. Of many plans, those with the gravest findings. */
function byPlan({ plans, counts }: Summary, style: Style, { width, show }: PrettySummaryOptions): string[] {
  const listed = plans.length > MOST_PLANS ? gravest(plans) : plans;
  const columns = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => ({ severity, cells: cellsOf(listed, severity) }));
  const taken = columns.reduce((sum, { cells }) => sum + (cells[0]?.length ?? 0) + INDENT.length, INDENT.length);
  const names = namesOf(listed, show);
  const room = Math.max(LEAST_FOR_WORDS, Math.min(Math.max(...names.map(displayWidth)), width - taken));
  const lines = listed.map((plan, row) => {
    const cells = columns.map(({ severity, cells }) => style.severity(severity, cells[row] ?? ''));
    const name = padded(shortened(names[row] ?? '', room), room);
    return `${INDENT}${name}${INDENT}${hasFindings(plan) ? cells.join(INDENT) : style.good(NOTHING_FOUND)}`.trimEnd();
  });
  const others = plans.filter((plan) => !listed.includes(plan));
  const found = others.filter(hasFindings).length;
  if (found > 0) lines.push(`${INDENT}and ${counted(found, 'more plan')} with findings`);
  if (others.length > found)
    lines.push(`${INDENT}${style.good(NOTHING_FOUND)} in ${counted(others.length - found, 'more plan')}`);
  return lines;
}

const hasFindings = ({ counts }: PlanSummary): boolean => severities.some((severity) => counts[severity] > 0);

/** The plans with the gravest findings, the gravest first. */
function gravest(plans: readonly PlanSummary[]): PlanSummary[] {
  const difference = (a: PlanSummary, b: PlanSummary): number =>
    severities.map((severity) => b.counts[severity] - a.counts[severity]).find((more) => more !== 0) ?? 0;
  return plans.filter(hasFindings).sort(difference).slice(0, MOST_PLANS);
}

/** How many findings of a severity each plan has, in cells of one width with the numbers below each other. */
function cellsOf(plans: readonly PlanSummary[], severity: Severity): string[] {
  const digits = Math.max(...plans.map(({ counts }) => number(counts[severity]).length));
  const cells = plans.map(({ counts }) => {
    const count = counts[severity];
    const cell = countedFindings(count, severity);
    return count > 0 ? ' '.repeat(digits - number(count).length) + cell : '';
  });
  const widest = Math.max(...cells.map((cell) => cell.length));
  return cells.map((cell) => cell.padEnd(widest));
}

/** How plans are called in the summary; those that would be called the same have their file behind it. */
function namesOf(plans: readonly PlanSummary[], show: (path: string) => string): string[] {
  const names = plans.map(({ plan }) => nameOf(plan));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return plans.map(({ plan }, index) => {
    const name = names[index] ?? '';
    return plan && (counts.get(name) ?? 0) > 1 ? `${name} (${oneLine(show(plan.file))})` : name;
  });
}

/** How a plan is called in the summary: its title, and its area where the title does not name it. */
function nameOf(plan: CheckedPlan | undefined): string {
  if (!plan) return 'Parts that no plan includes';
  const title = oneLine(plan.title || plan.id || plan.file.slice(plan.file.lastIndexOf('/') + 1));
  const area = oneLine(plan.area);
  return area && !title.includes(area) ? `${area}: ${title}` : title;
}

/** How wide the columns of the rules are: how often, and what the rule says; 0 where there is no room to say it. */
interface RuleColumns {
  readonly count: number;
  readonly says: number;
}

function ruleColumns(found: Summary['rules'], width: number): RuleColumns {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(displayWidth));
  const count = widest([...found.values()].flatMap((counts) => severities.map((severity) => number(counts[severity]))));
  const room = width - INDENT.length * 3 - count - widest([...found.keys()]);
  const says = Math.min(room, widest([...found.keys()].map((rule) => sayings.get(rule) ?? '')));
  return { count, says: room < LEAST_FOR_WORDS ? 0 : says };
}

/** One line a rule that has findings of a severity: how many, what it says as far as there is room, and its id. */
function byRule(found: Summary['rules'], severity: Severity, columns: RuleColumns, style: Style): string[] {
  const own = [...found].filter(([, counts]) => counts[severity] > 0);
  own.sort(([, a], [, b]) => b[severity] - a[severity]);
  return own.map(([rule, counts]) => {
    const words = shortened(sayings.get(rule) ?? '', columns.says);
    const says = columns.says > 0 ? padded(words, columns.says) + INDENT : '';
    return `${INDENT}${number(counts[severity]).padStart(columns.count)}${INDENT}${says}${style.dim(rule)}`;
  });
}

/** The last word: what was found in all, in how much. */
function inAll({ counts, plans, files, items }: Summary, style: Style, left: LeftOut | undefined): string {
  const where = `${counted(plans.length, 'plan')} (${counted(files, 'file')}, ${counted(items, 'item')})`;
  const gravest = severities.find((severity) => counts[severity] > 0);
  if (left) {
    const hints = gravest ? `, ${listed(counts)} aside,` : '';
    return style.good(`${DONE} ${nothingNew(left, `${hints} in ${where}`)}`);
  }
  if (!gravest) return style.good(`${DONE} No problems in ${where}.`);
  if (gravest === 'hint') return style.good(`${DONE} No problems, ${listed(counts)} in ${where}.`);
  return style.severity(gravest, `${signs[gravest]} ${listed(counts)} in ${where}.`);
}

/** What a reader may want to do next. */
function advice({ rules: found, plans }: Summary, { width, final }: PrettySummaryOptions): string[] {
  const lines: string[] = [];
  const drafts = plans.filter(({ plan }) => plan?.status.toLowerCase() === 'draft');
  if (drafts.length > 0 && !final) {
    const which =
      drafts.length === 1 ? `‘${nameOf(drafts[0]?.plan)}’ is a draft` : `${number(drafts.length)} plans are drafts`;
    lines.push(`${which}: what is still missing there only hints. To be asked for everything: --final`);
  }
  const [worst] = found.keys();
  if (worst) lines.push(`Why a check asks what it asks, with examples: goldthread explain ${worst}`);
  return lines.flatMap((line) => wrapped(line, width));
}
