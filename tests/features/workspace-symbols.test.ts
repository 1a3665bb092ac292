import { expect, test } from 'vitest';
import { SymbolTable } from '../../server/src/features/symbol-table.ts';
import { SymbolSearch } from '../../server/src/features/workspace-symbols.ts';
import { PlanFile } from '../../server/src/workspace/plan-file.ts';

const plans: Readonly<Record<string, string>> = {
  'a.plan':
    'plan a: Plan A\n\n# One\noutcome safe: Communities are safe\n\npriority road-safety: Improve road safety\n  action: Build safer crossings\n',
  'b.plan': '# language: cy\ncynllun b: Cynllun B\n\ncanlyniad dwr: Dŵr glân i bawb\n\ncpa: A yw’r dŵr yn lân?\n',
  'c.plan': 'part a: Part\n\nmeasure asb: Anti-social behaviour [[safe|recorded]]\n\ngroup:\n  action: Talk\n',
};

/** What a search finds, in files in memory or in others; the same in both. */
function found(query: string): string[] {
  const [held, elsewhere] = [true, false].map((isHeld) => {
    const table = new SymbolTable();
    const search = new SymbolSearch(query);
    for (const [path, text] of Object.entries(plans)) {
      const version = {};
      if (!isHeld) table.set(version, text);
      const rows = isHeld
        ? table.rowsIn(new PlanFile(path, text), search.mayHold)
        : table.rows(version, search.mayHold);
      search.add(rows, { path, container: path });
    }
    return search.symbols().map(({ name, path, line }) => `${path}:${line} ${name}`);
  });
  expect(held).toEqual(elsewhere);
  return held ?? [];
}

const safe = 'a.plan:3 Communities are safe (outcome safe)';
const road = 'a.plan:5 Improve road safety (priority road-safety)';
const crossings = 'a.plan:6 Build safer crossings (action)';
const water = 'b.plan:3 Dŵr glân i bawb (canlyniad dwr)';
const asked = 'b.plan:5 A yw’r dŵr yn lân? (CPA)';
const crime = 'c.plan:2 Anti-social behaviour recorded (measure asb)';

test.each([
  ['road', [road]],
  ['ROAD', [road]],
  ['safety improve', [road]],
  ['afe', [safe, crossings, road]],
  ['safe', [safe, crossings, road]],
  ['build', [crossings]],
  ['road-safety', [road]],
  ['priority', [road]],
  ['priority road', [road]],
  ['canlyniad', [safe, water]],
  ['outcomes', [safe, water]],
  ['performance', [asked]],
  ['dwr', [water, asked]],
  ['dŵr', [water, asked]],
  ['DW\u0302R glan', [water]],
  ['asb', [crime]],
  ['group', ['c.plan:4 group']],
  ['nothing of the sort', []],
  ['safe nothing', []],
])('%j', (query, expected) => {
  expect([...found(query)].sort()).toEqual([...expected].sort());
});

test('the best come first', () => {
  expect(found('plan')[0]).toBe('a.plan:0 Plan A (plan a)');
  expect(found('safe')[0]).toBe(crossings);
  expect(found('')).toHaveLength(11);
});

test('no more than 200, and the best of them', () => {
  const table = new SymbolTable();
  const search = new SymbolSearch('needle');
  for (let count = 0; count < 300; count++) {
    const items = Array.from({ length: 20 }, (_, index) => `action: A haystack with a needle ${index}\n`).join('');
    const text = count === 200 ? `${items}action: Needle\n` : items;
    search.add(table.rowsIn(new PlanFile(`${count}.plan`, text), search.mayHold), {
      path: `${count}.plan`,
      container: '',
    });
  }
  expect(search.symbols()).toHaveLength(200);
  expect(search.symbols()[0]?.name).toBe('Needle (action)');
});

test('a table is read once for each version of a file', () => {
  const table = new SymbolTable();
  const version = {};
  expect(table.has(version)).toBe(false);
  table.set(version, plans['a.plan'] ?? '');
  expect(table.has(version)).toBe(true);
  expect(table.has({})).toBe(false);
  expect([...table.rows({}, () => true)]).toEqual([]);
});
