import { readdirSync, readFileSync } from 'node:fs';
import { entriesOf, faultOf, fields, keyOf, kinds, meaningAnywhere, parse } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { whysIn } from '../../grammar/src/values/whys.ts';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import { rules } from '../../server/src/checks/index.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import { saysIn, whyIn } from '../../server/src/checks/rules-in-welsh.ts';
import { exampleOf } from '../../server/src/checks/syntax/examples.ts';
import { joinCy, oneCy, theCy, thisCy } from '../../server/src/checks/welsh.ts';
import { shownValues } from '../../server/src/docs/values.ts';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { filesOfSample } from '../helpers/samples.ts';
import { exampleInWelsh, inWelsh, welshMark } from '../helpers/welsh.ts';

/** Where a finding stands: the rule, the item by its id or title, and the line. */
const placeOf = ({ rule, item, range }: Diagnostic, above: number): string =>
  `${rule} ${item?.key} ${item?.id ?? item?.title} ${range.start.line - above}`;

const quotations = /“([^”]*)”|‘(.*?)’(?!\p{L})/gu;
/** A key alone, or a line with its key: “canlyniadau”, “canlyniadau: …”, “term: EPC”. */
const keyShape = /^([\p{Ll}\p{M}-]+)(?:$|(?: [^\s:]+)?:)/u;

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').test(text);

/** The keys that a message quotes and that a Welsh file would write otherwise; not what stands in the plan itself. */
const englishKeys = (message: string, written: string): string[] =>
  [...message.matchAll(quotations)].flatMap(([, double, single]) => {
    const word = keyShape.exec(double ?? single ?? '')?.[1] ?? '';
    const definition = meaningAnywhere(word, 'en');
    return definition && meaningAnywhere(word, 'cy')?.cy !== word && !hasWord(written, word) ? [word] : [];
  });

/** English words that are no Welsh ones, outside quotation marks. */
const englishWords = (message: string): string[] =>
  message.replace(quotations, '').match(/\b(?:the|and|of|not|with|this|that|which|has|for)\b/gi) ?? [];

/** All that a finding says: its message, its related places, the titles of its mends. */
const saidBy = ({ message, related, fixes }: Diagnostic): string[] => [
  message,
  ...related.map((place) => place.message),
  ...fixes.map(({ title }) => title),
];

/** What a finding in a plan says that is not Welsh. */
const notWelsh = (finding: Diagnostic, written: string): string[] =>
  saidBy(finding).filter((words) => englishKeys(words, written).length > 0 || englishWords(words).length > 0);

const textOf = (example: Example): string =>
  typeof example === 'string' ? example : Object.values(example).join('\n');

/** The keys of a plan that are not in Welsh though there is a Welsh word. */
const englishLines = (text: string): string[] =>
  parse(text).blocks.flatMap((block) =>
    [...entriesOf(block)].flatMap((entry) =>
      entry.definition && keyOf(block, entry) === entry.definition.key && entry.definition.key !== entry.definition.cy
        ? [keyOf(block, entry)]
        : [],
    ),
  );

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s in a Welsh file', (id, rule) => {
  const settings = { profiles: ['basic', rule.profile ?? 'basic'], final: true };
  const welsh = exampleInWelsh(rule.breaks);
  const found = diagnosticsOf(welsh, settings);
  const own = found.filter((diagnostic) => diagnostic.rule === id);
  const english = diagnosticsOf(rule.breaks, settings);

  test('finds the same', () => {
    expect(own.length).toBeGreaterThan(0);
    expect(found.map((one) => placeOf(one, 1)).sort()).toEqual(english.map((one) => placeOf(one, 0)).sort());
  });

  test('says it in Welsh, with Welsh keys', () => {
    const inEnglish = new Set(english.flatMap(saidBy));
    expect(own.flatMap(saidBy).filter((words) => inEnglish.has(words))).toEqual([]);
    expect(own.flatMap((one) => notWelsh(one, textOf(welsh)))).toEqual([]);
  });

  test('is mended in Welsh', () => {
    for (const { fixes } of own)
      for (const fix of fixes) {
        const mended = applyFix(welsh, fix) as Record<string, string>;
        expect(diagnosticsOf(mended, settings).filter((left) => left.rule === id).length).toBeLessThan(own.length);
        for (const [path, text] of Object.entries(mended))
          if (path.endsWith('.plan')) expect(englishLines(text), fix.title).toEqual([]);
      }
  });
});

describe.each(['north-wales', 'wiltshire', 'south-wales', 'gwent', 'first-plan'])('%s in Welsh', (sample) => {
  test('has no finding in English', () => {
    const files = exampleInWelsh(filesOfSample(sample));
    const engine = engineFor(files, { final: true });
    const found = [...engine.workspace.files.keys()]
      .filter((path) => path.startsWith('samples/'))
      .flatMap((path) => engine.diagnostics(path));
    expect(found.flatMap((one) => notWelsh(one, textOf(files)))).toEqual([]);
  });
});

