import { kinds } from '../../../grammar/src/vocabulary/kinds.ts';

const keys = new Set(kinds.map(({ key }) => key));
const entry = /^( *)([a-z-]+)(?: ([^:]+))?:(?: (.*))?$/;

/** A plan in Markdown: the same words in the same lines, so that the same is typed in both. Items become headings, fields points, prose stays. */
export function asMarkdown(plan: string): string {
  let prose = -1;
  return plan
    .split('\n')
    .map((line) => {
      const indent = line.search(/\S/);
      if (indent < 0) return line;
      if (prose >= 0 && indent > prose) return line.slice(prose + 2);
      prose = -1;
      if (line.startsWith('#')) return `<!-- ${line.slice(1)} -->`;
      const [, , key = '', name, value] = entry.exec(line) ?? [];
      if (key === '') return line.trim();
      if (keys.has(key)) return `${'#'.repeat(Math.min(6, 1 + indent / 2 + Number(key !== 'plan')))} ${value ?? key}`;
      if (value === undefined) prose = indent;
      return value === undefined ? '' : `- **${name === undefined ? key : `${key} ${name}`}**: ${value}`;
    })
    .join('\n');
}
