import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { type ChartOptions, chartOfSeries } from '../../server/src/documents/charts/chart.ts';
import { axisUnit, numberShown } from '../../server/src/documents/charts/figures.ts';
import { type Series, seriesOfMeasure, seriesOfRows } from '../../server/src/documents/charts/series.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import { textWidth } from '../../server/src/documents/text-width.ts';
import type { Drawing, Flow } from '../../server/src/documents/tree.ts';
import { editorFor } from '../helpers/editor.ts';
import { randomFrom } from '../helpers/random.ts';

const options: ChartOptions = { key: 'p.asb', language: 'en', title: 'Incidents' };

/** The figures of a measure with these lines. */
function measured(...lines: string[]): Series {
  const { snapshot, engine } = editorFor(
    `plan p: P\n\nmeasure m: Measure\n${lines.map((line) => `  ${line}\n`).join('')}`,
  );
  for (const plan of engine.workspace.plans)
    for (const item of snapshot.model.items(plan))
      if (item.id === 'm') return seriesOfMeasure(snapshot.model, item, item.title);
  throw new Error('There is no measure');
}

function drawing(flow: Flow): Drawing {
  if (flow.type !== 'drawing') throw new Error(`No drawing: ${flow.type}`);
  return flow;
}

type Node = ReturnType<typeof parseDocument>['children'][number];

/** The elements of a drawing, outermost first. */
function elementsOf(
  svg: string,
): { readonly name: string; readonly attribs: Readonly<Record<string, string>>; readonly text: string }[] {
  const found: { name: string; attribs: Record<string, string>; text: string }[] = [];
  const waiting: Node[] = parseDocument(svg, { xmlMode: true }).children.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('attribs' in node)) continue;
    found.push({
      name: node.name,
      attribs: node.attribs,
      text: node.children.map((child) => ('data' in child ? child.data : '')).join(''),
    });
    waiting.push(...node.children.toReversed());
  }
  return found;
}

const textsOf = (flow: Flow): string[] =>
  elementsOf(drawing(flow).svg).flatMap(({ name, text }) =>
    (name === 'text' || name === 'tspan') && text ? [text] : [],
  );

const tableOf = (flow: Flow): string[] => {
  const [table] = flow.type === 'drawing' ? flow.same : [flow];
  if (table?.type !== 'table') throw new Error('There is no table');
  return [...table.head, ...table.rows].map((cells) => cells.map(({ children }) => wordsOf(children)).join(' | '));
};

const asb = () =>
  measured(
    'unit: incidents',
    'baseline: 12,480 in 2019/20',
    'target: 11,000 by 2024-03',
    'actual 2021/22: 11,902',
    'actual 2020/21: 12,900',
  );

test('a measure is a line from its baseline over its results in the order of time, and its target', () => {
  const chart = drawing(chartOfSeries([asb()], options));
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining([
      'incidents',
      '2019/20',
      '2020/21',
      '2021/22',
      '2024-03',
      '12,900',
      '11,902',
      'Target 11,000',
    ]),
  );
  expect(tableOf(chart)).toEqual([
    'Period | Measure',
    'Baseline | 12,480 in 2019/20',
    '2020/21 | 12,900',
    '2021/22 | 11,902',
    'Target | 11,000 by March 2024',
  ]);
  expect(chart.title).toBe('Incidents');
  expect(chart.description).toBe(
    'Measure: Baseline 12,480 in 2019/20; latest 11,902 in 2021/22; target 11,000 by March 2024. The scale does not begin at zero.',
  );
});

test.each([
  [
    'a number alone counts what the unit says',
    ['unit: %', 'baseline: 58%', 'target: 70 by 2030', 'actual 2025: 61'],
    ['61%', 'Target 70%', 'Baseline 58%'],
  ],
  [
    'a unit that is told more closely',
    ['unit: homes', 'actual 2025: 500 rented homes', 'target: 700 by 2030'],
    ['500', 'Target 700'],
  ],
  [
    'per cent in words',
    ['unit: per cent of victims', 'actual 2025: 61%', 'target: 70% by 2030'],
    ['61%', 'Target 70%'],
  ],
])('%s', (_, lines, words) => {
  expect(textsOf(chartOfSeries([measured(...lines)], options))).toEqual(expect.arrayContaining(words));
});

