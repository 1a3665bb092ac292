import { type Field, kindOfPlural, meaningAnywhere, readChoice } from '@goldthread/grammar';

/** Words in the values of a Welsh plan that stand between dates and figures, and their English. */
const linkWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  period: { i: 'to', hyd: 'to', ers: 'since' },
  target: { erbyn: 'by' },
  baseline: { yn: 'in', ym: 'in', yng: 'in', i: 'to', hyd: 'to', ers: 'since' },
};

/** The value of a field of a plan with Welsh keys as a plan with English keys has it; words of people stay. */
export function englishValue(value: string, field: Field): string {
  if (field.type === 'choice') return readChoice(value, field.choices ?? [], field.choicesCy, 'cy').value ?? value;
  if (field.type === 'kinds') return listed(value, (word) => kindOfPlural(word)?.plural);
  if (field.type === 'key') return listed(value, (word) => meaningAnywhere(word, 'cy')?.key);
  const words = linkWords[field.type];
  if (!words) return value;
  return value
    .split(' ')
    .map((word) => words[word.toLowerCase()] ?? word)
    .join(' ');
}

const listed = (value: string, english: (word: string) => string | undefined): string =>
  value
    .split(',')
    .map((word) => english(word.trim()) ?? word.trim())
    .join(', ');
