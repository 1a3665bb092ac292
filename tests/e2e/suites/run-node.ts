// What VS Code loads into its Node extension host: runs all suites there.
import Mocha from 'mocha';
import { options, report } from './report.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ...options, reporter: options.reporter as unknown as typeof Mocha.reporters.Base });
  mocha.suite.emit('pre-require', globalThis, 'suites', mocha);
  await import('./all.ts');
  await report(mocha.run());
}
