// Random edits of several files through the language server: what it finds must be what is found from scratch.
import { parseArgs } from 'node:util';
import { differenceAfter } from '../lsp/edits.ts';

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [edits, seed] = [Number(values.edits), Number(values.seed)];
const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);

const difference = await differenceAfter(seed, edits, (done) => {
  if (process.stdout.isTTY && done % 100 === 0) process.stdout.write(`\r${done} of ${edits} edits, ${seconds()} s`);
});
console.log(`\r${edits} edits through the protocol in ${seconds()} s; seed ${seed}`);
if (difference) {
  console.error(
    `After step ${difference.step} (${difference.what}) ${difference.path} has other findings than from scratch:`,
  );
  const [served, expected] = [difference.served, difference.expected].map((found) =>
    found.map((one) => JSON.stringify(one)),
  );
  for (const one of served ?? []) if (!expected?.includes(one)) console.error(`served only: ${one}`);
  for (const one of expected ?? []) if (!served?.includes(one)) console.error(`from scratch only: ${one}`);
  process.exitCode = 1;
}
