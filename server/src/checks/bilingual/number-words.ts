/** How a word joins the numbers before it: it counts on, or it multiplies what stands right before it. */
type Manner = 'adds' | 'tens' | 'scale' | 'part';

/** A number word: what it is worth, and how it joins those before it. */
interface NumberWord {
  readonly worth: number;
  readonly manner: Manner;
}

/** Words of English and Welsh that count on, with the mutations: cardinals, ordinals, “twice”, “for three days”. */
const adding: readonly (readonly [number, string])[] = [
  [0, 'zero nil none no dim ddim sero'],
  [1, 'one first once un cyntaf gyntaf chyntaf unfed unwaith'],
  [2, 'two second twice dau dwy ddau ddwy ail dwywaith ddwywaith deuddydd ddeuddydd deufis ddeufis'],
  [3, 'three third thrice tri tair dri dair thri thair trydydd drydydd thrydydd trydedd drydedd thrydedd'],
  [3, 'teirgwaith deirgwaith theirgwaith tridiau dridiau thridiau trimis drimis'],
  [4, 'four fourth pedwar pedair bedwar bedair phedwar phedair'],
  [4, 'pedwerydd bedwerydd phedwerydd pedwaredd bedwaredd phedwaredd pedwarydd'],
  [5, 'five fifth pump pum bump bum phump phum pumed bumed phumed'],
  [6, 'six sixth chwech chwe chweched'],
  [7, 'seven seventh saith seithfed'],
  [8, 'eight eighth wyth wythfed'],
  [9, 'nine ninth naw nawfed'],
  [11, 'eleven eleventh'],
  [12, 'twelve twelfth deuddeg deuddeng ddeuddeg ddeuddeng deuddegfed ddeuddegfed'],
  [13, 'thirteen thirteenth'],
  [14, 'fourteen fourteenth'],
  [15, 'fifteen fifteenth pymtheg bymtheg phymtheg pymtheng bymtheng phymtheng pymthegfed bymthegfed phymthegfed'],
  [16, 'sixteen sixteenth'],
  [17, 'seventeen seventeenth'],
  [18, 'eighteen eighteenth deunaw ddeunaw deunawfed ddeunawfed'],
  [19, 'nineteen nineteenth'],
  [20, 'twenty twentieth'],
  [30, 'thirty thirtieth'],
  [40, 'forty fortieth deugain ddeugain deugeinfed ddeugeinfed'],
  [50, 'fifty fiftieth'],
  [60, 'sixty sixtieth trigain drigain thrigain trigeinfed drigeinfed'],
  [70, 'seventy seventieth'],
  [80, 'eighty eightieth'],
  [90, 'ninety ninetieth'],
];

/** Welsh words that multiply a small number right before them: “tri deg”, “pedwar ugain”. */
const tens: readonly (readonly [number, string])[] = [
  [10, 'ten tenth deg ddeg deng ddeng degfed ddegfed'],
  [20, 'ugain hugain ugeinfed hugeinfed'],
];

/** Words that multiply whatever stands right before them. */
const scales: readonly (readonly [number, string])[] = [
  [12, 'dozen dwsin ddwsin'],
  [1e2, 'hundred hundredth cant gant chant canfed ganfed chanfed'],
  [1e3, 'thousand thousandth mil fil milfed filfed'],
  [1e6, 'million millionth miliwn filiwn'],
  [1e9, 'billion biliwn'],
  [1e12, 'trillion triliwn driliwn thriliwn'],
];

/** Parts of a whole. */
const parts: readonly (readonly [number, string])[] = [
  [0.5, 'half halve halved halves halving hanner haneru'],
  [0.25, 'quarter quarters chwarter'],
];

const rows = (manner: Manner, table: readonly (readonly [number, string])[]): (readonly [string, NumberWord])[] =>
  table.flatMap(([worth, words]) => words.split(' ').map((word) => [word, { worth, manner }] as const));

const numberWords: ReadonlyMap<string, NumberWord> = new Map([
  ...rows('adds', adding),
  ...rows('tens', tens),
  ...rows('scale', scales),
  ...rows('part', parts),
]);

/** Words between the parts of one number: “one hundred and two”, “mil a hanner”, “un ar ddeg”, “hanner can mil”. */
const joining: ReadonlySet<string> = new Set(['and', 'a', 'an', 'ac', 'ar']);

/** A number word in a text: whether it stands right behind the one before it, with no joining word between them. */
interface Placed extends NumberWord {
  readonly direct: boolean;
}

/** A word, or a mark that parts numbers. */
const pieces = /[\p{L}\p{M}]+|[^\s\p{L}\p{M}-]/gu;

/** The “cant” of “y cant” is no hundred. */
const percentWords = /(?<!\p{L})(?:per\s?cent|y\s?cant)(?!\p{L})/gu;

/** “can”, a hundred before a noun, is an English verb too. */
const canBefore = /(?<!\p{L})can(?=\s+(?:mlynedd|mil|miliwn|punt)(?!\p{L}))/gu;

/** The number words of a text that belong together. A noun may stand before “ar”: “tair tref ar ddeg”. */
function runsIn(text: string): Placed[][] {
  const runs: Placed[][] = [];
  const words = text.toLowerCase().replace(percentWords, '%').replace(canBefore, 'cant').match(pieces) ?? [];
  let run: Placed[] = [];
  let direct = false;
  words.forEach((word, index) => {
    const number = numberWords.get(word);
    if (number) {
      if (run.length === 0) runs.push(run);
      run.push({ ...number, direct });
      direct = true;
    } else {
      direct = false;
      if (!joining.has(word) && words[index + 1] !== 'ar') run = [];
    }
  });
  return runs;
}

/** What number words make together: “dau gant a hanner” is 250, “pedwar ugain” 80, “one and a half million” 1.5 million. */
function together(words: readonly Placed[]): number {
  let [total, group, scale] = [0, 0, 1];
  words.forEach(({ worth, manner, direct }, index) => {
    const isJoined = index > 0 && (direct || group === 0.5);
    if (manner === 'scale' && isJoined && group > 0) {
      scale = worth;
      if (worth < 1e3) group *= worth;
      else [total, group] = [total + group * worth, 0];
    } else if (manner === 'tens' && isJoined && group > 1 && group < 10) group *= worth;
    else if (manner === 'part' && isJoined && group > 0) group *= worth;
    else if (manner === 'part') group += worth * scale;
    else {
      group += worth;
      if (manner === 'scale') scale = worth;
    }
  });
  return total + group;
}

/** How many number words make one number at most. */
const MOST_WORDS = 8;

/**
 * The numbers that a text may say in words, in English or Welsh. Words can be taken together or one by one, “two
 * hundred” as 200, 2 and 100: they only excuse a figure in the other language, and are never missed themselves.
 */
export function numbersInWords(text: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const run of runsIn(text))
    for (let from = 0; from < run.length; from++)
      for (let to = from + 1; to <= Math.min(run.length, from + MOST_WORDS); to++)
        numbers.add(together(run.slice(from, to)));
  return numbers;
}
