import { generatePlan } from '../generate.ts';

/**
 * The same plan in the languages of other servers: items with ids and titles, fields, prose, links in the file and to the file before
 * it. About as many lines each.
 */
export type Content = (id: string, lines: number, before?: string) => string;

/** In the plan language. */
export const plan: Content = generatePlan;

const item = /^( *)(outcome|kpq|measure|priority|role) ([a-z0-9-]+): (.*)$/;
const field = /^( *)([a-z]+): ?(.*)$/;
const linking = new Set(['outcomes', 'kpqs', 'priorities', 'lead', 'owner', 'uses', 'delivers']);

/**
 * For the Langium server: the language as it is, but that ids are unique over all files, and prose has a mark before each line, so that
 * it needs no indentation. Both make it easier for that server.
 */
export const langium: Content = (id, lines, before) => {
  const own = (name: string): string => (name.startsWith('plan-') ? name.replace('.', '-') : `${id}-${name}`);
  let isProse = false;
  return generatePlan(id, lines, before)
    .split('\n')
    .map((line) => {
      const made = item.exec(line);
      if (made) {
        isProse = false;
        return `${made[1]}${made[2]} ${own(made[3] ?? '')}: ${made[4]}`;
      }
      if (isProse && (line.startsWith('    ') || line === '')) return line === '' ? '' : `    > ${line.trim()}`;
      isProse = false;
      const [, indent = '', key = '', value = ''] = field.exec(line) ?? [];
      if (key === 'why') isProse = true;
      if (!linking.has(key)) return line.replace(/^#.*/, '');
      if (key === 'uses' || key === 'delivers') return `${indent}${key}: ${value}`;
      return `${indent}${key}: ${value.split(', ').map(own).join(', ')}`;
    })
    .join('\n');
};

/** In Markdown: a heading for each item, links to headings. */
export const markdown: Content = (id, lines, before) => {
  const titles = new Map<string, string>();
  const all = generatePlan(id, lines, before).split('\n');
  for (const line of all) {
    const [, , , name = '', title = ''] = item.exec(line) ?? [];
    if (name) titles.set(name, slug(title));
  }
  return all
    .map((line) => {
      const [, , kind, , title] = item.exec(line) ?? [];
      if (kind) return `## ${title}`;
      const [, , key = '', value = ''] = field.exec(line) ?? [];
      if (key === 'uses' || key === 'delivers') return `- ${key}: [${value}](${value}.md)`;
      if (linking.has(key))
        return `- ${key}: ${value
          .split(', ')
          .map((name) =>
            name.includes('.') ? `[${name}](${name.split('.')[0]}.md)` : `[${name}](#${titles.get(name)})`,
          )
          .join(', ')}`;
      return line.trimStart().replace(/\[\[([^\]]*)\]\]/g, (_, name: string) => `[${name}](#${titles.get(name)})`);
    })
    .join('\n');
};

/** As the headings of GitHub are named. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** In YAML, checked against a schema: a list of items, each a map. There are no links. */
export const yaml: Content = (id, lines, before) => {
  let isProse = false;
  return generatePlan(id, lines, before)
    .split('\n')
    .map((line) => {
      const [, , kind, name, title] = item.exec(line) ?? [];
      if (kind) {
        isProse = false;
        return `- ${kind}: ${name}\n  title: ${JSON.stringify(title)}`;
      }
      if (isProse && (line.startsWith('    ') || line === '')) return line === '' ? '' : `      ${line.trim()}`;
      isProse = false;
      if (/^plan /.test(line)) return `- plan: ${id}`;
      const [, , key = '', value = ''] = field.exec(line) ?? [];
      if (key === 'why') {
        isProse = true;
        return '  why: |';
      }
      if (key === 'action' || key === 'due') return `  # ${key}: ${value}`;
      return key ? `  ${key}: ${JSON.stringify(value)}` : line;
    })
    .join('\n');
};

/** In Gherkin: a scenario for each item, a step for each field, which is a link to a step that is defined elsewhere. */
export const gherkin: Content = (id, lines, before) =>
  generatePlan(id, lines, before)
    .split('\n')
    .map((line) => {
      if (line.startsWith('plan ')) return `Feature: ${line.slice(5)}`;
      const [, , kind, name, title] = item.exec(line) ?? [];
      if (kind) return `\n  Scenario: ${name} ${title}\n    Given the ${kind} "${name}"`;
      const [, , key = '', value = ''] = field.exec(line) ?? [];
      if (key === 'why') return '';
      if (key) return `    And its ${key} is "${value.replaceAll('"', '')}"`;
      return line.trim() === '' || line.startsWith('#') ? line : `    # ${line.trim()}`;
    })
    .join('\n');

const kinds = ['outcome', 'kpq', 'measure', 'priority', 'role'];
const keys =
  'organisation period language uses delivers holder outcomes kpqs unit direction baseline target frequency owner source lead priorities action due'.split(
    ' ',
  );

/** The definitions of the steps of `gherkin`. */
export const steps = [
  "const { Given } = require('@cucumber/cucumber');",
  ...kinds.map((kind) => `Given('the ${kind} {string}', function (name) {});`),
  ...keys.map((key) => `Given('its ${key} is {string}', function (value) {});`),
  '',
].join('\n');

/** The schema of `yaml`. */
export const schema = JSON.stringify({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      [...kinds, ...keys, 'plan', 'title', 'why'].map((key) => [key, { type: 'string', minLength: 1 }]),
    ),
  },
});
