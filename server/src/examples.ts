import type { Diagnostic } from './checks/diagnose.ts';
import type { Example, Rule } from './checks/rule.ts';
import { defaultSettings, type Settings } from './checks/settings.ts';
import { Engine } from './engine.ts';
import { memoryHost } from './workspace/host.ts';

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** An engine that knows some files and the shipped libraries. */
export function engineFor(files: Files, libraries: Files, settings: Partial<Settings> = {}): Engine {
  const engine = new Engine(memoryHost(files), { ...defaultSettings, ...settings });
  for (const [path, text] of Object.entries(libraries)) engine.ship(path, text);
  for (const [path, text] of Object.entries(files)) if (path.endsWith('.plan')) engine.set(path, text);
  return engine;
}

/** The files of an example; a single text is `main.plan`. */
export const filesOf = (example: Example): Files => (typeof example === 'string' ? { 'main.plan': example } : example);

/** What a rule finds in the example that breaks it. */
export function foundBy(rule: Rule, libraries: Files): readonly Diagnostic[] {
  const profiles = [...defaultSettings.profiles, ...(rule.profile ? [rule.profile] : [])];
  const engine = engineFor(filesOf(rule.breaks), libraries, { profiles, final: true });
  return engine.diagnostics('main.plan').filter((diagnostic) => diagnostic.rule === rule.id);
}
