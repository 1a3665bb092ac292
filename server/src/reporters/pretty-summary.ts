import { rules } from '../checks/index.ts';
import type { Severity } from '../checks/rule.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../workspace/plan.ts';
import { displayWidth, oneLine, padded } from './display-width.ts';
import { type Style, severities, signs, styleFor } from './style.ts';
import type { PlanSummary, RuleSummary, Summary } from './summary.ts';
import { counted, countedFindings, listed, number } from './words.ts';
import { shortened, wrapped } from './wrap.ts';

/** How the summary is printed, and what for. */
export interface PrettySummaryOptions {
  /** True to print with colour. */
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
  readonly model: Model;
  /** True where hints were printed in full above. */
  readonly hints: boolean;
  /** True where drafts were asked for everything. */
  readonly final: boolean;
}

const INDENT = '  ';
const DONE = '✓';
/** The least room that what a rule says is worth printing in. */
const LEAST_FOR_WORDS = 24;

const sayings = new Map(rules.map(({ id, says }) => [id, says]));

/** What was found by plan and by check, and in all; for a reader who wants to know how things stand. */
export function prettySummary(summary: Summary, options: PrettySummaryOptions): string {
  const style = styleFor(options.colour);
  const shown = [...summary.rules].filter(([, { severity }]) => options.hints || severity !== 'hint');
  const hidden = [...summary.rules].filter(([, { severity }]) => !options.hints && severity === 'hint');
  const pieces: string[][] = [];
  if (summary.plans.length > 1) pieces.push([style.bold('By plan'), ...byPlan(summary, style, options)]);
  if (shown.length > 0) pieces.push([style.bold('By check'), ...byRule(shown, style, options.width)]);
  if (hidden.length > 0)
    pieces.push([style.bold('Hints (to read them in full: --hints)'), ...byRule(hidden, style, options.width)]);
  pieces.push([inAll(summary, style), ...advice(summary, options).map((line) => style.dim(line))]);
  return `${pieces.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One line a plan: its name, then how many findings of each severity it has. */
function byPlan({ plans, counts }: Summary, style: Style, { model, width }: PrettySummaryOptions): string[] {
  const columns = severities.filter((severity) => counts[severity] > 0);
  const table = plans.map((plan) => columns.map((severity) => cellOf(plan, severity)));
  const widest = columns.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const taken = widest.reduce((sum, wide) => sum + wide + INDENT.length, INDENT.length);
  const names = plans.map(({ plan }) => nameOf(plan, model));
  const room = Math.max(LEAST_FOR_WORDS, Math.min(Math.max(...names.map(displayWidth)), width - taken));
  return plans.map((_, row) => {
    const cells = columns.map((severity, column) => {
      const cell = padded(table[row]?.[column] ?? '', widest[column] ?? 0);
      return severity === 'hint' ? style.dim(cell) : style.severity(severity, cell);
    });
    return `${INDENT}${padded(shortened(names[row] ?? '', room), room)}${INDENT}${cells.join(INDENT)}`.trimEnd();
  });
}

const cellOf = ({ counts }: PlanSummary, severity: Severity): string =>
  counts[severity] > 0 ? countedFindings(counts[severity], severity) : '';

/** How a plan is called in the summary: its title, and its area where the title does not name it. */
function nameOf(plan: Plan | undefined, model: Model): string {
  if (!plan) return 'Parts that no plan includes';
  const root = model.root(plan);
  const title = oneLine(root?.title || plan.id || plan.root.path.slice(plan.root.path.lastIndexOf('/') + 1));
  const area = oneLine(root?.value('area') ?? '');
  return area && !title.includes(area) ? `${area}: ${title}` : title;
}

/** One line a rule: severity, how often, its id, and what it says as far as there is room. */
function byRule(found: readonly (readonly [string, RuleSummary])[], style: Style, width: number): string[] {
  const digits = Math.max(...found.map(([, { count }]) => number(count).length));
  const longest = Math.max(...found.map(([rule]) => rule.length));
  const label = Math.max(...found.map(([, { severity }]) => severity.length));
  const room = width - (INDENT.length * 4 + 2 + label + digits + longest);
  return found.map(([rule, { count, severity }]) => {
    const says = room < LEAST_FOR_WORDS ? '' : shortened(sayings.get(rule) ?? '', room);
    const sign = style.severity(severity, `${signs[severity]} ${severity.padEnd(label)}`);
    return `${INDENT}${sign}${INDENT}${number(count).padStart(digits)}${INDENT}${rule.padEnd(longest)}${INDENT}${style.dim(says)}`.trimEnd();
  });
}

/** The last word: what was found in all, in how much. */
function inAll({ counts, plans, files, items }: Summary, style: Style): string {
  const where = `${counted(plans.length, 'plan')} (${counted(files, 'file')}, ${counted(items, 'item')})`;
  const gravest = severities.find((severity) => counts[severity] > 0);
  if (!gravest) return style.good(`${DONE} No problems in ${where}.`);
  if (gravest === 'hint') return style.good(`${DONE} No problems, ${listed(counts)} in ${where}.`);
  return style.severity(gravest, `${signs[gravest]} ${listed(counts)} in ${where}.`);
}

/** What a reader may want to do next. */
function advice({ rules: found, plans }: Summary, { model, width, final }: PrettySummaryOptions): string[] {
  const lines: string[] = [];
  const drafts = plans.filter(({ plan }) => plan && model.root(plan)?.value('status').toLowerCase() === 'draft').length;
  if (drafts > 0 && !final)
    lines.push(
      `${drafts === 1 ? 'One plan is a draft' : `${number(drafts)} plans are drafts`}: what is still missing there only hints. To be asked for everything: --final`,
    );
  const [worst] = found.keys();
  if (worst) lines.push(`Why a check asks what it asks, with examples: goldthread explain ${worst}`);
  return lines.flatMap((line) => wrapped(line, width));
}
