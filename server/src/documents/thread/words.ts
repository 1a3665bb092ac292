import { wordsFor } from '../../features/words.ts';
import type { ViewOptions } from '../view.ts';
import type { ThreadKind } from './graph.ts';

/** What the view says itself. */
export interface ThreadWords {
  readonly title: string;
  readonly columns: Readonly<Record<ThreadKind | 'delivered', string>>;
  /** What is said of an item that is short of one of a kind: by its own kind, then by what it lacks. */
  readonly lacks: Readonly<Partial<Record<ThreadKind, Readonly<Partial<Record<ThreadKind, string>>>>>>;
  readonly untitled: string;
  readonly local: string;
  readonly from: (plan: string) => string;
  readonly unknown: string;
  readonly means: (kind: string) => string;
  readonly serves: string;
  readonly servedBy: string;
  readonly offThread: string;
  readonly legend: {
    readonly written: string;
    readonly implied: string;
    readonly inherited: string;
    readonly missing: string;
    readonly unknown: string;
  };
  readonly controls: {
    readonly theme: string;
    readonly allThemes: string;
    readonly noTheme: string;
    readonly around: string;
    readonly everything: string;
    readonly show: string;
    readonly shown: Readonly<Record<'outcomes' | 'kpqs' | 'measures' | 'actions', string>>;
  };
  readonly keys: string;
  readonly ends: (count: number) => string;
  readonly empty: string;
  readonly noPlan: string;
}

const table: Readonly<Record<ViewOptions['language'], ThreadWords>> = {
  en: {
    title: 'The golden thread',
    columns: {
      outcome: 'Outcomes',
      delivered: 'Priorities of the plan that is delivered',
      theme: 'Themes',
      priority: 'Priorities',
      action: 'Actions',
      kpq: 'Key performance questions',
      measure: 'Measures',
    },
    lacks: {
      outcome: {
        priority: 'no priority works towards this',
        kpq: 'no question about this yet',
        measure: 'nothing measures this yet',
      },
      kpq: {
        outcome: 'asks about no outcome',
        priority: 'no priority answers to this',
        measure: 'no measure answers this',
      },
      measure: { kpq: 'answers no question' },
      priority: {
        outcome: 'names no outcome',
        kpq: 'no question about this yet',
        action: 'no action yet',
      },
    },
    untitled: 'no title yet',
    local: 'Outcome of one priority alone',
    from: (plan) => `From ${plan}`,
    unknown: 'nothing has this id',
    means: (kind) => `this is the id of something else: ${kind}`,
    serves: 'Serves',
    servedBy: 'Served by',
    offThread: 'Not on the thread',
    legend: {
      written: 'linked in the text',
      implied: 'linked by where it stands',
      inherited: 'handed down from above',
      missing: 'the thread ends here',
      unknown: 'a name that nothing has',
    },
    controls: {
      theme: 'Theme',
      allThemes: 'All',
      noTheme: 'Without a theme',
      around: 'Only around',
      everything: 'Everything',
      show: 'Show',
      shown: {
        outcomes: 'Outcomes and priorities',
        kpqs: 'And key performance questions',
        measures: 'And measures',
        actions: 'And actions',
      },
    },
    keys: 'The arrow keys go along the thread; Enter goes to the text.',
    ends: (count) => {
      if (count === 0) return 'The thread runs through: no end of it is loose.';
      return count === 1 ? 'The thread is broken in 1 place.' : `The thread is broken in ${count} places.`;
    },
    empty: 'There is nothing to draw here: no outcome, no priority, no key performance question and no measure yet.',
    noPlan: 'This file does not belong to a plan yet.',
  },
  cy: {
    title: 'Yr edau aur',
    columns: {
      outcome: 'Canlyniadau',
      delivered: 'Blaenoriaethau’r cynllun a gyflawnir',
      theme: 'Themâu',
      priority: 'Blaenoriaethau',
      action: 'Gweithredoedd',
      kpq: 'Cwestiynau perfformiad allweddol',
      measure: 'Mesurau',
    },
    lacks: {
      outcome: {
        priority: 'dim blaenoriaeth tuag at hyn eto',
        kpq: 'dim cwestiwn am hyn eto',
        measure: 'dim byd yn mesur hyn eto',
      },
      kpq: {
        outcome: 'nid yw’n holi am unrhyw ganlyniad',
        priority: 'dim blaenoriaeth yn ymateb i’r cwestiwn hwn',
        measure: 'dim mesur yn ateb hyn',
      },
      measure: { kpq: 'nid yw’n ateb unrhyw gwestiwn' },
      priority: {
        outcome: 'dim canlyniad wedi’i enwi',
        kpq: 'dim cwestiwn am hyn eto',
        action: 'dim gweithred eto',
      },
    },
    untitled: 'dim teitl eto',
    local: 'Canlyniad un flaenoriaeth yn unig',
    from: (plan) => `O ${plan}`,
    unknown: 'does gan ddim byd yr id hwn',
    means: (kind) => `id rhywbeth arall yw hwn: ${kind}`,
    serves: 'Yn gwasanaethu',
    servedBy: 'Yn cael ei wasanaethu gan',
    offThread: 'Ddim ar yr edau',
    legend: {
      written: 'cyswllt yn y testun',
      implied: 'cyswllt oherwydd ble mae’n sefyll',
      inherited: 'wedi’i etifeddu oddi uchod',
      missing: 'mae’r edau yn gorffen yma',
      unknown: 'enw nad oes gan ddim byd',
    },
    controls: {
      theme: 'Thema',
      allThemes: 'Pob un',
      noTheme: 'Heb thema',
      around: 'O amgylch hwn yn unig',
      everything: 'Popeth',
      show: 'Dangos',
      shown: {
        outcomes: 'Canlyniadau a blaenoriaethau',
        kpqs: 'A chwestiynau perfformiad allweddol',
        measures: 'A mesurau',
        actions: 'A gweithredoedd',
      },
    },
    keys: 'Mae’r bysellau saeth yn dilyn yr edau; mae Enter yn mynd i’r testun.',
    ends: (count) =>
      count === 0
        ? 'Mae’r edau yn gyfan: nid oes pen rhydd iddi.'
        : `Nifer y mannau lle mae’r edau wedi torri: ${count}.`,
    empty: 'Does dim i’w lunio yma: dim canlyniad, blaenoriaeth, cwestiwn perfformiad allweddol na mesur eto.',
    noPlan: 'Nid yw’r ffeil hon yn perthyn i gynllun eto.',
  },
};

/** What the view says, in the language of the page. */
export const threadWords = (language: ViewOptions['language']): ThreadWords => wordsFor(table, language);
