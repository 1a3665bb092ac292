import Big from 'big.js';

/** A share of a whole, as plans write it in words: `1 in 5`, `4 out of 10`, `3/4`. */
const shareShape =
  /^(\d{1,9})(?:\s*\/\s*|\s+(?:in|of|out\s+of|o|ym|mewn)\s+(?:every\s+)?)(\d[\d,]{0,10}(?:\s\d{3}(?!\d)){0,3})(?![\d.,])/i;

/** A share at the start of a text. */
interface Share {
  /** The same as a percentage, `20%`, to two decimals at most. */
  readonly percentage: string;
  /** True where the percentage is exactly the same. */
  readonly isExact: boolean;
  /** The offset behind the share. */
  readonly end: number;
}

/** The longest beginning of a text that is looked at, in UTF-16 units. */
const LONGEST_SHARE = 60;

/** The share that a text begins with, if it does. */
export function shareOf(text: string): Share | undefined {
  const match = shareShape.exec(text.slice(0, LONGEST_SHARE));
  if (!match) return undefined;
  const [part, whole] = [new Big(match[1] as string), new Big((match[2] as string).replace(/[,\s]/g, ''))];
  if (whole.eq(0)) return undefined;
  const percentage = part.times(100).div(whole).round(2);
  const isExact = percentage.times(whole).eq(part.times(100));
  return { percentage: `${percentage.toFixed()}%`, isExact, end: match[0].length };
}
