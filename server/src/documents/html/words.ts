import { wordsFor } from '../../features/words.ts';

/** What the writer of HTML says itself. */
export interface HtmlWords {
  readonly broken: string;
  readonly picture: string;
  readonly noPicture: string;
  readonly remotePicture: string;
  readonly note: string;
  readonly back: string;
  readonly table: string;
  readonly same: string;
  readonly skip: string;
  /** Whether what was said is so. */
  readonly yes: string;
  readonly no: string;
  /** What is said before words that came, and before words that went. */
  readonly inserted: string;
  readonly removed: string;
}

const words: Readonly<Record<'en' | 'cy', HtmlWords>> = {
  en: {
    broken: 'nothing has this id',
    picture: 'Picture:',
    noPicture: 'A picture that can’t be shown here',
    remotePicture: 'A picture from elsewhere, not loaded:',
    note: 'Note',
    back: 'Back to the text, from note',
    table: 'Table',
    same: 'The same in words',
    skip: 'Skip to main content',
    yes: 'yes',
    no: 'no',
    inserted: 'New:',
    removed: 'Was:',
  },
  cy: {
    broken: 'nid oes dim â’r id hwn',
    picture: 'Llun:',
    noPicture: 'Llun na ellir ei ddangos yma',
    remotePicture: 'Llun o fan arall, heb ei lwytho:',
    note: 'Nodyn',
    back: 'Yn ôl i’r testun, o nodyn',
    table: 'Tabl',
    same: 'Yr un peth mewn geiriau',
    skip: 'Neidio i’r prif gynnwys',
    yes: 'ydy',
    no: 'nac ydy',
    inserted: 'Newydd:',
    removed: 'Cynt:',
  },
};

/** The words in the language of a document; English for any other than Welsh. */
export const wordsIn = (language: string): HtmlWords => wordsFor(words, /^cy\b/i.test(language) ? 'cy' : 'en');
