// Brings in the published plans of a folder and the plans of tests/importers/plans, and compares what comes out with what a person
// finds in them: how much is found and how much that is claimed is wrong, by kind and plan; whether a word is lost; how long it takes.
//
//     npm run bench:import -- [FOLDER] [--plan NAME] [--figures]
//
// Of the plans that are held out only figures are shown, so that no rule is made for their wording; `--plan` with the name of one shows
// the rest. Ends with 1 where a figure is below its target.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Expectations, readExpectations } from '../../importers/expectation.ts';
import { type Compared, compare } from '../../importers/imported.ts';
import { precision, recall, type Tally } from '../../importers/score.ts';
import { shortfalls, type Targets, targets, unseen } from './targets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plan: { type: 'string' }, figures: { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '../../..');
const published = resolve(positionals[0] ?? join(root, '../shared/plans'));
const importers = join(root, 'tests/importers');

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly expectations: Expectations;
  readonly targets: Targets;
}

function entriesOf(expected: string, documents: string): Entry[] {
  return globSync('*.txt', { cwd: expected })
    .sort()
    .map((file) => {
      const name = basename(file, '.txt');
      const expectations = readExpectations(readFileSync(join(expected, file), 'utf8'));
      return { name, path: join(documents, expectations.source), expectations, targets: targets[name] ?? unseen };
    })
    .filter(({ name }) => values.plan === undefined || values.plan === name);
}

if (!existsSync(published))
  console.log(`The published plans are not there: ${published}. Only those of the tests are measured.\n`);
const entries = [
  ...(existsSync(published) ? entriesOf(join(importers, 'expectations'), published) : []),
  ...entriesOf(join(importers, 'plans/expected'), join(importers, 'plans')),
  ...entriesOf(join(importers, 'plans/held-out/expected'), join(importers, 'plans/held-out')),
];

const percent = (part: number): string => `${(100 * part).toFixed(part === 1 ? 0 : 1)} %`;

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const laid = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => `  ${laid(row).join('  ')}`.trimEnd()).join('\n');
}

function figuresOf(tally: Tally): string[] {
  const { kind, expected, found, claimed, wrong } = tally;
  const right = claimed === undefined ? ['', '', ''] : [`${claimed}`, `${wrong}`, percent(precision(tally))];
  return [kind, `${expected}`, `${found}`, expected === 0 ? '' : percent(recall(tally)), ...right];
}

function report(entry: Entry, { tallies, claims, kept, time, size }: Compared): string {
  const head = ['', 'expected', 'found', 'recall', 'claimed', 'wrong', 'precision'];
  const showsWords = !values.figures && (!entry.expectations.isHeldOut || values.plan !== undefined);
  const remarks = [
    ...tallies.flatMap(({ kind, remarks }) => remarks.map((remark) => `${kind}: ${remark}`)),
    ...claims.errors.map(({ range, message }) => `line ${range.start.line + 1} of the plan: ${message}`),
    ...kept.lost.map((words) => `lost: ${words}`),
  ];
  const speed = `${time.toFixed(0)} ms, ${(time / (size / 1e6)).toFixed(0)} ms a MB`;
  return [
    `${entry.name}${entry.expectations.isHeldOut ? ' (held out)' : ''}`,
    table([head, ...tallies.map(figuresOf)]),
    `  errors ${claims.errors.length}; words ${kept.words}, lost ${kept.lost.length}, numbers of lists left out ${kept.marks}; ${speed}`,
    ...(showsWords ? remarks.map((remark) => `    ${remark}`) : []),
    '',
  ].join('\n');
}

const falls: string[] = [];
const summary: string[][] = [
  ['', 'priorities', 'actions', 'outcomes', 'questions', 'links', 'wrong', 'lost', 'errors'],
];
for (const entry of entries) {
  try {
    const compared = await compare(entry.path, entry.expectations);
    console.log(report(entry, compared));
    const { tallies, claims, kept } = compared;
    const part = (...kinds: string[]) => {
      const rows = tallies.filter(({ kind }) => kinds.includes(kind));
      const all = { expected: sum(rows, 'expected'), found: sum(rows, 'found') };
      return all.expected === 0 ? '' : percent(recall(all));
    };
    const wrong = { claimed: sum(tallies, 'claimed'), wrong: sum(tallies, 'wrong') };
    summary.push([
      entry.name,
      part('priority'),
      part('action'),
      part('outcome'),
      part('kpq'),
      part('priority → outcomes', 'priority → kpqs'),
      percent(1 - precision(wrong)),
      `${kept.lost.length}`,
      `${claims.errors.length}`,
    ]);
    falls.push(...shortfalls(compared, entry.targets).map((fall) => `${entry.name}: ${fall}`));
  } catch (fault) {
    falls.push(`${entry.name}: ${fault instanceof Error ? fault.message : fault}`);
  }
}

function sum(tallies: readonly Tally[], figure: 'expected' | 'found' | 'claimed' | 'wrong'): number {
  return tallies.reduce((all, tally) => all + (tally[figure] ?? 0), 0);
}

console.log(table(summary));
if (falls.length > 0) {
  console.log(`\nBelow what is asked:\n${falls.map((fall) => `  ${fall}`).join('\n')}`);
  process.exitCode = 1;
}