test('no number lies on another, nor on a point', () => {
  const chart = chartOfSeries(
    [
      measured(
        'unit: %',
        'baseline: 74.8% in 2025',
        'target: 76% by 2029',
        'actual 2026-Q1: 75.1%',
        'actual 2026-Q2: 75.0%',
        'actual 2026-Q3: 75.2%',
      ),
    ],
    { ...options, size: 'small' },
  );
  const values = elementsOf(drawing(chart).svg).filter(({ attribs }) => attribs.class === 'value');
  const boxes = values.map(({ attribs, text }) => {
    const width = textWidth(text, 13, attribs['font-weight'] !== undefined);
    const [x, y] = [Number(attribs.x), Number(attribs.y)];
    const left = attribs['text-anchor'] === 'end' ? x - width : x;
    return { text, left, right: left + width, top: y - 13, bottom: y };
  });
  expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(['Target 76%', '75.2%']));
  for (const a of boxes)
    for (const b of boxes)
      if (a !== b)
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, a.text + b.text).toBe(
          true,
        );
});

test.each([
  ['£m', '£150m', ''],
  ['£', '£150', ''],
  ['£ per head', '£150', 'per head'],
  ['£million', '£150', 'million'],
  ['%', '150%', ''],
  ['minutes', '150', 'minutes'],
])('a number in %s is %s, and the axis says “%s”', (unit, shown, axis) => {
  expect([numberShown(150, unit, 'en'), axisUnit(unit)]).toEqual([shown, axis]);
});

test('what the plan says of a chart is a sentence, and others follow', () => {
  const alt = 'It falls and rises';
  expect(drawing(chartOfSeries([asb()], { ...options, alt })).description).toBe(
    'It falls and rises. The scale does not begin at zero.',
  );
});

test('the same figures give the same drawing, byte for byte', () => {
  expect(chartOfSeries([asb()], options)).toEqual(chartOfSeries([asb()], options));
});

test('bars begin at zero', () => {
  const chart = drawing(chartOfSeries([asb()], { ...options, style: 'bar' }));
  expect(textsOf(chart)).toContain('0');
  expect(chart.description).not.toContain('zero');
  const bars = elementsOf(chart.svg).filter(({ attribs }) => attribs.class === 'bar');
  const [baseline, high, low] = bars.map(({ attribs }) => Number(attribs.height));
  expect(bars.length).toBe(3);
  expect((high ?? 0) / (low ?? 1)).toBeCloseTo(12900 / 11902, 1);
  expect(baseline).toBeLessThan(high ?? 0);
});

test('figures that count different things have a scale each, and it is said', () => {
  const chart = drawing(chartOfSeries([asb(), measured('baseline: 58% in 2020', 'target: 70% by 2024')], options));
  expect(textsOf(chart)).toEqual(expect.arrayContaining(['Measure (incidents)', '60%', '12,000']));
  expect(chart.description).toContain(
    'The figures count different things (incidents, %), so each has a scale of its own.',
  );
});

test('a figure that counts something else than the others is not drawn, and stands in the table', () => {
  const chart = chartOfSeries([measured('baseline: 500 in 2020', 'actual 2021: 450', 'target: 10% by 2024')], options);
  expect(textsOf(chart).join(' ')).not.toContain('Target');
  expect(tableOf(chart)).toContain('Target | 10% by 2024');
  expect(drawing(chart).description).toContain('stand in the table only');
});

test.each([
  ['nothing at all', [], 'There are no figures to draw.'],
  ['a baseline alone', ['baseline: 5 in 2020'], 'Baseline | 5 in 2020'],
  ['words', ['actual 2021: many', 'baseline: soon'], '2021 | many'],
  ['a number beyond all measure', [`actual 2021: 1${'0'.repeat(400)}`], `2021 | 1${'0'.repeat(400)}`],
])('%s is no drawing', (_, lines, words) => {
  const flow = chartOfSeries([measured(...lines)], options);
  expect(flow.type).toBe(flow.type === 'paragraph' ? 'paragraph' : 'table');
  expect(flow.type === 'paragraph' ? wordsOf(flow.children) : tableOf(flow).join('\n')).toContain(words);
});

test.each([
  ['money', ['actual 2021: £1.24m', 'actual 2022: £2.5m'], ['£1.24m', '£2.5m', '£0']],
  ['below zero', ['actual 2021: -4.5 points', 'actual 2022: 3 points'], ['−4.5', '3', 'points', '0']],
  ['very large', ['actual 2021: 3 billion', 'actual 2022: 4.5 billion'], ['3bn', '4.5bn']],
  ['very small', ['actual 2021: 0.004', 'actual 2022: 0.001'], ['0.002']],
  ['one figure', ['actual 2021: 5'], ['5', '2021']],
  ['all the same', ['actual 2021: 0', 'actual 2022: 0'], ['0']],
  ['quarters', ['actual 2021-Q1: 5%', 'actual 2021-Q2: 6%'], ['2021-Q1', '2021-Q2', '6%']],
  ['an undated baseline', ['baseline: 5', 'actual 2021: 6'], ['Baseline 5']],
])('%s', (_, lines, words) => {
  expect(textsOf(chartOfSeries([measured(...lines)], options))).toEqual(expect.arrayContaining(words));
});

