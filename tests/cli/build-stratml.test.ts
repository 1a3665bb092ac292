import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, goldthread } from './goldthread.ts';

test('StratML is both parts, and the command lists what the standard has no element for', () => {
  const plan = 'plan ours: Ours\n  status: draft\noutcome safe: Safe\npriority parks: Parks\n  outcomes: safe\n';
  const cwd = folderWith({ 'ours.plan': `${plan}section foreword: Foreword\n  text: Words.\n` });
  const { code, err, out } = goldthread(['build', '--to', 'stratml', '--force'], { cwd });
  expect({ code, out }).toEqual({
    code: 0,
    out: 'build/ours.stratml-part-1.xml\nbuild/ours.stratml-part-2.xml\nBuilt 1 plan: 2 files.\n',
  });
  expect(readdirSync(join(cwd, 'build'))).toEqual([
    '.goldthread-build',
    'ours.stratml-part-1.xml',
    'ours.stratml-part-2.xml',
  ]);
  for (const part of [1, 2])
    expect(err).toContain(
      `ours.plan: StratML Part ${part} has no element for these; they are in OtherInformation: 1 section, ‘status’.\n`,
    );
});
