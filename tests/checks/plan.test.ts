import { describe, expect, test } from 'vitest';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf } from '../helpers/engine.ts';
import { found } from '../helpers/fixture.ts';

const complete = '  organisation: Northshire Health Board\n  period: 2026 to 2030\n';
const inPlan = (text: string) => found(text, ['plan'], { final: true });

describe('no-period and no-organisation', () => {
  test('stand at the head of a plan', () => {
    expect(inPlan('\nplan healthy: Healthy County\n')).toEqual([
      '2:0-12 plan/no-organisation',
      '2:0-12 plan/no-period',
    ]);
    expect(inPlan(`plan healthy: Healthy County\n${complete}`)).toEqual([]);
    expect(
      inPlan('# language: cy\ncynllun iach: Sir Iach\n  cyfnod: 2026 i 2030\n  sefydliad: Bwrdd Iechyd\n'),
    ).toEqual([]);
  });

  test('a field that is there and empty, and a second plan in the file, have checks of their own', () => {
    expect(inPlan('plan healthy: Healthy County\n  period:\n  organisation:\n')).toEqual([]);
    expect(inPlan(`plan healthy: Healthy County\n${complete}\nplan other: Another\n`)).toEqual([]);
  });

  test('libraries and parts are not asked', () => {
    expect(inPlan('library partners: Our partners\n')).toEqual([]);
    expect(inPlan('part healthy: Priority 1\n')).toEqual([]);
    expect(inPlan('')).toEqual([]);
  });

  test('only hint in a draft', () => {
    const severities = diagnosticsOf('plan healthy: Healthy County\n  status: draft\n')
      .filter(({ rule }) => rule.startsWith('plan/'))
      .map(({ severity }) => severity);
    expect(severities).toEqual(['hint', 'hint']);
  });
});

describe('the period in the title', () => {
  const offered = (title: string) => {
    const text = `plan healthy: ${title}\n  organisation: Northshire Health Board\n`;
    const [fix] = diagnosticsOf(text).find(({ rule }) => rule === 'plan/no-period')?.fixes ?? [];
    const files = fix ? applyFix(text, fix) : undefined;
    return files === undefined || typeof files === 'string' ? undefined : files['main.plan']?.split('\n')[1];
  };

  test.each([
    ['Police and Crime Plan 2017-21 – Update 2019', '  period: 2017 to 2021'],
    ['Healthy County 2026–2030', '  period: 2026 to 2030'],
    ['Delivery Plan 2026/27', '  period: 2026/27'],
    ['Our Plan 2026 to 2030', '  period: 2026 to 2030'],
    ['Vision 2040', undefined],
    ['Healthy County', undefined],
  ])('%s', (title, line) => expect(offered(title)).toBe(line));
});
