import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPlans } from './hostile-generated.ts';

/** A plan by somebody who wants the page to do more than show words. */
export interface HostilePlan {
  readonly name: string;
  readonly plan: string;
}

const folder = join(import.meta.dirname, 'hostile');

/** Files that hostile plans name, by path beside the plan: figures, pictures. */
export const hostileFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(join(folder, 'files').length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
);

/** Hostile plans: one file each in `hostile`, and those that are better made than written. */
export const hostile: readonly HostilePlan[] = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.plan'))
    .sort()
    .map((name) => ({ name: name.slice(0, -'.plan'.length), plan: readFileSync(join(folder, name), 'utf8') })),
  ...generatedPlans(),
];