describe('plans in the middle of work', () => {
  const folder = new URL('../grammar/half-written/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.plan'));

  test.each(names)('%s has no finding in English', (name) => {
    const welsh = inWelsh(readFileSync(new URL(name, folder), 'utf8'));
    expect(diagnosticsOf(welsh, { final: true }).flatMap((one) => notWelsh(one, welsh))).toEqual([]);
  });
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s says what it checks and why in Welsh', (_id, rule) => {
  for (const [welsh, english] of [
    [saysIn(rule, 'cy'), saysIn(rule, 'en')],
    [whyIn(rule, 'cy'), whyIn(rule, 'en')],
  ] as const) {
    expect(welsh).not.toBe(english);
    expect(welsh).toMatch(/^\p{Lu}.*\.$/u);
    expect([...englishWords(welsh), ...englishKeys(welsh, '')]).toEqual([]);
  }
});

describe('values in a Welsh file', () => {
  const texts = { en: Object.entries(whysIn.en), cy: Object.entries(whysIn.cy) };
  /** A sentence as it is said of some text; the last of its parts but one may be a list. */
  const said = (why: unknown): string => {
    if (typeof why !== 'function') return String(why);
    return why('x', ['x'], 'x', 'x', 'x').replaceAll('x', '');
  };

  test.each(texts.en.map(([name, why], index) => [name, why, texts.cy[index]?.[1]] as const))(
    '%s',
    (_name, english, welsh) => {
      expect(said(welsh)).not.toBe(said(english));
      expect(englishWords(said(welsh))).toEqual([]);
    },
  );

  test.each(shownValues.flatMap(({ type, wrong }) => wrong.map((text) => [type, text] as const)))(
    '%s: %s is wrong in Welsh too',
    (type, text) => {
      const [english, welsh] = [faultOf({ type }, text, 'en'), faultOf({ type }, text, 'cy')];
      expect(welsh?.start).toBe(english?.start);
      expect(welsh?.why).not.toBe(english?.why);
      expect(englishWords(welsh?.why ?? '')).toEqual([]);
    },
  );

  test.each([
    [
      '28/08/19',
      'Mae dyddiad yn cael ei ysgrifennu mewn ffigurau gyda’r flwyddyn yn gyntaf, felly 2019-08-28 yw’r un hwn.',
    ],
    [
      '2021-02-30',
      'Nifer y diwrnodau ym mis Chwefror 2021 yw 28, felly nid oes 30 Chwefror: ysgrifennwch ddiwrnod sy’n bod, er enghraifft 2021-02-28.',
    ],
    [
      '03/04/2019',
      'Mae “03/04/2019” yn golygu 3 Ebrill yn y DU ond 4 Mawrth yn yr Unol Daleithiau: ysgrifennwch y flwyddyn, y mis a’r diwrnod yn y drefn honno, fel na all neb gamddeall, fel yn 2019-04-03.',
    ],
  ])('%s', (written, why) => {
    const [first] = diagnosticsOf(`${welshMark}cynllun p: Cynllun\n  dyddiad: ${written}\n`).filter(({ rule }) =>
      ['syntax/wrong-value', 'dates/ambiguous-date'].includes(rule),
    );
    expect(first?.message).toBe(why);
    expect(first?.fixes.map(({ title }) => title).join()).toMatch(/^Newid i |^$/);
  });

  test('a kind to number is offered in the Welsh plural', () => {
    const fault = faultOf({ type: 'kinds' }, 'blaenoriaeth', 'cy');
    expect(fault?.meant).toBe('blaenoriaethau');
  });

  test('a label may be for a kind by its Welsh name', () => {
    expect(faultOf({ type: 'key' }, 'blaenoriaeth', 'cy')).toBeUndefined();
    expect(faultOf({ type: 'key' }, 'blaenoriaeth', 'en')).toBeDefined();
  });
});

test.each([...kinds, ...fields].map((row) => [exampleOf(row, 'cy'), row] as const))(
  'the example “%s” is right',
  (line, row) => {
    const [, name = '', value = ''] = /^[^ :]+ ?([^:]*): ?(.*)$/.exec(line) ?? [];
    expect(line.startsWith(row.cy)).toBe(true);
    expect(name === '').toBe(!/^[^ :]+ /.test(row.example));
    if (!row.item) expect(faultOf(row, value, 'cy')).toBeUndefined();
    if (row.cy !== 'teitl') expect(englishWords(line)).toEqual([]);
  },
);

describe('how Welsh messages name a kind', () => {
  test.each(kinds.map(({ key, cy }) => [key, cy] as const))('%s', (key, cy) => {
    expect(oneCy(key)).not.toBe('eitem');
    if (key !== 'kpq' && key !== 'line') expect(oneCy(key)).toBe(cy.replaceAll('-', ' '));
    expect(theCy(key)).toMatch(/^[aeiouwyâêîôûŵŷ]/.test(oneCy(key)) ? /^yr / : /^y /);
    expect(thisCy(key)).toMatch(/ h[wo]n$/);
  });

  test('contracts the article behind a vowel', () => {
    expect(joinCy('Nid yw', thisCy('priority'))).toBe('Nid yw’r flaenoriaeth hon');
    expect(joinCy('Nid yw', theCy('goal'))).toBe('Nid yw’r amcan');
    expect(joinCy('Mae', '‘Dŵr’')).toBe('Mae ‘Dŵr’');
  });
});
