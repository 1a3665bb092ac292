import { readConfig } from '../config.ts';
import type { PlanTree } from '../disk/plan-tree.ts';
import { settingsName } from '../workspace/file-names.ts';

/** The text of settings in a state; undefined where there are none. */
export function textOf({ settings }: PlanTree, path: string): string | undefined {
  const found = settings.read(path);
  return 'text' in found ? found.text : undefined;
}

/** The settings among files that changed which ask for something else than before. */
export const settingsAmong = (
  changed: Iterable<string>,
  textsOf: (name: string) => readonly (string | undefined)[],
): string[] =>
  [...changed].filter((name) => {
    if (name.slice(name.lastIndexOf('/') + 1) !== settingsName) return false;
    const [before, after] = textsOf(name).map((text) => text !== undefined && JSON.stringify(readConfig(text)));
    return before !== after;
  });
