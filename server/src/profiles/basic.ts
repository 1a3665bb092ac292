import type { Profile } from './profile.ts';

/** What every plan is asked, with no settings at all. */
export const basic: Profile = {
  id: 'basic',
  title: 'Any plan',
  meaning:
    'Every group of checks but those of Welsh and English wording. Frameworks speak where a plan says that it covers them.',
  rules: { 'bilingual/*': 'off', 'english/*': 'off' },
  libraries: [],
  labels: {},
};
