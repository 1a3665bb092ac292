/** Numbers as lists print them. */

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Beyond it, a roman number is printed in figures. */
const largestRoman = 3999;
/** Beyond it, a number in letters is printed in figures: ten times the alphabet. */
const largestLetters = 260;

/** `iv` for 4. */
export function inRoman(value: number): string {
  if (value < 1 || value > largestRoman) return `${value}`;
  let rest = value;
  let out = '';
  for (const [worth, letters] of romans)
    while (rest >= worth) {
      out += letters;
      rest -= worth;
    }
  return out;
}

/** `d` for 4, `dd` for 30: letters are repeated, as Word and OpenDocument do. */
export const inLetters = (value: number): string =>
  value < 1 || value > largestLetters
    ? `${value}`
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

/** `2nd` for 2. */
export function ordinal(value: number): string {
  const ends = ['th', 'st', 'nd', 'rd'];
  const last = value % 10;
  return `${value}${Math.floor(value / 10) % 10 === 1 ? 'th' : (ends[last] ?? 'th')}`;
}
