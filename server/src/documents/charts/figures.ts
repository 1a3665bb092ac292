import type { KeyLanguage } from '@goldthread/grammar';

/** The letters behind numbers that are too long to stand at an axis. */
const scales: readonly (readonly [from: number, letter: Readonly<Record<KeyLanguage, string>>])[] = [
  [1e12, { en: 'tn', cy: 'tn' }],
  [1e9, { en: 'bn', cy: 'bn' }],
  [1e6, { en: 'm', cy: 'm' }],
];

/** A unit of money: the sign, and behind it letters for so many of it. */
const money = /^([£€$])(?:\s?(k|m|bn|tn)(?!\p{L}))?/u;

const formats = new Map<number, Intl.NumberFormat>();

/** A number with commas between the thousands and at most so many decimals. */
function plain(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** A number as it stands at an axis or a point: `5,200`, `38%`, `£1.2m`, `−4.5`; in a unit such as `£m` as `£150m`. `decimals` for numbers that are written in full. */
export function numberShown(value: number, unit: string, language: KeyLanguage, decimals = 2): string {
  const size = Math.abs(value);
  const [, currency = '', many] = money.exec(unit) ?? [];
  const [from, letters] = (many === undefined && scales.find(([least]) => size >= least)) || [1, undefined];
  const digits = plain(size / from, letters ? 2 : decimals);
  const sign = value < 0 && /[1-9]/.test(digits) ? '−' : '';
  return `${sign}${currency}${digits}${many ?? letters?.[language] ?? ''}${unit === '%' ? '%' : ''}`;
}

/** What an axis says that it counts: nothing for percentages and money alone, which stand at each number. */
export const axisUnit = (unit: string): string => (unit === '%' ? '' : unit.replace(money, '').trim());

/** How many decimals the numbers at an axis need so that no two look the same. */
export function decimalsOf(ticks: readonly number[]): number {
  const [first = 0, second = first + 1] = ticks;
  const step = Math.abs(second - first);
  return step >= 1 || step === 0 ? 0 : Math.min(6, Math.ceil(-Math.log10(step) - 1e-9));
}
