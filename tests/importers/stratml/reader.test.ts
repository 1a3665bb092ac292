import { describe, expect, test } from 'vitest';
import { writePlan } from '../../../server/src/importers/draft/write.ts';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { readStratml, stratmlReader } from '../../../server/src/importers/readers/stratml/reader.ts';
import { diagnosticsOf } from '../../helpers/engine.ts';
import { lostWords } from './words.ts';

const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml);

const iso = 'urn:ISO:std:iso:17469:tech:xsd:stratml_core';

/** The text of the plan that a document gives; no word of it is lost, and every line of it is one that plans have. */
function read(xml: string): string {
  const plan = readStratml(bytesOf(xml), 'a-plan.xml');
  expect(lostWords(xml, plan)).toEqual([]);
  const { text } = writePlan(plan.draft);
  expect(diagnosticsOf(text).filter(({ rule }) => /^syntax\//.test(rule))).toEqual([]);
  return text;
}

const around = (inside: string, name = 'Our plan'): string =>
  `<StrategicPlan xmlns="${iso}"><Name>${name}</Name><StrategicPlanCore>${inside}</StrategicPlanCore></StrategicPlan>`;

const goal = (inside: string): string => around(`<Goal><Name>Safe streets</Name>${inside}</Goal>`);

test('a plan of somebody else: goals are priorities, objectives priorities in them', () => {
  expect(
    read(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="part1.xsl"?>
<StrategicPlan xmlns="${iso}">
  <Name>Strategic Plan 2020</Name>
  <Description>What we are for.</Description>
  <OtherInformation>Written in a hurry.</OtherInformation>
  <StrategicPlanCore>
    <Organization>
      <Name>Harbour Authority</Name><Acronym>HA</Acronym>
      <Identifier>_1f</Identifier><Description>Founded in 1901.</Description>
      <Stakeholder StakeholderTypeType="Person"><Name>Ann Lee</Name><Description>Harbour master</Description></Stakeholder>
      <Stakeholder><Name/><Description/></Stakeholder>
    </Organization>
    <Vision><Description>A clean sea</Description><Identifier>_2f</Identifier></Vision>
    <Mission><Description/></Mission>
    <Value><Name>Care</Name><Description>We look after things.</Description></Value>
    <Goal>
      <Name>Clean water</Name><Description>Nothing goes into the sea.</Description>
      <Identifier>_3f</Identifier><SequenceIndicator>1</SequenceIndicator>
      <Stakeholder StakeholderTypeType="Organization"><Name>Water Board</Name><Description/></Stakeholder>
      <OtherInformation/>
      <Objective>
        <Name>Filters</Name><Description>Fit filters.</Description><SequenceIndicator>1.1</SequenceIndicator>
        <Stakeholder><Name>Water Board</Name><Description>Pays for them</Description></Stakeholder>
        <OtherInformation>By 2022.</OtherInformation>
      </Objective>
    </Goal>
  </StrategicPlanCore>
  <AdministrativeInformation>
    <StartDate>2020-01-01</StartDate><EndDate>2024-12-31</EndDate><PublicationDate>2020-02-03Z</PublicationDate>
    <Source>https://harbour.example/plan.pdf</Source>
    <Submitter><GivenName>Jo</GivenName><Surname>Bell</Surname><PhoneNumber/><EmailAddress>jo@harbour.example</EmailAddress></Submitter>
  </AdministrativeInformation>
</StrategicPlan>`),
  ).toBe(`plan strategic-plan-2020: Strategic Plan 2020
  synopsis: What we are for.
  organisation: Harbour Authority
  period: 2020-01-01 to 2024-12-31
  date: 2020-02-03
  numbering: priorities

section: Harbour Authority
  text: Founded in 1901.

vision: A clean sea

value: Care
  text: We look after things.

priority: Clean water
  partners: water-board
  text: Nothing goes into the sea.

  priority: Filters
    partners: water-board
    text:
      Fit filters.

      By 2022.

document: Source
  web: https://harbour.example/plan.pdf

contact: Jo Bell
  email: jo@harbour.example
  text: Submitted this plan as StratML.

role: Ann Lee
  text: Harbour master

partner water-board: Water Board
  text: Pays for them

term: HA
  means: Harbour Authority

section: Other information
  text: Written in a hurry.
`);
});

test('indicators have their units, times, targets and results', () => {
  expect(
    read(
      goal(`<Objective><Name>Lights</Name>
<PerformanceIndicator PerformanceIndicatorType="Quantitative" ValueChainStage="Output_Processing">
  <SequenceIndicator>A</SequenceIndicator>
  <MeasurementDimension>Street lights</MeasurementDimension><UnitOfMeasurement>lights</UnitOfMeasurement>
  <Relationship RelationshipType="Broader_Than"><ReferentIdentifier>_x</ReferentIdentifier><Name>Peace</Name><Description>It helps</Description></Relationship>
  <MeasurementInstance>
    <TargetResult><StartDate>2021-04-01</StartDate><EndDate>2022-03-31</EndDate><NumberOfUnits>1,200</NumberOfUnits><Description>More than ever</Description></TargetResult>
    <ActualResult><StartDate>2020-04-01</StartDate><EndDate>2021-03-31</EndDate><NumberOfUnits>900</NumberOfUnits></ActualResult>
  </MeasurementInstance>
  <MeasurementInstance><ActualResult><StartDate>2021-07-01</StartDate><EndDate>2021-09-30</EndDate><NumberOfUnits>300.50</NumberOfUnits></ActualResult></MeasurementInstance>
  <MeasurementInstance><ActualResult><EndDate>soon</EndDate><NumberOfUnits>many</NumberOfUnits><Descriptor><DescriptorName>Colour</DescriptorName><DescriptorValue>warm</DescriptorValue></Descriptor></ActualResult></MeasurementInstance>
</PerformanceIndicator>
<PerformanceIndicator PerformanceIndicatorType="Qualitative"><MeasurementDimension>Do people feel safe?</MeasurementDimension></PerformanceIndicator>
</Objective>`),
    ),
  ).toBe(`plan our-plan: Our plan

priority: Safe streets
  priority: Lights
    kpqs: do-people-feel
    measure: Street lights
      unit: lights
      target: 1,200 by 2021/22
      actual 2020/21: 900
      actual 2021-Q3: 300.50
      text:
        Target: More than ever

        Result: many; Colour: warm; Until: soon

        Value chain stage: Output processing

        Number: A

        Broader than: \\_x. Peace: It helps

kpq do-people-feel: Do people feel safe?
`);
});

/** What is wrong with real files, and a line that the plan has all the same. */
const broken: readonly (readonly [name: string, xml: string, text: RegExp])[] = [
  [
    'a prefix',
    around('')
      .replace(/<(\/?)/g, '<$1s:')
      .replace('xmlns=', 'xmlns:s='),
    /^plan our-plan: Our plan$/m,
  ],
  ['an old namespace', goal('').replace(iso, 'http://www.stratml.net'), /^priority: Safe streets$/m],
  ['no namespace', goal('').replace(/ xmlns="[^"]*"/, ''), /^priority: Safe streets$/m],
  ['a plan in something else', `<Envelope>Sent by Jo<Body>${goal('')}</Body></Envelope>`, /^priority: Safe streets$/m],
  ['goals outside of the core', goal('').replace(/<.?StrategicPlanCore>/g, ''), /^priority: Safe streets$/m],
  ['elements in something unknown', around('<Goals n="1">Two of<Goal><Name>A</Name></Goal></Goals>'), /^priority: A$/m],
  [
    'a wrong order',
    goal('<OtherInformation>Last</OtherInformation><Description>First</Description>'),
    /Last\n\n {4}First/,
  ],
  ['an unknown element', goal('<BudgetLine>£5</BudgetLine>'), /^ {2}text: Budget line: £5$/m],
  ['loose words', goal('Between'), /^ {2}text: Between$/m],
  ['two names', goal('<Name>Calm streets</Name>'), /^ {2}text: Calm streets$/m],
  [
    'a goal with a description only',
    around('<Goal><Description>Be good</Description></Goal>'),
    /# unsure.*\npriority: Be good$/m,
  ],
  ['a value with a description only', around('<Value><Description>Be good</Description></Value>'), /value: Be good$/m],
  [
    'a statement of several paragraphs',
    around('<Vision><Description>One\n\nTwo</Description></Vision>'),
    /vision: One\n {2}text: Two/,
  ],
  [
    'HTML that is written out',
    goal(
      '<Description>&lt;p&gt;One &lt;b&gt;bold&lt;/b&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Two&lt;/li&gt;&lt;li&gt;Three&lt;/li&gt;&lt;/ul&gt;</Description>',
    ),
    /One bold\n\n {4}\* Two\n {4}\* Three/,
  ],
  ['HTML in it', goal('<Description><p>One</p><p>Two<br/>Three</p></Description>'), /One\n\n {4}Two\n\n {4}Three/],
  ['CDATA', goal('<Description><![CDATA[5 < 6 & <i>so</i>]]></Description>'), /5 < 6 & so/],
  [
    'signs of Markdown',
    goal('<Description># 1. *x* [y](z) &lt; &#8364;</Description>'),
    /\\# 1\. \\\*x\\\* \\\[y\\\]\(z\) < €/,
  ],
  [
    'a list in plain words',
    goal('<Description>Namely:\n• one\n• two\n  more</Description>'),
    /Namely:\n\n {4}\* one\n {4}\* two more/,
  ],
  [
    'days that are none',
    `${around('').slice(0, -16)}<AdministrativeInformation><StartDate>2021-02-30</StartDate><PublicationDate>May</PublicationDate></AdministrativeInformation></StrategicPlan>`,
    /Start date: 2021-02-30\n\n {4}Publication date: May/,
  ],
  ['no name at all', '<StrategicPlan/>', /^plan a-plan: a-plan$/m],
  [
    'somebody without a name',
    goal('<Stakeholder><Name/><Description>Friends</Description></Stakeholder>'),
    /^ {2}text: Friends$/m,
  ],
  ['a goal in a goal', goal('<Goal><Name>Inner</Name></Goal>'), /^ {2}priority: Inner$/m],
  [
    'an objective in an objective',
    goal('<Objective><Name>A</Name><Objective><Name>B</Name></Objective></Objective>'),
    /^ {4}priority: B$/m,
  ],
  [
    'an identifier that other objects have',
    goal('<Identifier>__proto__</Identifier><constructor>x</constructor>'),
    /text: Constructor: x/,
  ],
];

describe('broken files are read leniently, and no word is lost', () => {
  test.each(broken)('%s', (_, xml, text) => expect(read(xml)).toMatch(text));
});

const refused: readonly (readonly [name: string, xml: string, message: RegExp])[] = [
  ['XML of another sort', '<html><body/></html>', /is no StratML: it begins with “html”/],
  ['definitions', '<!DOCTYPE x [<!ENTITY a "b">]><StrategicPlan>&a;</StrategicPlan>', /defines words of its own/],
  ['half a file', goal('').slice(0, -20), /ends too soon/],
  ['nothing', '', /not XML/],
];

test.each(refused)('%s is refused', (_, xml, message) => {
  expect(() => readStratml(bytesOf(xml), 'x.xml')).toThrow(ImportFault);
  expect(() => readStratml(bytesOf(xml), 'x.xml')).toThrow(message);
});

test('other letters are read too', () => {
  const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${around('', 'Ysgol Llŷn'.replace('ŷ', 'y') + ' é')}`;
  const latin = Uint8Array.from(xml, (letter) => letter.charCodeAt(0));
  expect(writePlan(readStratml(latin, 'x.xml').draft).text).toContain('Ysgol Llyn é');
});

test('it is known by its first element', () => {
  for (const one of [around(''), '<a:PerformancePlanOrReport\n', `<x>${around('')}`])
    expect(stratmlReader.recognises(bytesOf(one))).toBe(true);
  for (const one of ['', '<html>', '# StrategicPlan', '<StrategicPlanner>'])
    expect(stratmlReader.recognises(bytesOf(one))).toBe(false);
});

test('a long text without ends takes no time', () => {
  const words = '<'.repeat(3).replaceAll('<', '&lt;a ') + 'x '.repeat(200_000) + '•'.repeat(50_000);
  const start = performance.now();
  readStratml(bytesOf(goal(`<Description>${words}</Description>`)), 'x.xml');
  expect(performance.now() - start).toBeLessThan(3000);
});
