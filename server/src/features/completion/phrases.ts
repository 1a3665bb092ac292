import type { KeyLanguage } from '@goldthread/grammar';

/** The words of completion that are neither the vocabulary’s nor the plan’s. */
interface Phrases {
  readonly planStart: string;
  readonly planEnd: string;
  readonly financialYear: string;
  readonly quarter: string;
  readonly noHeading: string;
  readonly plan: string;
  readonly library: string;
  readonly number: string;
  readonly value: string;
  /** What a new item without an id would be called. */
  readonly newId: string;
  readonly welshKeys: string;
  readonly allow: string;
}

export const phrases: Readonly<Record<KeyLanguage, Phrases>> = {
  en: {
    planStart: 'The start of the plan',
    planEnd: 'The end of the plan',
    financialYear: 'Financial year, April to March',
    quarter: 'Quarter of the calendar year',
    noHeading: 'Prints no heading',
    plan: 'plan',
    library: 'library',
    number: 'Prints the number of the item',
    value: 'Prints the value of the statistic',
    newId: 'An id made of the title',
    welshKeys: 'The keys of this file are in Welsh',
    allow: 'Allows what a check finds in the entry below, with a reason',
  },
  cy: {
    planStart: 'Dechrau’r cynllun',
    planEnd: 'Diwedd y cynllun',
    financialYear: 'Blwyddyn ariannol, Ebrill i Fawrth',
    quarter: 'Chwarter o’r flwyddyn galendr',
    noHeading: 'Nid yw’n argraffu pennawd',
    plan: 'cynllun',
    library: 'llyfrgell',
    number: 'Yn argraffu rhif yr eitem',
    value: 'Yn argraffu gwerth yr ystadegyn',
    newId: 'Id wedi’i wneud o’r teitl',
    welshKeys: 'Mae allweddeiriau’r ffeil hon yn Gymraeg',
    allow: 'Yn caniatáu’r hyn y mae gwiriad yn ei ganfod yn y cofnod isod, gyda rheswm',
  },
};
