import { expect, test } from 'vitest';
import { rules } from '../../server/src/checks/index.ts';
import type { CheckedDiagnostic } from '../../server/src/reporters/checked.ts';
import type { Report } from '../../server/src/reporters/report.ts';
import { reportOn, written } from './reports.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Place {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Region;
  };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations?: readonly {
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Place[];
    readonly relatedLocations?: readonly Place[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly suppressions?: readonly object[];
    readonly fixes?: readonly {
      readonly artifactChanges: readonly {
        readonly replacements: readonly {
          readonly deletedRegion: Region;
          readonly insertedContent: { readonly text: string };
        }[];
      }[];
    }[];
  }[];
}

const runOf = (report: Report): Run => JSON.parse(written('sarif', report)).runs[0];

const plan = `plan county: County Plan 🌱

outcome safe: 🌱 Communities are safe
outcome safe: Again

outcom well: People are well

# allow thread/outcome-without-priority: agreed with the Panel
outcome alone: Nobody works for it
`;

const run = runOf(reportOn({ 'plans/our county é.plan': plan }));
const resultOf = (rule: string) => run.results.find(({ ruleId }) => ruleId === rule);

test('places are lines and columns from 1, in UTF-16, with the end behind the last', () => {
  expect(resultOf('syntax/unknown-key')?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'plans/our%20county%20%C3%A9.plan', uriBaseId: '%SRCROOT%' },
        region: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 7 },
      },
    },
  ]);
});

test('the gravest come first, each with its rule, and what is allowed last', () => {
  const order = ['error', 'warning', 'note'];
  const open = run.results.filter(({ suppressions }) => !suppressions);
  expect(open.map(({ level }) => order.indexOf(level))).toEqual(
    open.map(({ level }) => order.indexOf(level)).toSorted(),
  );
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(run.results.at(-1)?.suppressions).toEqual([
    { kind: 'inSource', status: 'accepted', justification: 'agreed with the Panel' },
  ]);
  expect(run.results.filter(({ suppressions }) => suppressions)).toHaveLength(1);
});

test('a finding has its other places and its mends', () => {
  expect(resultOf('reference/duplicate-id')?.relatedLocations?.[0]).toMatchObject({
    id: 0,
    physicalLocation: { region: { startLine: 3 } },
  });
  const mends = resultOf('syntax/unknown-key')?.fixes?.flatMap(({ artifactChanges }) => artifactChanges);
  expect(mends?.[0]?.replacements[0]).toMatchObject({
    deletedRegion: { startLine: 6, startColumn: 1, endLine: 6, endColumn: 7 },
    insertedContent: { text: 'outcome' },
  });
});

test('no two findings have the same fingerprint', () => {
  const all = run.results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
  expect(new Set(all).size).toBe(all.length);
});

test('a file outside the repository has its whole address, and a library of the program none', () => {
  const report = reportOn({ 'a.plan': plan });
  const [first, ...others] = report.diagnostics;
  const away: CheckedDiagnostic = {
    ...(first as CheckedDiagnostic),
    file: '/elsewhere/a b.plan',
    related: [{ message: 'There.', file: 'goldthread:wfg-2015.plan', range: first!.range }],
  };
  const { results } = runOf({ ...report, diagnostics: [away, ...others], show: (path) => `../..${path}` });
  const one = results.find(({ locations }) =>
    locations[0]?.physicalLocation.artifactLocation.uri.includes('elsewhere'),
  );
  expect(one?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: 'file:///elsewhere/a%20b.plan' });
  expect(one?.relatedLocations).toBeUndefined();
});

test('a run has no more findings than GitHub takes, the gravest, and says how many are left out', () => {
  const report = reportOn({ 'a.plan': plan });
  const hint = report.diagnostics.find(({ severity }) => severity !== 'error') as CheckedDiagnostic;
  const error = report.diagnostics.find(({ severity }) => severity === 'error') as CheckedDiagnostic;
  const many = runOf({ ...report, diagnostics: [...Array<CheckedDiagnostic>(26_000).fill(hint), error] });
  expect(many.results).toHaveLength(25_000);
  expect(many.results[0]?.level).toBe('error');
  expect(many.invocations?.[0]?.toolExecutionNotifications[0]?.message.text).toBe(
    '1002 more findings are left out: a run has 25000 at most.',
  );
});

test('no rule says more than GitHub shows', () => {
  for (const { id, says, why, source } of rules) {
    expect([id, says.length < 1024, `${why} Source: ${source}`.length < 1024]).toEqual([id, true, true]);
    expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
  }
});
