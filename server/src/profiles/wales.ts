import type { Profile } from './profile.ts';

/** Plans of public bodies in Wales. */
export const wales: Profile = {
  id: 'wales',
  title: 'Public body in Wales',
  meaning:
    'Adds the Welsh language (Welsh Language (Wales) Measure 2011: no less favourably than English) and the well-being goals (Well-being of Future Generations (Wales) Act 2015 s.3(2)(a)).',
  rules: {
    'bilingual/missing-translation': 'warning',
    'bilingual/stray-language': 'warning',
    'bilingual/figures-differ': 'error',
    'coverage/goal-not-served': 'warning',
  },
  libraries: ['wfg-2015', 'equality-2010'],
  labels: {},
};
