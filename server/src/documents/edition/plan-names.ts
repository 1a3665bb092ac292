import { refsOf } from '../../model/export.ts';
import type { Model } from '../../model/model.ts';
import type { Plan } from '../../workspace/plan.ts';
import { UniqueNames } from './unique-names.ts';

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** What the files of a plan are called after: its id, but for names that no file may have. */
export const fileStem = (id: string): string => (devices.test(id) ? `plan-${id}` : id);

/** How the files of each plan are called, without ending: after its id, else after its file; each otherwise. */
export function namesOf(plans: readonly Plan[], model: Model): ReadonlyMap<Plan, string> {
  const refs = refsOf(model);
  const names = new UniqueNames();
  return new Map(
    plans.map((plan) => {
      const ref = refs.ofPlan(plan);
      return [plan, names.of(fileStem(ref))];
    }),
  );
}
