import { readBaseline, readTarget } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';
import { Edition } from '../../server/src/documents/edition/edition.ts';
import { stratmlFiles } from '../../server/src/documents/stratml/files.ts';
import type { Item } from '../../server/src/model/item.ts';
import { inputOf } from '../fuzz/run.ts';
import { engineFor } from '../helpers/engine.ts';
import { filesOfSample, sampleNames } from '../helpers/samples.ts';
import { editionOf, editionsOf, sampleEditions } from './editions.ts';
import { hostile, hostileFiles } from './hostile.ts';
import { all, type Read, readValid, textOf, within } from './stratml/read.ts';
import { largeThread } from './thread-plans.ts';

/** Both parts of an edition, read back and found valid. */
function partsOf(edition: Edition): readonly [first: Read, second: Read] {
  const [first, second] = stratmlFiles(edition).map(({ content }, index) => readValid(content as string, index + 1));
  return [first as Read, second as Read];
}

/** Both parts of a plan. */
const parts = (plan: string | Readonly<Record<string, string>>): readonly [Read, Read] => partsOf(editionOf(plan));

/** The goals of a document, each with the objectives in it; for indicators their questions in brackets. */
const outline = (read: Read): string[] =>
  all(read, 'Goal').map((goal) => {
    const objectives = within(goal, 'Objective').map((objective) => {
      const indicators = within(objective, 'PerformanceIndicator').map((one) => textOf(one, 'MeasurementDimension'));
      return `${textOf(objective, 'Name')}${indicators.length > 0 ? ` (${indicators.join(', ')})` : ''}`;
    });
    return `${textOf(goal, 'Name')}: ${objectives.join('; ')}`;
  });

const found = (read: Read, name: string, title: string): Read | undefined =>
  all(read, name).find(
    (one) => textOf(one, name === 'PerformanceIndicator' ? 'MeasurementDimension' : 'Name') === title,
  );

describe('goals and objectives', () => {
  test('an outcome is a goal, a priority an objective of the first that it works towards', () => {
    const plan = `plan ours: Ours
outcome safe: Safe
outcome green: Green
priority parks: Parks
  outcomes: green, safe
  action: Plant trees
priority streets: Streets
  outcomes: safe
`;
    for (const part of parts(plan)) {
      expect(outline(part)).toEqual(['Safe: Streets', 'Green: Parks; Plant trees']);
      expect(textOf(found(part, 'Goal', 'Safe'), 'OtherInformation')).toBe('Priorities that work towards it: Parks');
      expect(textOf(found(part, 'Goal', 'Green'), 'OtherInformation')).toBeUndefined();
      expect(textOf(found(part, 'Objective', 'Parks'), 'OtherInformation')).toBe('Outcomes: Green, Safe');
      expect(textOf(found(part, 'Objective', 'Plant trees'), 'OtherInformation')).toBe('Part of: Parks');
    }
  });

  test('a priority without an outcome is a goal, or an objective of its theme', () => {
    const [, part] = parts(`plan ours: Ours
theme places: Places
  priority streets: Streets
    action: Mend them
priority people: People
  priority children: Children
    action: Open a school
      action: Find a field
  aim: Everybody reads
  outcome: More people read
  action: Open a library
`);
    expect(outline(part)).toEqual([
      'Places: Streets; Mend them',
      'People: Children; Open a school; Find a field; Everybody reads; More people read; Open a library',
    ]);
    expect(textOf(found(part, 'Objective', 'Find a field'), 'OtherInformation')).toBe('Part of: Open a school');
    expect(textOf(found(part, 'Objective', 'Open a library'), 'OtherInformation')).toBeUndefined();
  });

  test('an action elsewhere stands behind the priority that it serves; one that serves none in a goal of its own', () => {
    const [, part] = parts(`plan ours: Ours
section next: Next steps
  group: Soon
    priorities: people
    action: Ask them
  action: Have tea
priority people: People
  action: Listen
`);
    expect(outline(part)).toEqual(['People: Listen; Ask them', 'Other actions and measures: Have tea']);
  });

  test('an outcome of another plan is a goal here too, under the same identifier', () => {
    const files = {
      'main.plan': `plan delivery: Delivery
uses: county
priority streets: Streets
  outcomes: county.safe
`,
      'county.plan': 'plan county: The county\noutcome safe: Safe\npriority all: All\n  outcomes: safe\n',
    };
    const plans = editionsOf(engineFor(files)).map((edition) => partsOf(edition)[1]);
    const delivery = plans.find((read) => textOf(read, 'Name') === 'Delivery') as Read;
    const county = plans.find((read) => textOf(read, 'Name') === 'The county') as Read;
    expect(outline(delivery)).toEqual(['Safe: Streets']);
    const identifiers = [delivery, county].map((read) => textOf(found(read, 'Goal', 'Safe'), 'Identifier'));
    expect(identifiers).toEqual(['_county.safe', '_county.safe']);
    expect(textOf(found(delivery, 'Goal', 'Safe'), 'OtherInformation')).toBe('From: The county');
  });

  test('a plan with nothing in it has a goal, since the standard asks for one', () => {
    for (const plan of ['', 'plan', 'plan ours: Ours\n', 'library ours: Ours\nterm: X\n  means: Y\n'])
      for (const edition of editionsOf(engineFor(plan)))
        for (const part of partsOf(edition)) expect(all(part, 'Goal')).toHaveLength(1);
  });

  test('those who lead and help are stakeholders, from above too', () => {
    const [first, second] = parts(`plan ours: Ours
role head: Head of Parks
  holder: Priya Nair
partner trust: The Trust
priority parks: Parks
  lead: head
  assured-by: the scrutiny committee
  action: Plant trees
    partners: trust
`);
    const action = found(second, 'Objective', 'Plant trees') as Read;
    const told = within(action, 'Stakeholder').map((one) => {
      const role = within(one, 'Role')[0];
      return [textOf(one, 'Name'), one.attributes.StakeholderTypeType, textOf(role, 'Name'), textOf(role, 'RoleType')];
    });
    expect(told).toEqual([
      ['Head of Parks', 'Person', 'Lead', 'Performer'],
      ['The Trust', 'Organization', 'Partner', 'Performer'],
      ['the scrutiny committee', undefined, 'Assurance', undefined],
    ]);
    const plain = within(found(first, 'Objective', 'Plant trees'), 'Stakeholder');
    expect(plain.map((one) => textOf(one, 'Description'))).toEqual([
      'Lead\nHeld by: Priya Nair',
      'Partner',
      'Assurance',
    ]);
    expect(within(all(second, 'Organization')[0], 'Stakeholder').map((one) => textOf(one, 'Name'))).toEqual([
      'Head of Parks',
      'The Trust',
    ]);
  });
});

