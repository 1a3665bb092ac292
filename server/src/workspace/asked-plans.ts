import type { Plan } from './plan.ts';
import type { Workspace } from './workspace.ts';

/** The plans and libraries that files belong to, in the order of the files, and the paths of files that belong to none. */
export function askedPlans(
  files: Iterable<string>,
  workspace: Workspace,
): { readonly plans: readonly Plan[]; readonly orphans: readonly string[] } {
  const orphans: string[] = [];
  const plans = new Set<Plan>();
  for (const path of files) {
    const file = workspace.files.get(path);
    if (file?.plan) plans.add(file.plan);
    else if (file) orphans.push(path);
  }
  return { plans: [...plans], orphans };
}

/** Those of some plans and libraries that are published: libraries only where there is nothing else. */
export function publishedPlans(found: readonly Plan[]): readonly Plan[] {
  const plans = found.filter(({ kind }) => kind === 'plan');
  return plans.length > 0 ? plans : found;
}

/** What is to be said of a file that belongs to no plan. */
export const orphanFault = (path: string): string =>
  `${path} is a part that no plan includes. Name it in its plan: “include: …”.`;
