import { Command } from 'commander';
import { exportModel } from '../model/export.ts';
import type { Plan } from '../workspace/plan.ts';
import { findAsked } from './asked.ts';
import { engineWith, findWithNeighbours, readPlans } from './load.ts';
import { Progress } from './progress.ts';
import { shownFrom } from './shown-path.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './usage-error.ts';

interface ModelOptions {
  readonly pretty?: true;
}

/** The schema that describes the output. */
const SCHEMA = 'goldthread/schemas/model.schema.json';
/** Goes up when a program that reads the output would have to change. */
const VERSION = 1;

const examples = `
Every item with its fields and its links, those included that it has from where it stands. The schema is in the
package: schemas/model.schema.json.

Examples:
  goldthread model plans > plans.json           for another program
  goldthread model our-plan.plan --pretty       to read
`;

/** The command that gives plans to other programs. */
export function modelCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('model')
    .description('Print plans as a graph of items and links, in JSON, for other programs.')
    .argument('[path...]', 'plan files, or folders of them; the working folder if none is named')
    .option('--pretty', 'on many lines, to read')
    .addHelpText('after', examples)
    .action((paths: string[], options: ModelOptions) => finish(model(paths, options, terminal)));
}

function model(named: readonly string[], { pretty }: ModelOptions, terminal: Terminal): number {
  const progress = new Progress(terminal);
  const show = shownFrom(terminal.cwd);
  const asked = findAsked(named, terminal.cwd);
  const { projects, paths } = findWithNeighbours(asked, terminal.cwd);
  const { texts, unreadable } = readPlans(paths, asked, progress);
  const engine = engineWith(texts, projects);
  engine.model.update();
  progress.end();

  const faults = [...asked.faults, ...unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`)];
  const plans = new Set<Plan>();
  for (const path of asked.files) {
    const file = engine.workspace.files.get(path);
    if (!file) continue;
    const { plan } = file;
    if (plan) plans.add(plan);
    else faults.push(`${show(path)} is a part that no plan includes. Name it in its plan: “include: …”.`);
  }
  for (const fault of faults) terminal.err(`${fault}\n`);
  const graph = { $schema: SCHEMA, version: VERSION, ...exportModel(engine.model, [...plans], show) };
  terminal.out(`${JSON.stringify(graph, undefined, pretty ? 2 : undefined)}\n`);
  return faults.length > 0 ? exitCodes.usage : exitCodes.clean;
}
