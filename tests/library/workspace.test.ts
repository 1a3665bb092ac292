import { describe, expect, test } from 'vitest';
import {
  explain,
  format,
  formats,
  GoldthreadError,
  type InMemory,
  open,
  profiles,
  rules,
  version,
} from '../../server/src/index.ts';
import { filesOfSample, samples } from '../helpers/samples.ts';

const plan = `plan our-borough: Our borough
  organisation: Ashmere Borough Council
  period: 2026 to 2030
  language: en
  status: published

outcome warm-homes: People live in warm homes
  kpq how-warm: How warm are the homes that people rent?
    measure rented-homes: Rented homes with an EPC grade of C or better
      unit: homes
      baseline: 5,200 in 2024/25
      target: 7,000 by 2030-03
      actual 2025/26: 5,450
      data: figures.csv
      frequency: yearly

priority good-homes: Make every home a good home
  outcomes: warm-homes
  kpqs: how-warm
  action: Fit loft lining in the coldest homes
    lead: housing
    due: 2028-10

role housing: Head of Housing
`;
const figures = 'period,value\n2026/27,5900\n';
const memory = (files: InMemory['files'], options = {}) => open({ files }, options);
const borough = (options = {}) => memory({ 'our-borough.plan': plan, 'figures.csv': figures }, options);
const faultOf = async (work: Promise<unknown> | (() => unknown)): Promise<GoldthreadError> => {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof GoldthreadError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
};

describe('a plan', () => {
  test('says what it is', async () => {
    const { plans, files, faults } = await borough();
    expect(
      plans.map(({ ref, id, title, kind, files, languages }) => ({ ref, id, title, kind, files, languages })),
    ).toEqual([
      {
        ref: 'our-borough',
        id: 'our-borough',
        title: 'Our borough',
        kind: 'plan',
        files: ['our-borough.plan'],
        languages: ['en'],
      },
    ]);
    expect({ files, faults }).toEqual({ files: ['our-borough.plan'], faults: [] });
  });

  test('gives its items, by kind and by name', async () => {
    const found = (await borough()).plan('our-borough');
    expect(found.items().map(({ kind }) => kind)).toEqual(['outcome', 'kpq', 'measure', 'priority', 'action', 'role']);
    expect(found.items('priority').map(({ title }) => title)).toEqual(['Make every home a good home']);
    expect(found.item('warm-homes')).toBe(found.item('our-borough.warm-homes'));
    expect(found.item('warm-homes')).toMatchObject({
      ref: 'our-borough.warm-homes',
      parent: null,
      range: { start: { line: 6 } },
    });
    expect(found.item('rented-homes')?.fields).toMatchObject({ unit: 'homes', 'actual 2025/26': '5,450' });
    expect(found.item('nothing')).toBeUndefined();
  });

  test('gives its links, those that nobody wrote too', async () => {
    const links = (await borough()).plan('our-borough').links();
    expect(links.map(({ from, kind, to, origin }) => `${from} ${kind} ${to} ${origin}`)).toEqual([
      'our-borough.how-warm outcomes our-borough.warm-homes implied',
      'our-borough.how-warm measures our-borough.rented-homes implied',
      'our-borough.rented-homes kpqs our-borough.how-warm implied',
      'our-borough.good-homes outcomes our-borough.warm-homes written',
      'our-borough.good-homes kpqs our-borough.how-warm written',
      'our-borough.good-homes/action-1 priorities our-borough.good-homes implied',
      'our-borough.good-homes/action-1 lead our-borough.housing written',
    ]);
  });

  test('reads its figures, those of a file too', async () => {
    const [measure] = (await borough()).plan('our-borough').measures();
    expect(measure).toMatchObject({
      ref: 'our-borough.rented-homes',
      unit: 'homes',
      baseline: { written: '5,200', value: 5200, period: '2024/25', from: '2024-04-01', to: '2025-03-31' },
      target: { value: 7000, to: '2030-03-31' },
      questions: ['our-borough.how-warm'],
      outcomes: ['our-borough.warm-homes'],
    });
    expect(measure?.actuals.map(({ period, value }) => [period, value])).toEqual([
      ['2025/26', 5450],
      ['2026/27', 5900],
    ]);
  });

  test('gives the tables that CSV is made of', async () => {
    const workspace = await borough();
    const tables = workspace.plan('our-borough').tables();
    const files = await workspace.build({ to: 'csv', force: true });
    expect(files.map(({ name }) => name)).toEqual(tables.map(({ name }) => `our-borough.${name}.csv`));
    for (const { columns, rows } of tables) for (const row of rows) expect(row.length).toBe(columns.length);
    expect(tables.find(({ name }) => name === 'actions')?.rows).toHaveLength(1);
  });

  test('says what it has for its frameworks', async () => {
    const workspace = await memory(filesOfSample('south-wales'));
    const [strategic] = workspace.plan('south-wales').coverage();
    expect(strategic?.title).toBe('Strategic Policing Requirement');
    expect(strategic?.points.every(({ isServed }) => isServed)).toBe(true);
  });

  test('is called after its file where it has no id, and others are offered', async () => {
    const workspace = await memory({ 'plans/ours.plan': 'plan: Ours\n', 'plans/theirs.plan': 'plan theirs: Theirs\n' });
    expect(workspace.plan('ours').id).toBeNull();
    expect((await faultOf(() => workspace.plan('their'))).message).toBe(
      'There is no plan called ‘their’. Did you mean ‘theirs’?',
    );
  });
});