describe('indicators', () => {
  const plan = `plan ours: Ours
  period: 2021-05 to 2024
  date: 2021-04-30
numbering: kpqs
outcome safe: Safe
kpq how-safe: How safe is it?
  outcomes: safe
  measure asb: Incidents
    unit: incidents
    direction: decrease
    baseline: 12,480 in 2019/20
    actual 2020/21: 12,001.5
    actual 2021/22: 0.9 million
    actual 2023/24: many
    target: 11,000 by 2022-03
    source: The force
priority streets: Streets
  outcomes: safe
  kpqs: how-safe
  measure lights: Lights mended
    target: 90%
  action: Mend lights
    measures: asb
`;
  const [first, second] = parts(plan);

  test('a question stands with its outcome, a measure behind its question, a measure of a priority with that', () => {
    expect(outline(second)).toEqual([
      'Safe: Questions and measures (How safe is it?, Incidents); Streets (Lights mended); Mend lights',
    ]);
    expect(within(all(second, 'Objective')[0], 'PerformanceIndicator').map(({ attributes }) => attributes)).toEqual([
      { ValueChainStage: 'Outcome', PerformanceIndicatorType: 'Qualitative' },
      { PerformanceIndicatorType: 'Quantitative' },
    ]);
  });

  test('results have their days, their exact numbers, and their words', () => {
    const results = all(found(second, 'PerformanceIndicator', 'Incidents') as Read, 'MeasurementInstance').map((one) =>
      one.children.map((result) => [
        result.name,
        ...['StartDate', 'EndDate', 'NumberOfUnits', 'Description'].map((name) => textOf(result, name)),
      ]),
    );
    expect(results).toEqual([
      [['ActualResult', '2019-04-01', '2020-03-31', '12480', 'Baseline: 12,480 in 2019/20']],
      [['ActualResult', '2020-04-01', '2021-03-31', '12001.5', '2020/21: 12,001.5']],
      [
        ['TargetResult', undefined, '2022-03-31', '11000', '11,000 by March 2022'],
        ['ActualResult', '2021-04-01', '2022-03-31', '900000', '2021/22: 0.9 million'],
      ],
      [['ActualResult', '2023-04-01', '2024-03-31', undefined, '2023/24: many']],
    ]);
    const descriptor = all(second, 'Descriptor')[0];
    expect([textOf(descriptor, 'DescriptorName'), textOf(descriptor, 'DescriptorValue')]).toEqual([
      'Which way is better',
      'Decrease',
    ]);
    const lights = found(second, 'PerformanceIndicator', 'Lights mended') as Read;
    expect(textOf(lights, 'UnitOfMeasurement')).toBe('%');
    expect(textOf(all(lights, 'TargetResult')[0], 'NumberOfUnits')).toBe('90');
  });

  test('the golden thread is in relationships', () => {
    const thread = all(second, 'Relationship').map((one) => [
      one.attributes.RelationshipType,
      textOf(one, 'ReferentIdentifier'),
    ]);
    expect(thread).toEqual([
      ['Narrower_Than', '_ours.safe'],
      ['Peer_To', '_ours.streets'],
      ['Narrower_Than', '_ours.how-safe'],
      ['Peer_To', '_ours.streets_action-1'],
    ]);
  });

  test('Part 1 has them as words of the goal', () => {
    expect(outline(first)).toEqual(['Safe: Streets; Mend lights']);
    expect(textOf(all(first, 'Goal')[0], 'OtherInformation')).toBe(`Question: How safe is it?
Outcomes: Safe

Measure: Incidents
Unit: incidents
Which way is better: Decrease
Where it stands: 12,480 in 2019/20
Result, 2020/21: 12,001.5
Result, 2021/22: 0.9 million
Result, 2023/24: many
Target: 11,000 by March 2022
Source: The force`);
  });

  test('the days of the plan are those of the document', () => {
    const days = ['StartDate', 'EndDate', 'PublicationDate'];
    for (const part of [first, second]) {
      const [administrative] = all(part, 'AdministrativeInformation');
      expect(days.map((name) => textOf(administrative, name))).toEqual(['2021-05-01', '2024-12-31', '2021-04-30']);
    }
    const [vague] = parts('plan ours: Ours\n  date: 2021-04\n  period: since 2020\n');
    const [administrative] = all(vague, 'AdministrativeInformation');
    expect(days.map((name) => textOf(administrative, name))).toEqual(['2020-01-01', undefined, undefined]);
    expect(textOf(vague, 'OtherInformation')).toContain('Date: April 2021');
  });
});

