import type { MatrixCell } from './cells.ts';

/** The verbs of the links: what a priority does for a column, by the field that says so. */
const does = {
  en: {
    outcomes: (from: string, to: string) => `${from} works towards ${to}`,
    kpqs: (from: string, to: string) => `${from} helps to answer ${to}`,
    goals: (from: string, to: string) => `${from} is marked as serving ${to}`,
    requirements: (from: string, to: string) => `${from} is marked as meeting ${to}`,
  },
  cy: {
    outcomes: (from: string, to: string) => `Mae ${from} yn gweithio tuag at ${to}`,
    kpqs: (from: string, to: string) => `Mae ${from} yn helpu i ateb ${to}`,
    goals: (from: string, to: string) => `Mae ${from} wedi’i nodi fel rhywbeth sy’n gwasanaethu ${to}`,
    requirements: (from: string, to: string) => `Mae ${from} wedi’i nodi fel rhywbeth sy’n bodloni ${to}`,
  },
};

type Relation = keyof (typeof does)['en'];

/** What the matrix says itself. Names of items are put in by the caller. */
export const matrixWords = {
  en: {
    page: 'Matrix',
    against: { outcomes: 'Outcomes', kpqs: 'Key performance questions' },
    title: (columns: string) => `Priorities and ${columns}`,
    inTitle: { outcomes: 'outcomes', kpqs: 'key performance questions' },
    columns: 'Columns',
    priority: 'Priority',
    linkedTo: 'Linked to',
    tooLarge: (rows: string, columns: string) =>
      `${rows} priorities against ${columns} columns are too many for one table. Here is what each priority is linked to.`,
    noTheme: 'Other priorities',
    own: 'Its own outcomes',
    total: 'Total',
    totals: 'Totals',
    theme: 'Priority area',
    does: (relation: string, from: string, to: string) => does.en[relation as Relation]?.(from, to) ?? `${from}: ${to}`,
    implied: 'that comes of one standing in the other',
    inherited: (item: string) => `handed down from ${item}: change it there`,
    inheritedStill: (item: string) => `handed down from ${item}`,
    within: (item: string) => `so far not itself, but ${item} in it does`,
    fixed: 'cannot be linked: it has no id that the plan could name',
    signs: {
      written: 'linked here',
      handed: 'linked from elsewhere: handed down, or by where it stands',
      within: 'not linked itself, but something in it is',
      off: 'not linked',
    },
    how: 'Choose a sign to make or break the link in the text.',
    emptyColumns: {
      outcomes: 'No priority works towards:',
      kpqs: 'No priority helps to answer:',
      framework: 'No priority is marked as serving or meeting:',
    },
    emptyRows: {
      outcomes: 'These priorities work towards no outcome:',
      kpqs: 'These priorities help to answer no question:',
      framework: 'These priorities are marked as serving or meeting nothing here:',
    },
    nothing: {
      outcomes: 'No priority works towards any of these outcomes yet.',
      kpqs: 'No priority helps to answer any of these questions yet.',
      framework: 'No priority, and nothing in one, is marked as serving or meeting any of this yet.',
    },
    noPriorities: 'There are no priorities in this plan yet, so there is nothing to show here.',
    noColumns:
      'This plan has no outcomes, questions or frameworks yet, so there is nothing to set its priorities against.',
    noPlan: 'This file belongs to no plan.',
  },
  cy: {
    page: 'Matrics',
    against: { outcomes: 'Canlyniadau', kpqs: 'Cwestiynau perfformiad allweddol' },
    title: (columns: string) => `Blaenoriaethau a ${columns}`,
    inTitle: { outcomes: 'chanlyniadau', kpqs: 'chwestiynau perfformiad allweddol' },
    columns: 'Colofnau',
    priority: 'Blaenoriaeth',
    linkedTo: 'Yn gysylltiedig â',
    tooLarge: (rows: string, columns: string) =>
      `Mae gormod i’w rhoi mewn un tabl (blaenoriaethau: ${rows}; colofnau: ${columns}). Dyma’r hyn y mae pob blaenoriaeth yn gysylltiedig ag ef.`,
    noTheme: 'Blaenoriaethau eraill',
    own: 'Ei chanlyniadau ei hun',
    total: 'Cyfanswm',
    totals: 'Cyfansymiau',
    theme: 'Maes blaenoriaeth',
    does: (relation: string, from: string, to: string) => does.cy[relation as Relation]?.(from, to) ?? `${from}: ${to}`,
    implied: 'daw hynny o’r ffaith bod y naill yn sefyll yn y llall',
    inherited: (item: string) => `daw o ${item}: newidiwch hynny yno`,
    inheritedStill: (item: string) => `daw o ${item}`,
    within: (item: string) => `nid ei hun hyd yma, ond mae ${item} ynddi yn gwneud hynny`,
    fixed: 'ni ellir ei gysylltu: nid oes ganddo id y gallai’r cynllun ei enwi',
    signs: {
      written: 'cysylltiad yma',
      handed: 'cysylltiad o fan arall: o uwchben, neu oherwydd ei le',
      within: 'dim cysylltiad ei hun, ond mae gan rywbeth ynddi',
      off: 'dim cysylltiad',
    },
    how: 'Dewiswch arwydd i wneud neu i dorri’r cysylltiad yn y testun.',
    emptyColumns: {
      outcomes: 'Nid oes yr un flaenoriaeth yn gweithio tuag at:',
      kpqs: 'Nid oes yr un flaenoriaeth yn helpu i ateb:',
      framework: 'Nid oes yr un flaenoriaeth wedi’i nodi fel un sy’n gwasanaethu neu’n bodloni:',
    },
    emptyRows: {
      outcomes: 'Nid yw’r blaenoriaethau hyn yn gweithio tuag at unrhyw ganlyniad:',
      kpqs: 'Nid yw’r blaenoriaethau hyn yn helpu i ateb unrhyw gwestiwn:',
      framework: 'Nid yw’r blaenoriaethau hyn wedi’u nodi fel rhai sy’n gwasanaethu nac yn bodloni dim yma:',
    },
    nothing: {
      outcomes: 'Nid oes yr un flaenoriaeth yn gweithio tuag at yr un o’r canlyniadau hyn eto.',
      kpqs: 'Nid oes yr un flaenoriaeth yn helpu i ateb yr un o’r cwestiynau hyn eto.',
      framework:
        'Nid oes yr un flaenoriaeth, na dim mewn un, wedi’i nodi fel rhywbeth sy’n gwasanaethu nac yn bodloni dim o hyn eto.',
    },
    noPriorities: 'Nid oes blaenoriaethau yn y cynllun hwn eto, felly nid oes dim i’w ddangos yma.',
    noColumns:
      'Nid oes canlyniadau, cwestiynau na fframweithiau yn y cynllun hwn eto, felly nid oes dim i osod ei flaenoriaethau yn ei erbyn.',
    noPlan: 'Nid yw’r ffeil hon yn perthyn i unrhyw gynllun.',
  },
};

export type MatrixWords = (typeof matrixWords)['en'];

/** How a cell is shown: by its shape, whatever its colour. */
export const signs = { written: '●', handed: '◆', within: '◇', off: '○' } as const;

/** Which of the signs a cell has. */
export function signOf({ on, because, within }: MatrixCell): keyof typeof signs {
  if (!on) return within ? 'within' : 'off';
  return because ? 'handed' : 'written';
}

/** The words for a page on which nothing can be changed: it does not say how to. */
export const stillWords = (words: MatrixWords): MatrixWords => ({
  ...words,
  how: '',
  inherited: words.inheritedStill,
  fixed: '',
});
