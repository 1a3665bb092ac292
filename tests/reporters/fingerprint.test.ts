import { expect, test } from 'vitest';
import { names } from '../../server/src/reporters/fingerprint.ts';
import { sorted } from '../../server/src/reporters/known.ts';
import { type Files, found, namesIn, reportOn } from './reports.ts';

const plan = `plan county: County Plan
  status: published

outcome safe: Communities are safe

priority streets: Safer streets
  outcomes: safe, saef
  action: Meet every month
    due: 2027-13
  action: Meet every week
    due: 2027-14

outcom well: People are well
`;

const files: Files = { 'county.plan': plan };

const known = (some: Files): string[] => [...namesIn(some).values()].toSorted();

test.each<[string, Files]>([
  ['lines came above', { 'county.plan': plan.replace('outcome', '# A comment\n\nsection intro: Intro\n\noutcome') }],
  ['line ends changed', { 'county.plan': plan.replaceAll('\n', '\r\n') }],
  [
    'blocks changed places',
    {
      'county.plan': plan.replace(/outcome safe.*\n\n/, '').concat('\noutcome safe: Communities are safe\n'),
    },
  ],
  ['the item has another title', { 'county.plan': plan.replace('Safer streets', 'Streets that are safer') }],
  ['the file has another name', { 'plans/our-county.plan': plan }],
  [
    'a block moved to a part',
    {
      'county.plan': plan.replace(/priority[\s\S]*?\n\n/, 'include: part.plan\n\n'),
      'part.plan': `part county: Part\n\n${/priority[\s\S]*?\n\n/.exec(plan)?.[0]}`,
    },
  ],
  ['another plan came', { ...files, 'other.plan': '' }],
])('findings stay known where %s', (_, changed) => {
  const before = known(files);
  expect(before.length).toBeGreaterThan(4);
  expect(known(changed).filter((name) => before.includes(name))).toEqual(before);
});

test.each<[string, string, string]>([
  ['another plan', 'plan county:', 'plan city:'],
  ['another item', 'priority streets:', 'priority roads:'],
  ['another line of an item without an id', 'due: 2027-13', 'due: 2027-15'],
])('findings in %s are others', (_, from, to) => {
  const before = new Set(known(files));
  const after = known({ 'county.plan': plan.replace(from, to) });
  expect(after.some((name) => !before.has(name))).toBe(true);
});

test('no two findings have the same fingerprint, and of one name they are counted', () => {
  const report = reportOn({ 'county.plan': plan.replace('safe, saef', 'saef, sfae, safer') });
  const fingerprints = report.diagnostics.map((diagnostic) => report.fingerprint(diagnostic));
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
  expect(fingerprints.every((one) => /^[0-9a-f]{32}:\d+$/.test(one))).toBe(true);
  expect(fingerprints.filter((one) => one.endsWith(':3'))).toHaveLength(1);
});

/** The messages of what is new in a text, and of what is gone. */
function news(before: string, after: string) {
  const [old, young] = [found({ 'a.plan': before }), found({ 'a.plan': after })];
  const [oldNames, youngNames] = [namesOf(old), namesOf(young)];
  const earlier = everything(old).map((one) => ({ ...one, name: oldNames.get(one) ?? '' }));
  const { fresh, gone } = sorted(everything(young), earlier, youngNames);
  return {
    fresh: fresh.map(({ rule, range }) => `${range.start.line + 1} ${rule}`),
    gone: gone.map(({ rule, range }) => `${range.start.line + 1} ${rule}`),
  };
}

const everything = ({ files: all }: ReturnType<typeof found>) => all.flatMap(({ diagnostics }) => diagnostics);
const namesOf = (result: ReturnType<typeof found>) => names(result, (path) => path);

test.each<[string, string, string, readonly string[], readonly string[]]>([
  ['nothing changed', 'County', 'County', [], []],
  ['one of two mistakes was replaced by another', 'safe, saef', 'safe, sfea', [], []],
  ['a second mistake came before the first', 'safe, saef', 'other, saef, safe', ['7 reference/unknown-id'], []],
  ['a mistake was mended', 'safe, saef', 'safe', [], ['7 reference/unknown-id']],
])('where %s', (_, from, to, fresh, gone) => {
  expect(news(plan, plan.replace(from, to))).toEqual({ fresh, gone });
});

test('what only hinted in a draft is new when the plan is published', () => {
  const outcome = '\n\noutcome alone: All alone\n';
  const { fresh } = news(`plan a: A\n  status: draft${outcome}`, `plan a: A\n  status: published${outcome}`);
  expect(fresh).toContain('4 thread/outcome-without-priority');
  expect(news(`plan a: A\n  status: published${outcome}`, `plan a: A\n  status: draft${outcome}`).fresh).toEqual([]);
});
