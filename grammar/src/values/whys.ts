import type { KeyLanguage } from '../vocabulary/index.ts';
import { quoted } from './result.ts';

/** What can be wrong with a value, in a sentence that ends with an example of the right form. `text` is what was written. */
const english = {
  // Dates
  anotherWay: (meant: string) => `A date is written in figures with the year first, so this one is ${meant}.`,
  noYear: (text: string) =>
    `${quoted(text)} does not say which year: write the year first, such as 2021-05-13 or 2021-05.`,
  noMonth: (month: number) =>
    `There is no month ${month}: months go from 01 for January to 12 for December, such as 2021-05-13.`,
  noDay: (day: number, month: string, year: number, days: number, last: string) =>
    `${month} ${year} has ${days} days, so there is no ${day} ${month}: write a day that there is, such as ${last}.`,
  ambiguous: (text: string, british: string, american: string, meant: string) =>
    `${quoted(text)} is ${british} in the UK but ${american} in the United States: write the year, the month and the day in that order, so that nobody can mistake it, as in ${meant}.`,
  financialYear: (meant: string) =>
    `A financial year is its first year, a slash and two figures of its second: ${meant}.`,
  severalYears: (text: string) =>
    `${quoted(text)} is not one date: a financial year runs from April to the March after it and names both years, such as 2021/22.`,
  noQuarter: (number: number) => `There is no quarter ${number}: quarters go from Q1 to Q4, such as 2021-Q2.`,
  quarter: (meant: string) => `A quarter of the calendar year is written after the year: ${meant}.`,
  financialQuarter: (meant: string) =>
    `Quarters are those of the calendar year, so this quarter of the financial year is ${meant}.`,
  lastDay: (meant: string) => `A date takes in all its days, its last day too, so this is ${meant}.`,
  vague: (text: string) =>
    `${quoted(text)} has no exact first and last day: give a month, a quarter or a year, such as 2019-07, 2019-Q3 or 2019.`,
  noDate: (text: string) =>
    `${quoted(text)} is not a date: write a day, a month, a quarter, a year or a financial year, such as 2021-05-13, 2021-05, 2021-Q2, 2021 or 2021/22.`,
  monthOrYears: (text: string) =>
    `${quoted(text)} could be a month or several years: write a month with a hyphen, or years with “to”, such as 2010-12 or 2010 to 2012.`,
  looksLikeDate: (meant: string) =>
    `Some characters here only look like the figures and hyphens of a date: type it again, as ${meant}.`,
  oneDate: (end: string) => `Something is due by one date, the last on which it may be done, such as ${end}.`,
  // Periods; `to` and `since` are the words that join them
  endsFirst: (end: string, start: string) =>
    `This period ends, ${end}, before it starts, ${start}: put the earlier date first, such as 2021 to 2024.`,
  periodMeant: (to: string, since: string, meant: string) =>
    `A period is two dates with “${to}” between them, or “${since}” and a date: ${meant}.`,
  noPeriod: (text: string, to: string, since: string) =>
    `${quoted(text)} is not a period: write a date, two dates with “${to}” between them, or “${since}” and a date, such as 2021-05-13 ${to} 2024-05-08.`,
  // Numbers
  quantity: '12,480 incidents',
  noQuantity: (text: string) =>
    `${quoted(text)} does not begin with one exact number in figures: write the number, then what it counts, such as 12,480 incidents or 69%.`,
  change: (text: string) =>
    `${quoted(text)} says how much a number changes, not the number itself: write the number, then what it counts, such as 12,480 incidents or 69%.`,
  minusBeforeNumber: 'The minus sign belongs right before the number, such as -4.5 points.',
  inFigures: (meant: string, word: string) => `A quantity is written in figures, such as ${meant} for “${word}”.`,
  asPercentage: (text: string, percentage: string) => `Write ${quoted(text)} as a percentage, such as ${percentage}.`,
  thousands: (meant: string) => `A comma goes between thousands, not a space, such as ${meant}.`,
  noNumber: (text: string, example: string) =>
    `${quoted(text)} is not a number: a comma goes between thousands and a point before decimals, such as ${example}.`,
  looksLikeNumber: (example: string) =>
    `Some characters here only look like figures and signs: type the number again, such as ${example}.`,
  numberMissing: (example: string) => `The number is missing: write it before the date, such as ${example}.`,
  joined: (link: string, example: string) => `A number and its date are joined with “${link}”, such as ${example}.`,
  dateBehind: (link: string, example: string) =>
    `A date goes behind “${link}”, written in figures, such as ${example}.`,
  dateLast: (behind: string, example: string) =>
    `The date comes last, with nothing behind it: delete ${quoted(behind)}, or put it into the text, such as ${example}.`,
  // Money
  noMoney: (text: string) =>
    `${quoted(text)} is not an amount of money: write the currency, then the number, such as £1.24m or £171,200,000.`,
  minusBeforeCurrency: 'The minus sign goes before the currency, such as -£1.24m.',
  scaleLetters: 'Millions are written m and billions bn, such as £1.24m or £3bn.',
  oneAmount: (rest: string) =>
    `Only one amount goes here: put ${quoted(rest)} into the text, and leave the amount, such as £1.24m.`,
  currencyCode: 'The code of a currency is in capitals, such as GBP 300.',
  currencyFirst: (meant: string) => `An amount is the sign of its currency, then the number: ${meant}.`,
  // Words of a list, languages, names of things
  choice: (text: string, words: readonly string[], likely: string) =>
    `${quoted(text)} is not one of the words that can stand here: choose ${listed(words)}, such as ${likely}.`,
  noLanguage: (text: string, meant: string | undefined) =>
    `${quoted(text)} is not the code of a language: write the code, such as ${meant ?? 'en for English or cy for Welsh'}.`,
  oneLanguage: 'Between two commas stands one language, such as en, cy.',
  languages: (meant: string) => `Languages have commas between them, such as ${meant}.`,
  label: (text: string, meant: string | undefined) =>
    `Nothing in a plan is called ‘${text}’. A label names a field or a kind, such as “label ${meant ?? 'why'}: ${meant ? '…' : 'Why is this a priority?'}”.`,
  numbering: (word: string) =>
    `What is numbered is named in the plural, such as “numbering: priorities, actions”; ‘${word}’ is not one of these words.`,
  // Paths
  pathLetters: 'A path is one line of letters that can be seen, such as data/asb.csv.',
  pathQuoted: 'A path stands without quotation marks, such as data/asb.csv.',
  pathSlashes: 'The folders of a path have forward slashes between them, such as data/asb.csv.',
  pathFromHere: 'A path begins at the folder of this file, with no slash before it, such as data/asb.csv.',
  pathOfFolder: 'This names a folder and no file: write the name of the file too, such as data/asb.csv.',
  pathOfComputer:
    'This is a place on one computer or network, which others do not have: put the file beside the plan and write its path from there, such as data/asb.csv.',
  pathOnWeb: 'This is a web address: put the file beside the plan and write its path from there, such as data/asb.csv.',
};

