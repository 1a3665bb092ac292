import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChoice } from '../../grammar/src/values/choice.ts';
import { compareAtCoarser, type PlanDate, readDate } from '../../grammar/src/values/date.ts';
import { readDue } from '../../grammar/src/values/due.ts';
import { readLanguage, readLanguages } from '../../grammar/src/values/language-code.ts';
import { readMoney } from '../../grammar/src/values/money.ts';
import { readPath } from '../../grammar/src/values/path.ts';
import { contains, type Period, readPeriod } from '../../grammar/src/values/period.ts';
import { readQuantity } from '../../grammar/src/values/quantity.ts';
import type { Fault, Result } from '../../grammar/src/values/result.ts';
import { readBaseline, readTarget } from '../../grammar/src/values/target.ts';

type Reader = (text: string) => Result<unknown>;

/** Readers of values as an English file has them, then as a Welsh file has them. */
const readers: Readonly<Record<string, Reader>> = {
  date: readDate,
  period: (text) => readPeriod(text),
  quantity: (text) => readQuantity(text),
  money: (text) => readMoney(text),
  target: (text) => readTarget(text),
  baseline: (text) => readBaseline(text),
  due: (text) => readDue(text),
  status: (text) => readChoice(text, ['planned', 'under way', 'done'], ['bwriedir', 'ar y gweill', 'gwnaed']),
  language: readLanguage,
  languages: readLanguages,
  path: readPath,
  cyfnod: (text) => readPeriod(text, 'cy'),
  nifer: (text) => readQuantity(text, 'cy'),
  cost: (text) => readMoney(text, 'cy'),
  targed: (text) => readTarget(text, 'cy'),
  gwaelodlin: (text) => readBaseline(text, 'cy'),
  erbyn: (text) => readDue(text, 'cy'),
  statws: (text) => readChoice(text, ['planned', 'under way', 'done'], ['bwriedir', 'ar y gweill', 'gwnaed'], 'cy'),
};

/** The rows of a table, without its margin and its blank lines. */
const rows = (table: string): string[] =>
  table
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean);

/** A row `date: 28/08/19 → 2019-08-28` in its parts. */
function partsOf(row: string): { read: Reader; text: string; expected: string } {
  const [, key, text, expected] = /^(\w+): (.*?) *(?:→ (.*))?$/.exec(row) as RegExpExecArray;
  return { read: readers[key as string] as Reader, text: text as string, expected: expected ?? '' };
}

const mend = (text: string, fault: Fault): string => text.slice(0, fault.start) + fault.meant + text.slice(fault.end);

const value = <T>(result: Result<T>): T => {
  expect(result.fault).toBeUndefined();
  return result.value as T;
};

const date = (text: string): PlanDate => value(readDate(text));
const period = (text: string): Period => value(readPeriod(text));