describe('everything else', () => {
  test('goes to OtherInformation of what it stands in, and is listed', () => {
    const edition = editionOf(`plan ours: Ours
  area: Ashmere
section foreword: Foreword
  by: somebody
  text:
    Two words.

    * one
    * two

  statistic: Calls
    value: 12
priority parks: Parks
  closing: So much for parks.
  action: Plant trees
    due: 2027-03
    status: under way
  section: More
    text: | A | B |
      |---|---|
      | 1 | 2 |
`);
    const [, second] = partsOf(edition);
    expect(textOf(second, 'OtherInformation')).toBe(`Language: en

Area: Ashmere

Foreword
By: somebody

Two words.

• one
• two

Statistic: Calls
Value: 12`);
    expect(textOf(found(second, 'Objective', 'Plant trees'), 'OtherInformation')).toBe(
      'Due: March 2027\nStatus: Under way',
    );
    expect(textOf(found(second, 'Goal', 'Parks'), 'OtherInformation')).toContain('So much for parks.');
    expect(stratmlFiles(edition)[1]?.remarks).toEqual([
      'StratML Part 2 has no element for these; they are in OtherInformation: 2 sections, 1 statistic, ‘area’, ‘closing’, ‘due’, ‘status’.',
    ]);
  });

  test('a plan whose every word has an element has no remarks', () => {
    expect(
      stratmlFiles(editionOf('plan ours: Ours\nvision: Well\nvalue: Fair\n')).map(({ remarks }) => remarks),
    ).toEqual([undefined, undefined]);
  });

  test('a document in Welsh says in Welsh what the plan has in Welsh', () => {
    const [, second] = partsOf(
      editionOf('plan ours: Ours\n  title cy: Ein cynllun\n  translations: cy\nkpq: How?\n  title cy: Sut?\n', {
        language: 'cy',
      }),
    );
    expect(textOf(second, 'Name')).toBe('Ein cynllun');
    expect(outline(second)).toEqual(['Gweithredoedd a mesurau eraill: Cwestiynau a mesurau (Sut?)']);
    expect(textOf(second, 'OtherInformation')).toContain('Iaith: cy');
  });

  test('an identifier is one whatever the id is', () => {
    const [, second] = parts(
      'plan 9lives: Nine\npriority tŷ-diogel: A\npriority 日本: B\npriority 日本: C\npriority ªº: D\n',
    );
    expect(within(all(second, 'StrategicPlanCore')[0], 'Goal').map((goal) => textOf(goal, 'Identifier'))).toEqual([
      '_9lives.tŷ-diogel',
      '_9lives._u65e5__u672c_',
      '_9lives._u65e5__u672c__u7e_2',
      '_9lives._uaa__uba_',
    ]);
  });
});

