import { broken, firstPlan, misspelt } from './plans.ts';

/** Files that depend on each other in every way there is, and some that do not. */
export const tangle: Readonly<Record<string, string>> = {
  'library.plan':
    'library county-partners: Partners\n\npartner council: The Council\n\npartner health-board: The Health Board\n',
  'asked.plan':
    'library shared-outcomes: Outcomes\n\noutcome safe: People are safe\n\nkpq how-safe: How safe are they?\n',
  'second-library.plan':
    'library more-partners: More\n  uses: county-partners\n\nsection: See [[county-partners.council]]\n',
  ...Object.fromEntries(
    ['north', 'south', 'east', 'west'].map((name, index) => [
      `${name}.plan`,
      `plan ${name}: The ${name} plan\n  uses: county-partners, more-partners, shared-outcomes\n\nkpq q-${index}: How safe is the ${name}?\n  outcomes: shared-outcomes.safe\n\npriority p: Safer streets\n  outcomes: shared-outcomes.safe\n  kpqs: q-${index}\n  action: Meet\n    partners: county-partners.council, county-partners.nobody\n`,
    ]),
  ),
  'twice-a.plan': 'plan twice: One\n\noutcome a: All are well\n',
  'twice-b.plan': 'plan twice: The other\n\noutcome a: All are well\n',
  'names-twice.plan':
    'plan names-twice: Third\n  delivers: twice\n  uses: twice\n\npriority p: Parks\n  outcomes: twice.a\n',
  'part-alone.plan': 'part nobody: Alone\n\naction: Wait\n',
  'part-of-north.plan': 'part north: Not included\n\naction: Wait\n',
  'whole.plan':
    '# of two files\n\nplan whole: Whole\n\ninclude: whole-part.plan\n\ninclude: part-of-north.plan\n\noutcome safe: Safe\n',
  'whole-part.plan': 'part whole: Part\n\npriority streets: Streets\n  outcomes: safe, saef\n',
  'not-used.plan':
    'plan not-used: Not used\n\npriority p: Parks\n  why: See [[orchard.apples]] and [[ochard.apples]].\n',
  'orchard.plan': 'plan orchard: Orchard\n\noutcome apples: There are apples\n',
  'misspelt-use.plan': 'plan misspelt-use: Misspelt\n  uses: orchrd\n\npriority p: Parks\n  outcomes: orchard.apples\n',
  'welsh.plan':
    '# language: cy\ncynllun gwent: Cynllun\n  defnyddio: orchard\n  cyflawni: whole\n\nblaenoriaeth p: Parciau\n  canlyniadau: orchard.apples, orchard.pears\n',
  'marked.plan':
    '\uFEFF# A comment\n\nplan marked: Marked\n  Uses: orchard\n\npriority p: Parks\n  outcomes: orchard. apples\n',
  'second-root.plan': 'plan second-root: Root\n\nplan again: Again\n  delivers:\n    # after a comment\n    orchard\n',
  'act.plan':
    'plan act: Act\n  uses: prsra-2011, wfg-2016\n  covers: prsra-2011.plan-contents\n\npriority p: Parks\n  requirements: prsra-2011.measuring, equality-2011.duty\n',
  'no-id.plan': 'plan: No id\n\noutcome a: A\n',
  'elsewhere/no-id.plan': 'plan: No id either\n\noutcome a: A\n',
  'named-no-id.plan': 'plan no-id: An id like a file\n\noutcome a: A\n',
  'odd.plan': 'plan odd one: An odd id\n\noutcome a: A\n',
  'names-odd.plan': 'plan names-odd: Names\n  uses: odd one\n\npriority p: Parks\n  outcomes: odd one.a, odd.a\n',
  'accent.plan': 'plan caf\u00E9: Café\n\noutcome a: A\n',
  'names-accent.plan':
    'plan names-accent: Names\n  uses: cafe\u0301\n\npriority p: Parks\n  outcomes:\u00A0cafe\u0301.a\n',
  'no-root.plan': 'outcome lonely: Lonely\n',
  'names-no-root.plan': 'plan names-no-root: Names\n  uses: lonely\n\npriority p: Parks\n  outcomes: lonely.lonely\n',
  'shadow.plan': 'library wfg-2015: Our own goals\n\nframework f: F\n\ngoal g: G\n',
  'names-shadow.plan':
    'plan names-shadow: Names\n  uses: wfg-2015\n\npriority p: Parks\n  goals: wfg-2015.resilient-wales\n',
  'unix.plan': 'plan crlf: Lines\r\n  uses: orchard\r\n\r\npriority p: Parks\r\n  outcomes: orchard.apples\r\n',
  'old-mac.plan': 'plan cr: Lines\r  uses: orchard\r\rpriority p: Parks\r  outcomes: orchard.apples\r',
  'empty.plan': '',
  'broken.plan': broken,
  'misspelt.plan': misspelt,
  'first.plan': firstPlan,
};
