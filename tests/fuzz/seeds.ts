import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

const read = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((path) => readFileSync(join(root, path), 'utf8'));

/** Texts that go to the edges of the language. */
const handMade: readonly string[] = [
  '',
  '\n',
  ' ',
  '\t',
  '\r',
  '\uFEFF',
  ':',
  '#',
  'plan',
  'plan:',
  'plan p',
  '\uFEFFplan p: P\r\n\tperiod: 2026\r\n\u00A0\u00A0area: Here\r\n\u3000force: Them\r\n',
  '\uFEFF# language: cy\ncynllun c: C\n  ardal: Gwent\n\nblaenoriaeth b: B\n  pam:\n    Am fod.\n  gweithred: G\n    erbyn: 2027\n',
  'cynllun c: C\n  ardal: Gwent\n\nblaenoriaeth b: B\n  pam: Am fod.\n',
  '# language: cy\n# allow x/y: z\nllyfrgell l: L\n\nfframwaith f: F\n  amcan a: A\n    gofyniad g: G\n',
  'outcome diogel\u0302: Cymunedau\u0301\noutcome diogelâ: Cymunedau\nrôl r: R\nro\u0302l r: R\n',
  'plan p: 😀 \uD83D\uDE00 \uD83D \uDE00 \u0000 \u200B\n  area: \u0000\n  \uD800: x\n  \uDC00 y: z\n',
  'priority a: A\n  why:\n    One\n# note\n      # heading\n  # note\n\n    Two  \n      three\n   four\n',
  'priority a: A\n  why: One\n\n\n      two\n    three: four\n    outcome o: O\n    action: Act\n      due: 2027\n',
  'section s: S\n  text:\n    a\rb\r\n    c\n\r    d\n',
  'kpq k: K\n  outcomes: a,\n    b, # no comment\n    # comment\n      c\n   d: e\n',
  'priority Parks and More: x\npriority a b c: y\npriority a b c d: z\nPriority 2 Mend\n  lead x\n  outcomes a, b\n',
  'outcomes: a\npriorities b: B\n  outcome: c\n  Approved by: d\n  review due: 2027\n',
  'action: 1\n action: 2\n  action: 3\n   action: 4\n  action: 5\n action: 6\naction: 7\n',
  'priority a: A\n      due: 1\n   lead: b\n  action: C\n    due: 2\n     due: 3\n  \tgoals: d\n\t\tgoals: e\n',
  'Some words\nand more\n\n  indented words\n# comment\nwords: with a colon\nOther Words here: and a colon\n  due: 2027\n',
  'https://example.org/a\n  web: https://example.org\n// no\n--- \n- item: a\n* item\n1. item\n| a | b |\n',
  'include: a.plan\ninclude b.plan\n  include: c.plan\nlabel why: Why?\nlabel: none\nlabel qqq: x\n',
  'measure m: M\n  baseline: 12,480 in 2019/20\n  target: 9% by 2024-03\n  actual 2021/22: 11,902\n  actual: 3\n  unit cy: x\n',
  'priority a: [[\n  why: See [[b|c]] [[d:number]] [[e:]] [[ ]] ]] [[[f]]]\n',
  `section s: ${'long '.repeat(400)}\n  text: ${'x'.repeat(3000)}\n`,
  `${Array.from({ length: 60 }, (_, depth) => `${' '.repeat(depth)}action a${depth}: Act`).join('\n')}\n`,
];

/** What inputs are made of: the sample plans, the shipped libraries, half-written plans, and texts made by hand. */
export const seeds: readonly string[] = [
  ...read('samples/**/*.plan'),
  ...read('server/libraries/*.plan'),
  ...read('tests/grammar/half-written/*.plan'),
  ...handMade,
];
