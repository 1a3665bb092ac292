/**
 * What the page of a document says of itself, in the language of the editor. What became of blocks comes from the server, in the language
 * of the plan. The script of the page puts a number in the place of `{0}` where that is left.
 */
export const pageWords = (t: (words: string, ...values: (string | number)[]) => string) => ({
  read: (format: string) => t('Read as {0}.', format),
  misnamed: (ending: string) => t('Its name ends with .{0}, but that is not what it is.', ending),
  untouched: t('It was made from a plan that it carries, and nobody has edited it since: this is that plan.'),
  edited: t(
    'It was made from a plan that it carries, and somebody has edited it since: this is that plan, with what was edited.',
  ),
  way: t('Choose a word in the margin to see in the plan what became of that piece.'),
  settle: t('To settle'),
  settleWay: t(
    'These notes stand in the plan. Settle one with the light bulb at its line (Ctrl+.), or take the line out; then it goes from this list, too.',
  ),
  settled: t('Nothing is left to settle.'),
  settledOne: t('One note is left to settle.'),
  settledMany: t('{0} notes are left to settle.', '{0}'),
  waiting: t('Looking for notes in the plan…'),
  looks: t('What else to look at'),
  counts: t('What it became'),
  removed: t('What was left out'),
  others: t('{0} more', '{0}'),
  document: t('The document'),
  none: t('This format says itself what everything is, so nothing had to be guessed. All of it is in the plan.'),
  noneOfPlan: t('Nothing had to be read off the document itself.'),
  more: (count: number) => t('{0} more pieces are in the plan, and too many to be shown here.', count),
  moreRows: (count: number) => t('{0} more rows are in the plan.', count),
  picture: t('Picture'),
  pictureWithout: t('A picture without words for it'),
  go: (became: string) => t('{0}: go to it in the plan', became),
});

/** The words of a page by their names. */
export type PageWords = ReturnType<typeof pageWords>;
