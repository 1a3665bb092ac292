#!/usr/bin/env node
// What .pre-commit-hooks.yaml runs: the program of this repository, which is installed and built before its first use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const program = new URL('server/dist/goldthread.js', root);

/** Runs a step of the installation, quietly unless it fails. */
function step(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
  if (status === 0) return;
  process.stderr.write(
    `${stdout ?? ''}${stderr ?? ''}Goldthread could not be installed: ${command} ${args.join(' ')}\n`,
  );
  process.exit(2);
}

if (!existsSync(program)) {
  // npm is a script on Windows, which only a shell runs.
  step('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
  });
  step(process.execPath, ['esbuild.mjs']);
}
const { status } = spawnSync(process.execPath, [fileURLToPath(program), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 2);
