/** What charts say themselves. */
export const chartWords = {
  en: {
    baseline: 'Baseline',
    target: 'Target',
    latest: 'Latest',
    by: (date: string) => `by ${date}`,
    in: (period: string) => `in ${period}`,
    period: 'Period',
    row: 'Row',
    figure: 'Figure',
    noFigures: 'There are no figures to draw.',
    notZero: 'The scale does not begin at zero.',
    mixed: (units: string) => `The figures count different things (${units}), so each has a scale of its own.`,
    unknownUnit: 'no unit given',
    notDrawn: 'Figures that are no numbers, or that count something else, stand in the table only.',
    none: '–',
  },
  cy: {
    baseline: 'Gwaelodlin',
    target: 'Targed',
    latest: 'Diweddaraf',
    by: (date: string) => `erbyn ${date}`,
    in: (period: string) => `yn ${period}`,
    period: 'Cyfnod',
    row: 'Rhes',
    figure: 'Ffigur',
    noFigures: 'Nid oes ffigurau i’w lluniadu.',
    notZero: 'Nid yw’r raddfa’n dechrau ar sero.',
    mixed: (units: string) =>
      `Mae’r ffigurau’n cyfrif pethau gwahanol (${units}), felly mae gan bob un ei raddfa ei hun.`,
    unknownUnit: 'dim uned wedi’i rhoi',
    notDrawn: 'Mae ffigurau nad ydynt yn rhifau, neu sy’n cyfrif rhywbeth arall, yn y tabl yn unig.',
    none: '–',
  },
};

export type ChartWords = (typeof chartWords)['en'];