describe('values that are right', () => {
  test.each(
    rows(`
      2021-05-13 → day             2021-05-13 2021-05-13
      2021-05    → month           2021-05-01 2021-05-31
      2024-02    → month           2024-02-01 2024-02-29
      2023-02    → month           2023-02-01 2023-02-28
      2021       → year            2021-01-01 2021-12-31
      2021-Q2    → quarter         2021-04-01 2021-06-30
      2021-Q4    → quarter         2021-10-01 2021-12-31
      2021/22    → financial-year  2021-04-01 2022-03-31
      1999/00    → financial-year  1999-04-01 2000-03-31
      2000-02-29 → day             2000-02-29 2000-02-29
    `),
  )('date: %s', (row) => {
    const [text, days] = row.split('→').map((part) => part.trim()) as [string, string];
    const [precision, first, last] = days.split(/ +/);
    expect(date(text)).toEqual({ text, precision, first, last });
  });

  test.each(
    rows(`
      period: 2019/20 → 2019-04-01 2020-03-31
      period: 2021-05-13 to 2024-05-08 → 2021-05-13 2024-05-08
      period: 2010/11 to 2020/21 → 2010-04-01 2021-03-31
      period: 2021 to 2021-05 → 2021-01-01 2021-05-31
      period: Since 2011 → 2011-01-01 undefined
      cyfnod: 2021 i 2024 → 2021-01-01 2024-12-31
      cyfnod: 2021 hyd 2024 → 2021-01-01 2024-12-31
      cyfnod: 2021 to 2024 → 2021-01-01 2024-12-31
      cyfnod: ers 2011 → 2011-01-01 undefined
    `),
  )('%s', (row) => {
    const { read, text, expected } = partsOf(row);
    const { first, last } = value(read(text)) as Period;
    expect(`${first} ${last}`).toBe(expected);
  });

  test.each(
    rows(`
      quantity: 12,480 incidents → 12480|1|incidents
      quantity: 12480 → 12480|1|
      quantity: 69% → 69|1|%|
      quantity: 69% of victims → 69|1|%|of victims
      quantity: 69 per cent → 69|1|%|
      quantity: 0.6 billion → 600000000|1000000000|
      quantity: 0.1 → 0.1|1|
      quantity: -4.5 points → -4.5|1|points
      quantity: −4.5 points → -4.5|1|points
      quantity: 12k → 12000|1000|
      quantity: 3m homes → 3000000|1000000|homes
      quantity: 3 m → 3|1|m
      quantity: 5 km → 5|1|km
      quantity: 2.5 million calls a year → 2500000|1000000|calls a year
      quantity: 1,200 999 calls a day → 1200|1|999 calls a day
      quantity: 250 101 calls → 250|1|101 calls
      quantity: £120 a household → 120|1|£ a household
      nifer: 0.6 biliwn → 600000000|1000000000|
      nifer: 2 filiwn o bobl → 2000000|1000000|o bobl
      nifer: 69 y cant → 69|1|%|
    `),
  )('%s', (row) => {
    const { text, expected } = partsOf(row);
    const read = value(readQuantity(text, row.startsWith('nifer') ? 'cy' : 'en'));
    expect([read.amount.toFixed(), read.scale, ...(read.percent ? ['%'] : []), read.unit].join('|')).toBe(expected);
  });

  test.each(
    rows(`
      cost: £1.24m → GBP 1240000
      cost: £171,200,000 → GBP 171200000
      cost: €3bn → EUR 3000000000
      cost: -£2m → GBP -2000000
      cost: −£2m → GBP -2000000
      cost: £59M → GBP 59000000
      cost: £2.5 million → GBP 2500000
      cost: GBP 300 → GBP 300
      cost: US$5 → USD 5
      cost: £0.07 → GBP 0.07
      cost: £2 filiwn → GBP 2000000
    `),
  )('%s', (row) => {
    const { text, expected } = partsOf(row);
    const { currency, amount } = value(readMoney(text, 'cy'));
    expect(`${currency} ${amount.toFixed()}`).toBe(expected);
  });

  test('amounts are exact', () => {
    const tenth = value(readMoney('£0.1m')).amount;
    expect(tenth.plus(value(readMoney('£0.2m')).amount).eq(value(readMoney('£300,000')).amount)).toBe(true);
  });

  test.each(
    rows(`
      target: 11,000 by 2024-03 → 11,000|2024-03
      target: 70% of victims by 2030 → 70% of victims|2030
      target: 70 days each year by 2029 → 70 days each year|2029
      target: 20 children aged 3 to 4 by 2029 → 20 children aged 3 to 4|2029
      target: 20 higher education places by 2029 → 20 higher education places|2029
      target: 20 lower-tier councils by 2029 → 20 lower-tier councils|2029
      baseline: £120 in 2019 prices → £120 in 2019 prices|
      target: 70% → 70%|
      target: 12 crimes by 15 offenders → 12 crimes by 15 offenders|
      target: 70% of crimes reported by victims by 2024 → 70% of crimes reported by victims|2024
      target: 70% by value → 70% by value|
      targed: 11,000 erbyn 2024-03 → 11,000|2024-03
      targed: 11,000 by 2024-03 → 11,000|2024-03
      baseline: 12,480 in 2019/20 → 12,480|2019/20
      baseline: 58% in 2020-04 to 2020-09 → 58%|2020-04 to 2020-09
      baseline: 58% in work in 2019 → 58% in work|2019
      baseline: 5 in custody → 5 in custody|
      baseline: 58% → 58%|
      gwaelodlin: 12,480 yn 2019/20 → 12,480|2019/20
    `),
  )('%s', (row) => {
    const { read, text, expected } = partsOf(row);
    const parts = value(read(text)) as { quantity: { text: string }; by?: PlanDate; in?: Period };
    expect(`${parts.quantity.text}|${(parts.by ?? parts.in)?.text ?? ''}`).toBe(expected);
  });

  test('a value may go over two lines', () => {
    const target = value(readTarget('11,000 recorded\n    incidents by\n    2024-03'));
    expect([target.quantity.unit, target.by?.text]).toEqual(['recorded incidents', '2024-03']);
    expect(period('2021\n    to 2024').last).toBe('2024-12-31');
  });

  test.each(
    rows(`
      due: 2022-03 → 2022-03
      due: over my three year term in office → words
      due: summer 2019 → words
      due: early 2024 → words
      due: end of March 2024 → words
      due: by the end of March 2024 → words
      due: within 3 months of April 2024 → words
      due: 12 months → words
      due: March → words
    `),
  )('%s', (row) => {
    const { read, text, expected } = partsOf(row);
    expect((value(read(text)) as { date?: PlanDate }).date?.text ?? 'words').toBe(expected);
  });

  test.each(
    rows(`
      status: under way → under way
      status: Under  Way → under way
      statws: ar y gweill → under way
      statws: AR Y GWEILL → under way
      statws: done → done
      language: cy → cy
      language: EN → en
      language: en-gb → en-GB
      path: data/asb.csv → data asb.csv
      path: ./my data.csv → my data.csv
      path: ../shared/./terms.plan → .. shared terms.plan
      path: a/../b.csv → b.csv
      path: a/../../b.csv → .. b.csv
    `),
  )('%s', (row) => {
    const { read, text, expected } = partsOf(row);
    const result = value(read(text)) as string | { segments: readonly string[] };
    expect(typeof result === 'string' ? result : result.segments.join(' ')).toBe(expected);
  });

  test('languages stand where their codes stand', () => {
    expect(value(readLanguages('en,  cy-gb'))).toEqual([
      { code: 'en', start: 0, end: 2 },
      { code: 'cy-GB', start: 5, end: 10 },
    ]);
  });
});

