import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { doubtNamed, doubtWords } from '../../../server/src/checks/import/doubts.ts';
import type { Account } from '../../../server/src/importers/report/account.ts';
import { lookFirst, toLookAt } from '../../../server/src/importers/report/first.ts';
import { jsonReport } from '../../../server/src/importers/report/json.ts';
import { spotsWords, spotWords } from '../../../server/src/importers/report/spot-words.ts';
import { textReport } from '../../../server/src/importers/report/text.ts';
import type { DoubtKind } from '../../../server/src/importers/source.ts';
import { item, townAccount } from './account.ts';

const options = { colour: false, width: 100, source: 'town.pdf', plan: 'town.plan' };

const schema = readFileSync(new URL('../../../server/schemas/import-report.schema.json', import.meta.url), 'utf8');
const validate = new Ajv({ strict: true }).compile(JSON.parse(schema));

/** What is wrong with a report in JSON, as its schema describes it. */
function faultsOf(account: Account): unknown[] {
  const imported = { source: 'town.pdf', plan: 'town.plan', pictures: ['pictures/map.png'], account };
  validate(JSON.parse(jsonReport([imported], [{ source: 'x.docx', message: 'x.docx is not there.' }])));
  return validate.errors ?? [];
}

test('the report for a person', () => {
  expect(textReport(townAccount(), options)).toBe(`town.pdf → town.plan
  ‘Our Town Plan 2026–2030’. Read as docx (a document of Word), although its name ends with .pdf.

What to look at first
  - Columns run together: Two columns were run together.
    page 7
  - What something is: ‘Ask people which ways they take’ was taken for an action.
    town.plan:11 · page 5
  - What something is: ‘Open the parks’ was taken for a priority.
    town.plan:13 · page 6
  - Links by likeness: “People are feeling safer” was taken for a link to ‘People feel safe’.
    town.plan:13 · page 4
  - Where something begins or ends: Cut from the sentence before it.
    town.plan:11 · page 5

What became what
  - 1 outcome
  - 2 priorities, 1 of them not sure
  - 2 actions, 1 of them not sure
  - 2 links, 1 by likeness

Doubts
  - Columns run together: 1
  - Where something begins or ends: 1

Left as prose
  - 1 paragraph that nothing better fits: page 1
  - “The town lies on a river”
    town.plan:1 · page 1

Matched only loosely
  - “People are feeling safer” became outcomes: people-feel-safe ‘People feel safe’, alike to 72 %
    town.plan:13 · page 4

Headings that the plan prints by itself
  - “What will we do?”, 2 times
    page 4

Damage to the text put right
  - “inpolicing” is “in policing”, 2 times
    page 3

Taken out
  - “Our Town Plan”: at the top or the foot of pages, 11 times
    page 2

Words
  All 1,234 words of the document are accounted for: 1,200 in the plan, 34 among what is listed
  above.
`);
});

describe('a document that is wholly sure', () => {
  const account = townAccount({
    document: { name: 'a.json', format: { name: 'json', meaning: 'our own data' }, properties: {} },
    draft: { plan: item('plan', 'A Plan'), labels: new Map(), links: [] },
    words: { source: 2, kept: 2, accounted: 2 },
    ...{ doubts: [], removed: [], prose: [], repeats: [], mends: [] },
  });

  test('has a short report', () => {
    expect(textReport(account, { ...options, source: 'a.json', plan: 'a.plan' })).toBe(
      'a.json → a.plan\n  ‘A Plan’. Read as json (our own data).\n\nWords\n  All 2 words of the document are in the plan.\n',
    );
  });

  test('is described by the schema too', () => expect(faultsOf(account)).toEqual([]));
});

test('words that got lost come before everything else', () => {
  const missing = [{ words: 'three lost words', spot: { page: 3 } }];
  const account = townAccount({ words: { source: 100, kept: 90, accounted: 97, missing } });
  expect(toLookAt(account)[0]?.message).toBe('3 words of the document did not get into the plan. Compare the two.');
  const text = textReport(account, options);
  expect(text).toContain('3 of the 100 words of the document did not get into the plan.');
  expect(text).toContain('Words that did not get into the plan\n  - “three lost words”\n    page 3\n');
  expect(faultsOf(account)).toEqual([]);
});

