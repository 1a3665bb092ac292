import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import type { Settings } from '../../server/src/checks/settings.ts';
import type { Engine } from '../../server/src/engine.ts';
import { engineFor as engineOf, filesOf } from '../../server/src/examples.ts';

const folder = new URL('../../server/libraries/', import.meta.url);
const libraries = Object.fromEntries(
  readdirSync(folder).map((name) => [`libraries/${name}`, readFileSync(new URL(name, folder), 'utf8')]),
);

/** An engine that knows the shipped libraries and the files of an example; a single text is `main.plan`. */
export const engineFor = (example: Example, settings: Partial<Settings> = {}): Engine =>
  engineOf(filesOf(example), libraries, settings);

/** What is wrong in the main file of an example. A rule that throws fails the test. */
export function diagnosticsOf(example: Example, settings: Partial<Settings> = {}): Diagnostic[] {
  const engine = engineFor(example, settings);
  const diagnostics = engine.diagnostics('main.plan');
  for (const [rule, error] of engine.checker.failures) throw new Error(`${rule} threw`, { cause: error });
  return diagnostics;
}
