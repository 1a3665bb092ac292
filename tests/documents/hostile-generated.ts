import { fields, kinds } from '@goldthread/grammar';
import type { HostilePlan } from './hostile.ts';

/** What is tried in every title and every field that the language has. */
const everywhere: Readonly<Record<string, string>> = {
  script: '</title></text></svg></script><script>alert(1)</script>',
  attribute: `x" onfocus="alert(1)" autofocus tabindex="1' onmouseover='alert(1)`,
  picture: '<img src=x onerror=alert(1)><img src=https://evil.example/x.png>',
  style: '</style><style>*{display:none!important}</style><link rel=stylesheet href=https://evil.example/x.css>',
  address: 'javascript:alert(1)',
  markdown: '[x](javascript:alert(1)) ![x](https://evil.example/x.png) [[one|<svg onload=alert(1)>]]',
};

/** A plan with every kind of item and every field of it, all with the same words. */
function everyField(words: string): string {
  const lines = [`plan hostile: ${words}`];
  const put = (kind: string, depth: number): void => {
    const indent = '  '.repeat(depth);
    for (const { key, on, name } of fields) {
      if (!on.includes(kind) || key === 'include') continue;
      lines.push(`${indent}${key}${name === 'period' ? ' 2020' : ''}: ${words}`);
      if (name === 'language') lines.push(`${indent}${key} cy: ${words}`);
    }
    for (const inner of kinds) {
      if (!inner.in.includes(kind) || depth > 3 || (depth > 0 && inner.in.includes('plan'))) continue;
      lines.push(`${indent}${inner.key} ${inner.key}-${lines.length}: ${words}`);
      put(inner.key, depth + 1);
    }
  };
  put('plan', 0);
  return `${lines.join('\n')}\n`;
}

const prose = (markdown: string): string => {
  const text = markdown.replace(/^(?=.)/gm, '    ');
  return `plan hostile: Plan\n\nsection prose: Prose\n  text:\n${text}\n`;
};

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Control characters that nobody sees, NUL among them. */
const controls = times(0x20, (code) => (code === 10 || code === 13 ? '' : String.fromCharCode(code)));

const loneHigh = '\ud83d';
const loneLow = '\ude00';

/** Hostile plans that are long, regular, or cannot be written as files of text. */
export function generatedPlans(): HostilePlan[] {
  const plans: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      Object.entries(everywhere).map(([name, words]) => [`every-field-${name}`, everyField(words)]),
    ),
    'control-characters': `plan hostile: a${controls}b
section one: ${controls}<scr\0ipt>alert(1)</scr\0ipt>
  text: ${controls}<img\fsrc=x\vonerror=alert(1)> \u0085\u2028\u2029\u007f\u009b31m
outcome safe: \u001b[31mred\u001b[0m${controls}
priority one: java\u0001script:alert(1)\b
  outcomes: safe${controls}
`,
    'control-characters-in-addresses': prose(
      times(0x21, (code) => {
        const sign = code === 10 || code === 13 ? '' : String.fromCharCode(code);
        return `[a](${sign}javascript:alert(1)) [b](java${sign}script:alert(1)) [c](<javascript${sign}:alert(1)>) [d](&#${code};javascript:alert(1)) [e](javascript&#${code};:alert(1))\n\n`;
      }),
    ),
    'lone-surrogates': `plan hostile: ${loneHigh}Plan${loneLow}
section one${loneHigh}: ${loneLow}${loneHigh}
  text: Words ${loneHigh} words [${loneLow}](https://example.org/${loneHigh}) ![${loneHigh}](images/${loneHigh}.png) \`${loneLow}\` [^${loneHigh}]
outcome safe: ${loneHigh}<script>alert(1)</script>${loneLow}
priority one: ${loneLow}
  outcomes: safe, ${loneHigh}
`,
    'nested-lists': prose(times(1000, (depth) => `${' '.repeat(Math.min(depth, 300) * 2)}- <b onclick=alert(1)>\n`)),
    'nested-lists-on-a-line': prose(`${'- '.repeat(2000)}<script>alert(1)</script>`),
    'nested-quotes': prose(`${'> '.repeat(2000)}<script>alert(1)</script>`),
    'nested-marks': prose(
      `${'*a **b '.repeat(2000)}\n\n${'['.repeat(5000)}x${'](y)'.repeat(2000)}\n\n${'![a'.repeat(2000)}`,
    ),
    'nested-sections': `plan hostile: Plan\n${times(1000, (depth) => `${' '.repeat(depth)}section: <script>alert(${depth})</script>\n`)}`,
    'nested-priorities': `plan hostile: Plan\noutcome safe: Safe\n${times(300, (depth) => `${' '.repeat(depth)}priority p${depth}: "><svg onload=alert(1)>\n`)}${' '.repeat(300)}outcomes: safe\n`,
    'nested-actions': `plan hostile: Plan\npriority one: One\n${times(300, (depth) => `${' '.repeat(depth + 1)}action: <img src=x onerror=alert(${depth})>\n`)}`,
    'table-of-10000-cells': prose(
      `${'| h '.repeat(100)}|\n${'|--'.repeat(100)}|\n${times(100, (row) => `${times(100, (column) => `| <i onclick=alert(${row})>${column} `)}|\n`)}`,
    ),
    'table-ragged': prose(
      `| a | b |\n|--|--|\n|${' x |'.repeat(3000)}\n${times(500, () => '|\n')}|${' | '.repeat(500)}\n`,
    ),
    'footnotes-many': prose(
      `${times(500, (index) => `word[^${index}] `)}\n\n${times(500, (index) => `[^${index}]: <script>alert(1)</script> [^${(index + 1) % 500}]\n\n`)}`,
    ),
    'references-many': prose(
      `${times(1000, (index) => `[x][${index}] `)}\n\n${times(1000, (index) => `[${index}]: javascript:alert(${index})\n`)}`,
    ),
    'mentions-many': prose(
      `${'[['.repeat(3000)}\n\n${'[[prose|'.repeat(3000)}\n\n${']]'.repeat(3000)}\n\n${'[[prose]] '.repeat(1000)}\n`,
    ),
    'ticks-many': prose(times(300, (index) => `${'`'.repeat(index + 1)} `)),
    'signs-many': prose(
      `${'<'.repeat(10_000)}\n\n${'&'.repeat(10_000)}\n\n${'&lt;'.repeat(5000)}\n\n${'\\'.repeat(10_001)}\n\n${'<!--'.repeat(3000)}\n\n${'_'.repeat(5001)}a`,
    ),
    'titles-long': `plan hostile: ${'Plan "><script>alert(1)</script> '.repeat(500)}
outcome safe: ${'Safe </text></svg><script>alert(1)</script> '.repeat(200)}
priority one: ${'x'.repeat(20_000)}
  outcomes: safe
`,
  };
  return Object.entries(plans).map(([name, plan]) => ({ name, plan }));
}
