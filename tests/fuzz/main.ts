import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Failure, run } from './run.ts';

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
  console.error('--inputs takes a whole number from 1 on, --seed a whole number.');
  process.exit(2);
}

const started = performance.now();
const seconds = (): number => (performance.now() - started) / 1000;
let told = 0;

function tell(done: number): void {
  if (!process.stdout.isTTY || seconds() < told + 1) return;
  told = Math.floor(seconds());
  process.stdout.write(`\r${done} of ${inputs} inputs, ${told} s`);
}

/** Saves a failing text, and the changes that make it fail, and says where. */
function save({ number, input, message }: Failure): void {
  const path = join(tmpdir(), `goldthread-fuzz-${seed}-${number}.plan`);
  writeFileSync(path, input.text);
  console.error(`Input ${number} of seed ${seed}: ${message}`);
  console.error(`Its text, made smaller, is in ${path}`);
  if (input.changes.length > 0) console.error(`It fails after the changes ${JSON.stringify(input.changes)}`);
}

const { slowest, characters, failure, inputs: done } = run(seed, inputs, tell);
if (told > 0) process.stdout.write('\r');
console.log(
  `${done} inputs (${(characters / 1e6).toFixed(1)} million characters) in ${seconds().toFixed(1)} s, ` +
    `slowest ${slowest.milliseconds.toFixed(0)} ms (input ${slowest.number}, ${slowest.length} characters); seed ${seed}`,
);
if (failure) {
  save(failure);
  process.exitCode = 1;
}
