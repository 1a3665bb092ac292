// What VS Code for the web loads into its extension host, a worker: runs all suites there.
import { options, report } from './report.ts';

export async function run(): Promise<void> {
  // Mocha’s build for browsers makes itself a global.
  await import('mocha/mocha.js' as 'mocha');
  const { mocha } = globalThis as unknown as { mocha: { setup(options: object): void; run(): Mocha.Runner } };
  mocha.setup(options);
  await import('./all.ts');
  await report(mocha.run());
}
