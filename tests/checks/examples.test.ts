import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/checks/index.ts';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf } from '../helpers/engine.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const settings = { profiles: ['basic', rule.profile ?? 'basic'], final: true };

  test('finds what breaks it', () => {
    const found = diagnosticsOf(rule.breaks, settings).filter((diagnostic) => diagnostic.rule === id);
    expect(found.length).toBeGreaterThan(0);
  });

  test('is silent where all is well', () => {
    const found = diagnosticsOf(rule.clean, settings).filter((diagnostic) => diagnostic.rule === id);
    expect(found.map(({ message }) => message)).toEqual([]);
  });

  test('offers mends that mend, one by one', () => {
    const found = diagnosticsOf(rule.breaks, settings).filter((diagnostic) => diagnostic.rule === id);
    for (const diagnostic of found)
      for (const fix of diagnostic.fixes) {
        const mended = diagnosticsOf(applyFix(rule.breaks, fix), settings).filter((left) => left.rule === id);
        expect(mended.length, `${fix.title}`).toBeLessThan(found.length);
      }
  });

  test('speaks to a writer', () => {
    expect(rule.says).toMatch(/^[A-Z‘“].*\.$/s);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.source).not.toBe('');
  });
});
