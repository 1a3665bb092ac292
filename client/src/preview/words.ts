/** What the page says of itself, in the language of the editor. What is about the plan comes from the server, in the language of the plan. */
export const pageWords = (t: (words: string) => string) => ({
  preview: t('Preview'),
  views: t('Views of the plan'),
  document: t('Document'),
  thread: t('Thread'),
  matrix: t('Matrix'),
  measures: t('Measures'),
  coverage: t('Coverage'),
  tools: t('How the page is shown'),
  language: t('Language'),
  english: t('English'),
  welsh: t('Welsh'),
  problems: t('Show problems'),
  problemsHere: t('Problems here'),
  why: t('Why?'),
  printed: t('Show as printed'),
  smaller: t('Smaller'),
  larger: t('Larger'),
  actualSize: t('Actual size'),
  print: t('Print…'),
  reading: t('Reading the plan…'),
  goToText: t('Go to the text'),
  onlyAround: t('Only around this'),
});

/** The words of a page by their names. */
export type PageWords = ReturnType<typeof pageWords>;
