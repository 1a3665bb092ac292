import { Command } from 'commander';
import { rules } from '../checks/index.ts';
import { shippedLibraries } from '../disk/shipped.ts';
import { explained, ruleFault } from '../library/explain.ts';
import { listOfRules } from '../reporters/rule-page.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes, UsageError } from './usage-error.ts';

const examples = `
Examples:
  goldthread explain                                     all checks, group by group
  goldthread explain thread                              those of one group
  goldthread explain thread/outcome-without-priority     one check: why it asks, and plans with and without it
`;

/** The command that says what a check asks, and why. */
export function explainCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('explain')
    .description('Say what a check asks for, why, and how to mend it; with no name, list all checks.')
    .argument('[check]', 'the name of a check, as it stands below each problem; or of a group of them')
    .addHelpText('after', examples)
    .action((name: string | undefined) => finish(explain(name, terminal)));
}

function explain(name: string | undefined, { out, colour, width }: Terminal): number {
  const page = name === undefined ? undefined : explained(name, shippedLibraries, { colour, width });
  const listed = rules.filter(({ id }) => name === undefined || id.startsWith(`${name.toLowerCase()}/`));
  if (page !== undefined) out(page);
  else if (listed.length > 0) out(listOfRules(listed, { colour, width }));
  else throw new UsageError(`${ruleFault(name ?? '')} To list them all: goldthread explain`);
  return exitCodes.clean;
}
