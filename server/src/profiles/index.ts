import type { Severity } from '../checks/rule.ts';
import { basic } from './basic.ts';
import { corporatePlan } from './corporate-plan.ts';
import { ukPoliceAndCrime } from './uk-police-and-crime.ts';
import { wales } from './wales.ts';

/** What is asked of a sort of plan. Pure data: no profile can do what another could not. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** For whom it is, and what it asks more or less of than `basic`, with the source. */
  readonly meaning: string;
  /** Rules it sets: by id, or a whole group as `group/*`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Shipped libraries that such a plan leans on, offered by the editor. */
  readonly libraries: readonly string[];
  /** The headings that a document prints where the plan gives no label of its own. */
  readonly labels: Readonly<Record<string, string>>;
}

/** The profiles that come with the program. */
export const profiles: readonly Profile[] = [basic, ukPoliceAndCrime, wales, corporatePlan];

/** The profile with an id. */
export const profileNamed = (id: string): Profile | undefined => profiles.find((profile) => profile.id === id);
