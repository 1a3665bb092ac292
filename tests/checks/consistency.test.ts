import { expect, test } from 'vitest';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

/** Checks a marked plan against one rule of the group. */
function check(rule: string, marked: string): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, [`consistency/${rule}`])).toEqual(expected);
}

const messages = (plan: string, rule: string): string[] =>
  diagnosticsOf(plan)
    .filter((diagnostic) => diagnostic.rule === `consistency/${rule}`)
    .map(({ message }) => message);

test('titles that say the same are found wherever they stand, the later one', () => {
  check(
    'near-duplicate-title',
    `plan p: Plan

theme safe: Safe streets
  priority violence: Reduce violent crime
  priority lamps: Better lamps
theme fair: Fair courts
  priority violence-again: Reduce Violent Crime
#                          ^^^^^^^^^^^^^^^^^^^^ consistency/near-duplicate-title
  priority violence-town: Reducing serious violent crime
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consistency/near-duplicate-title

outcome clean: Clean rivers

section rivers: Rivers
  outcome clean-here: Clean rivers!
#                     ^^^^^^^^^^^^^ consistency/near-duplicate-title

value open: Openness

value open-again: Openness
#                 ^^^^^^^^ consistency/near-duplicate-title

section a: Introduction

section b: Introduction

aim: Ysgolion da i bawb yn y sir

aim: Ysgolion da i bawb, yn y Sir
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consistency/near-duplicate-title
`,
  );
});

test('titles that a number, a negation, a place or a group sets apart are not the same', () => {
  check(
    'near-duplicate-title',
    `plan p: Plan

priority a: Improve road safety near the schools of Ward 1
priority b: Improve road safety near the schools of Ward 2
priority c: Cut waiting times for operations in the north
priority d: Cut waiting times for operations in the south
priority e: Places where dogs may run free
priority f: Places where dogs may not run free
priority g: Fewer people waiting for repairs
priority h: More people waiting for repairs
priority i: Support for victims of stalking
  priority j: Support for young victims of stalking
priority k: Safer homes
  priority l: Safer warm homes in every ward
priority m: Our housing
priority n: Housing

kpq q1: How confident are people in the criminal justice system?
kpq q2: How confident are people in the police?

measure m1: Pupils who reach 5 good grades
measure m2: Pupils who reach 9 good grades

goal g1: Terrorism
`,
  );
});

test('goals of two frameworks may share a title, two goals of one may not', () => {
  check(
    'near-duplicate-title',
    `plan p: Plan

framework one: National threats
  goal: Civil emergencies
  goal: Terrorism
framework two: Regional threats
  goal: Civil emergencies
  goal: Civil emergencies
#       ^^^^^^^^^^^^^^^^^ consistency/near-duplicate-title
`,
  );
});

test('a sub-priority may narrow the priority above it', () => {
  check(
    'near-duplicate-title',
    `plan p: Plan

priority a: Prevent serious violent crime
  priority b: Prevent serious violent crime outdoors
`,
  );
});

test('a duplicate points to the first, in another file too', () => {
  const engine = engineFor({
    'main.plan': 'plan p: Plan\n\ninclude: one.plan\ninclude: two.plan\n',
    'one.plan': 'part p: One\n\noutcome a: Everyone has a warm home\n',
    'two.plan': 'part p: Two\n\noutcome b: Everyone has a warm home\n',
  });
  const [duplicate] = engine.diagnostics('two.plan').filter(({ rule }) => rule === 'consistency/near-duplicate-title');
  expect(duplicate?.related.map(({ file, message }) => [file, message])).toEqual([
    ['one.plan', '‘Everyone has a warm home’ says it first'],
  ]);
});

test('typed numbers of priorities are found in text and in titles', () => {
  check(
    'typed-number',
    `plan p: Plan
  numbering: priorities, sections

priority homes: Warm homes
  why:
    Homes come before all else; priority 2 and Priority 3 build on them (see 2.1).
#                               ^^^^^^^^^^ consistency/typed-number
#                                              ^^^^^^^^^^ consistency/typed-number
#                                                                        ^^^^^^^ consistency/typed-number

priority parks: Green parks
  priority trees: Trees in every street

section next: Priority 1 – next steps
#             ^^^^^^^^^^ consistency/typed-number
  text: Section 2 has more. [[homes|Priority 1]] does too, and so does priority [[homes:number]].
#       ^^^^^^^^^ consistency/typed-number

section 
`,
  );
});