describe('what is wrong', () => {
  const wrong = plan.replace('outcomes: warm-homes', 'outcomes: warm-home');

  test('is told with its place, its item and its mends', async () => {
    const workspace = await memory({ 'a.plan': wrong, 'figures.csv': figures });
    const [first, ...others] = workspace.diagnostics().filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      rule: 'reference/unknown-id',
      file: 'a.plan',
      item: { ref: 'our-borough.good-homes', kind: 'priority' },
    });
    expect(workspace.plans[0]?.diagnostics()).toEqual(workspace.diagnostics());
  });

  test('is mended by the edits of a fix', async () => {
    const workspace = await memory({ 'a.plan': wrong, 'figures.csv': figures });
    const found = workspace.diagnostics().find(({ rule }) => rule === 'reference/unknown-id');
    const fix = found?.fixes[0];
    workspace.apply(fix?.edits ?? []);
    expect(workspace.text('a.plan')).toBe(plan);
    expect(workspace.diagnostics().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is what the settings of the project ask, and what the caller asks over them', async () => {
    const files = { 'a.plan': 'plan a: A\n', 'goldthread.json': '{ "rules": { "plan/*": "off" } }' };
    expect((await memory(files)).diagnostics()).toEqual([]);
    const asked = await memory(files, { rules: { 'plan/no-organisation': 'error' } });
    expect(asked.diagnostics().map(({ rule, severity }) => [rule, severity])).toEqual([
      ['plan/no-organisation', 'error'],
    ]);
    const bad = await memory({ 'a.plan': 'plan a: A\n', 'goldthread.json': '{ "final": "yes" }' });
    expect(bad.faults).toEqual([
      'goldthread.json:1:12: What stands here is true or false, without quotation marks: "final": true.',
    ]);
  });

  test('of options is told', async () => {
    const fault = await faultOf(memory({}, { profiles: ['wale'], rules: { 'plan/no-organistion': 'off' } }));
    expect(fault.message).toBe(
      'There is no profile called ‘wale’. Did you mean “wales”?\nThere is no check called ‘plan/no-organistion’. Did you mean “plan/no-organisation”?',
    );
  });

  test('of what is handed over is told', async () => {
    const asAnything = (thing: unknown) => thing as string;
    for (const thing of [5, null, {}, [5], new Map()])
      expect((await faultOf(open(asAnything(thing)))).message).toMatch(/^Say what to open: paths/);
    expect((await faultOf(memory({ 'a.plan': asAnything(5) }))).message).toBe(
      'The content of a.plan is neither a text nor bytes (Uint8Array).',
    );
    expect((await faultOf((await borough()).build({ to: asAnything(undefined) }))).message).toMatch(/^Say which/);
  });

  test('of parts without a plan is told', async () => {
    const { plans, faults } = await memory({ 'b.plan': 'part of a\n\noutcome x: X\n' });
    expect(plans).toEqual([]);
    expect(faults).toEqual(['b.plan is a part that no plan includes. Name it in its plan: “include: …”.']);
  });
});

