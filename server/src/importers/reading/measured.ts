/** Figures that a point says of what it measures: “Victims who are satisfied, from 58% to 65% by March 2029”. */
import type { KeyLanguage } from '@goldthread/grammar';
import { settledValue } from './settled-value.ts';

const figure = String.raw`[£€$]?\d[\d,.]*(?:\s?(?:%|per cent|million|billion|days|weeks|hours|minutes))?`;
const date = String.raw`(?:by|in|erbyn)\s[^,;()]{4,24}`;

/** How figures are said, each with words that say them so; the first that fits counts. This is data, and each row is tested. */
export const measuredForms: readonly { readonly form: string; readonly example: string }[] = [
  {
    form: String.raw`[,:;]?\s*\(?(?<fromWords>(?:baseline|currently|now)[: ]+(?:of )?(?<from>${figure}(?:\s${date})?))[;,]?\s+(?:and )?(?<toWords>(?:our )?(?:target|aim|goal)[: ]+(?:of )?(?<to>${figure}(?:\s${date})?))\)?`,
    example: 'Victims who were offered an assessment (baseline 71%, target 90%)',
  },
  {
    form: String.raw`[,:;]?\s*\(?(?<fromWords>from (?<from>${figure}(?:\s${date})?))\s+(?<toWords>to (?<to>${figure}(?:\s${date})?))\)?`,
    example: 'People who feel safe, from 58% to 65% by March 2029',
  },
  {
    form: String.raw`[,:]\s*(?<fromWords>(?<from>${figure})\s?(?:now|today|at present))[,;]\s+(?<toWords>(?<to>${figure}(?:\s${date})?))`,
    example: 'Calls answered within ten seconds: 84% now, 90% by 2026',
  },
  {
    form: String.raw`[,:;]?\s*\(?(?<toWords>(?:our )?target[: ]+(?:of )?(?<to>${figure}(?:\s${date})?))\)?`,
    example: 'Homes visited (target: 12,000)',
  },
  {
    form: String.raw`[,:;]?\s*\((?<fromWords>(?:baseline|currently|now)[: ]+(?:of )?(?<from>${figure}(?:\s${date})?))\)`,
    example: 'Homes that meet the standard (now 98.1%)',
  },
];

const patterns = measuredForms.map(({ form }) => new RegExp(`^(?<title>.{8,}?)${form}[.;]?$`, 'iu'));

/** A figure as the field that it is, with the words that say it. */
interface Figure {
  readonly key: 'baseline' | 'target';
  readonly value: string;
  readonly words: string | undefined;
}

/** What is measured, and the figures that the words say of it; undefined where they say none that a plan can write. */
export function measuredIn(
  words: string,
  language: KeyLanguage,
): { readonly title: string; readonly figures: readonly Figure[] } | undefined {
  for (const pattern of patterns) {
    const { title = '', from, fromWords, to, toWords } = pattern.exec(words)?.groups ?? {};
    const figures = [figureOf('baseline', from, fromWords, language), figureOf('target', to, toWords, language)];
    if (title === '' || figures.includes(undefined)) continue;
    return { title, figures: figures.flatMap((found) => found ?? []) };
  }
  return undefined;
}

/** A figure that is said: none for no words, undefined for words that no plan can write. */
function figureOf(
  key: Figure['key'],
  said: string | undefined,
  words: string | undefined,
  language: KeyLanguage,
): readonly Figure[] | undefined {
  if (said === undefined) return [];
  // A year says when.
  if (/^(?:19|20)\d\d$/.test(said)) return undefined;
  const value = settledValue('measure', key, said, language);
  return value === undefined ? undefined : [{ key, value, words }];
}
