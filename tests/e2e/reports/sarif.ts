import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where Microsoft’s SARIF Multitool lies, which knows the schema of OASIS, the rules of the standard and those of GitHub. */
const tool: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');

/** Rules of the tool that are not asked for, each with the reason. All others that are errors or warnings are. */
const left: Readonly<Record<string, string>> = {
  SARIF2005: 'It wants an address where the tool is described, and Goldthread has none yet.',
};

interface Found {
  readonly runs: readonly {
    readonly results?: readonly {
      readonly ruleId: string;
      readonly level?: string;
      readonly message: { readonly id?: string; readonly arguments?: readonly string[] };
    }[];
    readonly invocations?: readonly {
      readonly toolExecutionNotifications?: readonly { readonly message: { readonly text?: string } }[];
    }[];
  }[];
}

/** What is wrong with a log of SARIF: a line for each. */
export function faultsOfSarif(path: string): string[] {
  const answer = `${path}.answer.json`;
  chmodSync(tool, 0o755);
  const asked = ['validate', path, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--kind', 'Fail'];
  const { status, stdout, stderr, error } = spawnSync(tool, [...asked, '--output', answer, '--log', 'ForceOverwrite'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 120_000,
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  if (error) throw error;
  const { runs } = JSON.parse(readFileSync(answer, 'utf8')) as Found;
  const results = runs.flatMap((run) => run.results ?? []);
  const told = runs.flatMap((run) => run.invocations ?? []).flatMap((one) => one.toolExecutionNotifications ?? []);
  // Status 1 says that something was found, or that the tool could not do its work.
  if (status !== 0 && results.length + told.length === 0)
    throw new Error(`The tool ended with ${status}: ${stdout}${stderr}`);
  return [
    ...results
      .filter(({ ruleId }) => !(ruleId in left))
      .map(({ ruleId, message }) => `${ruleId} ${message.id ?? ''}: ${(message.arguments ?? []).join(', ')}`),
    ...told.map(({ message }) => message.text ?? 'The tool could not do its work.'),
  ];
}
