import type { Catalogue } from '../workspace/catalogue.ts';
import { isPlanName } from '../workspace/file-names.ts';
import { isWithin } from '../workspace/host.ts';
import type { PlanText } from '../workspace/naming.ts';

/**
 * Of a folder whose own folders do not belong to it: the files in those that its plans include, and that are not known yet. Each is given as
 * it is read, so that what it includes is followed too.
 */
export async function* includedBelow(
  catalogue: Catalogue,
  root: string,
  read: (path: string) => Promise<string | undefined>,
): AsyncGenerator<PlanText> {
  const missing = new Set<string>();
  for (;;) {
    const path = catalogue.unknownIncludes().find((one) => !missing.has(one) && isWithin(one, root));
    if (path === undefined) return;
    missing.add(path);
    const text = await read(path);
    if (text !== undefined) yield { path, text };
  }
}

/**
 * The files to read again where nobody tells what changes: settings, the plans that are needed, those that came and those that went.
 * `there` are the files that there are now, `known` the plans that there were.
 */
export function pathsToLookAt(
  there: readonly string[],
  known: Iterable<string>,
  needed: Iterable<string>,
): ReadonlySet<string> {
  const plans = new Set(there.filter(isPlanName));
  const before = new Set(known);
  return new Set([
    ...there.filter((path) => !isPlanName(path) || !before.has(path)),
    ...[...before].filter((path) => !plans.has(path)),
    ...[...needed].filter((path) => before.has(path)),
  ]);
}