/** What can be wrong with values, in one language. */
export type Whys = typeof english;

const welsh: Whys = {
  anotherWay: (meant) =>
    `Mae dyddiad yn cael ei ysgrifennu mewn ffigurau gyda’r flwyddyn yn gyntaf, felly ${meant} yw’r un hwn.`,
  noYear: (text) =>
    `Nid yw ${quoted(text)} yn dweud pa flwyddyn: ysgrifennwch y flwyddyn yn gyntaf, er enghraifft 2021-05-13 neu 2021-05.`,
  noMonth: (month) =>
    `Nid oes mis ${month}: mae’r misoedd yn mynd o 01 ar gyfer Ionawr i 12 ar gyfer Rhagfyr, er enghraifft 2021-05-13.`,
  noDay: (day, month, year, days, last) =>
    `Nifer y diwrnodau ym mis ${month} ${year} yw ${days}, felly nid oes ${day} ${month}: ysgrifennwch ddiwrnod sy’n bod, er enghraifft ${last}.`,
  ambiguous: (text, british, american, meant) =>
    `Mae ${quoted(text)} yn golygu ${british} yn y DU ond ${american} yn yr Unol Daleithiau: ysgrifennwch y flwyddyn, y mis a’r diwrnod yn y drefn honno, fel na all neb gamddeall, fel yn ${meant}.`,
  financialYear: (meant) =>
    `Mae blwyddyn ariannol yn cael ei hysgrifennu fel y flwyddyn gyntaf, slaes a dau ffigur olaf yr ail: ${meant}.`,
  severalYears: (text) =>
    `Nid un dyddiad yw ${quoted(text)}: mae blwyddyn ariannol yn rhedeg o fis Ebrill i’r mis Mawrth wedyn ac yn enwi’r ddwy flwyddyn, er enghraifft 2021/22.`,
  noQuarter: (number) => `Nid oes chwarter ${number}: mae’r chwarteri’n mynd o Q1 i Q4, er enghraifft 2021-Q2.`,
  quarter: (meant) => `Mae chwarter o’r flwyddyn galendr yn cael ei ysgrifennu ar ôl y flwyddyn: ${meant}.`,
  financialQuarter: (meant) =>
    `Chwarteri’r flwyddyn galendr sy’n cael eu hysgrifennu, felly ${meant} yw’r chwarter hwn o’r flwyddyn ariannol.`,
  lastDay: (meant) => `Mae dyddiad yn cynnwys pob un o’i ddiwrnodau, a’r olaf hefyd, felly ${meant} yw hwn.`,
  vague: (text) =>
    `Nid oes diwrnod cyntaf ac olaf pendant i ${quoted(text)}: rhowch fis, chwarter neu flwyddyn, er enghraifft 2019-07, 2019-Q3 neu 2019.`,
  noDate: (text) =>
    `Nid dyddiad yw ${quoted(text)}: ysgrifennwch ddiwrnod, mis, chwarter, blwyddyn neu flwyddyn ariannol, er enghraifft 2021-05-13, 2021-05, 2021-Q2, 2021 neu 2021/22.`,
  monthOrYears: (text) =>
    `Gallai ${quoted(text)} fod yn fis neu’n sawl blwyddyn: ysgrifennwch fis â chysylltnod, neu flynyddoedd ag “i”, er enghraifft 2010-12 neu 2010 i 2012.`,
  looksLikeDate: (meant) =>
    `Dim ond edrych fel ffigurau a chysylltnodau dyddiad y mae rhai nodau yma: teipiwch y dyddiad eto, fel ${meant}.`,
  oneDate: (end) => `Un dyddiad sydd i’w roi, yr olaf y gellir gwneud y gwaith arno, er enghraifft ${end}.`,
  endsFirst: (end, start) =>
    `Mae’r cyfnod hwn yn dod i ben, ${end}, cyn iddo ddechrau, ${start}: rhowch y dyddiad cynharaf yn gyntaf, er enghraifft 2021 i 2024.`,
  periodMeant: (to, since, meant) =>
    `Dau ddyddiad ag “${to}” rhyngddynt yw cyfnod, neu “${since}” a dyddiad: ${meant}.`,
  noPeriod: (text, to, since) =>
    `Nid cyfnod yw ${quoted(text)}: ysgrifennwch ddyddiad, dau ddyddiad ag “${to}” rhyngddynt, neu “${since}” a dyddiad, er enghraifft 2021-05-13 ${to} 2024-05-08.`,
  quantity: '12,480 o ddigwyddiadau',
  noQuantity: (text) =>
    `Nid yw ${quoted(text)} yn dechrau ag un rhif pendant mewn ffigurau: ysgrifennwch y rhif, ac yna’r hyn y mae’n ei gyfrif, er enghraifft 12,480 o ddigwyddiadau neu 69%.`,
  change: (text) =>
    `Mae ${quoted(text)} yn dweud faint y mae rhif yn newid, nid y rhif ei hun: ysgrifennwch y rhif, ac yna’r hyn y mae’n ei gyfrif, er enghraifft 12,480 o ddigwyddiadau neu 69%.`,
  minusBeforeNumber: 'Yn union o flaen y rhif y mae’r arwydd minws, er enghraifft -4.5 pwynt.',
  inFigures: (meant, word) => `Mae nifer yn cael ei ysgrifennu mewn ffigurau, er enghraifft ${meant} am “${word}”.`,
  asPercentage: (text, percentage) => `Ysgrifennwch ${quoted(text)} fel canran, er enghraifft ${percentage}.`,
  thousands: (meant) => `Coma sydd rhwng miloedd, nid bwlch, er enghraifft ${meant}.`,
  noNumber: (text, example) =>
    `Nid rhif yw ${quoted(text)}: mae coma rhwng miloedd a phwynt o flaen degolion, er enghraifft ${example}.`,
  looksLikeNumber: (example) =>
    `Dim ond edrych fel ffigurau ac arwyddion y mae rhai nodau yma: teipiwch y rhif eto, er enghraifft ${example}.`,
  numberMissing: (example) => `Mae’r rhif ar goll: ysgrifennwch ef o flaen y dyddiad, er enghraifft ${example}.`,
  joined: (link, example) => `Mae “${link}” yn cysylltu rhif a’i ddyddiad, er enghraifft ${example}.`,
  dateBehind: (link, example) =>
    `Ar ôl “${link}” daw dyddiad, wedi’i ysgrifennu mewn ffigurau, er enghraifft ${example}.`,
  dateLast: (behind, example) =>
    `Y dyddiad sy’n dod olaf, heb ddim ar ei ôl: dilëwch ${quoted(behind)}, neu rhowch hynny yn y testun, er enghraifft ${example}.`,
  noMoney: (text) =>
    `Nid swm o arian yw ${quoted(text)}: ysgrifennwch yr arian cyfred, ac yna’r rhif, er enghraifft £1.24m neu £171,200,000.`,
  minusBeforeCurrency: 'O flaen yr arian cyfred y mae’r arwydd minws, er enghraifft -£1.24m.',
  scaleLetters: 'Mae miliynau’n cael eu hysgrifennu ag m a biliynau â bn, er enghraifft £1.24m neu £3bn.',
  oneAmount: (rest) =>
    `Dim ond un swm sydd i fod yma: rhowch ${quoted(rest)} yn y testun, a gadewch y swm, er enghraifft £1.24m.`,
  currencyCode: 'Mewn prif lythrennau y mae cod arian cyfred, er enghraifft GBP 300.',
  currencyFirst: (meant) => `Mewn swm daw arwydd yr arian cyfred yn gyntaf, ac yna’r rhif: ${meant}.`,
  choice: (text, words, likely) =>
    `Nid yw ${quoted(text)} yn un o’r geiriau sy’n gallu sefyll yma. Dewiswch un o’r rhain, er enghraifft “${likely}”: ${words.map((word) => `“${word}”`).join(', ')}.`,
  noLanguage: (text, meant) =>
    `Nid cod iaith yw ${quoted(text)}: ysgrifennwch y cod, er enghraifft ${meant ?? 'en ar gyfer Saesneg neu cy ar gyfer Cymraeg'}.`,
  oneLanguage: 'Un iaith sydd rhwng dau goma, er enghraifft en, cy.',
  languages: (meant) => `Mae comas rhwng ieithoedd, er enghraifft ${meant}.`,
  label: (text, meant) =>
    `Nid oes dim mewn cynllun o’r enw ‘${text}’. Mae pennawd yn enwi maes neu fath, er enghraifft “pennawd ${meant ?? 'pam'}: ${meant ? '…' : 'Pam mae hon yn flaenoriaeth?'}”.`,
  numbering: (word) =>
    `Yn y lluosog y mae’r hyn sy’n cael ei rifo yn cael ei enwi, er enghraifft “rhifo: blaenoriaethau, gweithredoedd”; nid yw ‘${word}’ yn un o’r geiriau hyn.`,
  pathLetters: 'Un llinell o lythrennau y gellir eu gweld yw llwybr, er enghraifft data/asb.csv.',
  pathQuoted: 'Mae llwybr yn cael ei ysgrifennu heb ddyfynodau, er enghraifft data/asb.csv.',
  pathSlashes: 'Mae slaesau ymlaen rhwng ffolderi llwybr, er enghraifft data/asb.csv.',
  pathFromHere: 'Mae llwybr yn dechrau yn ffolder y ffeil hon, heb slaes o’i flaen, er enghraifft data/asb.csv.',
  pathOfFolder: 'Ffolder yw hyn, nid ffeil: ysgrifennwch enw’r ffeil hefyd, er enghraifft data/asb.csv.',
  pathOfComputer:
    'Lle ar un cyfrifiadur neu rwydwaith yw hwn, na all eraill ei gyrraedd: rhowch y ffeil wrth ochr y cynllun ac ysgrifennwch ei llwybr oddi yno, er enghraifft data/asb.csv.',
  pathOnWeb:
    'Cyfeiriad gwe yw hwn: rhowch y ffeil wrth ochr y cynllun ac ysgrifennwch ei llwybr oddi yno, er enghraifft data/asb.csv.',
};

/** What can be wrong with values, by the language of the keys of the file. */
export const whysIn: Readonly<Record<KeyLanguage, Whys>> = { en: english, cy: welsh };

/** Words as a list in a sentence. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
