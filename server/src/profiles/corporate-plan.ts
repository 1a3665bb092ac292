import type { Profile } from './profile.ts';

/** Corporate plans of councils. */
export const corporatePlan: Profile = {
  id: 'corporate-plan',
  title: 'Council corporate plan',
  meaning:
    'Councils work with priorities, outcomes and indicators; key performance questions are not asked for. Leads, dates, owners, baselines and targets are, since performance is judged (best value duty, Local Government Act 1999 s.3; Local Government and Elections (Wales) Act 2021 ss.89–91).',
  rules: {
    'thread/priority-without-kpq': 'off',
    'thread/outcome-without-kpq': 'off',
    'thread/measure-without-kpq': 'off',
    'dates/action-without-lead': 'warning',
    'dates/action-without-due': 'warning',
  },
  libraries: ['equality-2010'],
  labels: { themes: 'Priorities', outcomes: 'What will be different', actions: 'What we will do' },
};