test('a file of figures is a group of bars for each row; a cell that is no number stands in the table only', () => {
  const series = seriesOfRows(
    ['Area', '2024', '2025'],
    [
      ['North', '12', '14'],
      ['South', 'none', '9'],
    ],
    'en',
  );
  const chart = chartOfSeries(series, options);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(['North', 'South', '2024', '2025', '12', '14', '9']));
  expect(tableOf(chart)).toEqual(['Row | 2024 | 2025', 'North | 12 | 14', 'South | none | 9']);
});

test('rows that are periods are lines', () => {
  const series = seriesOfRows(
    ['Year', 'North', 'South'],
    [
      ['2024', '12', '14'],
      ['2025', '8', '9'],
    ],
    'en',
  );
  const names = elementsOf(drawing(chartOfSeries(series, options)).svg).map(({ attribs }) => attribs.class);
  expect(names.filter((name) => name === 'run').length).toBe(2);
});

test('rows that are shorter or longer than the headings lose nothing that is drawn', () => {
  const series = seriesOfRows(['Area', 'A', 'B'], [['x'], ['y', '1', '2', '3'], []], 'en');
  expect(() => chartOfSeries(series, options)).not.toThrow();
});

describe('in a page', () => {
  const hostile = '"><script>alert(1)</script> ]]> </svg> &lt; \u202e\u0000 [[x]]';
  const series = (): Series[] => [
    { ...asb(), title: hostile, unit: hostile },
    { ...asb(), title: 'Other' },
    ...seriesOfRows([hostile, hostile], [[hostile, '5']], 'en'),
  ];

  test.each(['line', 'bar'] as const)('nothing in a %s drawing is markup that came from a plan', (style) => {
    const { svg } = drawing(chartOfSeries(series(), { ...options, key: hostile, title: hostile, alt: hostile, style }));
    const allowed = new Set([
      'svg',
      'title',
      'desc',
      'g',
      'path',
      'line',
      'rect',
      'circle',
      'text',
      'tspan',
      'defs',
      'pattern',
    ]);
    for (const { name, attribs } of elementsOf(svg)) {
      expect(allowed).toContain(name);
      for (const [key, value] of Object.entries(attribs)) {
        expect(key).not.toMatch(/^(?:on|style$|href$)/);
        if (key === 'id') expect(value).toMatch(/^_chart-[\p{L}\p{N}_-]+$/u);
        if (value.includes('url(')) expect(value).toMatch(/^url\(#_chart-[\p{L}\p{N}_-]+\)$/u);
      }
    }
  });

  test('it is named by its title and its description', () => {
    const [svg, title, description] = elementsOf(drawing(chartOfSeries([asb()], options)).svg);
    expect(svg?.attribs.role).toBe('img');
    expect(svg?.attribs['aria-labelledby']).toBe(`${title?.attribs.id} ${description?.attribs.id}`);
  });
});

test('any figures at all give a drawing or a table, with no length that is no number', () => {
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const values = '0|-5|12,480|1e9|99.99%|£3bn|-£4|x||0.00001|7 homes|−3|1,000,000,000,000'.split('|');
  const periods = '2019/20|2021|2021-Q3|2022-05|2022-05-06|2020 to 2022|since 2018|soon|2021/22|'.split('|');
  const text = Array.from({ length: 500 }, (_, index) => [
    `measure m${index}: Measure ${index}`,
    `  baseline: ${pick(values)} in ${pick(periods)}`,
    `  target: ${pick(values)} by ${pick(periods)}`,
    ...Array.from({ length: Math.floor(random() * 9) }, () => `  actual ${pick(periods)}: ${pick(values)}`),
  ]);
  const { snapshot, engine } = editorFor(`plan p: Plan\n\n${text.flat().join('\n')}\n`);
  const plan = engine.workspace.files.get('main.plan')?.plan;
  if (!plan) throw new Error('There is no plan');
  const all = [...snapshot.model.items(plan)]
    .filter(({ key }) => key === 'measure')
    .map((item) => seriesOfMeasure(snapshot.model, item, item.title));
  for (let round = 0; round < 300; round++) {
    const rows = Array.from({ length: Math.floor(random() * 5) }, () => [pick(periods), pick(values)]);
    const some = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(all));
    const series = random() < 0.3 ? [...some, ...seriesOfRows(['a', 'b'], rows, 'en')] : some;
    for (const style of ['line', 'bar', undefined] as const) {
      const flow = chartOfSeries(series, { ...options, style, size: pick(['full', 'small'] as const) });
      if (flow.type === 'drawing') expect(flow.svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  }
});
