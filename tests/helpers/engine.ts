import { readdirSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../server/src/checks/diagnose.ts';
import type { Example } from '../../server/src/checks/rule.ts';
import { defaultSettings, type Settings } from '../../server/src/checks/settings.ts';
import { Engine } from '../../server/src/engine.ts';
import { memoryHost } from '../../server/src/workspace/host.ts';

const libraries = new URL('../../server/libraries/', import.meta.url);
const shipped = readdirSync(libraries).map(
  (name) => [`libraries/${name}`, readFileSync(new URL(name, libraries), 'utf8')] as const,
);

/** An engine that knows the shipped libraries and the files of an example; a single text is `main.plan`. */
export function engineFor(example: Example, settings: Partial<Settings> = {}): Engine {
  const files = typeof example === 'string' ? { 'main.plan': example } : example;
  const engine = new Engine(memoryHost(files), { ...defaultSettings, ...settings });
  for (const [path, text] of shipped) engine.ship(path, text);
  for (const [path, text] of Object.entries(files)) if (path.endsWith('.plan')) engine.set(path, text);
  return engine;
}

/** What is wrong in the main file of an example. A rule that throws fails the test. */
export function diagnosticsOf(example: Example, settings: Partial<Settings> = {}): Diagnostic[] {
  const engine = engineFor(example, settings);
  const diagnostics = engine.diagnostics('main.plan');
  for (const [rule, error] of engine.checker.failures) throw new Error(`${rule} threw`, { cause: error });
  return diagnostics;
}
