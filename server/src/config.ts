import { rules as allRules } from './checks/index.ts';
import type { Rule, Severity } from './checks/rule.ts';
import { defaultSettings, type Settings } from './checks/settings.ts';
import { profiles as allProfiles, type Profile } from './profiles/index.ts';
import type { JsonMember, JsonNode } from './workspace/json.ts';
import { type JsonProblem, offer, type Report, readJsonFile } from './workspace/json-problems.ts';

/** What a settings file asks for, as far as it can be understood, and what is wrong with it. */
export interface Config {
  readonly settings: Partial<Settings>;
  readonly problems: readonly JsonProblem[];
}

/** What each severity means, in the words that an editor shows. */
const severities: Readonly<Record<Severity | 'off', string>> = {
  error: 'A mistake: the check fails.',
  warning: 'Something that most plans should mend.',
  info: 'Something to know.',
  hint: 'A suggestion, shown quietly.',
  off: 'Not asked.',
};

const keys = ['$schema', 'profile', 'rules', 'final', 'theme'];

type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/**
 * Reads `goldthread.json`: `profile` (a name or a list of names; each adds to `basic`), `rules` (severities by rule or by
 * `group/*`), `final` and `theme` (a file). Comments may stand in it. What can't be used is left out and told of; any text gives an answer.
 */
export function readConfig(text: string): Config {
  const { node, problems, report } = readJsonFile(text);
  const isWhole = problems.length === 0;
  const settings: Partial<Settings> = {};
  if (node?.kind === 'object') {
    for (const member of node.members) Object.assign(settings, readSetting(member, report));
  } else if (node && isWhole) report(node, 'Settings stand between curly brackets, such as { "profile": "wales" }.');
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
    case 'theme':
      if (value.kind === 'literal' && typeof value.value === 'string' && value.value.trim() !== '')
        return { theme: value.value };
      report(
        value,
        'What stands here is the file of a theme, seen from the folder of this file: "theme": "house.json".',
      );
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
      theme: {
        description: 'How documents look: a file with colours, letters and a logo, seen from the folder of this file.',
        type: 'string',
        examples: ['house.json'],
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
