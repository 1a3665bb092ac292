import { basic } from './basic.ts';
import { corporatePlan } from './corporate-plan.ts';
import type { Profile } from './profile.ts';
import { ukPoliceAndCrime } from './uk-police-and-crime.ts';
import { wales } from './wales.ts';

export type { Profile } from './profile.ts';

/** The profiles that come with the program. */
export const profiles: readonly Profile[] = [basic, ukPoliceAndCrime, wales, corporatePlan];

/** The profile with an id. */
export const profileNamed = (id: string): Profile | undefined => profiles.find((profile) => profile.id === id);

/** The headings that some profiles promise, by key in English; where they differ, those of the last one. */
export const labelsOf = (ids: readonly string[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...ids.map((id) => profileNamed(id)?.labels));
