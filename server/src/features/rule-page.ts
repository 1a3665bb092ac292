import { rules } from '../checks/index.ts';
import type { Example } from '../checks/rule.ts';

/** What a rule checks and why, as a Markdown page; undefined for a rule that there is not. */
export function rulePage(id: string): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (!rule) return undefined;
  return [
    `# ${rule.id}`,
    `**${rule.says}**`,
    `${rule.why} *Source: ${rule.source.replace(/\.$/, '')}.*`,
    '## A plan with this fault',
    exampleOf(rule.breaks),
    '## The plan without it',
    exampleOf(rule.clean),
    '## Where you have a reason to leave it',
    'Write the reason in a comment directly above the line:',
    fenced(`# allow ${rule.id}: agreed with the Panel in October`),
    '',
  ].join('\n\n');
}

const exampleOf = (example: Example): string =>
  typeof example === 'string'
    ? fenced(example)
    : Object.entries(example)
        .map(([path, text]) => `\`${path}\`\n\n${fenced(text)}`)
        .join('\n\n');

const fenced = (text: string): string => `\`\`\`goldthread\n${text.trimEnd()}\n\`\`\``;
