import process from 'node:process';
import { Argument, Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { runOnGitHub } from './github.ts';
import { runOnGitLab } from './gitlab.ts';

const runs = { github: runOnGitHub, gitlab: runOnGitLab } as const;

/** The command that services run for a repository; what is asked of it stands in the environment, where nothing is taken for a command. */
export function ciCommand(terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('ci')
    .description(
      'What the action for GitHub and the template for GitLab run: check, say what changed, tell the pull request.',
    )
    .addArgument(new Argument('<service>', 'where it runs').choices(Object.keys(runs)))
    .action(async (service: keyof typeof runs) => finish(await runs[service](process.env, terminal)));
}
