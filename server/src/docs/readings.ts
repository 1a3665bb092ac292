/** How a finding in a sample is to be read. */
export type Reading = 'defect' | 'cut' | 'kind' | 'sample';

/** The headings under which findings are told, in their order. */
export const readingTitles: Readonly<Record<Reading, string>> = {
  defect: 'Defects of the published plan',
  cut: 'From the text being cut or damaged',
  kind: 'Expected of a plan of its kind',
  sample: 'From how the sample is written',
};

/** What a reader should make of some findings. */
export interface Remark {
  readonly reading: Reading;
  readonly rules: readonly string[];
  /** Only the findings about these items, or what stands in them, by id; all where it does not say. */
  readonly items?: readonly string[];
  readonly words: string;
}

const pictures: Remark = {
  reading: 'sample',
  rules: ['evidence/figure-without-image', 'evidence/chart-without-data'],
  words:
    'The printed plan has the pictures and the figures behind its charts; the text that the sample is made from has not.',
};

const evidence: Remark = {
  reading: 'defect',
  rules: ['evidence/statistic-without-source', 'evidence/statistic-without-period'],
  words: 'Figures are printed with no word of where they come from or what time they are for.',
};

const goesOn: Remark = {
  reading: 'defect',
  rules: ['dates/continue-to'],
  words: 'Promises to continue, with nothing measured that would tell whether anything changed.',
};