test('the number in the title of an item itself is found', () => {
  check(
    'typed-number',
    `plan p: Plan

priority homes: Priority 1: Warm homes
#               ^^^^^^^^^^^ consistency/typed-number
priority parks: 2. Green parks
#               ^^ consistency/typed-number
priority roads: 20 mph streets
priority ways: 5 ways to well-being
priority million: 2.1 million trees
`,
  );
});

test('other numbers are left alone', () => {
  check(
    'typed-number',
    `plan p: Plan
  numbering: priorities

document act: Priority 1 of the Ministry

quote: Priority 1 was easy
  by: A resident

section a: A day in our area
  text:
    We take action 3 times a day. People are held under section 136 or 135 of the Act, and section 5(1) of another.
    Answer priority 1 calls at once. The health board's Priority 2 of last year is met. See 2.5 million visits.
    In 2025 priority schemes begin. Outcome 2030 is a vision. Look at https://x.example/priority/3 and \`Priority 3\`.
  source: Priority 3 of the survey

statistic: Priority 1 incidents
  value: 12
`,
  );
});

test('a typed number is mended with the id of the one item that has it', () => {
  const plan = `plan p: Plan
  numbering: priorities

priority homes: Warm homes
  why: See Priority 2 and Priority 9.
priority parks: Green parks
`;
  const numbers = diagnosticsOf(plan).filter(({ rule }) => rule === 'consistency/typed-number');
  expect(numbers.map(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)))).toEqual([
    ['[[parks:number]]'],
    [],
  ]);
  expect(numbers[1]?.message).toContain('No priority of this plan has that number');
});

test('a count in the text is compared with the plan', () => {
  check(
    'wrong-count',
    `plan p: Plan

label outcomes: Our objectives

section a: Our three priorities
#              ^^^^^^^^^^^^^^^^ consistency/wrong-count
  text:
    This plan sets out six key objectives. We chose our 2 priorities with you, and my two strategic priorities are yours.
#                      ^^^^^^^^^^^^^^^^^^ consistency/wrong-count
    Ein tair blaenoriaeth. Ein dwy flaenoriaeth.
#       ^^^^^^^^^^^^^^^^^ consistency/wrong-count

priority homes: Warm homes
  priority damp: No damp
  outcome local: Homes are dry

priority parks: Green parks

outcome warm: People are warm
`,
  );
});

test('counts of other things are left alone', () => {
  check(
    'wrong-count',
    `plan p: Plan

quote: Our nine priorities
  by: Somebody else

section a: Welcome
  text:
    The two priorities that you named most come first. Our three priorities for 2027 are below. One of four priorities.
    Five national priorities apply. Our first four outcomes. Four of our priorities. Our four values.
    Our three aims come next.

theme one: Homes
  aim: A
  aim: B
  aim: C
  priority homes: Warm homes
    text: Our two priorities in this theme work together.
  priority damp: No damp
theme two: Parks
  priority parks: Green parks

aim: Everything
`,
  );
});

test('a plan whose themes are called priorities may count either', () => {
  check(
    'wrong-count',
    `plan p: Plan

label themes: My priorities

section a: Our two priorities
section b: Our three priorities
section c: Our four priorities
#              ^^^^^^^^^^^^^^^ consistency/wrong-count

theme one: Homes
  priority homes: Warm homes
  priority damp: No damp
theme two: Parks
  priority parks: Green parks
`,
  );
});

test('a wrong count says both numbers and can be put right', () => {
  const [wrong] = diagnosticsOf(
    'plan p: Plan\n\nsection a: Our Four priorities\n\npriority b: B\npriority c: C\n',
  ).filter(({ rule }) => rule === 'consistency/wrong-count');
  expect(wrong?.message).toContain('‘Four priorities’, but the plan has two priorities');
  expect(wrong?.fixes[0]?.edits[0]?.newText).toBe('Two');
});

test('an abbreviation is named once, at its first place', () => {
  check(
    'term-not-explained',
    `plan p: Plan

section a: Welcome
  text:
    We use ANPR and PCSOs. ANPR again, and a PCSO. HMICFRS, O365 and CSEA too, and the MoJ's CSE/CSA work.
#          ^^^^ consistency/term-not-explained
#                   ^^^^^ consistency/term-not-explained
#                                                  ^^^^^^^ consistency/term-not-explained
#                                                           ^^^^ consistency/term-not-explained
#                                                                    ^^^^ consistency/term-not-explained
#                                                                                      ^^^ consistency/term-not-explained
#                                                                                            ^^^ consistency/term-not-explained
#                                                                                                ^^^ consistency/term-not-explained
`,
  );
});

