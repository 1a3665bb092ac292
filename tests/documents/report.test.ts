import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { anchorsIn, Edition } from '../../server/src/documents/edition/edition.ts';
import { htmlFiles } from '../../server/src/documents/edition/html.ts';
import { markdownFiles } from '../../server/src/documents/edition/markdown.ts';
import { formatNamed } from '../../server/src/documents/formats.ts';
import { wordsOf } from '../../server/src/documents/plain-words.ts';
import { annualReport } from '../../server/src/documents/report/report.ts';
import type { Cell, Flow, Inline } from '../../server/src/documents/tree.ts';
import { engineFor } from '../helpers/engine.ts';
import { editionOf, editionsOf, hostileEditions, sampleEditions } from './editions.ts';
import { faultsOf } from './sound-html.ts';

/** All pieces of a tree that are of some type, in their order. */
function piecesOf<Type extends string>(tree: unknown, type: Type): { readonly type: Type }[] {
  const found: { readonly type: Type }[] = [];
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const piece = waiting.pop();
    if (typeof piece !== 'object' || piece === null) continue;
    if ((piece as { type?: unknown }).type === type) found.push(piece as { type: Type });
    waiting.push(...Object.values(piece).reverse());
  }
  return found;
}

type Heading = Flow & { readonly type: 'heading' };
type Table = Flow & { readonly type: 'table' };
type Mention = Inline & { readonly type: 'mention' };

const flowsIn = (edition: Edition): Flow[] => annualReport(edition).blocks.flatMap(({ flow }) => flow);
const headingsIn = (edition: Edition): Heading[] => piecesOf(flowsIn(edition), 'heading') as Heading[];

/** The headings of a report below the parts that every report has. */
const outlineOf = (plan: string): string[] =>
  headingsIn(editionOf(plan)).map(({ level, children }) => `${'#'.repeat(level)} ${wordsOf(children)}`);

/** A table of a report by its caption, as rows of words. */
function tableIn(plan: string, caption: string): string[][] {
  const tables = piecesOf(flowsIn(editionOf(plan)), 'table') as Table[];
  const found = tables.find((table) => wordsOf(table.caption ?? []) === caption);
  const rowOf = (row: readonly Cell[]): string[] => row.map(({ children }) => wordsOf(children));
  return found ? [...found.head, ...found.rows].map(rowOf) : [];
}

const markdownOf = (edition: Edition): string => String(markdownFiles(edition, annualReport(edition))[0]?.content);

test('the cover says what it is the report of, and has a place for the year', () => {
  const plan = 'plan p: Our Plan\n  organisation: Ashmere\n  area: The borough\n  period: 2026-04-01 to 2030-03-31\n';
  const text = markdownOf(editionOf(plan));
  expect(text).toMatch(
    /^Ashmere\n\n# Our Plan: annual report\n\nYear: \*\*Write here\*\*\n\nThe borough · Plan period: 1 April 2026 to 31 March 2030\n/,
  );
});

describe('where a measure stands', () => {
  const standing = (...lines: readonly string[]): string | undefined =>
    tableIn(
      `plan p: Plan\n\nmeasure m: M\n${lines.map((line) => `  ${line}\n`).join('')}`,
      'Measures against their targets',
    )[1]?.[3];

  test.each([
    [['direction: increase', 'target: 70%', 'actual 2026: 70%'], 'On target'],
    [['direction: increase', 'target: 70.3%', 'actual 2026: 70.1%'], 'Short of the target by 0.2 percentage points'],
    [
      ['direction: decrease', 'unit: homes', 'target: 1,000', 'actual 2026: 3,500'],
      'Short of the target by 2,500 homes',
    ],
    [['direction: decrease', 'target: 11,000 by 2030', 'actual 2026: 10,000', 'actual 2025: 99,000'], 'On target'],
    [['direction: maintain', 'target: 95%', 'actual 2026: 94%'], '1 percentage point below the target'],
    [['target: 40 homes', 'actual 2026: 31 homes'], '9 homes below the target'],
    [['target: 40', 'actual 2026: 40.5'], '0.5 above the target'],
    [['target: 40', 'actual 2026: 40'], 'The same as the target'],
    [['target: 40'], 'No result in the plan yet'],
    [['actual 2026: 40'], 'No target in the plan'],
    [['target: 40', 'actual 2026: many'], 'The result and the target can’t be compared as figures'],
    [['target: 40%', 'actual 2026: 40 homes'], 'The result and the target can’t be compared as figures'],
  ])('%j: %s', (lines, said) => {
    expect(standing(...lines)).toBe(said);
  });

  test('and which way it went since the baseline', () => {
    const text = markdownOf(
      editionOf('plan p: Plan\n\nmeasure m: M\n  direction: decrease\n  baseline: 10 in 2025\n  actual 2026: 12.5\n'),
    );
    expect(text).toContain('- **Since the baseline**: Up by 2.5, not the way that the plan wants');
  });
});

