// `npm run test:e2e`: tries the extension in a real VS Code. With names of parts, only these, and with --grep=words only tests
// that have the words in their names: `npm run test:e2e -- suites-node --grep=rename`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, installHosts } from './install.ts';
import { out } from './paths.ts';
import { Tally } from './tally.ts';

const started = performance.now();
chromium();
installHosts();
mkdirSync(join(out, 'screenshots'), { recursive: true });

// These load what has just been installed.
const { bundleSuites } = await import('./bundle.ts');
const { runSuites } = await import('./inside.ts');
const { packageExtension, unpackExtension } = await import('./package.ts');
const { runScenarios } = await import('./ui/run.ts');

const tally = new Tally();
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string', default: '' } },
});
const names = ['suites-node', 'suites-web', 'ui-node', 'ui-web'] as const;
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: ${names.join(', ')}.`);

packageExtension();
unpackExtension();
await bundleSuites(values.grep);
const runs: Record<(typeof names)[number], () => Promise<void>> = {
  'suites-node': () => runSuites('node', tally),
  'suites-web': () => runSuites('web', tally),
  'ui-node': () => runScenarios('node', tally, values.grep),
  'ui-web': () => runScenarios('web', tally, values.grep),
};
for (const [name, run] of Object.entries(runs)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const began = performance.now();
  console.log(`\n${name}`);
  try {
    await run();
  } catch (error) {
    tally.failed(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  console.log(`  ${Math.round((performance.now() - began) / 1000)} s`);
}

console.log(`\n${Math.round((performance.now() - started) / 1000)} s\n${tally}`);
process.exit(tally.isGood ? 0 : 1);
