import {
  type KeyLanguage,
  monthName,
  type PlanDate,
  readBaseline,
  readDate,
  readPeriod,
  readTarget,
} from '@goldthread/grammar';

const phrases = {
  en: { to: 'to', since: 'since', by: 'by', in: 'in' },
  cy: { to: 'hyd', since: 'ers', by: 'erbyn', in: 'yn' },
};

/** A date as a page says it: “28 August 2019”, “August 2019”, “July to September 2019”, “2019”, “2019/20”. */
function dateInWords(date: PlanDate, language: KeyLanguage): string {
  const month = (iso: string): string => monthName(Number(iso.slice(5, 7)), language);
  const year = date.first.slice(0, 4);
  switch (date.precision) {
    case 'day':
      return `${Number(date.first.slice(8, 10))} ${month(date.first)} ${year}`;
    case 'month':
      return `${month(date.first)} ${year}`;
    case 'quarter':
      return `${month(date.first)} ${phrases[language].to} ${month(date.last)} ${year}`;
    case 'year':
    case 'financial-year':
      return date.text;
  }
}

/** A date as it is written in a plan, in words; what is no date stays as it is. */
export function dateShown(text: string, written: KeyLanguage, language: KeyLanguage): string {
  const { value } = readDate(text, written);
  return value ? dateInWords(value, language) : text;
}

/** A period as it is written in a plan, in words. */
export function periodShown(text: string, written: KeyLanguage, language: KeyLanguage): string {
  const { value } = readPeriod(text, written);
  if (!value) return text;
  const { to, since } = phrases[language];
  const start = dateInWords(value.start, language);
  if (!value.end) return `${since} ${start}`;
  return value.end === value.start ? start : `${start} ${to} ${dateInWords(value.end, language)}`;
}

/** A target with its date in words: “11,000 by March 2024”. */
export function targetShown(text: string, written: KeyLanguage, language: KeyLanguage): string {
  const { value } = readTarget(text, written);
  return value?.by ? `${value.quantity.text} ${phrases[language].by} ${dateInWords(value.by, language)}` : text;
}

/** A baseline with its period in words: “12,480 in 2019/20”. */
export function baselineShown(text: string, written: KeyLanguage, language: KeyLanguage): string {
  const { value } = readBaseline(text, written);
  if (!value?.in) return text;
  const period = periodShown(value.in.text, written, language);
  return `${value.quantity.text} ${value.in.end ? `${phrases[language].in} ` : ''}${period}`;
}
