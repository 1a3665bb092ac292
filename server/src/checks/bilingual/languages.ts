/** The English names of the languages that plans are likeliest to be translated into. */
const names: Readonly<Record<string, string>> = {
  cy: 'Welsh',
  en: 'English',
  gd: 'Scottish Gaelic',
  ga: 'Irish',
  sco: 'Scots',
  kw: 'Cornish',
  ar: 'Arabic',
  bn: 'Bengali',
  fr: 'French',
  gu: 'Gujarati',
  pa: 'Punjabi',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  so: 'Somali',
  uk: 'Ukrainian',
  ur: 'Urdu',
  zh: 'Chinese',
};

/** How messages name a language: “Welsh”, or its code where it is not in the table. */
export const languageName = (code: string): string => names[code.toLowerCase().split('-')[0] ?? ''] ?? `‘${code}’`;

/** The same in Welsh. */
const namesCy: Readonly<Record<string, string>> = {
  cy: 'Cymraeg',
  en: 'Saesneg',
  gd: 'Gaeleg yr Alban',
  ga: 'Gwyddeleg',
  sco: 'Sgoteg',
  kw: 'Cernyweg',
  ar: 'Arabeg',
  bn: 'Bengaleg',
  fr: 'Ffrangeg',
  gu: 'Gwjarati',
  pa: 'Pwnjabeg',
  pl: 'Pwyleg',
  pt: 'Portiwgaleg',
  ro: 'Rwmaneg',
  so: 'Somaleg',
  uk: 'Wcreineg',
  ur: 'Wrdw',
  zh: 'Tsieinëeg',
};

/** How Welsh messages name a language. To stand behind a masculine noun, which does not mutate it: “y testun Cymraeg”. */
export const languageNameCy = (code: string): string => namesCy[code.toLowerCase().split('-')[0] ?? ''] ?? `‘${code}’`;

/** Languages that write numbers as English does: a comma between thousands, a point before decimals. */
const likeEnglish = new Set(['en', 'cy', 'gd', 'ga', 'sco', 'kw']);

/** True for two languages whose figures can be compared as they are written. */
export const writeFiguresAlike = (one: string, other: string): boolean =>
  [one, other].every((code) => likeEnglish.has(code.toLowerCase().split('-')[0] ?? ''));
