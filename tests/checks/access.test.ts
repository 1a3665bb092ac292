import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf, engineFor } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

/** Expects the marked findings of a rule, and no others of it. */
function expectMarked(rule: string, marked: string): void {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, [`access/${rule}`])).toEqual(expected);
}

const findings = (plan: Example, rule: string): Diagnostic[] =>
  diagnosticsOf(plan).filter((diagnostic) => diagnostic.rule === `access/${rule}`);

/** The plan after the first mend of the first finding of a rule. */
function mended(plan: string, rule: string): string | undefined {
  const fix = findings(plan, rule)[0]?.fixes[0];
  const after = fix && applyFix(plan, fix);
  return typeof after === 'object' ? after['main.plan'] : after;
}

describe('image-without-alt', () => {
  test('figures and pictures in texts', () => {
    expectMarked(
      'image-without-alt',
      `plan p: Local Plan

section maps: Maps
  figure wards: Our wards
# ^^^^^^^^^^^^ access/image-without-alt
    image: wards.png
  figure: Our parks
    image: parks.png
    alt: Map of twelve parks
  figure: Ein parciau
    image: parks.png
    alt cy: Map o ddeuddeg parc
  figure: A picture that is yet to come
  text:
    ![](roads.png) and ![Map of our roads](roads.png)
#   ^^^ access/image-without-alt
    ![ ][roads]
#   ^^^^ access/image-without-alt
    A list of [] and ![
`,
    );
  });

  test('an empty alt has been reported as an empty field', () => {
    const plan = 'plan p: P\n\nfigure: Our parks\n  image: parks.png\n  alt:\n';
    expect(found(plan, ['access', 'syntax/empty-field'])).toEqual(['5:2-5 syntax/empty-field']);
  });
});

describe('heading-skipped', () => {
  test('between headings of one text', () => {
    expectMarked(
      'heading-skipped',
      `plan p: Health Plan

section care: Care
  text:
    ### Any level may come first

    ##### But not this one
#   ^^^^^ access/heading-skipped
    #### This is fine

    ##### And this

    ## And back

    ~~~
    ###### No heading
    ~~~

    #No heading
        ###### No heading either
    Underlined
    ==========

    ### Two below an underlined one
#   ^^^ access/heading-skipped

    - a point
    ---
    #### One below
  text:
    ###### A text of its own
  # A comment, and not a heading: ####
`,
    );
  });

  test('a table and a line across are no headings', () => {
    expect(
      found('plan p: P\n\nsection s: S\n  text:\n    # One\n\n    | A |\n    ---\n\n    ## Two\n    ### Three\n', [
        'access/heading',
      ]),
    ).toEqual([]);
  });

  test('is raised with what is below it', () => {
    const plan =
      'plan p: P\n\nsection s: S\n  text:\n    # One\n    #### Two\n    ##### Three\n    #### Four\n    ## Five\n';
    expect(mended(plan, 'heading-skipped')).toBe(
      'plan p: P\n\nsection s: S\n  text:\n    # One\n    ## Two\n    ### Three\n    ## Four\n    ## Five\n',
    );
  });
});

describe('link-text', () => {
  test('empty words and web addresses', () => {
    expectMarked(
      'link-text',
      `plan p: Health Plan

role nurse: Chief Nurse

section help: Getting help
  text:
    See [here](https://example.org), **[Read more…](a.pdf)**, [**Click
#        ^^^^ access/link-text
#                                       ^^^^^^^^^^ access/link-text
#                                                              ^ access/link-text
    here**][1] or [[nurse|more information]].
#                         ^^^^^^^^^^^^^^^^ access/link-text
    <https://example.org/a> [https://example.org/a](https://example.org/a)
#    ^^^^^^^^^^^^^^^^^^^^^ access/link-text
#                            ^^^^^^^^^^^^^^^^^^^^^ access/link-text
    [our report](https://example.org), [www.example.org](https://www.example.org), <help@example.org>,
    https://example.org, ![here](map.png), here [and now], [[nurse|our nurse]], [[nurse]]
  text cy: [Cliciwch yma](https://example.org)
#           ^^^^^^^^^^^^ access/link-text
`,
    );
  });

  test('a link to an item prints its title', () => {
    const plan = 'plan p: P\n\nrole nurse: Nurse\n\nsection s: S\n  text: Ask [[nurse|here]].\n';
    expect(mended(plan, 'link-text')).toBe(plan.replace('[[nurse|here]]', '[[nurse]]'));
  });
});

