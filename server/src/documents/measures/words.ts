/** What the page of measures says itself. */
export const measureWords = {
  en: {
    page: 'Measures',
    noPlan: 'This file belongs to no plan.',
    none: 'There are no measures in this plan yet. So nothing in it will show whether its outcomes are being reached.',
    summary: (all: number, baseline: number, target: number, results: number) =>
      `${all === 1 ? '1 measure' : `${all} measures`}: ${baseline} with a baseline, ${target} with a target, ${results} with results.`,
    open: 'No measure answers these questions yet:',
    off: 'Measures that answer no question',
    offWhy: 'They stand beside the golden thread: no question or outcome leads to them.',
    answers: 'Answers',
    outcome: 'For the outcome',
    shows: 'Shows the effect of',
    in: 'Stands in',
    latest: 'Latest result',
    inPeriod: (figure: string, period: string) => `${figure} (${period})`,
    missing: 'Still missing:',
    lacks: {
      'measure/no-baseline': 'a baseline',
      'measure/no-target': 'a target',
      'measure/no-unit': 'what is counted',
      'measure/no-source': 'where the figures come from',
      'measure/no-frequency': 'how often it is looked at',
      'measure/no-owner': 'who answers for it',
    },
    directions: { increase: 'Upwards', decrease: 'Downwards', maintain: 'To stay where it is' },
  },
  cy: {
    page: 'Mesurau',
    noPlan: 'Nid yw’r ffeil hon yn perthyn i unrhyw gynllun.',
    none: 'Nid oes mesurau yn y cynllun hwn eto. Felly ni fydd dim ynddo’n dangos a yw ei ganlyniadau’n cael eu cyrraedd.',
    summary: (all: number, baseline: number, target: number, results: number) =>
      `Mesurau: ${all}. Gyda gwaelodlin: ${baseline}. Gyda tharged: ${target}. Gyda ffigurau: ${results}.`,
    open: 'Nid oes mesur yn ateb y cwestiynau hyn eto:',
    off: 'Mesurau nad ydynt yn ateb unrhyw gwestiwn',
    offWhy: 'Maent yn sefyll wrth ochr yr edau aur: nid oes cwestiwn na chanlyniad yn arwain atynt.',
    answers: 'Yn ateb',
    outcome: 'Ar gyfer y canlyniad',
    shows: 'Yn dangos effaith',
    in: 'Yn sefyll yn',
    latest: 'Y ffigur diweddaraf',
    inPeriod: (figure: string, period: string) => `${figure} (${period})`,
    missing: 'Ar goll o hyd:',
    lacks: {
      'measure/no-baseline': 'gwaelodlin',
      'measure/no-target': 'targed',
      'measure/no-unit': 'yr hyn a gyfrifir',
      'measure/no-source': 'o ble y daw’r ffigurau',
      'measure/no-frequency': 'pa mor aml y mae rhywun yn edrych arno',
      'measure/no-owner': 'pwy sy’n atebol amdano',
    },
    directions: { increase: 'I fyny', decrease: 'I lawr', maintain: 'Aros yn ei unfan' },
  },
};

export type MeasureWords = (typeof measureWords)['en'];