describe('what was meant', () => {
  test.each(
    rows(`
      date: 28/08/19 → 2019-08-28
      date: 28/08/2019 → 2019-08-28
      date: 28.8.2019 → 2019-08-28
      date: 28 / 8 / 2019 → 2019-08-28
      date: 13/05/98 → 1998-05-13
      date: 08/28/2019 → 2019-08-28
      date: 04/04/2019 → 2019-04-04
      date: 28 August 2019 → 2019-08-28
      date: 28th Aug 2019 → 2019-08-28
      date: Wednesday, 28th of August 2019 → 2019-08-28
      date: August 28, 2019 → 2019-08-28
      date: 28-Aug-19 → 2019-08-28
      date: August 2019 → 2019-08
      date: Aug-19 → 2019-08
      date: 28 Awst 2019 → 2019-08-28
      date: Dydd Mawrth 13eg o Fai 2021 → 2021-05-13
      date: 1af Ionawr 2021 → 2021-01-01
      date: Tachwedd 2020 → 2020-11
      date: 2021/2022 → 2021/22
      date: 2021-22 → 2021/22
      date: 2021–22 → 2021/22
      date: 21/22 → 2021/22
      date: FY 2021/22 → 2021/22
      date: 1999/2000 → 1999/00
      date: 2021-5-13 → 2021-05-13
      date: 2021.05.13 → 2021-05-13
      date: 20210513 → 2021-05-13
      date: 2021/05 → 2021-05
      date: 05/2021 → 2021-05
      date: 2021-q2 → 2021-Q2
      date: Q2 2021 → 2021-Q2
      date: Q1 2021/22 → 2021-Q2
      date: Q4 2021/22 → 2022-Q1
      date: end of March 2024 → 2024-03
      date: ２０２１-05 → 2021-05
      date: 2021–05 → 2021-05
      date: 2021−05−13 → 2021-05-13
      period: 2017-2021 → 2017 to 2021
      period: 2017–21 → 2017 to 2021
      period: 2017 - 2021 → 2017 to 2021
      period: 2021-22 → 2021/22
      period: 2021/22–2023/24 → 2021/22 to 2023/24
      period: 2021-22 to 2023-24 → 2021/22 to 2023/24
      period: 2021-05-13 – 2024-05-08 → 2021-05-13 to 2024-05-08
      period: May 2021 to May 2024 → 2021-05 to 2024-05
      period: May–July 2021 → 2021-05 to 2021-07
      period: 28 August to 3 September 2019 → 2019-08-28 to 2019-09-03
      period: 2019-08-28 to 3 September 2019 → 2019-08-28 to 2019-09-03
      period: between 2021 and 2024 → 2021 to 2024
      period: from 2021 → since 2021
      period: 2021 onwards → since 2021
      period: 2021 to date → since 2021
      period: since May 2021 → since 2021-05
      period: 2021 i 2024 → 2021 to 2024
      cyfnod: 2017-2021 → 2017 i 2021
      cyfnod: o 2021 ymlaen → ers 2021
      cyfnod: Mai 2021 hyd at Mai 2024 → 2021-05 i 2024-05
      quantity: twelve → 12
      quantity: Twelve thousand homes → 12 thousand homes
      quantity: 1 in 5 → 20%
      quantity: 1 in 5 people → 20% people
      quantity: 1 in 1,000 → 0.1%
      quantity: 4 out of 10 → 40%
      quantity: 12.480,5 → 12,480.5
      quantity: 1.240.000 → 1,240,000
      quantity: 12 480 incidents → 12,480 incidents
      quantity: .5 → 0.5
      quantity: –4.5 points → -4.5 points
      quantity: - 4.5 → -4.5
      quantity: １２,480 incidents → 12,480 incidents
      nifer: deg → 10
      money: 300 → £300
      money: 300 GBP → GBP 300
      money: gbp 300 → GBP 300
      money: -2.5 million → -£2.5 million
      money: 2.5 million pounds → £2.5 million
      money: £-2m → -£2m
      money: (£2m) → -£2m
      money: –£2m → -£2m
      money: £3b → £3bn
      money: £12 480 → £12,480
      money: £1.234.567,50 → £1,234,567.50
      money: 50p → £0.50
      money: ￡１２ → £12
      target: 10% by 28/08/19 → 10% by 2019-08-28
      target: 70% by the end of 2024 → 70% by 2024
      target: twelve by 2024 → 12 by 2024
      target: 70% in 2030 → 70% by 2030
      target: 70% (2030) → 70% by 2030
      targed: 70% by Mai 2030 → 70% by 2030-05
      target: 600 homes by 2040 at the latest → 600 homes by 2040
      target: 600 homes by 2030, at the latest → 600 homes by 2030
      target: 600 homes by March 2030 or sooner → 600 homes by 2030-03
      target: 600 homes by 2030 (end) → 600 homes by 2030
      targed: 600 o gartrefi erbyn 2040 fan bellaf → 600 o gartrefi erbyn 2040
      baseline: 500 homes in 2025 at most → 500 homes in 2025
      baseline: 20% in 2025 (provisional) → 20% in 2025
      baseline: 1 in 5 in 2019 → 20% in 2019
      baseline: 12,480 (2019/20) → 12,480 in 2019/20
      baseline: 12,480 at March 2020 → 12,480 in 2020-03
      baseline: 58% in 2017-2019 → 58% in 2017 to 2019
      gwaelodlin: 58% yn 2017-2019 → 58% yn 2017 i 2019
      due: 28/08/19 → 2019-08-28
      due: by March 2024 → 2024-03
      due: by 28/08/19 → 2019-08-28
      due: 28 August 2019 → 2019-08-28
      due: 2021 to 2024 → 2024
      status: Underway → under way
      status: don → done
      status: ar y gweill → under way
      statws: ar y gweil → ar y gweill
      language: Welsh → cy
      language: Cymraeg → cy
      language: English → en
      language: en_GB → en-GB
      languages: en, Welsh → en, cy
      languages: English and Welsh → en, cy
      languages: en; cy → en, cy
      languages: en,,cy → en, cy
      path: data\\asb.csv → data/asb.csv
      path: /data/asb.csv → data/asb.csv
      path: “data/asb.csv” → data/asb.csv
    `),
  )('%s', (row) => {
    const { read, text, expected } = partsOf(row);
    const { fault } = read(text);
    expect(mend(text, fault as Fault)).toBe(expected);
    expect(read(expected).fault).toBeUndefined();
  });
});