test('actions stand by their status, with what stands in them, and only what is written is said of them', () => {
  const plan = `plan p: Plan

priority a: First
  lead: The chief
  action one: One
    due: 2001-03
  action two: Two
    status: under way
    action inner: Inner
      status: done
    milestone mile: Mile
      due: 2001-02
  action three: Three
    status: done
  action four: Four
    status: delayed
`;
  const place = 'Write here: what was done, and what came of it';
  expect(tableIn(plan, 'Actions: First')).toEqual([
    ['Action', 'Status', 'Due', 'Lead', 'This year'],
    ['Three', 'Done', '', 'The chief', place],
    ['Two', 'Under way', '', 'The chief', place],
    ['Inner', 'Done', '', 'The chief', place],
    ['Milestone: Mile', 'No status yet', 'February 2001', 'The chief', place],
    ['Four', 'Delayed', '', 'The chief', place],
    ['One', 'No status yet', 'March 2001', 'The chief', place],
  ]);
  const text = markdownOf(editionOf(plan));
  expect(text).toContain('6 actions and milestones: 2 done, 1 under way, 1 delayed, 2 with no status yet.');
  expect(tableIn(plan, 'Actions and milestones by date').map(([due, what]) => [due, what])).toEqual([
    ['Due', 'Action or milestone'],
    ['February 2001', 'Milestone: Mile'],
    ['March 2001', 'One'],
  ]);
  expect(text).not.toMatch(/overdue|late\b/i);
});

test('questions stand under their outcomes, measures under their questions, priorities in their themes', () => {
  const plan = `plan p: Plan

outcome o: Outcome
  kpq q: Question
    measure m: Measure
  measure n: Measure of the outcome
outcome none: Outcome without anything
kpq loose: Loose question

theme t: Theme
  priority a: First
    outcomes: o
    priority b: Second
      action: Do it
`;
  expect(outlineOf(plan)).toEqual([
    '# Plan: annual report',
    '## How to use this draft',
    '## Contents',
    '## Foreword',
    '## The year at a glance',
    '## What changed: outcomes and questions',
    '### Outcome',
    '#### Question',
    '##### Measure',
    '#### Measure of the outcome',
    '### Outcome without anything',
    '### Other questions',
    '#### Loose question',
    '## What we did: priorities and actions',
    '### Theme',
    '#### First',
    '##### Second',
    '## Money',
    '## Who looked at this report',
    '## What the plan cannot show yet',
    '### Outcomes without a question or a measure',
    '### Questions without a measure',
    '### Measures without a baseline',
    '### Measures without a target',
    '### Measures without a result',
    '## What comes next',
  ]);
});

test('a plan of actions alone has a report too', () => {
  const outline = outlineOf('plan p: Plan\n\nsection s: Next steps\n  action: Do it\n');
  expect(outline).toContain('## What we did: priorities and actions');
  expect(outline.join('\n')).not.toContain('What changed');
});

