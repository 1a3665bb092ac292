import { nearest } from '@goldthread/grammar';
import { Command } from 'commander';
import { rules } from '../checks/index.ts';
import type { Rule } from '../checks/rule.ts';
import { shippedLibraries } from '../disk/shipped.ts';
import { foundBy } from '../examples.ts';
import { listOfRules, ruleNamed, rulePage, type Shown } from '../reporters/rule-page.ts';
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
  const wanted = name?.toLowerCase();
  const rule = wanted === undefined ? undefined : ruleNamed(wanted);
  const listed = rules.filter(({ id }) => wanted === undefined || id.startsWith(`${wanted}/`));
  if (rule) out(rulePage(rule, shownBy(rule), { colour, width }));
  else if (listed.length > 0) out(listOfRules(listed, { colour, width }));
  else
    throw new UsageError(
      `There is no check called ‘${name}’.${suggestion(wanted ?? '')} To list them all: goldthread explain`,
    );
  return exitCodes.clean;
}

/** The rule that was probably meant. */
function suggestion(wanted: string): string {
  const names = rules.map(({ id }) => id);
  const short = new Map(names.map((id) => [id.slice(id.indexOf('/') + 1), id]));
  const meant = nearest(wanted, names) ?? short.get(nearest(wanted, short.keys()) ?? '');
  return meant ? ` Did you mean ‘${meant}’?` : '';
}

/** What the rule says of its own example. */
function shownBy(rule: Rule): Shown {
  const found = foundBy(rule, Object.fromEntries(shippedLibraries().map(({ path, text }) => [path, text])));
  return {
    messages: [...new Set(found.map(({ message }) => message))],
    mends: [...new Set(found.flatMap(({ fixes }) => fixes.map(({ title }) => title)))],
  };
}
