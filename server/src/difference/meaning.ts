import {
  type Field,
  type KeyLanguage,
  readBaseline,
  readChoice,
  readDate,
  readMoney,
  readPeriod,
  readQuantity,
  readTarget,
} from '@goldthread/grammar';

/** A value as it is written, and the language of the keys around it. */
export interface Written {
  readonly text: string;
  readonly language: KeyLanguage;
}

type Reader = (text: string, language: KeyLanguage) => { readonly value?: object | undefined };

/** How values are read that can be written in several ways, by type. */
const readers: Readonly<Partial<Record<Field['type'], Reader>>> = {
  date: readDate,
  due: readDate,
  period: readPeriod,
  money: readMoney,
  quantity: readQuantity,
  target: readTarget,
  baseline: readBaseline,
};

/** True where two values mean the same, though written otherwise: `£1.24m` and `£1,240,000`, `done` and `gwnaed`. */
export function meanTheSame(field: Field, before: Written, after: Written): boolean {
  const meaning = meaningOf(field, before);
  return meaning !== undefined && meaning === meaningOf(field, after);
}

function meaningOf({ type, choices, choicesCy }: Field, { text, language }: Written): string | undefined {
  if (type === 'choice') return readChoice(text, choices ?? [], choicesCy, language).value;
  const value = readers[type]?.(text, language).value;
  return value && JSON.stringify(value, (key, inner: unknown) => (inLetters.has(key) ? undefined : inner));
}

/** What a value says of how it is written; the dates of a period among it, whose days stand beside them. */
const inLetters: ReadonlySet<string> = new Set(['text', 'scale', 'precision', 'start', 'end']);
