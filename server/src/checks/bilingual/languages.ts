/** What the languages are called, in English and in Welsh, in which plans of these two are likeliest to be translated or to speak. */
export const languageNames: Readonly<Record<string, Readonly<Record<'en' | 'cy', string>>>> = {
  en: { en: 'English', cy: 'Saesneg' },
  cy: { en: 'Welsh', cy: 'Cymraeg' },
  gd: { en: 'Scottish Gaelic', cy: 'Gaeleg yr Alban' },
  ga: { en: 'Irish', cy: 'Gwyddeleg' },
  kw: { en: 'Cornish', cy: 'Cernyweg' },
  pl: { en: 'Polish', cy: 'Pwyleg' },
  ro: { en: 'Romanian', cy: 'Rwmaneg' },
  pa: { en: 'Punjabi', cy: 'Pwnjabeg' },
  ur: { en: 'Urdu', cy: 'Wrdw' },
  bn: { en: 'Bengali', cy: 'Bengaleg' },
  gu: { en: 'Gujarati', cy: 'Gwjarati' },
  ar: { en: 'Arabic', cy: 'Arabeg' },
  so: { en: 'Somali', cy: 'Somaleg' },
  uk: { en: 'Ukrainian', cy: 'Wcreineg' },
  bfi: { en: 'British Sign Language', cy: 'Iaith Arwyddion Prydain' },
  sco: { en: 'Scots', cy: 'Sgoteg' },
  fr: { en: 'French', cy: 'Ffrangeg' },
  pt: { en: 'Portuguese', cy: 'Portiwgaleg' },
  zh: { en: 'Chinese', cy: 'Tsieinëeg' },
};

const nameOf = (code: string, language: 'en' | 'cy'): string | undefined =>
  languageNames[code.toLowerCase().split('-')[0] ?? '']?.[language];

/** How messages name a language: “Welsh”, or its code where it is not in the table. */
export const languageName = (code: string): string => nameOf(code, 'en') ?? `‘${code}’`;

/** How Welsh messages name a language. To stand behind a masculine noun, which does not mutate it: “y testun Cymraeg”. */
export const languageNameCy = (code: string): string => nameOf(code, 'cy') ?? `‘${code}’`;

/** Languages that write numbers as English does: a comma between thousands, a point before decimals. */
const likeEnglish = new Set(['en', 'cy', 'gd', 'ga', 'sco', 'kw']);

/** True for two languages whose figures can be compared as they are written. */
export const writeFiguresAlike = (one: string, other: string): boolean =>
  [one, other].every((code) => likeEnglish.has(code.toLowerCase().split('-')[0] ?? ''));