describe('changes', () => {
  test('are seen at once, as if everything had been opened anew', async () => {
    const workspace = await borough();
    const ours = workspace.plan('our-borough');
    const before = ours.items();
    const changed = plan.replace('warm homes', 'warm, safe homes').replace('figures.csv', 'other.csv');
    workspace.set('our-borough.plan', changed);
    workspace.set('other.csv', 'period,value\n2027/28,6400\n');
    const anew = await memory({ 'our-borough.plan': changed, 'other.csv': 'period,value\n2027/28,6400\n' });
    expect(ours.title).toBe('Our borough');
    expect(ours.measures()[0]?.actuals.at(-1)?.value).toBe(6400);
    expect(workspace.model()).toEqual(anew.model());
    expect(workspace.diagnostics()).toEqual(anew.diagnostics());
    expect(before).toContainEqual(expect.objectContaining({ title: 'People live in warm homes' }));
  });

  test('bring plans and take them away', async () => {
    const workspace = await borough();
    workspace.set('./more/b.plan', new TextEncoder().encode('\uFEFFplan b: B\n'));
    expect(workspace.plans.map(({ ref }) => ref)).toEqual(['b', 'our-borough']);
    expect(workspace.text('more/b.plan')).toBe('plan b: B\n');
    const gone = workspace.plan('b');
    workspace.delete('more/b.plan');
    expect(workspace.plans.map(({ ref }) => ref)).toEqual(['our-borough']);
    expect((await faultOf(() => gone.title)).message).toBe('There is no plan any longer that begins in more/b.plan.');
    expect(
      (
        await faultOf(() =>
          workspace.apply([
            {
              file: 'more/b.plan',
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: '',
            },
          ]),
        )
      ).message,
    ).toBe('There is no file more/b.plan to change.');
  });

  test('of settings hold from then on', async () => {
    const workspace = await memory({ 'plans/a.plan': 'plan a: A\n' });
    expect(workspace.diagnostics().length).toBeGreaterThan(0);
    workspace.set('goldthread.json', '{ "rules": { "plan/*": "off" } }');
    expect(workspace.diagnostics()).toEqual([]);
    workspace.delete('goldthread.json');
    expect(workspace.diagnostics().length).toBeGreaterThan(0);
  });

  test('wait for documents that are being made', async () => {
    const workspace = await borough();
    const making = workspace.build({ to: ['html', 'json'], force: true });
    expect((await faultOf(() => workspace.set('our-borough.plan', ''))).message).toBe(
      'Documents are being made. Wait for them before you change what they are made of.',
    );
    await making;
    workspace.set('our-borough.plan', 'plan our-borough: Another\n');
    expect(workspace.plans[0]?.title).toBe('Another');
  });

  test('of many pieces of a text are made together', async () => {
    const workspace = await memory({ 'a.plan': 'plan a: A\n' });
    const at = (character: number) => ({ line: 0, character });
    workspace.apply([
      { file: 'a.plan', range: { start: at(9), end: at(9) }, newText: '1' },
      { file: 'a.plan', range: { start: at(9), end: at(9) }, newText: '2' },
      { file: 'a.plan', range: { start: at(5), end: at(6) }, newText: 'our-plan' },
    ]);
    expect(workspace.text('a.plan')).toBe('plan our-plan: A12\n');
  });
});