describe('capitals', () => {
  test('titles and texts, but not abbreviations', () => {
    expectMarked(
      'capitals',
      `plan p: OUR COUNCIL PLAN 2026
#       ^^^^^^^^^^^^^^^^ access/capitals
  marking: NOT PROTECTIVELY MARKED

priority a: Work with MAPPA, MARAC, NHS and HMICFRS
  title cy: DIOGELU POBL AGORED I NIWED
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ access/capitals
  why:
    BCUHB, NWP, PCC and the OPCC. USA NHS BBC. **WE WILL ACT.** KEEP IN
#                                                ^^^^^^^^^^^ access/capitals
    TOUCH. HMICFRS PEEL NPCC. Iaith y GIG a'r BIPBC. https://example.org/WE-WILL-ACT
  text: [[a|A]] B C D, SAFER and STRONGER, PRIORITY ONE
`,
    );
  });

  test('are written small, in all places of the text', () => {
    const plan =
      "plan p: P\n\nsection s: S\n  text:\n    CHIEF CONSTABLE'S OWN FOREWORD. It says: WORK WITH THE NHS\n    AND GWENT.\n";
    expect(mended(plan, 'capitals')).toBe(
      "plan p: P\n\nsection s: S\n  text:\n    Chief constable's own foreword. It says: Work with the NHS\n    and gwent.\n",
    );
    expect(findings(plan, 'capitals')).toHaveLength(1);
    expect(mended('plan p: P\n\naction: DIOGELU PLANT YNG NGHYMRU\n', 'capitals')).toContain(
      'Diogelu plant yng nghymru',
    );
  });
});

describe('table-without-header', () => {
  test('tables in Markdown', () => {
    expectMarked(
      'table-without-header',
      `plan p: Staff Plan

table: Staff
  text:
    |  | |
#   ^^^^^^ access/table-without-header
    |---|:---:|
    | North | 120 |

    | Area | Nurses |
#   ^^^^^^^^^^^^^^^^^ access/table-without-header
    | North | 120 |

    | | 2025 | 2026 |
    |---|---|---|
    | North | 120 | 130 |

    Area | Nurses
    -----|------
    North | 120

section s: Words
  text:
    We ask [[a|one]] and
    [[b|two]] and x | y.

    | A single line that begins with a stroke

    |---|---|
#   ^^^^^^^^^ access/table-without-header
    | North | 120 |
  text: |a|
`,
    );
  });

  test('mends', () => {
    const empty =
      'plan p: P\n\ntable: T\n  text:\n    | | |\n    |---|---|\n    | Area | Nurses |\n    | North | 120 |\n';
    const whole = 'plan p: P\n\ntable: T\n  text:\n    | Area | Nurses |\n    |---|---|\n    | North | 120 |\n';
    expect(mended(empty, 'table-without-header')).toBe(whole);
    expect(mended(whole.replace('    |---|---|\n', ''), 'table-without-header')).toBe(whole);
  });

  test.each([
    ['Area,Nurses\nNorth,120\n', 0],
    ['\uFEFF"Area, ward",2025\r\nNorth,120\r\n', 0],
    ['2024/25,2025/26\n1,2\n', 0],
    ['North,120\nSouth,130\n', 0],
    ['', 0],
    [',,\nNorth,120\n', 1],
    ['120,"1,300",£2.4m\n', 1],
    ['120,"1,300",45%\n130,1400,46%\n', 1],
  ])('tables from data that begin with %j', (csv, count) => {
    const files = { 'main.plan': 'plan p: P\n\ntable: T\n  data: t.csv\n', 't.csv': csv };
    expect(findings(files, 'table-without-header')).toHaveLength(count);
  });

  test('the data of a measure are no table', () => {
    const files = { 'main.plan': 'plan p: P\n\nmeasure m: M\n  data: t.csv\n', 't.csv': '1,2\n' };
    expect(findings(files, 'table-without-header')).toEqual([]);
  });
});

test.each([
  ['brackets', '['.repeat(60_000)],
  ['pictures', '![ '.repeat(30_000)],
  ['addresses', '<https://a'.repeat(20_000)],
  ['capitals', 'ABCDEF '.repeat(30_000)],
  ['one word', `${'A'.repeat(100_000)}a`],
  ['spaces between capitals', `ABCDE${' '.repeat(50_000)}ABCDE${' '.repeat(50_000)}x`],
  ['strokes', '|'.repeat(100_000)],
  ['hyphens', `a|b\n    ${'- '.repeat(50_000)}|x`],
  ['headings', '# A\n    ###### B\n    '.repeat(10_000)],
  ['fences', '```\n    ~~~\n    '.repeat(10_000)],
])('a text of many %s is read in no time', (_, text) => {
  const engine = engineFor(`plan p: P\n\nsection s: S\n  text:\n    ${text}\n`);
  const started = performance.now();
  engine.update();
  expect([...engine.checker.failures.keys()].filter((rule) => rule.startsWith('access/'))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3000);
});
