import { expect, test } from 'vitest';
import { diagnosticsOf } from '../helpers/engine.ts';

/** One line inside the other, as deep as asked. */
const nested = (depth: number, line: (level: number) => string): string =>
  `${Array.from({ length: depth }, (_, level) => ' '.repeat(level) + line(level)).join('\n')}\n`;

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Texts that nobody means well with. Each stands below the first line of a plan. */
const hostile: Readonly<Record<string, string>> = {
  'priorities in priorities': nested(3000, (level) => `priority p${level}: Title ${level}`),
  'words that nobody knows, one in the other': nested(2000, (level) => `zzqqx${level}: Title`),
  'one id for everything': many(5000, () => 'outcome a: Safe\n'),
  'one title for everything': many(5000, (index) => `priority p${index}: Reduce violent crime\n`),
  'priorities in a ring': many(2000, (index) => `priority p${index}: P\n  priorities: p${(index + 1) % 2000}\n`),
  'double brackets': `section: S\n  text:\n${many(5000, () => '    [[a]] [[b|c]] [[d:number]] [[ ]] [[[[\n')}`,
  'one long line': `section: S\n  text: ${'Word HMICFRS [[a]] Priority 3 our four priorities '.repeat(5000)}\n`,
  'a long list of links': `priority a: A\n  outcomes: ${many(10_000, (index) => `x${index}, `)}\n`,
  'plans in a plan': 'plan p: P\n'.repeat(5000),
  'allowances of nothing': `${'# allow thread/x: y\n'.repeat(1000)}outcome a: A\n`,
  'signs that are no letters': 'outcome a\u0000: \ud800 x\n  why: \u202e\n  \u200btext: y\n',
};

test.each(Object.entries(hostile))('%s makes no check fail', (_name, text) => {
  expect(
    diagnosticsOf(`plan p: P\n\n${text}`, { profiles: ['basic', 'uk-police-and-crime', 'wales'], final: true }),
  ).not.toEqual([]);
});