describe('values that are wrong with nothing to put in their place', () => {
  test.each(
    rows(`
      date: ‹2021-02-30›
      date: ‹31 June 2021›
      date: ‹28/13/2019›
      date: ‹2021/23›
      date: ‹2028-13›
      date: ‹2017-2021›
      date: ‹Summer 2019›
      date: ‹28 August›
      date: ‹Aug 19›
      date: ‹2010–12›
      date: ‹2010/12›
      date: ‹11/12›
      date: ‹2021-Q5›
      date: ‹3021›
      date: ‹soon›
      period: ‹until 2024›
      period: ‹2021 to 2022 to 2023›
      period: 2021 to ‹soon›
      period: since ‹soon›
      quantity: ‹about 300›
      quantity: ‹10-15›
      quantity: ‹10+›
      quantity: ‹10th›
      quantity: ‹<5›
      quantity: ‹half›
      quantity: ‹one in five›
      quantity: ‹1 in 3› people
      quantity: ‹1,24›
      quantity: ‹1,2480›
      money: ‹TBC›
      money: £‹1.2.3›
      money: £2m ‹a year›
      money: £1.5‹–2m›
      money: ‹£m 2.4›
      money: ‹XYZ 300›
      target: ‹reduce by 10%› by 2024
      target: 10% ‹by next spring›
      target: 10% ‹by›
      target: 10% by ‹Summer 2024›
      target: ‹by 2024›
      target: 70 ‹by 2029 or 2030›
      target: 600 homes ‹by 2030; then 700›
      target: 600 homes ‹by 2030 and 700 by 2040›
      target: 600 homes by ‹summer 2040› at the latest
      target: ‹3 to 4 days› by 2029
      target: ‹3 or 4 days› by 2029
      target: ‹20% to 30%› by 2029
      target: ‹£3 to £4›
      target: ‹600 (or 700)› by 2029
      target: ‹80% or more› by 2029
      target: ‹10% fewer› by 2029
      target: ‹2 more parks› by 2029
      target: ‹10% lower than now› by 2029
      target: ‹10% reduction in calls› by 2029
      target: ‹5 point increase›
      target: ‹50% increase› on 2019
      targed: ‹3 i 4 diwrnod› erbyn 2029
      targed: ‹10% yn llai› erbyn 2029
      targed: ‹10 yn fwy o barciau› erbyn 2029
      targed: ‹80% neu fwy› erbyn 2029
      baseline: ‹3 to 4 days› in 2025
      baseline: 58% ‹in the last year›
      baseline: 12 crimes in ‹May›
      baseline: 12 ‹since 2011›
      due: ‹2021/23›
      due: ‹31 June 2021›
      status: ‹finished›
      language: ‹Klingon›
      languages: en, ‹Klingon›
      path: ‹C:\\data.csv›
      path: ‹//server/data.csv›
      path: ‹https://example.org/data.csv›
      path: ‹data/›
      path: ‹..›
      path: a‹\u0007›b
    `),
  )('%s', (row) => {
    const { read, text: marked } = partsOf(row);
    const text = marked.replace(/[‹›]/g, '');
    const fault = read(text).fault as Fault;
    expect(fault.meant).toBeUndefined();
    expect(`${text.slice(0, fault.start)}‹${text.slice(fault.start, fault.end)}›${text.slice(fault.end)}`).toBe(marked);
  });
});