describe('documents', () => {
  const pixel = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (character) => character.charCodeAt(0),
  );
  const pictured = `${plan}\nfigure map: A map\n  image: map.png\n  alt: The borough and its parks\n`;

  test('are made in several formats, each with a name of its own', async () => {
    const workspace = await memory({ 'a/our.plan': plan, 'b/our.plan': plan.replace('our-borough', 'our-county') });
    const files = await workspace.build({ to: ['html', 'md'], force: true });
    expect(files.map(({ name, plan }) => [name, plan])).toEqual([
      ['our-borough.html', 'our-borough'],
      ['our-borough.md', 'our-borough'],
      ['our-county.html', 'our-county'],
      ['our-county.md', 'our-county'],
    ]);
    const [own] = await workspace.plan('our-county').build({ to: 'html', force: true });
    expect(own).toEqual(files[2]);
    expect(own?.content).toMatch(/^<!doctype html>/i);
  });

  test('are not made of plans with errors, unless that is asked', async () => {
    const workspace = await memory({
      'a.plan': plan.replace('outcomes: warm-homes', 'outcomes: warm-home'),
      'figures.csv': figures,
    });
    const fault = await faultOf(workspace.build({ to: 'html' }));
    expect(fault.message).toMatch(
      /^a\.plan has 1 error\. On line 18 of a\.plan: .+ Mend that first, or build the plan as it is: \{ force: true \}$/,
    );
    expect(fault.diagnostics.map(({ rule }) => rule)).toEqual(['reference/unknown-id']);
    expect(await workspace.build({ to: 'html', force: true })).toHaveLength(1);
  });

  test('say what they had to leave out', async () => {
    const workspace = await memory({ 'our.plan': pictured, 'map.png': pixel.subarray(0, 2), 'figures.csv': figures });
    const files = await workspace.build({ to: ['html', 'md'], force: true });
    expect(files.map(({ remarks }) => remarks)).toEqual([
      ['The picture map.png is not a picture that browsers show. Save it as PNG, JPEG or SVG.'],
      [],
    ]);
  });

  test('take a theme by its path alone', async () => {
    const workspace = await memory({ 'our.plan': plan, 'figures.csv': figures });
    const theme = { colours: {} } as unknown as string;
    const fault = await faultOf(workspace.build({ to: 'html', theme }));
    expect(fault.message).toBe("A theme is named by the path of its file: { theme: 'house.json' }");
  });

  test('have the pictures of memory in them', async () => {
    const workspace = await memory({ 'our.plan': pictured, 'map.png': pixel, 'figures.csv': figures });
    const [page] = await workspace.build({ to: 'html' });
    expect(page?.content).toContain('data:image/png;base64,iVBOR');
    workspace.delete('map.png');
    expect((await faultOf(workspace.build({ to: 'html' }))).message).toContain('map.png');
  });

  test('have the theme that is asked, or that of the project', async () => {
    const theme = '{ "colours": { "accent": "#0b5c2a" } }';
    const files = { 'our.plan': plan, 'figures.csv': figures, 'house/theme.json': theme };
    const [asked] = await (await memory(files)).build({ to: 'html', theme: 'house/theme.json' });
    expect(asked?.content).toContain('#0b5c2a');
    const workspace = await memory({ ...files, 'goldthread.json': '{ "theme": "house/theme.json" }' });
    expect((await workspace.build({ to: 'html' }))[0]?.content).toBe(asked?.content);
    const fault = await faultOf(workspace.build({ to: 'html', theme: 'other.json' }));
    expect(fault.message).toBe('other.json is not there.');
  });

  test.each([
    [{ to: 'htm' }, /^There is no format called ‘htm’\. Did you mean ‘html’\?/],
    [{ to: [] }, /^Say which documents to make/],
    [{ to: 'html', language: 'fr' as 'en' }, /^Documents can be in English \(en\) and in Welsh \(cy\), not in ‘fr’\.$/],
    [{ to: 'docx', template: 'house.docx' }, /^The template house\.docx is not there/],
  ])('that can’t be made are told: %o', async (options, message) => {
    expect((await faultOf((await borough()).build(options))).message).toMatch(message);
  });

  test('are the same each time, whatever was changed and changed back', async () => {
    const workspace = await borough();
    const first = await workspace.build({ to: ['html', 'json'] });
    workspace.set('our-borough.plan', `${plan}\nvision: A\n`);
    await workspace.build({ to: 'html' });
    workspace.set('our-borough.plan', plan);
    expect(await workspace.build({ to: ['html', 'json'] })).toEqual(first);
  });
});

describe('what is known of Goldthread', () => {
  test('is there without a plan', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(formats.map(({ name }) => name)).toContain('html');
    expect(profiles.map(({ id }) => id)).toContain('basic');
    expect(rules.find(({ id }) => id === 'syntax/unknown-key')).toMatchObject({ severity: 'error' });
    expect(explain('unknown-key')).toContain('# allow syntax/unknown-key: ');
    expect(() => explain('unknown-kee')).toThrow('Did you mean ‘syntax/unknown-key’?');
    expect(format('plan a:   A\n\n\n\noutcome x: X')).toBe('plan a: A\n\noutcome x: X\n');
  });

  test('nothing of the inside can be reached or changed by others', async () => {
    const workspace = await memory(samples);
    for (const one of [workspace, ...workspace.plans]) {
      expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
      expect(Object.keys(one)).not.toContain('engine');
    }
    expect(JSON.parse(JSON.stringify(workspace.plans[0]))).toMatchObject({ ref: 'first-plan', kind: 'plan' });
  });
});
