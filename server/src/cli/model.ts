import { Command } from 'commander';
import { findAsked } from '../disk/asked.ts';
import { engineWith, findWithNeighbours, readNeeded } from '../disk/load.ts';
import { shownFrom } from '../disk/shown-path.ts';
import { modelGraph } from '../model/graph.ts';
import { askedPlans, orphanFault } from '../workspace/asked-plans.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './usage-error.ts';

interface ModelOptions {
  readonly pretty?: true;
}

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
  const { texts, unreadable } = readNeeded(paths, asked, progress);
  const engine = engineWith(texts, projects);
  engine.model.update();
  progress.end();

  const { plans, orphans } = askedPlans(asked.files, engine.workspace);
  const faults = [
    ...asked.faults,
    ...unreadable.map(({ path, fault }) => `${show(path)} ${fault}.`),
    ...orphans.map((path) => orphanFault(show(path))),
  ];
  for (const fault of faults) terminal.err(`${fault}\n`);
  const graph = modelGraph(engine.model, plans, show);
  terminal.out(`${JSON.stringify(graph, undefined, pretty ? 2 : undefined)}\n`);
  return faults.length > 0 ? exitCodes.usage : exitCodes.clean;
}