describe('faults that have a check of their own', () => {
  test('a date that Americans read in another way', () => {
    const { fault } = readDate('03/04/2019');
    expect(fault).toMatchObject({ meant: '2019-04-03', code: 'ambiguous-date' });
    expect(fault?.why).toContain('3 April in the UK but 4 March in the United States');
    expect(readTarget('10 by 03/04/2025').fault).toMatchObject({ start: 6, end: 16, code: 'ambiguous-date' });
    expect(readPeriod('2019 to 03/04/2020').fault).toMatchObject({ start: 8, end: 18, code: 'ambiguous-date' });
  });

  test.each(['2024 to 2021', '2021-05-13 to 2021-05-12', '2021/22 to 2021-03'])('start after end: %s', (text) => {
    expect(readPeriod(text).fault).toMatchObject({ start: 0, end: text.length, code: 'start-after-end' });
    expect(readBaseline(`12 in ${text}`).fault).toMatchObject({ start: 6, code: 'start-after-end' });
  });

  test.each([
    ['2028-13', 'There is no month 13', 'Nid oes mis 13'],
    ['2028-00', 'There is no month 0', 'Nid oes mis 0'],
    ['2028-35', 'a financial year runs', 'mae blwyddyn ariannol'],
    ['2012-14', 'a financial year runs', 'mae blwyddyn ariannol'],
  ])('a month that there is not, or several years: %s', (text, why, whyCy) => {
    expect(readDue(text).fault?.why).toContain(why);
    expect(readDue(text, 'cy').fault?.why).toContain(whyCy);
  });

  test('an inexact number and words behind a date are told in both languages', () => {
    expect(readTarget('10% fewer by 2029').fault?.why).toContain('how much a number changes');
    expect(readTarget('10% yn llai erbyn 2029', 'cy').fault?.why).toContain('faint y mae rhif yn newid');
    expect(readTarget('9 by 2029 at the latest').fault?.why).toContain('delete “at the latest”');
    expect(readTarget('9 erbyn 2029 fan bellaf', 'cy').fault?.why).toContain('dilëwch “fan bellaf”');
  });

  test('a choice names the words to choose from', () => {
    expect(readChoice('finished', ['planned', 'under way', 'done']).fault?.why).toContain('planned, under way or done');
    expect(readers.statws?.('finished').fault?.why).toContain('“bwriedir”, “ar y gweill”, “gwnaed”');
  });
});

