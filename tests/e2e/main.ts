// `npm run test:e2e`: tries the extension in a real VS Code, and documents in the programs that people read them with. With names of parts, only these; with --grep=words only tests that have
// the words in their names: `npm run test:e2e -- suites-node --grep=rename`. --report=FILE writes the counts as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runDocuments } from './documents/run.ts';
import { runSuites } from './inside.ts';
import { buildPrograms } from './package.ts';
import { runPages } from './pages/run.ts';
import { out } from './paths.ts';
import { prepare } from './prepare.ts';
import { runReports } from './reports/run.ts';
import { Tally } from './tally.ts';
import { runScenarios } from './ui/run.ts';

const started = performance.now();
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', default: '' }, report: { type: 'string' } },
});
/** The parts in their order; those of one row are run side by side. Windows want a quiet machine: a busy one loses keys that are typed. */
const rows: readonly Readonly<Record<string, (tally: Tally) => Promise<void>>>[] = [
  { pages: (tally) => runPages(tally, values.grep), documents: (tally) => runDocuments(tally, values.grep) },
  { reports: (tally) => runReports(tally, values.grep) },
  { 'suites-node': (tally) => runSuites('node', tally) },
  { 'suites-web': (tally) => runSuites('web', tally) },
  { 'ui-node': (tally) => runScenarios('node', tally, values.grep) },
  { 'ui-web': (tally) => runScenarios('web', tally, values.grep) },
];
const known = rows.flatMap((parts) => Object.keys(parts));
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${known.join(', ')}.`);

mkdirSync(join(out, 'screenshots'), { recursive: true });
const needsPackage = (name: string): boolean => !['pages', 'documents', 'reports'].includes(name);
if (asked.length === 0 || asked.some(needsPackage)) await prepare(values.grep);
else if (asked.includes('documents')) buildPrograms();
const tallies: Tally[] = [];
for (const parts of rows) {
  const wanted = Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name));
  await Promise.all(wanted.map(([name, run]) => runPart(name, run)));
}

async function runPart(name: string, run: (tally: Tally) => Promise<void>): Promise<void> {
  const began = performance.now();
  const tally = new Tally(name);
  tallies.push(tally);
  console.log(`\n${name}`);
  try {
    await run(tally);
  } catch (error) {
    tally.failed(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  console.log(`  ${name}: ${Math.round((performance.now() - began) / 1000)} s`);
}

const tally = Tally.sum(tallies);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(tally));
// Once more what failed: the end of a log may be all that is read of it.
if (tally.failures.length > 0) console.log(`\nFailed:\n${tally.failures.join('\n')}`);
console.log(`\n${Math.round((performance.now() - started) / 1000)} s\n${tally}`);
process.exit(tally.isGood ? 0 : 1);