test('what everybody knows, and what is no abbreviation, is left alone', () => {
  check(
    'term-not-explained',
    `plan p: Plan

section WELCOME: WELCOME TO ASHMERE
  text:
    The UK and EU, the BBC and the NHS; PDF or HTML; DNA, TV, IT, OK; 9 AM to 5PM; chapters II, IV and XIV; COVID-19 and Covid.
    Roads A55, M4 and B4265. Write to County Hall, CF31 3SU, or LE19 2BX, or phone 01234 567890. This is NOT all, it MUST go on.
    THIS LINE IS ALL IN CAPITALS BY THE COUNCIL
    GoSafe, PubWatch, McDonald, DrugWipe, iPhone, WiFi and YouTube. See https://example.org/ABC/PQRS or ABCD@EXAMPLE.ORG and \`XYZW\`.
    I, A. B. Smith, agree with Cllr AB Jones. We start in Q3. CO2 falls. A&E is open.
  source: ONS and DfE
`,
  );
});

test('an abbreviation may be explained in many ways', () => {
  check(
    'term-not-explained',
    `plan p: Plan

section a: Welcome to Integrated Offender Management (IOM)
  text:
    The Regional Organised Crime Unit (ROCU), [[unit]] (WECTU), neighbourhood teams (the NPTs) and ANPR (Automatic Number
    Plate Recognition). PCSOs, ROCU, WECTU, NPT, ANPR, IOM, BCUHB, PEEL, TARIAN, EPCs and the POLIT team.
    The local housing company (known as
    LHC) helps. LHC is new. But HIF (2019) and the other fund (see SHF) are not explained.
#                               ^^^ consistency/term-not-explained
#                                                                  ^^^ consistency/term-not-explained

partner unit: Counter Terrorism Unit
partner health-board: Betsi Cadwaladr University Health Board
  aliases: the Health Board, BCUHB
document report: Efficiency Report (PEEL)
role tarian: Regional team
  aliases: TARIAN
term: PCSO
  means: Police Community Support Officer
term: EPC
  means: Energy Performance Certificate
term: PoLIT
  means: The team that works online
`,
  );
});

test('a library that the plan uses explains its abbreviations', () => {
  const files = {
    'main.plan': 'plan p: Plan\n  uses: shared\n\nsection a: The work of the ICB and the ICP\n',
    'shared.plan':
      'library shared: Shared\n\nterm: ICB\n  means: Integrated Care Board\n\npartner: Integrated Care Partnership (ICP)\n',
  };
  const explained = (text: string): unknown[] =>
    engineFor({ ...files, 'main.plan': text })
      .diagnostics('main.plan')
      .filter(({ rule }) => rule === 'consistency/term-not-explained');
  expect(explained(files['main.plan'])).toEqual([]);
  expect(explained(files['main.plan'].replace('  uses: shared\n', ''))).toHaveLength(2);
});

test('a term that is listed twice is found the second time', () => {
  check(
    'term-explained-twice',
    `plan p: Plan

term: Carbon neutral
  means: Adding no carbon
term: carbon  neutral
#     ^^^^^^^^^^^^^^^ consistency/term-explained-twice
  means: Something else
term: C
term: C++
`,
  );
});

test('names written another way are found', () => {
  check(
    'name-varies',
    `plan p: Plan
  uses: prsra-2011, wfg-2015

section a: Partners
  text:
    We thank Betsi Cadwaladr Health Board, Betsi Cadwallader University Health Board and Dyfed Powys Police's staff.
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consistency/name-varies
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consistency/name-varies
#                                                                                        ^^^^^^^^^^^^^^^^^^ consistency/name-varies
    Under the Police Reform Act 2011 and the Wellbeing of Future Generations Act, with Ynys Mon Council and Public Service Boards.
#             ^^^^^^^^^^^^^^^^^^^^^^ consistency/name-varies
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consistency/name-varies
#                                                                                      ^^^^^^^^^^^^^^^^ consistency/name-varies
#                                                                                                           ^^^^^^^^^^^^^^^^^^^^^ consistency/name-varies

partner health-board: Betsi Cadwaladr University Health Board
partner dyfed: Dyfed-Powys Police
partner mon: Ynys Môn Council
partner psb: Public Services Boards
`,
  );
});

