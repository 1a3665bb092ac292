import { rules } from '../checks/index.ts';
import type { Rule } from '../checks/rule.ts';
import { type Files, filesOf, foundBy } from '../examples.ts';
import { groupWords } from './groups.ts';
import { furtherProfiles, profileTable, ruleAnchor, severityIn } from './libraries.ts';
import { bullets, code, codeBlock, fill, link, paragraphs, plain, table } from './markdown.ts';

/** The rule reference, from its template. */
export function rulesPage(template: string, libraries: Files): string {
  const groups = [...Map.groupBy(rules, ({ id }) => id.slice(0, id.indexOf('/')))];
  return fill(template, {
    groups: table(
      ['Group', 'Checks', 'About'],
      groups.map(([group, own]) => [link(code(group), `#${group}`), String(own.length), groupWords(group).title]),
    ),
    profiles: profileTable(),
    rules: groups.map(([group, own]) => groupEntry(group, own, libraries)).join('\n\n'),
  });
}

const anchor = (name: string): string => `<a id="${name}"></a>`;

function groupEntry(group: string, own: readonly Rule[], libraries: Files): string {
  const { title, words } = groupWords(group);
  return paragraphs(
    `${anchor(group)}\n\n## ${title}`,
    words,
    table(
      ['Check', 'Usually', 'Says'],
      own.map((rule) => [link(code(rule.id), `#${ruleAnchor(rule.id)}`), severityIn(rule, 'basic'), plain(rule.says)]),
    ),
    ...own.map((rule) => ruleEntry(rule, libraries)),
  );
}

/** All that is known of a rule: what it says, how grave it is, why, where that comes from, and plans with and without the fault. */
function ruleEntry(rule: Rule, libraries: Files): string {
  const found = foundBy(rule, libraries);
  const messages = found.map(({ file, range, message }) => {
    const place = file === 'main.plan' ? '' : ` of ${file}`;
    return `line ${range.start.line + 1}${place}: ${plain(message)}`;
  });
  const mends = [...new Set(found.flatMap(({ fixes }) => fixes.map(({ title }) => plain(title))))];
  return paragraphs(
    `${anchor(ruleAnchor(rule.id))}\n\n### ${rule.id}`,
    `**${plain(rule.says)}** ${plain(rule.why)}`,
    bullets([
      `**Severity:** ${severityWords(rule)}`,
      `**Source:** ${sourceWords(rule)}.`,
      `**Mend on offer:** ${mends.length > 0 ? `${mends.join('; or: ')}.` : 'none; only the writer knows.'}`,
    ]),
    'A plan with this fault:',
    exampleBlocks(rule.breaks),
    paragraphs('What Goldthread says of it:', messages.map((message) => `> ${message}`).join('\n>\n')),
    'The plan without it:',
    exampleBlocks(rule.clean),
  );
}

/** Where the reason of a rule comes from; a chapter of the language reference as a link. */
const sourceWords = ({ source }: Rule): string =>
  plain(source.replace(/\.$/, '')).replace(
    /Language reference, “([^”]+)”/,
    (words, chapter: string) => `[${words}](language.md#${chapter.toLowerCase().replaceAll(' ', '-')})`,
  );

/** How grave a rule is, in which profile, and in a draft. */
function severityWords(rule: Rule): string {
  const usual = severityIn(rule, 'basic');
  const others = furtherProfiles.flatMap(({ id }) => {
    const severity = severityIn(rule, id);
    return severity === usual ? [] : [`${severity} in ${code(id)}`];
  });
  const sentence = [usual, ...others].join('; ');
  return `${sentence}.${rule.completeness ? ' In a draft a hint.' : ''}`;
}

/** The files of an example, each in a block of its own below its name. */
function exampleBlocks(example: Rule['breaks']): string {
  const files = Object.entries(filesOf(example));
  return files
    .map(([name, text]) => {
      const block = codeBlock(text, name.endsWith('.plan') ? 'plan' : '');
      return files.length > 1 ? `${code(name)}\n\n${block}` : block;
    })
    .join('\n\n');
}
