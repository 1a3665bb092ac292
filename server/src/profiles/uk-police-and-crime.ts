import type { Profile } from './profile.ts';

/** Police and crime plans of England and Wales. */
export const ukPoliceAndCrime: Profile = {
  id: 'uk-police-and-crime',
  title: 'Police and crime plan (England and Wales)',
  meaning:
    'Adds what statute and practice ask: the period (Police Reform and Social Responsibility Act 2011 s.7(1) and (7)). A plan states objectives for years, so dates of single actions only hint; the chief constable answers for figures by law (s.7(1)(d), (e)), so an owner of each does too. Serving each threat of the Strategic Policing Requirement is a matter of regard, not of duty (s.5(5)).',
  rules: {
    'plan/no-period': 'error',
    'coverage/goal-not-served': 'info',
    'dates/action-without-due': 'hint',
    'measure/no-owner': 'hint',
    'dates/approved-late': 'off',
  },
  libraries: ['prsra-2011', 'spr-2023', 'national-priorities-2021', 'equality-2010'],
  labels: { outcomes: 'What outcomes do we want?', why: 'Why is this a priority?', actions: 'What will I do?' },
};