test('names as they are listed, and names of others, are left alone', () => {
  check(
    'name-varies',
    `plan p: Plan
  organisation: Ashmere Borough Council
  force: North Wales Police
  uses: prsra-2011, wfg-2015

section a: Partners
  text:
    The Betsi Cadwaladr University Health Board’s staff, the Health Board and BCUHB; the victims' commissioner and the Victims’ Commissioner.
    Area Planning Board and North Wales Fire and Rescue Service; North Wales Police; Police and Crime Plan; Police and Crime Panels.
    Leicester County Council is not Leicester City Council. A Community Safety Partnership, and Community Safety Partnerships.
    NORTH WALES TRANSPORT POLICE. The Police Reform and Social Responsibility Act 2011, the Police Reform Act 2002 and
    the Well-being of Future Generations Act (Wales) 2015, or Well-being of Future Generations (Wales) Act.
    Police & Crime Commissioners. The National Crime Agency and the National Policing Agency. [[cps|Crown Service of Prosecution]].
    Mental Health Act 1983.

quote: Betsi Cadwaladr Health Board was kind
  by: A patient

partner health-board: Betsi Cadwaladr University Health Board
  aliases: BCUHB
partner transport: North Wales Transport Police
partner leicester: Leicester City Council
partner csp: Community Safety Partnerships
partner nca: National Crime Agency
partner planning: Area Planning Board
partner pccs: Police and Crime Commissioners
partner panel: Police and Crime Panel
partner fire: North Wales Fire and Rescue Service
partner cps: Crown Prosecution Service
role vc: Victims' Commissioner
framework mha: Mental Health Act 2007
document doc: Betsi Cadwaladr Health Board annual report
`,
  );
});

test('a name that two listed ones come near to is left alone', () => {
  check(
    'name-varies',
    `plan p: Plan

section a: The Ashmere Safety Board

partner one: Ashmere Road Safety Board
partner two: Ashmere Home Safety Board
`,
  );
});

test('sums are exact, nested, and asked only where every line has an amount', () => {
  check(
    'budget-sum',
    `plan p: Plan

budget a: In tenths
  total: £0.3m
  line: One
    amount: £0.1m
  line: Two
    amount: £0.2m
budget b: Nested
  total: £1,000
  line: Group
    amount: £650
#           ^^^^ consistency/budget-sum
    line: One
      amount: £400
    line: Two
      amount: £200
  line: Other
    amount: £350
budget c: Incomplete
  total: £5m
  line: One
    amount: £1m
  line: Two
budget d: Two currencies
  total: £5m
  line: One
    amount: £1m
  line: Two
    amount: €1m
budget e: Empty
  total: £5m
budget f: Minus
  total: £3m
  line: One
    amount: £5m
  line: Two
    amount: -£2m
budget g: Not money
  total: a lot
  line: One
    amount: £5m
`,
  );
});

test('a wrong sum names both figures and the difference as the plan writes them', () => {
  const budget = (total: string, ...amounts: string[]): string =>
    `plan p: Plan\n\nbudget b: Money\n  total: ${total}\n${amounts.map((amount) => `  line: Line\n    amount: ${amount}\n`).join('')}`;
  const [millions] = messages(budget('£171.2m', '£100m', '£71.15m'), 'budget-sum');
  expect(millions).toContain('add up to £171.15m, which is £0.05m less than the £171.2m');
  const [full] = messages(budget('£1,000,000', '£999,999.50', '£1'), 'budget-sum');
  expect(full).toContain('add up to £1,000,000.50, which is £0.50 more');
});

test('no text makes a rule of consistency throw', () => {
  const odd = [
    '\u0000',
    '(((((',
    '[[',
    '’s',
    'A'.repeat(3000),
    'Our '.repeat(500),
    'The A of B and '.repeat(300),
    '1.1.1.1',
    '￿',
  ];
  const plan = [
    'plan p: Plan',
    ...odd.flatMap((text) => [
      `priority: ${text}`,
      `term: ${text}`,
      `partner: ${text}`,
      `section: x\n  text: ${text}`,
      `budget: ${text}\n  total: ${text}`,
    ]),
  ].join('\n');
  const engine = engineFor(plan);
  engine.diagnostics('main.plan');
  expect([...engine.checker.failures.keys()]).toEqual([]);
});