describe('dates compared', () => {
  test.each([
    ['2021', '2021-05-13', 0],
    ['2021-05-13', '2021-05', 0],
    ['2021-06', '2021-05-13', 1],
    ['2021-Q1', '2021-04', -1],
    ['2021/22', '2022-03-31', 0],
    ['2021/22', '2022-04', -1],
    ['2021/22', '2022', 0],
    ['2023', '2021/22', 1],
  ] as const)('%s and %s: %i', (a, b, expected) => {
    expect(compareAtCoarser(date(a), date(b))).toBe(expected);
    expect(compareAtCoarser(date(b), date(a)) + expected).toBe(0);
  });

  test.each([
    ['2021-05-13 to 2024-05-08', '2024', true],
    ['2021-05-13 to 2024-05-08', '2024-05', true],
    ['2021-05-13 to 2024-05-08', '2024-05-09', false],
    ['2021-05-13 to 2024-05-08', '2021-04', false],
    ['since 2011', '2030', true],
    ['since 2011', '2010/11', true],
    ['since 2011', '2010', false],
  ] as const)('%s contains %s: %s', (when, day, expected) => {
    expect(contains(period(when), date(day))).toBe(expected);
  });
});

describe('any text', () => {
  const fragment = fc.constantFrom(
    ...[
      '2021',
      '22',
      '5',
      '12,480',
      '.5',
      '/',
      '-',
      '–',
      '−',
      ' ',
      ' to ',
      ' by ',
      ' in ',
      ' since ',
      'since ',
      ' yn ',
    ],
    ...[
      'May',
      ' Awst ',
      'Q2',
      '%',
      '£',
      'm',
      'bn',
      ' million',
      ' per cent',
      '1 in 5',
      ',',
      '.',
      '(',
      ')',
      '\n',
      '\u00a0',
    ],
    ...[
      '２',
      'end of ',
      'early ',
      'twelve',
      'Welsh',
      'en',
      '..',
      '\\',
      ':',
      '"',
      'th',
      'FY',
      ' and ',
      'between ',
      ' onwards',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme-composite' }),
    fc.array(fragment, { maxLength: 8 }).map((fragments) => fragments.join('')),
  );

  test.each(Object.entries(readers))('is a value or a fault with a place: %s', (_, read) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { fault, value } = read(text);
        expect((fault === undefined) !== (value === undefined)).toBe(true);
        if (!fault) return;
        expect(fault.start).toBeGreaterThanOrEqual(0);
        expect(fault.end).toBeGreaterThanOrEqual(fault.start);
        expect(fault.end).toBeLessThanOrEqual(text.length);
        expect(fault.why).toMatch(/^\S.*\.$/s);
        if (fault.meant !== undefined) expect(mend(text, fault)).not.toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(Object.entries(readers))('is right or without an offer after a few mends: %s', (_, read) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let mended = text.trim();
        for (let step = 0; step < 8; step++) {
          const { fault } = read(mended);
          if (fault?.meant === undefined) return;
          mended = mend(mended, fault);
        }
        expect.fail(`${JSON.stringify(text)} is never right: ${JSON.stringify(mended)}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('every day of the calendar is a date, and the day after the last of a month is not', () => {
    const day = fc.date({ min: new Date('1200-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (when) => {
        const text = when.toISOString().slice(0, 10);
        expect(date(text)).toMatchObject({ first: text, last: text });
        const [year, month] = [when.getUTCFullYear(), when.getUTCMonth()];
        const last = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
        expect(date(text.slice(0, 7)).last).toBe(last);
        expect(readDate(`${last.slice(0, 8)}${Number(last.slice(8)) + 1}`).fault).toBeDefined();
      }),
    );
  });

  test('every amount is read exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{1,12}$/), (whole, decimals) => {
        const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
        const amount = value(readMoney(`£${grouped}.${decimals}`)).amount;
        expect(amount.toFixed(decimals.length)).toBe(`${whole}.${decimals}`);
      }),
    );
  });

  const long = [
    '1',
    '1,000',
    '1.',
    ',',
    ' ',
    ' by',
    ' in 2021',
    ' to',
    'since ',
    '-',
    '–',
    'a',
    'May ',
    '£',
    'é',
    '../',
    '(',
    '\u00a0',
    '１',
    ' 000',
    'y ',
    '\\',
  ];
  test.each(Object.entries(readers))('is read in time that grows with its length: %s', (_, read) => {
    const size = 300_000;
    const from = performance.now();
    for (const piece of long)
      for (const start of ['', '1', '£1', 'since ', '2021 to '])
        read((start + piece.repeat(Math.ceil(size / piece.length))).trim());
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});
