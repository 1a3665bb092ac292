import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A file that comes with the program. */
export interface ShippedFile {
  /** The path under which the program knows it, which is no path of a disk. */
  readonly path: string;
  readonly text: string;
}

/** What stands before the name of a shipped library in its path. */
const SCHEME = 'goldthread:';

/** A folder of the package: beside `dist` for the program as it is installed, beside `src` for its sources. */
function folderOf(name: string): URL {
  const beside = new URL(`../${name}/`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../${name}/`, import.meta.url);
}

let libraries: readonly ShippedFile[] | undefined;

/** The libraries that come with the program. They are read once. */
export function shippedLibraries(): readonly ShippedFile[] {
  libraries ??= readLibraries();
  return libraries;
}

function readLibraries(): ShippedFile[] {
  const folder = folderOf('libraries');
  const names = readdirSync(folder).filter((name) => name.endsWith('.plan'));
  return names.sort().map((name) => ({ path: SCHEME + name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** The name of the plan that `init` writes. */
export const firstPlanName = 'first-plan.plan';

/** The text of the plan that `init` writes. */
export const firstPlan = (): string => readFileSync(new URL(firstPlanName, folderOf('templates')), 'utf8');

/** How documents look: CSS. */
export const documentStyle = (): string => readFileSync(new URL('document.css', folderOf('templates')), 'utf8');