describe('what to look at first', () => {
  const doubts = (kind: DoubtKind, count: number) =>
    Array.from({ length: count }, (_, index) => ({ kind, message: `${kind} ${index}`, spot: { line: index + 1 } }));
  const chosen = (...all: ReturnType<typeof doubts>[]) =>
    lookFirst(
      toLookAt(townAccount({ doubts: all.flat(), draft: { plan: item('plan', 'P'), labels: new Map(), links: [] } })),
      10,
    );

  test('is not ten times the same while there is something else', () => {
    const kinds = chosen(
      doubts('glued', 2),
      doubts('lost', 40),
      doubts('wording', 2),
      doubts('link', 1),
      doubts('split', 1),
    );
    expect(kinds.map(({ kind }) => kind).join(' ')).toBe('lost lost lost lost link wording wording split glued glued');
  });

  test('is ten things at most, of one kind if there is no other', () => {
    expect(chosen(doubts('glued', 40)).map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, (_, index) => `glued ${index}`),
    );
  });

  test('is told once: a doubt in the plan stands for the guess that it is about', () => {
    const plan = item('plan', 'P', {
      parts: [
        item('priority', 'A', { confidence: 0.5, doubts: [{ kind: 'structure', message: 'By its place.', spot: {} }] }),
      ],
    });
    const account = townAccount({ draft: { plan, labels: new Map(), links: [] }, doubts: [] });
    expect(toLookAt(account).map(({ message }) => message)).toEqual(['By its place.']);
  });

  test('of many things the terminal names some, and a file all', () => {
    const account = townAccount({ doubts: doubts('glued', 40) });
    expect(textReport(account, { ...options, most: 4 })).toMatch(/and \d+ more; --report has them all/);
    const all = textReport(account, options);
    for (let index = 0; index < 40; index++) expect(all).toContain(`glued ${index}\n`);
    expect(all).not.toContain('more; --report');
  });
});

describe('what a document says cannot do anything to whoever reads the report', () => {
  const evil = '\u001B[2J\u001B]0;x\u0007##[error]\u202Eevil\n::error::x\u2028';
  const account = townAccount({
    draft: {
      plan: item('plan', evil, { parts: [item('action', evil, { confidence: 0.1 })] }),
      labels: new Map(),
      links: [],
    },
    removed: [{ why: 'furniture', words: `::error::${evil}`, spot: {}, times: 1 }],
    prose: [{ words: evil, spot: {} }],
    repeats: [{ words: evil, became: 'once', times: 2, spot: {} }],
    mends: [{ was: evil, now: evil, times: 1, spot: {} }],
    doubts: [{ kind: 'remark', message: evil, spot: {} }],
  });

  test('on a terminal', () => {
    const text = textReport(account, { ...options, source: evil, plan: evil });
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202E\u2028]|##\[|^\s*::/mu);
  });

  test('in JSON', () => {
    const text = jsonReport([{ source: evil, plan: evil, pictures: [evil], account }], []);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|##\[/u);
    expect(JSON.parse(text).imports[0].prose[0].words).toBe(evil);
  });
});

test('places are told as a person finds them', () => {
  expect(spotWords({ page: 1234, line: 3 })).toBe('page 1,234, line 3');
  expect(spotWords({ paragraph: 33 })).toBe('paragraph 33');
  expect(spotWords({})).toBe('');
  const pages = (...numbers: number[]) => numbers.map((page) => ({ page }));
  expect(spotsWords(pages(4, 1, 4, 7), 9)).toBe('pages 1, 4 and 7');
  expect(spotsWords(pages(2, 2), 9)).toBe('page 2');
  expect(spotsWords(pages(1, 2, 3, 4, 5), 3)).toBe('pages 1, 2, 3 and 2 more');
  expect(spotsWords([{}, {}], 3)).toBe('');
});

test('the JSON is as its schema describes it', () => expect(faultsOf(townAccount())).toEqual([]));

test('the schema and the notes in plans know the same kinds of doubt', () => {
  const { enum: kinds } = JSON.parse(schema).definitions.doubt.properties.kind;
  expect(kinds).toEqual(doubtWords.map(({ key }) => key));
  for (const { key, cy } of doubtWords)
    expect([doubtNamed(key), doubtNamed(` ${cy.toUpperCase()}`)]).toEqual([doubtNamed(cy), doubtNamed(cy)]);
  expect(new Set(doubtWords.flatMap(({ key, cy }) => [key, cy])).size).toBe(2 * doubtWords.length);
});