test('an action that serves several priorities stands under the first, and the others lead to it', () => {
  const plan = `plan p: Plan

priority a: First
priority b: Second

section s: Next steps
  group g: Together
    lead-in: We will:
    priorities: b, a
    action do: do it
`;
  const text = markdownOf(editionOf(plan));
  expect(text).toMatch(/### <a id="a"><\/a>First[^#]*serve this one too:\n\n- \[do it\]\(#do\)/);
  expect(text).toMatch(/### <a id="b"><\/a>Second[^#]*We will:[^#]*<a id="do"><\/a>do it/);
});

test('a plan says what other plans do for its priorities, and theirs says where outcomes come from', () => {
  const files = {
    'main.plan': 'plan whole: The Plan\n\noutcome o: Calm\n\npriority a: First\n  outcomes: o\n',
    'delivery.plan': `plan delivery: The Delivery Plan
  delivers: whole

priority d: Deliver it
  priorities: whole.a
  action: Do it
    status: done
`,
  };
  const [whole, delivery] = ['whole', 'delivery'].map((id) => {
    const edition = editionsOf(engineFor(files)).find(({ source }) => source.plan.id === id);
    return edition ? markdownOf(edition) : '';
  });
  expect(whole).toContain('- **Carried out in**: Deliver it (The Delivery Plan): 1 action: 1 done.');
  expect(delivery).toContain('- **From**: The Plan\n- **Worked towards by**: [Deliver it](#d)');
});

test('what a budget meant to spend has places for what was spent', () => {
  const plan =
    'plan p: Plan\n\nbudget b: Money\n  line x: Lamps\n    amount: £1.2m\n    line y: Bulbs\n      amount: £1\n';
  expect(tableIn(plan, 'Money')).toEqual([
    ['Item', 'Planned', 'Spent'],
    ['Lamps', '£1.2m', 'Write here'],
    ['Bulbs', '£1', 'Write here'],
  ]);
});

test('a budget with a total has that too, and a budget of a total alone is told', () => {
  const plan = 'plan p: Plan\n\nbudget b: Money\n  total: £3m\n  line x: Lamps\n    amount: £1.2m\n';
  expect(tableIn(plan, 'Money')).toEqual([
    ['Item', 'Planned', 'Spent'],
    ['Lamps', '£1.2m', 'Write here'],
    ['Total', '£3m', 'Write here'],
  ]);
  expect(tableIn('plan p: Plan\n\nbudget b: Money\n  total: £3m\n', 'Money')).toHaveLength(2);
});

test('a share that is written without its sign has it', () => {
  const plan =
    'plan p: Plan\n\nkpq q: Question\n  measure m: Measure\n    unit: %\n    target: 95% by 2029\n    actual 2025: 91.3\n';
  expect(tableIn(plan, 'Measures against their targets')[1]?.[1]).toBe('91.3% (2025)');
});

test('a report in Welsh says all that it says itself in Welsh', () => {
  const plan = `plan p: Cynllun
  language: cy

outcome o: Canlyniad
  kpq q: Cwestiwn
    measure m: Mesur
      target: 40 by 2030
      actual 2026: 31
priority a: Blaenoriaeth
  outcomes: o
  action one: Gwnewch
    status: done
  action two: Gwnewch eto
`;
  const text = markdownOf(editionOf(plan));
  expect(text).toContain('# Cynllun: adroddiad blynyddol');
  expect(text).toContain('Gweithredoedd: 2 (gwnaed: 1, dim statws eto: 1).');
  expect(text).not.toMatch(/\b(?:the|what|here|target|action|measure|status yet|year|annual)\b/i);
});

describe.each([...sampleEditions, ...hostileEditions])('%s', (_, edition) => {
  const whole = annualReport(edition);
  const html = String(htmlFiles(edition, whole)[0]?.content);

  test('is sound, and every link in it leads somewhere', () => {
    const body = html.slice(html.indexOf('<body'), html.indexOf('</html>'));
    expect(faultsOf(body)).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    expect([...body.matchAll(/ href="#([^"]*)"/g)].filter(([, id]) => !known.has(id as string))).toEqual([]);
  });

  test('has headings that go down by one level at a time', () => {
    let before = 0;
    for (const { level, children } of piecesOf(whole.blocks, 'heading') as Heading[]) {
      expect(level, wordsOf(children)).toBeLessThanOrEqual(before + 1);
      before = level;
    }
  });

  test('has each outcome, question, measure, priority and action in one place, which is known', () => {
    const { snapshot, plan } = edition.source;
    const kinds = new Set(['outcome', 'kpq', 'measure', 'priority', 'action', 'milestone']);
    const anchors = anchorsIn(whole.blocks.map(({ flow }) => flow));
    const lost = [...snapshot.model.items(plan)]
      .filter(({ key }) => kinds.has(key))
      .flatMap((item) => {
        const anchor = whole.anchorOf(edition.ref(item));
        return anchor !== undefined && anchors.has(anchor) ? [] : [edition.ref(item)];
      });
    expect(lost).toEqual([]);
  });

  test('names nothing in the list of contents that is not there', () => {
    const contents = whole.blocks.find(({ role }) => role === 'contents');
    const anchors = anchorsIn(whole.blocks.map(({ flow }) => flow));
    const named = (piecesOf(contents?.flow, 'mention') as Mention[]).map(({ anchor }) => anchor ?? '');
    expect(named.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});

describe('the format', () => {
  const edition = editionOf('plan p: Plan\n\npriority a: First\n  action: Do it\n');

  test('report writes all of them; where nothing makes PDF, that is said', async () => {
    const files = (await formatNamed('report')?.write(edition)) ?? [];
    expect(files.map(({ name }) => name)).toEqual(['p.report.html', 'p.report.docx', 'p.report.md']);
    expect(files[0]?.remarks).toEqual([expect.stringMatching(/^p\.report\.pdf is not there\. /)]);
  });

  test('report has the PDF where something makes it', async () => {
    const typeset = async () => ({ bytes: Uint8Array.of(1), remarks: ['Made.'] });
    const files = (await formatNamed('report')?.write(new Edition({ ...edition.source, typeset }))) ?? [];
    expect(files.at(-1)).toMatchObject({ name: 'p.report.pdf', remarks: ['Made.'] });
  });

  test.each(['html', 'docx', 'md'])('report-%s writes one', async (format) => {
    const files = (await formatNamed(`report-${format}`)?.write(edition)) ?? [];
    expect(files.map(({ name }) => name)).toEqual([`p.report.${format}`]);
  });

  test('in Word, each place to write in is one that goes when somebody writes', async () => {
    const [file] = (await formatNamed('report-docx')?.write(edition)) ?? [];
    const xml = strFromU8(unzipSync(file?.content as Uint8Array)['word/document.xml'] as Uint8Array);
    const tree = annualReport(edition).blocks;
    const cells = (piecesOf(tree, 'table') as Table[]).flatMap(({ rows }) => rows.flat());
    const places = [...piecesOf(tree, 'paragraph'), ...cells].filter((one) => 'role' in one && one.role === 'place');
    expect(xml.match(/<w:showingPlcHdr\/>/g)).toHaveLength(places.length);
  });

  test('the same plan gives the same bytes', async () => {
    const once = await formatNamed('report')?.write(edition);
    const again = await formatNamed('report')?.write(new Edition(edition.source));
    expect(again).toEqual(once);
  });
});
