import type { KeyLanguage } from '@goldthread/grammar';
import { wordsFor } from '../../features/words.ts';

const phrases = {
  en: {
    nouns: { kpq: 'Question' } as Readonly<Record<string, string>>,
    untitled: 'A plan without a title yet',
    contents: 'Contents',
    control: 'Document control',
    outcomes: 'Outcomes',
    worksTowards: 'Priorities that work towards it',
    askedBy: 'Questions about it',
    answeredBy: 'Measures that answer it',
    answers: 'Questions it answers',
    helpedBy: 'Priorities that help to answer it',
    named: (name: string) => `${name}: `,
    line: 'Item',
    amount: 'Amount',
    serves: 'Priorities',
    total: 'Total',
    period: 'Period',
    result: 'Result',
    results: 'Results',
    noData: 'The file of figures can’t be shown:',
  },
  cy: {
    nouns: { kpq: 'Cwestiwn' } as Readonly<Record<string, string>>,
    untitled: 'Cynllun heb deitl eto',
    contents: 'Cynnwys',
    control: 'Rheoli’r ddogfen',
    outcomes: 'Canlyniadau',
    worksTowards: 'Blaenoriaethau sy’n gweithio tuag ato',
    askedBy: 'Cwestiynau amdano',
    answeredBy: 'Mesurau sy’n ei ateb',
    answers: 'Cwestiynau y mae’n eu hateb',
    helpedBy: 'Blaenoriaethau sy’n helpu i’w ateb',
    named: (name: string) => `${name}: `,
    line: 'Eitem',
    amount: 'Swm',
    serves: 'Blaenoriaethau',
    total: 'Cyfanswm',
    period: 'Cyfnod',
    result: 'Canlyniad',
    results: 'Canlyniadau',
    noData: 'Ni ellir dangos y ffeil ffigurau:',
  },
};

/** What a document itself says, in its language. */
export type Phrases = (typeof phrases)['en'];

/** What a document itself says. */
export const documentWords = (language: KeyLanguage): Phrases => wordsFor(phrases, language);
