import { nearest } from '@goldthread/grammar';
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

/** What is to be said of a name that no profile has; undefined where one has it. */
export function profileFault(name: string): string | undefined {
  if (profileNamed(name)) return undefined;
  const known = profiles.map(({ id }) => id);
  const meant = nearest(name, known);
  return `There is no profile called ‘${name}’.${meant ? ` Did you mean ‘${meant}’?` : ''} There are: ${known.join(', ')}.`;
}

/** The headings that some profiles promise, by key in English; where they differ, those of the last one. */
export const labelsOf = (ids: readonly string[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...ids.map((id) => profileNamed(id)?.labels));