const itemsOf = ({ source }: Edition): Item[] => [...source.snapshot.model.items(source.plan)];

/** What is wrong with the thread of a document: identifiers that lead nowhere. */
function loose(read: Read): string[] {
  const known = new Set(all(read, 'Identifier').map(({ text }) => text));
  return all(read, 'ReferentIdentifier').flatMap(({ text }) => (known.has(text) ? [] : [text]));
}

describe.each(sampleEditions)('%s', (_, edition) => {
  const [first, second] = partsOf(edition);
  const items = itemsOf(edition);
  const titles = (read: Read, name: string): Set<string | undefined> =>
    new Set(all(read, name).map((one) => textOf(one, 'Identifier')));

  test('reads back to the same goals, objectives and indicators', () => {
    const identifiers = (wanted: (item: Item) => boolean): string[] =>
      items.filter(wanted).map((item) => `_${edition.ref(item).replaceAll('/', '_')}`);
    const outcomes = identifiers((item) => item.key === 'outcome' && item.parent === undefined);
    const work = identifiers(({ key }) => key === 'priority' || key === 'action');
    const asked = identifiers(({ key }) => key === 'kpq' || key === 'measure');
    for (const read of [first, second]) {
      const goals = titles(read, 'Goal');
      const objectives = titles(read, 'Objective');
      expect(outcomes.filter((one) => !goals.has(one))).toEqual([]);
      expect(work.filter((one) => goals.has(one) === objectives.has(one))).toEqual([]);
      expect(loose(read)).toEqual([]);
    }
    const indicators = titles(second, 'PerformanceIndicator');
    expect(asked.filter((one) => !indicators.has(one))).toEqual([]);
    expect(all(first, 'PerformanceIndicator')).toEqual([]);
  });

  test('reads back to the same figures', () => {
    for (const measure of items.filter(({ key }) => key === 'measure')) {
      const identifier = `_${edition.ref(measure).replaceAll('/', '_')}`;
      const indicator = all(second, 'PerformanceIndicator').find((one) => textOf(one, 'Identifier') === identifier);
      const numbers = indicator ? all(indicator, 'NumberOfUnits').map(({ text }) => Number(text)) : [];
      const wanted = [readBaseline(measure.value('baseline')).value, readTarget(measure.value('target')).value];
      for (const one of wanted) if (one) expect(numbers).toContain(Number(one.quantity.amount));
      expect(textOf(indicator, 'UnitOfMeasurement')).toBe(measure.value('unit'));
    }
  });
});

test('is valid in both languages, and the same bytes on a second run', () => {
  for (const name of sampleNames)
    for (const language of ['en', 'cy'] as const) {
      const [one, other] = [0, 1].map(() =>
        editionsOf(engineFor(filesOfSample(name)), { language }).map((edition) => stratmlFiles(edition)),
      );
      expect(one).toEqual(other);
      for (const files of one ?? [])
        for (const [index, { content }] of files.entries()) readValid(content as string, index + 1);
    }
});

test.each([40, 200, 1000])('a generated plan of %d items reads back whole', (count) => {
  const edition = editionOf(largeThread(count));
  for (const read of partsOf(edition)) expect(loose(read)).toEqual([]);
});

test('40 half-written and broken plans are valid', () => {
  for (let number = 0; number < 40; number++) {
    const { text } = inputOf(17, number);
    for (const edition of editionsOf(engineFor(text)))
      for (const read of partsOf(edition)) expect(loose(read)).toEqual([]);
  }
});

describe('hostile text stays text', () => {
  test.each(hostile)('$name', ({ plan }) => {
    for (const edition of editionsOf(engineFor({ ...hostileFiles, 'main.plan': plan })))
      for (const language of ['en', 'cy'] as const) {
        const files = stratmlFiles(new Edition({ ...edition.source, language }));
        for (const [index, { content }] of files.entries()) {
          const read = readValid(content as string, index + 1);
          expect(all(read, 'script')).toEqual([]);
          if (language === 'en' && index === 1) expect(loose(read)).toEqual([]);
        }
      }
  });
});

test('four times the items take no more than about four times as long', () => {
  const [few, many] = [1_500, 6_000].map((count) => {
    const edition = editionOf(largeThread(count));
    const times = Array.from({ length: 3 }, () => {
      const began = process.cpuUsage();
      stratmlFiles(edition);
      return process.cpuUsage(began).user / 1_000;
    });
    return Math.min(...times);
  }) as [number, number];
  expect(many / few).toBeLessThan(8);
}, 60_000);
