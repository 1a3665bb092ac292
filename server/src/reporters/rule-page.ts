import { rules } from '../checks/index.ts';
import type { Example, Rule } from '../checks/rule.ts';
import { defaultSettings, severityOf } from '../checks/settings.ts';
import { profiles } from '../profiles/index.ts';
import { displayWidth, padded } from './display-width.ts';
import { type Style, signs, styleFor } from './style.ts';
import { shortened, wrapped } from './wrap.ts';

/** How a page is printed. */
export interface PageOptions {
  /** True to print with colour. */
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
}

/** What a rule says of the example that breaks it. */
export interface Shown {
  readonly messages: readonly string[];
  /** The mends on offer, in a writer's words. */
  readonly mends: readonly string[];
}

const INDENT = '  ';

/** All that is known of a rule: what it asks, why, how grave it is, plans with and without the fault, and how to allow it. */
export function rulePage(rule: Rule, shown: Shown, { colour, width }: PageOptions): string {
  const style = styleFor(colour);
  const words = (text: string): string[] => wrapped(text, width - INDENT.length).map((line) => INDENT + line);
  const part = (heading: string, ...lines: string[]): string => [style.bold(heading), ...lines].join('\n');
  const pieces = [
    part(rule.id, ...words(rule.says)),
    part(
      'Why',
      ...words(rule.why),
      ...words(`Source: ${rule.source.replace(/\.$/, '')}.`).map((line) => style.dim(line)),
    ),
    part('How grave', ...gravity(rule, style)),
    part('A plan with this fault', '', ...exampleLines(rule.breaks, style)),
    part('What the check says of it', ...shown.messages.flatMap(words)),
    ...(shown.mends.length > 0 ? [part('Mends on offer', ...shown.mends.flatMap(words))] : []),
    part('The plan without the fault', '', ...exampleLines(rule.clean, style)),
    part(
      'Where you have a reason to leave it',
      ...words('Write the reason in a comment directly above the line:'),
      `${INDENT}${INDENT}# allow ${rule.id}: agreed with the Panel in October`,
      ...words('For all plans of a project, in its goldthread.json:'),
      `${INDENT}${INDENT}{ "rules": { "${rule.id}": "off" } }`,
    ),
  ];
  return `${pieces.join('\n\n')}\n`;
}

/** Rules by group, each with what it says. */
export function listOfRules(listed: readonly Rule[], { colour, width }: PageOptions): string {
  const style = styleFor(colour);
  const longest = Math.max(...listed.map(({ id }) => displayWidth(id)));
  const label = 'warning'.length;
  const room = width - longest - label - INDENT.length * 3 - 2;
  const groups = Map.groupBy(listed, ({ id }) => id.slice(0, id.indexOf('/')));
  const pieces = [...groups].map(([group, own]) => {
    const lines = own.map((rule) => {
      const severity = severityOf(rule, defaultSettings);
      const word =
        severity === 'off'
          ? `${INDENT}${padded('off', label)}`
          : style.severity(severity, `${signs[severity]} ${padded(severity, label)}`);
      return `${INDENT}${padded(rule.id, longest)}${INDENT}${word}${INDENT}${style.dim(shortened(rule.says, room))}`;
    });
    return [style.bold(group), ...lines].join('\n');
  });
  return `${pieces.join('\n\n')}\n`;
}

/** The rule with an id, or with a name that no other group has. */
export function ruleNamed(name: string): Rule | undefined {
  const found = rules.filter(({ id }) => id === name || id.endsWith(`/${name}`));
  return found.length === 1 ? found[0] : undefined;
}

/** The severity in each profile, and what a draft changes. */
function gravity(rule: Rule, style: Style): string[] {
  const longest = Math.max(...profiles.map(({ id }) => id.length));
  const lines = profiles.map(({ id, title }) => {
    const severity = severityOf(rule, { ...defaultSettings, profiles: [...new Set(['basic', id])] });
    const word =
      severity === 'off' ? `${INDENT}off    ` : style.severity(severity, `${signs[severity]} ${padded(severity, 7)}`);
    return `${INDENT}${padded(id, longest)}${INDENT}${word}${INDENT}${style.dim(title)}`;
  });
  if (rule.completeness) lines.push(`${INDENT}A draft only gets a hint, unless it is checked with --final.`);
  return lines;
}

/** An example as it stands, set in; where it has several files, each below its name. */
function exampleLines(example: Example, style: Style): string[] {
  const files: (readonly [string, string])[] = typeof example === 'string' ? [['', example]] : Object.entries(example);
  return files.flatMap(([name, text], index) => [
    ...(index > 0 ? [''] : []),
    ...(name ? [INDENT + style.dim(name)] : []),
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => (line ? INDENT + INDENT + line : '')),
  ]);
}
