import { expect, test } from 'vitest';
import { editionOf, hostileEditions, sampleEditions, textIn } from './editions.ts';

const mermaid = (plan: string): string => textIn(editionOf(plan), 'mermaid', '.mmd');

test('the thread is a flow chart from measures to outcomes', () => {
  const plan = `plan p: Plan
  numbering: priorities

outcome safe: Communities are "safe"
  kpq how: How safe?

theme streets: Streets
  priority lamps: More lamps
    outcomes: safe
    kpqs: how
    priority inner: Inside
`;
  const lines = mermaid(plan).split('\n');
  expect(lines.slice(0, 9)).toEqual([
    'flowchart RL',
    '  accTitle: The golden thread: Plan',
    '  accDescr: 1 outcome, 1 theme, 2 priorities, 1 KPQ. The thread is broken in 3 places.',
    '  n1(["Communities are #34;safe#34;"])',
    '  n2{{"How safe?"}}',
    '  subgraph n3["Streets"]',
    '    n4["1 More lamps"]',
    '    n5["1.1 Inside"]',
    '  end',
  ]);
  expect(lines).toEqual(expect.arrayContaining(['  n2 -.-> n1', '  n4 --> n1', '  n4 --> n2']));
});

/** The only lines that there are. */
const line =
  /^(?:flowchart RL| {2}acc(?:Title|Descr): [^"%;{}<>]*(?:#\d+;[^"%;{}<>]*)*| {2,4}n\d+(?:\(\[|\{\{|\[\/?)"(?:[^"#%;`<>&{}]|#\d+;)*"(?:\]\)|\}\}|\/?\])| {2}subgraph n\d+\["(?:[^"#%;`<>&{}]|#\d+;)*"\]| {2}end| {2}n\d+ (?:-->|-\.->) n\d+|)$/u;

test.each([...sampleEditions, ...hostileEditions])('%s is nothing but boxes and lines', (_, edition) => {
  const lines = textIn(edition, 'mermaid', '.mmd').split('\n');
  expect(lines.filter((one) => !line.test(one))).toEqual([]);
});
