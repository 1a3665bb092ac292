import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken, draft, firstPlan, misspelt, published } from '../../cli/plans.ts';
import { hostile } from '../../documents/hostile.ts';
import { samples } from '../../helpers/samples.ts';
import { reportOn, written } from '../../reporters/reports.ts';
import { faultsOf } from '../pages/stage.ts';
import { out } from '../paths.ts';
import type { Tally } from '../tally.ts';
import { faultsOfSarif } from './sarif.ts';

/** What was written stays here, to look at. */
const place = join(out, 'reports');

const welsh = `# language: cy
cynllun sir: Cynllun Sir

canlyniad diogel: Mae pobl yn ddiogel

# caniatáu thread/outcome-without-priority: cytunwyd gyda’r Panel
canlyniad unig: Neb
`;

/** Plans of every sort, as files by path. */
const checked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the samples': samples,
  'plans with much that is wrong': { 'a.plan': broken, 'b.plan': misspelt, 'c.plan': draft, 'd.plan': published },
  'a plan in Welsh, with a finding that is allowed': { 'cynllun sir – 2.plan': welsh },
  'a plan in which nothing is wrong': { 'first.plan': firstPlan },
  'hostile plans': Object.fromEntries(hostile.map(({ plan }, index) => [`hostile-${index}.plan`, plan])),
};

/** A log that GitHub would not take, to see that the tool looks. */
const unsound = JSON.stringify({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'x' } }, results: [{ ruleId: 'a', message: {}, locations: [{ x: 1 }] }] }],
});

/** Tries reports with programs that know nothing of ours. */
export async function runReports(tally: Tally, words: string): Promise<void> {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const tried = async (name: string, text: string, isSound: boolean): Promise<void> => {
    if (!name.includes(words)) return;
    const path = join(place, `${name.replace(/[^a-z]+/gi, '-')}.sarif`);
    writeFileSync(path, text);
    const faults = await faultsOf(async () => faultsOfSarif(path));
    if (faults.length > 0 === !isSound) tally.passed(name);
    else tally.failed(name, isSound ? faults.slice(0, 30).join('\n') : 'Nothing was found in it.');
  };
  await tried('sarif: a log that is not sound is found', unsound, false);
  for (const [name, files] of Object.entries(checked))
    await tried(`sarif: ${name}`, written('sarif', reportOn(files)), true);
}
