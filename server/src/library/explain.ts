import { nearest } from '@goldthread/grammar';
import { rules } from '../checks/index.ts';
import type { Rule } from '../checks/rule.ts';
import { foundBy } from '../examples.ts';
import { type PageOptions, ruleNamed, rulePage, type Shown } from '../reporters/rule-page.ts';
import type { PlanText } from '../workspace/naming.ts';

/** The page of a check, by its name; undefined where no check has it. `libraries` are those that come with the program. */
export function explained(
  name: string,
  libraries: () => readonly PlanText[],
  options: PageOptions,
): string | undefined {
  const rule = ruleNamed(name.toLowerCase());
  return rule && rulePage(rule, shownBy(rule, libraries()), options);
}

/** What is to be said of a name that no check has, with the one that was probably meant. */
export function ruleFault(name: string): string {
  const wanted = name.toLowerCase();
  const names = rules.map(({ id }) => id);
  const short = new Map(names.map((id) => [id.slice(id.indexOf('/') + 1), id]));
  const meant = nearest(wanted, names) ?? short.get(nearest(wanted, short.keys()) ?? '');
  return `There is no check called ‘${name}’.${meant ? ` Did you mean ‘${meant}’?` : ''}`;
}

/** What the rule says of its own example. */
function shownBy(rule: Rule, libraries: readonly PlanText[]): Shown {
  const found = foundBy(rule, Object.fromEntries(libraries.map(({ path, text }) => [path, text])));
  return {
    messages: [...new Set(found.map(({ message }) => message))],
    mends: [...new Set(found.flatMap(({ fixes }) => fixes.map(({ title }) => title)))],
  };
}
