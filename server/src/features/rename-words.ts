import type { KeyLanguage } from '@goldthread/grammar';

/** Why something cannot be renamed, in sentences that say what to do. */
interface RenameWords {
  /** The cursor is on nothing that has or names an id. */
  readonly notAnId: string;
  /** The item has no id; `line` shows how it would look with one. */
  noId(line: string): string;
  /** The cursor is on the title or key of an item that has an id. */
  onTitle(id: string): string;
  readonly onPath: string;
  unknownId(id: string): string;
  unknownPlan(id: string): string;
  shipped(plan: string): string;
  /** The item stands in a part that no plan includes. */
  readonly noPlan: string;
  /** The words cannot be an id; `offer` is an id made of them, where there is one. */
  badId(words: string, offer: string): string;
  readonly empty: string;
  taken(id: string, title: string): string;
  takenByPlan(id: string): string;
}

/** By the language in which the keys of the file are written. */
export const renameWords: Readonly<Record<KeyLanguage, RenameWords>> = {
  en: {
    notAnId: 'Only an id can be renamed. Put the cursor on the id of an item, or where an item is named.',
    noId: (line) => `This has no id yet, so that nothing can name it. Give it one first, such as “${line}”.`,
    onTitle: (id) => `A title can be changed as it stands. To rename the id, put the cursor on ‘${id}’.`,
    onPath: 'This is the path of a file. Rename the file itself, and the paths that lead to it change too.',
    unknownId: (id) => `Nothing has the id ‘${id}’, so there is nothing to rename.`,
    unknownPlan: (id) => `There is no plan or library ‘${id}’ here, so there is nothing to rename.`,
    shipped: (plan) => `‘${plan}’ comes with Goldthread and cannot be changed.`,
    noPlan:
      'No plan includes this part, so it is not known what names the item. Include the part in its plan first, then rename.',
    badId: (words, offer) =>
      `‘${words}’ cannot be an id: an id is small letters, figures and hyphens, with no spaces. ${offer ? `Write ‘${offer}’.` : 'Write it like ‘road-safety’.'}`,
    empty: 'An id needs a letter or a figure. Write it like ‘road-safety’.',
    taken: (id, title) => `This plan has ‘${id}’ already${title ? `: “${title}”` : ''}. Choose another id.`,
    takenByPlan: (id) => `There is a plan or library ‘${id}’ already. Choose another id.`,
  },
  cy: {
    notAnId: 'Dim ond id y gellir ei ailenwi. Rhowch y cyrchwr ar id eitem, neu lle mae eitem yn cael ei henwi.',
    noId: (line) => `Nid oes id yma eto, felly ni all dim ei enwi. Rhowch un iddo yn gyntaf, er enghraifft “${line}”.`,
    onTitle: (id) => `Gellir newid teitl fel y mae. I ailenwi’r id, rhowch y cyrchwr ar ‘${id}’.`,
    onPath: 'Llwybr ffeil yw hwn. Ailenwch y ffeil ei hun, a bydd y llwybrau sy’n arwain ati yn newid hefyd.',
    unknownId: (id) => `Nid oes gan ddim yr id ‘${id}’, felly nid oes dim i’w ailenwi.`,
    unknownPlan: (id) => `Nid oes cynllun na llyfrgell ‘${id}’ yma, felly nid oes dim i’w ailenwi.`,
    shipped: (plan) => `Daw ‘${plan}’ gyda Goldthread, ac ni ellir ei newid.`,
    noPlan:
      'Nid oes cynllun yn cynnwys y rhan hon, felly ni wyddys beth sy’n enwi’r eitem. Cynhwyswch y rhan yn ei chynllun yn gyntaf, ac yna ailenwch.',
    badId: (words, offer) =>
      `Ni all ‘${words}’ fod yn id: llythrennau bach, rhifau a chysylltnodau yw id, heb fylchau. ${offer ? `Ysgrifennwch ‘${offer}’.` : 'Ysgrifennwch ef fel ‘diogelwch-ffyrdd’.'}`,
    empty: 'Mae angen llythyren neu rif mewn id. Ysgrifennwch ef fel ‘diogelwch-ffyrdd’.',
    taken: (id, title) => `Mae ‘${id}’ yn y cynllun hwn eisoes${title ? `: “${title}”` : ''}. Dewiswch id arall.`,
    takenByPlan: (id) => `Mae cynllun neu lyfrgell ‘${id}’ eisoes. Dewiswch id arall.`,
  },
};
