import type { TextChange } from '@goldthread/grammar';

/** A change such as a writer makes, somewhere in a text: typing, deleting, doubling and moving lines and words. */
export function someChange(text: string, random: () => number): TextChange {
  const lines = text.split(/(?<=\n)/);
  const number = Math.floor(random() * lines.length);
  const start = lines.slice(0, number).join('').length;
  const line = lines[number] ?? '';
  const end = start + line.length;
  const words = [...line.matchAll(/[\p{L}\p{N}-]+/gu)];
  const word = words[Math.floor(random() * words.length)];
  const other = lines[Math.floor(random() * lines.length)] ?? '';
  const wordAt = start + (word?.index ?? 0);
  const changes: TextChange[] = [
    { start, end, text: '' },
    { start, end: start, text: line },
    { start, end, text: other },
    { start, end: start, text: other },
    { start: wordAt, end: wordAt, text: 'x' },
    { start: wordAt, end: wordAt + (word?.[0].length ?? 0), text: '' },
    { start: wordAt, end: wordAt + (word?.[0].length ?? 0), text: [...other.matchAll(/[a-z-]+/g)].at(-1)?.[0] ?? 'y' },
    { start, end: start, text: '  ' },
    { start: end, end: Math.min(text.length, end + 400), text: '' },
    { start, end: start, text: '\n' },
  ];
  return changes[Math.floor(random() * changes.length)] as TextChange;
}

/** Several small files that lean on one another: a plan with a part, the plan that it delivers, and a library with a framework. */
export const county = {
  'county/plan.plan': `plan borough: The Borough Plan
  uses: county, region
  delivers: region
  covers: county.well-being
  status: approved

outcome well: People live well
  goals: county.healthy
kpq how-well: How well do people live?
  outcomes: well

include: homes.plan

section next: Next steps
  priorities: homes
  action: Build 200 homes
    partners: county.trust
`,
  'county/homes.plan': `part borough: Homes

priority homes: Build homes
  outcomes: well
  kpqs: how-well
  priorities: region.housing
  text: Homes for all, with the NHS. See [[next]].
`,
  'county/region.plan': `plan region: The Region's Plan

outcome housed: Everyone has a home
kpq how-housed: How many people have no home?
  outcomes: housed

priority housing: Homes across the region
  outcomes: housed
  kpqs: how-housed
`,
  'county/library.plan': `library county: Across the county

framework well-being: Well-being goals
  goal healthy: A healthy county
  goal fair: A fair county
  requirement report: Report each year

partner trust: The Housing Trust

term: NHS
  means: National Health Service
`,
};
