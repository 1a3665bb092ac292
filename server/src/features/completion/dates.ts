import { type Field, linkWords, type Period, readDate, readPeriod } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { wordsFor } from '../words.ts';
import type { Offer, Offers } from './offer.ts';
import { phrases } from './phrases.ts';
import { behindGap } from './pieces.ts';
import { type Spot, wordsEnd } from './spot.ts';

/** Plans are for a few years; one for more gets the years alone. */
const MOST_YEARS = 12;
/** Years before the plan for which there are figures. */
const YEARS_BEFORE = 3;

/** The time of the plan: what it says, else the years in its title. Undefined where it says nothing of the kind. */
function periodOf(spot: Spot): Period | undefined {
  const { snapshot, plan, language } = spot;
  const written = snapshot.checker.facts(plan).period;
  return (written ? readPeriod(written, language).value : undefined) ?? titlePeriod(spot);
}

const yearsInTitle = /(?<!\d)(20\d\d)\s?(?:[-–—/]|to|i|hyd)\s?((?:20)?\d\d)(?!\d)/;

/** The years that the title of the plan has in it: “Our Borough Plan 2026–30”. */
function titlePeriod({ snapshot, plan }: Spot): Period | undefined {
  const title = (plan && snapshot.model.root(plan)?.title) ?? '';
  const [, first, last = ''] = yearsInTitle.exec(title) ?? [];
  return first === undefined ? undefined : readPeriod(`${first} to ${first.slice(0, 4 - last.length)}${last}`).value;
}

/** The date with which the plan ends, as it is written. */
export const lastDay = (spot: Spot): string | undefined => periodOf(spot)?.end?.text;

const twoFigures = (number: number): string => String(number).padStart(2, '0');
const financialYear = (year: number): string => `${year}/${twoFigures((year + 1) % 100)}`;

/** The year in which the financial year of a day begins. */
const financialYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);

const from = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(last - first + 1, MOST_YEARS)) }, (_, index) => first + index);

/** Financial years, the first and the last included. */
export const financialYears = (first: string, last: string): string[] =>
  from(financialYearOf(first), financialYearOf(last)).map(financialYear);

/** The dates that may be wanted in a plan: its end, before that its start where nothing ends, then its financial years, quarters and months. */
function datesIn(spot: Spot, isEnd: boolean, period = periodOf(spot)): Offer[] {
  if (!period) return [];
  const words = wordsFor(phrases, spot.language);
  const last = period.last ?? period.first;
  const ends = period.end ? [dateOffer(period.end.text, words.planEnd)] : [];
  if (!isEnd || !period.end) ends.unshift(dateOffer(period.start.text, words.planStart));
  const years = financialYears(period.first, last).map((year) => dateOffer(year, words.financialYear));
  const calendar = from(Number(period.first.slice(0, 4)), Number(last.slice(0, 4)));
  const within = (day: string, to: string): boolean => to >= period.first && day <= last;
  const quarters = calendar.flatMap((year) =>
    [1, 2, 3, 4]
      .filter((quarter) => within(`${year}-${twoFigures(quarter * 3 - 2)}-01`, `${year}-${twoFigures(quarter * 3)}-30`))
      .map((quarter) => dateOffer(`${year}-Q${quarter}`, words.quarter)),
  );
  const months = calendar.flatMap((year) =>
    from(1, 12)
      .map((month) => `${year}-${twoFigures(month)}`)
      .filter((month) => within(`${month}-01`, `${month}-28`))
      .map((month) => dateOffer(month, monthName(month, spot))),
  );
  const seen = new Set<string>();
  return [...ends, ...years, ...quarters, ...months].filter(({ label }) => !seen.has(label) && seen.add(label));
}

const dateOffer = (date: string, detail: string): Offer => ({
  label: date,
  text: date,
  detail,
  kind: CompletionItemKind.Value,
});

/** A month in words: “March 2027”. */
function monthName(month: string, { language }: Spot): string {
  const locale = language === 'cy' ? 'cy' : 'en-GB';
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Dates and times for the value of a field, and the small words before them. `start` is where the value begins. */
export function dateOffers(spot: Spot, field: Field, start: number): Offers | undefined {
  const { text, offset, language } = spot;
  let wordStart = offset;
  while (wordStart > start && !/\s/.test(text.charAt(wordStart - 1))) wordStart--;
  const rest = /^\S*/.exec(text.slice(offset, wordsEnd(spot)))?.[0] ?? '';
  const span = { start: wordStart, end: offset + rest.length };
  const before = text.slice(start, wordStart).trim().toLowerCase();
  const offers = offersAfter(spot, field, before, language);
  return offers.length === 0 ? undefined : behindGap({ span, offers }, spot);
}

function offersAfter(spot: Spot, field: Field, before: string, language: Spot['language']): Offer[] {
  const words = linkWords[language];
  const isFirst = before === '';
  const last = before.split(/\s+/).at(-1) ?? '';
  switch (field.type) {
    case 'due':
      return isFirst ? datesIn(spot, true) : [];
    case 'date':
      return isFirst ? datesIn(spot, false) : [];
    case 'period': {
      const isOfPlan = field.on.includes('plan');
      if (isFirst) return isOfPlan ? wholePeriods(spot) : periodsFor(spot);
      const dates = datesIn(spot, !words.since.includes(last), isOfPlan ? titlePeriod(spot) : periodOf(spot));
      if (words.since.includes(last)) return dates;
      const start = readDate(before.replace(/\s*\S+$/, ''), language).value ?? readDate(before, language).value;
      const later = start
        ? dates.filter(({ text }) => (readDate(text).value?.last ?? start.first) >= start.first)
        : dates;
      return words.to.includes(last) ? later : after(words.to[0], later);
    }
    case 'target':
      if (words.by.includes(last)) return datesIn(spot, true);
      return isFirst ? [] : after(words.by[0], datesIn(spot, true));
    case 'baseline':
      if (words.in.includes(last)) return periodsFor(spot);
      return isFirst ? [] : after(words.in[0], periodsFor(spot));
    default:
      return [];
  }
}

/** The same with a small word before each. */
const after = (word: string | undefined, offers: readonly Offer[]): Offer[] =>
  offers.map((offer) => ({ ...offer, label: `${word} ${offer.label}`, text: `${word} ${offer.text}` }));

/** The time of a plan as its title has it: in days, from April to March, and in years. */
function wholePeriods(spot: Spot): Offer[] {
  const { snapshot, plan, language } = spot;
  const root = plan && snapshot.model.root(plan);
  const years = titlePeriod(spot);
  if (!root || !years?.end) return [];
  const to = linkWords[language].to[0];
  const { start, end } = years;
  return [`${start.text}-04-01 ${to} ${end.text}-03-31`, `${start.text} ${to} ${end.text}`].map((period) =>
    dateOffer(period, root.title),
  );
}

/** Times that figures are about: the years before the plan, the last first, then those of it. */
function periodsFor(spot: Spot): Offer[] {
  const period = periodOf(spot);
  if (!period) return [];
  const words = wordsFor(phrases, spot.language);
  const first = financialYearOf(period.first);
  const years = [
    ...from(first - YEARS_BEFORE, first - 1).reverse(),
    ...from(first, financialYearOf(period.last ?? period.first)),
  ];
  const calendar = from(Number(period.first.slice(0, 4)) - YEARS_BEFORE, Number(period.first.slice(0, 4))).reverse();
  return [
    ...years.map((year) => dateOffer(financialYear(year), words.financialYear)),
    ...calendar.map((year) => dateOffer(String(year), String(year))),
  ];
}
