/** What the languages are called that plans in these two languages speak of most; others by their code. */
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
};
