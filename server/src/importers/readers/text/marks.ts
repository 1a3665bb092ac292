/** How points are counted: signs count nothing. */
export type Counting = 'sign' | 'number' | 'letter' | 'roman';

/** The sign or number before a point. */
export interface Mark {
  /** As printed: `•`, `1.`, `a)`, `(iv)`, `2.1.`. */
  readonly printed: string;
  readonly counting: Counting;
  /** What it counts: 4 for `4.` and for `d)`. 0 for a sign. */
  readonly value: number;
  /** How many numbers it has: 2 for `2.1.`. */
  readonly parts: number;
  /** The words after it. */
  readonly rest: string;
}

/** Signs before points, with those of the symbol fonts that Word takes them from. */
const sign =
  /^([-–—•●▪◦‣·∙*+➢➤►▶✓✔❖■□◆◇○⚫⬤→»]|[\uf0b7\uf0a7\uf0fc\uf0d8\uf0e0\uf076\uf02d])(?:\s+|(?<=[^-–—*+\w])(?=\S))/;

/** `1.`, `1)`, `(1)`, `2.1`, `2.1.`: no year, and no number of a sentence (“30.5 per cent”). */
const number = /^(\(?(\d{1,3}(?:\.\d{1,3}){0,4})[.)]\)?)\s+(?=\S)/;
const dottedNumber = /^((\d{1,2}(?:\.\d{1,2}){1,4}))\s+(?=\p{Lu})/u;

const letter = /^(\(?([a-z])[.)])\s+(?=\S)|^((?:\()([A-Z])\)|([A-Z])\))\s+(?=\S)/;
const roman = /^(\(?([ivx]{1,6})[.)])\s+(?=\S)/;
const letterO = /^(o)\s+(?=[\p{Lu}\p{N}])/u;

/** The marks that may stand before the words of a line: an `i.` is a roman number or a letter. The likelier one first. */
export function marksOf(text: string): Mark[] {
  const first = text.charCodeAt(0);
  // A letter beyond i, v, x or a word in capitals begins nearly all lines: those have none.
  const signed = sign.exec(text);
  if (signed)
    return [{ printed: signed[1] as string, counting: 'sign', value: 0, parts: 0, rest: restOf(text, signed) }];
  if (first > 0x7a && first < 0x2010) return [];
  const counted = number.exec(text) ?? dottedNumber.exec(text);
  if (counted) {
    const numbers = (counted[2] as string).split('.');
    const value = Number(numbers.at(-1));
    return [
      { printed: counted[1] as string, counting: 'number', value, parts: numbers.length, rest: restOf(text, counted) },
    ];
  }
  const found: Mark[] = [];
  const inRoman = roman.exec(text);
  const value = inRoman ? romanValue(inRoman[2] as string) : 0;
  if (inRoman && value > 0) {
    found.push({ printed: inRoman[1] as string, counting: 'roman', value, parts: 1, rest: restOf(text, inRoman) });
  }
  const inLetters = letter.exec(text);
  if (inLetters) {
    const printed = (inLetters[1] ?? inLetters[3]) as string;
    const place = ((inLetters[2] ?? inLetters[4] ?? inLetters[5]) as string).toLowerCase().charCodeAt(0) - 96;
    found.push({ printed, counting: 'letter', value: place, parts: 1, rest: restOf(text, inLetters) });
  }
  const small = letterO.exec(text);
  if (small) found.push({ printed: 'o', counting: 'sign', value: 0, parts: 0, rest: restOf(text, small) });
  return found;
}

const restOf = (text: string, found: RegExpExecArray): string => text.slice(found[0].length).trim();

const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** The value of a small roman number up to twenty; 0 for what is none. */
const romanValue = (text: string): number => romans.indexOf(text) + 1;
