import type { Browser } from 'playwright-core';
import { readMessage } from '../../../client/src/preview/read-message.ts';
import { type ViewName, viewNames } from '../../../server/src/documents/view.ts';
import { hostile, hostileFiles } from '../../documents/hostile.ts';
import type { Tally } from '../tally.ts';
import { alone } from './alone.ts';
import { type Plan, planOf } from './plans.ts';
import { Preview } from './preview.ts';
import { type Standing, standing, withSentinels } from './sentinels.ts';
import type { Site } from './site.ts';
import { faultsOf, Stage } from './stage.ts';

/** Milliseconds of a processor that one page of a plan may take to make. */
const slow = 3_000;

const clean = withSentinels('plan hostile: Plan\n\nsection plain: Plain\n  text: Words.\n');

/** Where hostile plans are opened: in each view of the preview, and as documents that stand alone. */
type Way = ViewName | 'alone';

/**
 * Opens hostile plans: in the preview by an edit that brings them in, in each view; and as documents that stand alone, where no policy
 * forbids anything. Nothing runs, nothing is loaded, nothing around them looks other than before, and they can be taken away again.
 */
export async function runHostile(browser: Browser, site: Site, tally: Tally, words: string): Promise<void> {
  const plans = hostile.filter(({ name }) => `hostile: ${name}`.includes(words));
  if (plans.length === 0) return;
  const found = new Map(plans.map(({ name }) => [name, [] as string[]]));
  const ways: Way[] = ['alone', ...viewNames];
  const work = async (): Promise<void> => {
    for (let way = ways.shift(); way; way = ways.shift()) {
      const stage = await Stage.open(browser, site);
      const open = way === 'alone' ? await documents(stage) : await view(stage, way);
      for (const { name, plan } of plans) {
        const faults = await faultsOf(() => open(name, plan));
        found.get(name)?.push(...faults.slice(0, 8).map((fault) => `${way}: ${fault}`));
      }
      await stage.page.context().close();
    }
  };
  await Promise.all([work(), work()]);
  for (const [name, faults] of found) {
    if (faults.length === 0) tally.passed(`hostile: ${name}`);
    else tally.failed(`hostile: ${name}`, faults.join('\n'));
  }
}

type Open = (name: string, text: string) => Promise<string[]>;

/** Brings plans into a view of the preview, one after another, clicks at what can be clicked, and takes each away again. */
async function view(stage: Stage, view: ViewName): Promise<Open> {
  const plan = planFor(clean);
  const preview = new Preview(plan, view, stage.site.base);
  await stage.preview();
  await stage.show(view, preview.update());
  const first = await standing(stage.page, '#_blocks', view);
  return async (_, text) => {
    const began = process.cpuUsage();
    plan.type(withSentinels(text));
    const update = preview.update();
    const time = process.cpuUsage(began).user / 1_000;
    await stage.show(view, update);
    const now = await standing(stage.page, '#_blocks', view);
    const said = await stage.clickAll();
    plan.type(clean);
    await stage.show(view, preview.update());
    const then = await standing(stage.page, '#_blocks', view);
    return [
      ...now.faults.filter((fault) => isPlan(text) || !fault.startsWith('“')),
      ...differences(first, now),
      ...then.faults.map((fault) => `When it was taken away: ${fault}`),
      ...differences(first, then).map((fault) => `When it was taken away: ${fault}`),
      ...(await stage.happened()),
      ...said.filter((message) => readMessage(message) === undefined).map((one) => `It says ${JSON.stringify(one)}`),
      ...(time > slow ? [`The page took ${Math.round(time)} ms to make.`] : []),
    ];
  };
}

/** Opens plans as pages of their own. */
async function documents(stage: Stage): Promise<Open> {
  await stage.document('clean', alone(planFor(clean)));
  const first = await standing(stage.page, 'main', 'document');
  return async (name, text) => {
    await stage.document(name, alone(planFor(withSentinels(text))));
    const now = await standing(stage.page, 'main', 'document');
    return [...now.faults, ...differences(first, now), ...(await stage.happened())];
  };
}

/** A text that is no plan of its own has no thread, and a library no matrix: of them the document alone has sentinels. */
const isPlan = (text: string): boolean => /^(?:plan|cynllun)\b/m.test(text);

const planFor = (text: string): Plan => planOf('hostile', 'main.plan', { 'main.plan': text, ...hostileFiles });

/** What looks other than before. */
function differences(before: Standing, after: Standing): string[] {
  return Object.entries(before.looks).flatMap(([name, look]) => {
    const now = after.looks[name];
    if (now === undefined) return [`${name} is gone.`];
    if (now === look) return [];
    const lines = new Set(look.split('\n'));
    return now
      .split('\n')
      .filter((line) => !lines.has(line))
      .slice(0, 3)
      .map((line) => `${name} has ${line}`);
  });
}
