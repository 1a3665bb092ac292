// Random edits of every sample: a page of the preview that was kept up to date must be the page that is made from scratch.
import { parseArgs } from 'node:util';
import { county } from '../helpers/changes.ts';
import { filesOfSample, sampleNames } from '../helpers/samples.ts';
import { pageDifferenceAfter } from '../lsp/preview-edits.ts';

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [edits, seed] = [Number(values.edits), Number(values.seed)];

for (const [name, files] of [
  ['several small files', county] as const,
  ...sampleNames.map((name) => [name, filesOfSample(name)] as const),
]) {
  const started = performance.now();
  const difference = await pageDifferenceAfter(files, seed, edits);
  console.log(
    `${edits} edits of ${name}, pages compared, in ${((performance.now() - started) / 1000).toFixed(1)} s; seed ${seed}`,
  );
  if (!difference) continue;
  console.error(
    `After step ${difference.step} (${difference.what}) the view ${difference.view} is another one than from scratch.`,
  );
  process.exitCode = 1;
}