/** What to make of the findings in each sample, by the name of its folder. The first remark that fits a finding takes it. */
export const remarks: Readonly<Record<string, readonly Remark[]>> = {
  'first-plan': [],
  'north-wales': [
    {
      reading: 'cut',
      rules: [
        'thread/priority-without-outcome',
        'thread/priority-without-kpq',
        'thread/priority-without-action',
        'thread/priority-without-why',
      ],
      items: ['female-offenders', 'restorative-justice', 'children', 'root-causes'],
      words:
        'The text stops in the middle of the ninth priority; the last three are known by their titles only. The printed plan says more about all four.',
    },
    {
      reading: 'defect',
      rules: ['thread/kpq-without-measure'],
      words:
        'The plan puts eight good questions and says that “a range of qualitative and quantitative measures” will answer them, but names none.',
    },
    {
      reading: 'defect',
      rules: ['thread/kpq-outside-outcomes'],
      words:
        'Rural crime, and the efficiency of the force, ask how confident people are in the police without working towards the outcome about confidence.',
    },
    {
      reading: 'defect',
      rules: ['thread/outcome-not-asked'],
      words: 'Hate crime works towards less reoffending and asks no question about it.',
    },
    {
      reading: 'defect',
      rules: ['dates/action-without-due', 'dates/action-without-lead', 'dates/deadline-in-words'],
      words: 'One action has a deadline, and that in words; none has a lead.',
    },
    {
      reading: 'defect',
      rules: [
        'consistency/term-not-explained',
        'consistency/name-varies',
        'consistency/near-duplicate-title',
        'reference/unused-term',
      ],
      words:
        'DA and PACT are never explained; the health board loses its “University” half way; cybercrime, the victims’ panel and others are spelt several ways.',
    },
    evidence,
    {
      reading: 'defect',
      rules: ['evidence/role-without-holder'],
      words: 'Offices are named without the people who hold them.',
    },
  ],
  leicestershire: [
    {
      reading: 'kind',
      rules: ['thread/priority-without-kpq', 'thread/measure-without-kpq', 'thread/outcome-without-kpq'],
      words:
        'The plan was written without key performance questions; no Act asks for them. It follows a few measures and ties them to nothing.',
    },
    {
      reading: 'defect',
      rules: ['thread/priority-without-outcome', 'thread/outcome-without-priority'],
      words:
        'The only outcomes stand in a background chapter, and none of the five V’s of the plan works towards either of them.',
    },
    {
      reading: 'defect',
      rules: ['thread/priority-without-action', 'thread/priority-without-why'],
      words: '‘The Elderly’ is a priority that names nothing to be done; another gives no reason.',
    },
    {
      reading: 'defect',
      rules: ['dates/action-without-due', 'dates/action-without-lead', 'dates/deadline-in-words'],
      words: 'No action has a date. Deadlines such as “during my term of office” can be neither sorted nor missed.',
    },
    goesOn,
    {
      reading: 'defect',
      rules: ['dates/control-sheet', 'dates/approved-late'],
      words: 'Published with neither the date of the next review nor much else of a control sheet.',
    },
    {
      reading: 'defect',
      rules: [
        'measure/no-unit',
        'measure/no-baseline',
        'measure/no-target',
        'measure/no-source',
        'measure/no-frequency',
        'measure/no-owner',
      ],
      words: 'Three measures are named, none with a figure to start from or to reach.',
    },
    evidence,
    {
      reading: 'defect',
      rules: ['consistency/name-varies', 'consistency/term-not-explained', 'evidence/role-without-holder'],
      words: 'The concordat on crisis care has two names; abbreviations and offices are left to the reader.',
    },
    {
      reading: 'cut',
      rules: ['consistency/budget-sum', 'syntax/empty-field'],
      words: 'Every amount of the budget table is lost in the text.',
    },
    pictures,
  ],
  wiltshire: [
    {
      reading: 'kind',
      rules: ['thread/priority-without-outcome', 'thread/priority-without-kpq', 'thread/priority-without-why'],
      words:
        'An update of a plan, with its measures in a separate scorecard; it names no outcomes or questions of its own.',
    },
    {
      reading: 'defect',
      rules: ['dates/action-without-due', 'dates/action-without-lead'],
      words: 'All but one of its actions have no date, and many have nobody to lead them.',
    },
    {
      reading: 'defect',
      rules: ['dates/control-sheet'],
      words:
        'The lines for approver, ratification and next review are printed empty: it is a draft, and was published so.',
    },
    goesOn,
    {
      reading: 'defect',
      rules: ['consistency/term-not-explained', 'evidence/role-without-holder', 'consistency/name-varies'],
      words: 'HMICFRS, PCSOs, OPCC and others are never explained; offices are named without their holders.',
    },
    evidence,
  ],
  'south-wales': [
    {
      reading: 'kind',
      rules: ['thread/priority-without-outcome', 'thread/priority-without-kpq', 'dates/control-sheet'],
      words: 'A summary of a longer plan: outcomes, measures and the control sheet are in the full one, if anywhere.',
    },
    evidence,
    {
      reading: 'defect',
      rules: [
        'consistency/name-varies',
        'consistency/term-not-explained',
        'consistency/near-duplicate-title',
        'consistency/wrong-count',
      ],
      words: 'Acts and boards go by several names; BAME, NPCC, APCC, DRIVE and others are not explained.',
    },
    goesOn,
    {
      reading: 'defect',
      rules: ['bilingual/missing-translation'],
      words: 'The plan says that there is a Welsh version; only a few names are given in both languages here.',
    },
    pictures,
  ],
  gwent: [
    {
      reading: 'kind',
      rules: ['dates/control-sheet'],
      items: ['gwent-police-and-crime'],
      words:
        'The delivery plan does not say who approved the plan that it delivers, or when that will be looked at again.',
    },
    {
      reading: 'kind',
      rules: [
        'thread/priority-without-outcome',
        'thread/priority-without-kpq',
        'thread/priority-without-why',
        'plan/no-period',
      ],
      words:
        'A delivery plan has no outcomes and questions of its own: it takes those of the plan that it delivers. Of that plan we have only what this one says of it, so the thread ends there.',
    },
    {
      reading: 'defect',
      rules: ['dates/due-outside-period'],
      words: 'Six actions of a plan for 2019/20 are due by March 2021.',
    },
    {
      reading: 'defect',
      rules: ['dates/action-without-lead', 'dates/action-without-due', 'dates/deadline-in-words'],
      words: 'The next steps are due “over the next year”, and most of them name nobody to take them.',
    },
    goesOn,
    {
      reading: 'defect',
      rules: ['dates/control-sheet'],
      words: 'Approved, with no date for the next review.',
    },
    {
      reading: 'defect',
      rules: [
        'consistency/term-not-explained',
        'consistency/name-varies',
        'consistency/near-duplicate-title',
        'consistency/typed-number',
      ],
      words:
        'CSO, MOSOVO, O365, NAS and others are not explained; the Well-being of Future Generations Act goes by three names.',
    },
    evidence,
    {
      reading: 'defect',
      rules: ['evidence/role-without-holder'],
      words: 'Offices are named without the people who hold them.',
    },
  ],
};
