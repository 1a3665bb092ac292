import { type Block, nameOf, parse } from '@goldthread/grammar';
import { defaultSettings } from '../checks/settings.ts';
import { checkFiles } from '../cli/check-files.ts';
import { engineFor, type Files } from '../examples.ts';
import { pretty } from '../reporters/pretty.ts';
import { prettySummary } from '../reporters/pretty-summary.ts';
import { summarise } from '../reporters/summary.ts';
import { codeBlock } from './markdown.ts';

/** The plan that the page shows, and which of its blocks: those whose first item has one of these ids. */
const shownPlan = 'samples/first-plan/first-plan.plan';
const shownIds = ['first-plan', 'warm-homes', 'good-homes', 'head-of-housing', 'kestrel-trust', 'epc'];
/** How many lines of the plan's head fit. */
const HEAD_LINES = 5;

/** Slips that anybody makes, as what stands in the plan and what is typed instead. */
const slips: readonly (readonly [string, string])[] = [
  ['  outcomes: warm-homes', '  outcomes: warm-home'],
  ['due: 2028-10', 'due: 28/10/2028'],
];

const WIDTH = 100;

/** The parts of the front page that the program keeps up to date. */
export function readmeParts(samples: Files, libraries: Files): Record<string, string> {
  const plan = excerpt(samples[shownPlan] ?? '');
  return {
    plan: codeBlock(plan, 'plan'),
    broken: codeBlock(report('our-plan.plan', broken(plan), libraries), 'text'),
  };
}

/** The plan, cut to what fits on a screen. It is a whole plan still: whatever it names is there. */
export function excerpt(text: string): string {
  const shown = parse(text).blocks.flatMap((block) => (shownIds.includes(idOf(block)) ? [wordsOf(block)] : []));
  const [head = '', ...others] = shown;
  const cut = head.split('\n').slice(0, HEAD_LINES).join('\n');
  return `${[cut, ...others].join('\n\n')}\n`;
}

function idOf(block: Block): string {
  const entry = block.entries[0];
  return entry ? nameOf(block, entry) : '';
}

/** The text of a block without the comments above it. */
const wordsOf = (block: Block): string => block.text.slice(block.entries[0]?.at ?? 0).trimEnd();

/** The plan with a few slips in it. */
export function broken(plan: string): string {
  return slips.reduce((text, [right, wrong]) => {
    if (!text.includes(right)) throw new Error(`The plan on the front page no longer says “${right.trim()}”.`);
    return text.replace(right, wrong);
  }, plan);
}

/** What `goldthread check` prints of a plan. */
function report(path: string, text: string, libraries: Files): string {
  const engine = engineFor({ [path]: text }, libraries);
  const file = engine.workspace.files.get(path);
  const result = checkFiles(engine, file ? [file] : [], () => defaultSettings);
  const [checked] = result.files;
  const line = (_: string, number: number): string => checked?.lines.get(number) ?? '';
  const options = { colour: false, width: WIDTH, line, show: String, hints: false, final: false };
  const listed = checked?.diagnostics.filter(({ severity }) => severity !== 'hint') ?? [];
  return `${pretty(listed, options)}\n${prettySummary(summarise(result), options)}`;
}
