import { nearest } from '@goldthread/grammar';
import { rules as allRules } from './checks/index.ts';
import type { Rule, Severity } from './checks/rule.ts';
import { defaultSettings, type Settings } from './checks/settings.ts';
import { type JsonMember, type JsonNode, readJson } from './json.ts';
import { profiles as allProfiles, type Profile } from './profiles/index.ts';

/** Something in a settings file that can't be used. Line and character count from 0, the character in UTF-16 units. */
export interface ConfigProblem {
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

/** What a settings file asks for, as far as it can be understood, and what is wrong with it. */
export interface Config {
  readonly settings: Partial<Settings>;
  readonly problems: readonly ConfigProblem[];
}

/** What each severity means, in the words that an editor shows. */
const severities: Readonly<Record<Severity | 'off', string>> = {
  error: 'A mistake: the check fails.',
  warning: 'Something that most plans should mend.',
  info: 'Something to know.',
  hint: 'A suggestion, shown quietly.',
  off: 'Not asked.',
};

const keys = ['$schema', 'profile', 'rules', 'final'];

type Report = (node: JsonNode, message: string) => void;
type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/**
 * Reads `goldthread.json`: `profile` (a name or a list of names; each adds to `basic`), `rules` (severities by rule or by
 * `group/*`) and `final`. Comments may stand in it. What can't be used is left out and told of; any text gives an answer.
 */
export function readConfig(text: string): Config {
  const problems: ConfigProblem[] = [];
  const { node, fault } = readJson(text);
  const position = positionsIn(text);
  const tell = (start: number, message: string): number => problems.push({ message, ...position(start) });
  const report: Report = ({ start }, message) => tell(start, message);
  if (fault) tell(fault.start, fault.why);
  const settings: Partial<Settings> = {};
  if (node?.kind === 'object') {
    for (const member of node.members) Object.assign(settings, readSetting(member, report));
  } else if (node && !fault) report(node, 'Settings stand between curly brackets, such as { "profile": "wales" }.');
  return { settings, problems };
}

function readSetting({ name, value }: JsonMember, report: Report): Partial<Settings> {
  switch (name.value) {
    case '$schema':
      return {};
    case 'profile':
      return readProfiles(value, report);
    case 'rules':
      return readRules(value, report);
    case 'final':
      if (value.kind === 'literal' && typeof value.value === 'boolean') return { final: value.value };
      report(value, 'What stands here is true or false, without quotation marks: "final": true.');
      return {};
    default:
      report(name, `There is no setting called ‘${name.value}’. ${offer(String(name.value), keys)}`);
      return {};
  }
}

/** The profiles that are named, over `basic`. */
function readProfiles(value: JsonNode, report: Report): Partial<Settings> {
  const ids = allProfiles.map(({ id }) => id);
  const found = new Set(defaultSettings.profiles);
  for (const node of value.kind === 'array' ? value.items : [value]) {
    const name = node.kind === 'literal' ? node.value : undefined;
    if (typeof name !== 'string')
      report(
        node,
        'A profile is a name in double quotation marks, or several in square brackets: ["wales", "corporate-plan"].',
      );
    else if (ids.includes(name)) found.add(name);
    else report(node, `There is no profile called ‘${name}’. ${offer(name, ids)}`);
  }
  return { profiles: [...found] };
}

function readRules(value: JsonNode, report: Report): Partial<Settings> {
  if (value.kind !== 'object') {
    report(value, 'Rules stand between curly brackets, each with its severity: { "dates/continue-to": "off" }.');
    return {};
  }
  const names = ruleNames(allRules);
  const known = new Set(names);
  const found: [string, Severity | 'off'][] = [];
  for (const { name, value: node } of value.members) {
    const id = String(name.value);
    if (!known.has(id)) {
      const inGroup = names.find((other) => other.endsWith(`/${id}`));
      report(name, `There is no check called ‘${id}’. ${inGroup ? `Did you mean “${inGroup}”?` : offer(id, names)}`);
      continue;
    }
    const severity = severityOf(node, report);
    if (severity) found.push([id, severity]);
  }
  const rules: RuleSettings = Object.fromEntries(found);
  return { rules };
}

const isSeverity = (word: unknown): word is Severity | 'off' =>
  typeof word === 'string' && Object.hasOwn(severities, word);

function severityOf(node: JsonNode, report: Report): Severity | 'off' | undefined {
  const word = node.kind === 'literal' ? node.value : undefined;
  if (isSeverity(word)) return word;
  const words = Object.keys(severities);
  if (typeof word === 'string') report(node, `‘${word}’ is no severity. ${offer(word, words)}`);
  else report(node, `What stands here is one of these words, in double quotation marks: ${words.join(', ')}.`);
  return undefined;
}

/** What can stand in `rules`: each group as a whole, then its rules. */
function ruleNames(rules: readonly Rule[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { id } of rules) {
    const group = groupOf(id);
    groups.set(group, [...(groups.get(group) ?? [`${group}/*`]), id]);
  }
  return [...new Set([...groups.values()].flat())];
}

const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** How many words a message lists. */
const LONGEST_LIST = 8;

/** Offers the word that was probably meant, or the words to choose from where they are few. */
function offer(word: string, words: readonly string[]): string {
  const meant = nearest(word, words) ?? (word.length > 2 ? words.find((other) => other.startsWith(word)) : undefined);
  if (meant !== undefined) return `Did you mean “${meant}”?`;
  if (words.length <= LONGEST_LIST) return `What can stand here: ${words.join(', ')}.`;
  return 'Copy the name from the problem that you want to set, or look it up in the list of checks.';
}

/** Gives the position of an offset in a text, counted from 0. The lines are found once. */
function positionsIn(text: string): (offset: number) => { line: number; character: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let line = 0;
    for (let above = starts.length - 1; line < above; ) {
      const middle = (line + above + 1) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else above = middle - 1;
    }
    return { line, character: offset - (starts[line] as number) };
  };
}

/**
 * The JSON Schema (draft 2020-12) of `goldthread.json`, by which editors complete it and explain it: each rule with its
 * sentence and reason, each profile with its meaning.
 */
export function settingsSchema(rules: readonly Rule[], profiles: readonly Profile[]): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Goldthread settings',
    description: 'What a project asks of its plans. Everything works without this file too.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is.' },
      profile: {
        description: 'What sort of plans these are. Each profile adds to “basic”; of several, the later one counts.',
        anyOf: [{ $ref: '#/$defs/profile' }, { type: 'array', items: { $ref: '#/$defs/profile' }, uniqueItems: true }],
      },
      rules: {
        description: 'How much single checks, or whole groups of them, matter in this project.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(ruleNames(rules).map((name) => [name, describe(name, rules)])),
      },
      final: {
        description: 'True to ask for everything even while a plan is a draft.',
        type: 'boolean',
        default: defaultSettings.final,
      },
    },
    $defs: {
      severity: {
        anyOf: Object.entries(severities).map(([word, description]) => ({ const: word, description })),
      },
      profile: {
        anyOf: profiles.map(({ id, title, meaning }) => ({ const: id, title, description: meaning })),
      },
    },
  };
}

function describe(name: string, rules: readonly Rule[]): object {
  const rule = rules.find(({ id }) => id === name);
  if (!rule) return { description: `All checks of the group ${groupOf(name)}.`, $ref: '#/$defs/severity' };
  return { description: `${rule.says} ${rule.why}`, default: rule.severity, $ref: '#/$defs/severity' };
}
