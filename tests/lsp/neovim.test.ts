import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { programs } from './transport.ts';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

const plans = {
  'plan.plan': `plan borough: The Borough Plan
  organisation: The Council
  period: 2026 to 2030

outcome well: People live well

include: homes.plan
include: third.plan
`,
  'homes.plan': `part borough: Homes

priority homes: Build homes
  outcomes: wall
`,
  'third.plan': `part borough: Parks

priority parks: Open parks
  outcomes: well
  why: See [[well]].
`,
};

test('Neovim is there, as CI needs it', () => {
  if (!hasNeovim) console.warn('No Neovim here: its test is left out. On Debian: apt-get install neovim.');
  if (process.env.CI)
    expect(hasNeovim, 'This test drives Neovim, and there is none. On Debian: apt-get install neovim').toBe(true);
});

test.runIf(hasNeovim)('Neovim’s own client is served by the command line', { timeout: 120_000 }, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'goldthread-neovim-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(plans)) writeFileSync(join(folder, path), text);
  const report = join(folder, 'report.json');
  const script = join(import.meta.dirname, 'neovim.lua');
  const { stderr } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
    timeout: 100_000,
    env: {
      ...process.env,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
      GOLDTHREAD_COMMAND: JSON.stringify([process.execPath, ...programs['command line']]),
      GOLDTHREAD_FOLDER: folder,
      GOLDTHREAD_RESULT: report,
    },
  });
  const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>;
  expect(result.fault, String(stderr)).toBeUndefined();
  expect(result.diagnostics).toContain('reference/unknown-id');
  expect(result.completion).toEqual(expect.arrayContaining([expect.stringContaining('well')]));
  expect(result.hover).toContain('People live well');
  expect(result.definition).toEqual([5, 8]);
  const texts = Object.keys(plans).map((path) => readFileSync(join(folder, path), 'utf8'));
  expect(texts[0]).toContain('outcome living-well: People live well');
  expect(texts[1]).toContain('outcomes: living-well');
  expect(texts[2]).toContain('outcomes: living-well');
  expect(texts[2]).toContain('[[living-well]]');
});
