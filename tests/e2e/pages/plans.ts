import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Snapshot } from '../../../server/src/features/snapshot.ts';
import type { PlanFile } from '../../../server/src/workspace/plan-file.ts';
import { engineFor } from '../../helpers/engine.ts';
import { root } from '../paths.ts';

/** The folder in which the plans of a page lie, as the server names it. */
export const folder = '/plans';

/** A plan whose pages are looked at. */
export interface Plan {
  readonly name: string;
  readonly snapshot: Snapshot;
  /** The file that is shown. */
  readonly file: PlanFile;
  /** Gives the file another text. */
  type(text: string): void;
}

/** A plan of files in one folder; `main` is the one that is shown. */
export function planOf(name: string, main: string, files: Readonly<Record<string, string>>): Plan {
  const placed = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
  const engine = engineFor(Object.fromEntries(placed));
  const path = `${folder}/${main}`;
  return {
    name,
    snapshot: engine.snapshot,
    get file() {
      return engine.workspace.files.get(path) as PlanFile;
    },
    type(text) {
      engine.set(path, text);
      engine.update();
    },
  };
}

/** The samples by name, with the file that is opened of each, in its folder. */
const samples = {
  'first-plan': 'first-plan/first-plan.plan',
  'north-wales': 'north-wales/north-wales.plan',
  gwent: 'gwent/gwent-police-and-crime.plan',
  'gwent-delivery': 'gwent/gwent-delivery.plan',
  'south-wales': 'south-wales/south-wales.plan',
  leicestershire: 'leicestershire/leicestershire.plan',
  wiltshire: 'wiltshire/wiltshire.plan',
} as const;

type SampleName = keyof typeof samples;

function sample(name: SampleName): Plan {
  const place = join(root, 'samples', samples[name], '..');
  const files = readdirSync(place).map((file) => [file, readFileSync(join(place, file), 'utf8')]);
  return planOf(name, basename(samples[name]), Object.fromEntries(files));
}

/** A plan as it is while somebody writes it. */
const halfWritten = (): Plan =>
  planOf('half-written', 'main.plan', {
    'main.plan': `plan our-borough: Our Borough Plan
  area:
  numbering: priorities
  version
outcome warm-homes: People live in warm, safe homes
outcome
kpq how-warm: How warm are the homes that people rent?
  outcomes: warm-home
  measure: Homes with a good grade
    baseline: about half
theme homes: Homes and streets
  priority good-homes: Make every home a good home
    outcomes: warm-homes, green-
    why: Cold homes make people ill. See [[good-home]] and [[how-warm]].

      | Ward | Homes
      |--
    What we do next
    action: Fit loft lining
      lead:
      due: soon
    action
  priority :
    quote:
      by: A resident
section: 
  text:
    Some words that
`,
  });

/** How to get each plan whose pages are looked at, by name. */
export const plansByName: readonly (readonly [name: string, make: () => Plan])[] = [
  ...(Object.keys(samples) as SampleName[]).map((name) => [name, () => sample(name)] as const),
  ['half-written', halfWritten],
];
