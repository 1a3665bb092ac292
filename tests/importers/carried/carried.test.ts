import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { base64Of } from '../../../server/src/documents/base64.ts';
import { fingerprintOf } from '../../../server/src/documents/carried/fingerprint.ts';
import { carriedPlan } from '../../../server/src/importers/carried/carried.ts';
import { editionOf } from '../../documents/editions.ts';
import { built, bytesOf } from '../round-trip/round-trip.ts';

const plan = `# Nobody is to read this: the first line
plan p: Plan
  # nor this
  period: 2020 to 2021
  tags: secret-tag
  # ts: nor this

include: parts/secret-folder.plan

# unsure (wording): nor this
outcome safe: Safe
  tags: secret-tag, another
  text:
    First

  # nor this, which stands in prose
    second
  title cy: Diogel
`;

const part = `# nor this
part p: Secret part
# nor this
priority one: One
    # nor this
    outcomes: safe
    lead: somebody
      # nor this
      else
    why: On a line
    # nor this
      and below
`;

const files = { 'main.plan': plan, 'parts/secret-folder.plan': part };

/** A document with a plan behind it, as somebody else may write it. */
const behind = (text: string, head = '{"language":"en"}', line = `1 - ${fingerprintOf(`${head}\n${text}`)}`): string =>
  `Words\n\n<!-- goldthread-plan ${line}\n${base64Of(deflateSync(strToU8(`${head}\n${text}`)))}\n-->\n`;

test('a plan of several files is one text, without what nobody prints', async () => {
  const carried = carriedPlan(await bytesOf(editionOf(files), 'md'));
  expect(carried?.text).toBe(`plan p: Plan
  period: 2020 to 2021

priority one: One
    outcomes: safe
    lead: somebody else
    why: On a line

      and below

outcome safe: Safe
  text:
    First

    second
  title cy: Diogel
`);
  expect(carried?.text).not.toMatch(/secret|nor this|Nobody/);
});

test('it is in Welsh where a file of it is', async () => {
  const welsh = {
    'main.plan': 'plan p: Plan\ninclude: a.plan\n',
    'a.plan': '# language: cy\nrhan p: A\ncanlyniad a: B\n',
  };
  const edition = editionOf(welsh, { language: 'cy', labels: { outcomes: 'What we want' } });
  expect(carriedPlan(await bytesOf(edition, 'html'))).toEqual({
    text: '# language: cy\n\ncynllun p: Plan\n\ncanlyniad a: B\n',
    language: 'cy',
    labels: { outcomes: 'What we want' },
    isUntouched: true,
  });
});

describe.each(['md', 'html', 'docx', 'stratml'])('%s', (format) => {
  test('goes without it where that is asked for', async () => {
    for (const bytes of (await built(editionOf(files, { withoutPlan: true }), format)).values()) {
      expect(carriedPlan(bytes)).toBeUndefined();
      expect(new TextDecoder().decode(bytes)).not.toContain('goldthread-plan');
    }
  });

  test('is the same, byte for byte, each time', async () => {
    expect(await built(editionOf(files), format)).toEqual(await built(editionOf(files), format));
  });
});

test('a report and pages behind the first one carry nothing', async () => {
  for (const [name, bytes] of [
    ...(await built(editionOf(files), 'report-md')),
    ...(await built(editionOf(files), 'report-docx')),
  ])
    expect([name, carriedPlan(bytes)]).toEqual([name, undefined]);
  const pages = [...(await built(editionOf(files, { isSplit: true }), 'html')).values()].map(carriedPlan);
  expect(pages.map((one) => one?.isUntouched)).toEqual([true, ...pages.slice(1).map(() => undefined)]);
});

describe('an edit is seen', () => {
  const edits: readonly (readonly [name: string, edit: (text: string) => string, isUntouched: boolean])[] = [
    ['none', (text) => text, true],
    ['other ends of lines', (text) => text.replaceAll('\n', '\r\n'), true],
    ['an empty line at the end', (text) => `${text}\n\n`, true],
    ['a word', (text) => text.replace('Safe', 'Save'), false],
    ['a line behind it', (text) => `${text}\nMore\n`, false],
    ['a line before it', (text) => `More\n\n${text}`, false],
  ];

  test.each(edits)('%s', async (_, edit, isUntouched) => {
    const text = new TextDecoder().decode(await bytesOf(editionOf(files), 'md'));
    expect(carriedPlan(edit(text))?.isUntouched).toBe(isUntouched);
  });

  test('in Word, in its words and in its footnotes', async () => {
    const zipped = unzipSync(await bytesOf(editionOf(files), 'docx'));
    const isUntouchedWith = (path: string, to: string): boolean | undefined => {
      const xml = strFromU8(zipped[path] ?? new Uint8Array());
      return carriedPlan(zipSync({ ...zipped, [path]: strToU8(`${xml}${to}`) }))?.isUntouched;
    };
    expect(isUntouchedWith('word/document.xml', '')).toBe(true);
    expect(isUntouchedWith('word/styles.xml', '<!-- -->')).toBe(true);
    expect(isUntouchedWith('word/document.xml', '<!-- -->')).toBe(false);
    expect(isUntouchedWith('word/footnotes.xml', '<!-- -->')).toBe(false);
  });
});

const strange: readonly (readonly [name: string, document: string])[] = [
  ['nothing', ''],
  ['no end', behind('plan p: P').replace('-->', '')],
  ['a later version', behind('plan p: P', '{}', '2 - -')],
  ['another plan than it says', behind('plan p: P', '{}', '1 - 0000000000000000')],
  ['no base64', behind('plan p: P').replace(/\n[A-Za-z0-9+/=]+\n-->/, '\n****\n-->')],
  ['half of it', behind('plan p: P'.repeat(100)).replace(/.{12}\n-->/, '\n-->')],
  ['no head', behind('plan p: P', 'null')],
  ['a head that is no JSON', behind('plan p: P', '{')],
  ['a bomb', behind('a'.repeat(33 * 1024 * 1024))],
];

test.each(strange)('%s is no plan', (_, document) => expect(carriedPlan(document)).toBeUndefined());

test('whatever stands there is text', () => {
  const text = 'plan p: <script>alert(1)</script>\0\u0007{"a":1}\n';
  const head = JSON.stringify({ language: '../..', labels: { why: 'Why', x: { y: 1 }, ['__proto__']: 'z' } });
  expect(carriedPlan(behind(text, head))).toEqual({
    text,
    language: 'en',
    labels: { why: 'Why', ['__proto__']: 'z' },
    isUntouched: false,
  });
});

test('many beginnings without an end take no time', () => {
  const start = performance.now();
  carriedPlan('<!-- goldthread-plan 1 '.repeat(200_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
