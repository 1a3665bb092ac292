import type { KeyLanguage } from '@goldthread/grammar';
import { wordsFor } from '../../features/words.ts';

const phrases = {
  en: {
    indicators: 'Questions and measures',
    others: 'Other actions and measures',
    answer: 'Answer',
    baseline: 'Baseline',
    partOf: 'Part of',
    lead: 'Lead',
    partners: 'Partner',
    'assured-by': 'Assurance',
    worksTowards: 'Priorities that work towards it',
    from: 'From',
  },
  cy: {
    indicators: 'Cwestiynau a mesurau',
    others: 'Gweithredoedd a mesurau eraill',
    answer: 'Ateb',
    baseline: 'Gwaelodlin',
    partOf: 'Rhan o',
    lead: 'Arweinydd',
    partners: 'Partner',
    'assured-by': 'Sicrwydd',
    worksTowards: 'Blaenoriaethau sy’n gweithio tuag ato',
    from: 'Daw o',
  },
};

export type StratmlWords = (typeof phrases)['en'];

/** What a StratML document says itself, in its language. */
export const stratmlWords = (language: KeyLanguage): StratmlWords => wordsFor(phrases, language);
