/** The English words for 2 to 30: the word at index 0 is that for 2. */
const english =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty'.split(
    ' ',
  );

/** The Welsh words for numbers, with the forms that mutation and gender give them. */
const welsh: readonly (readonly [number, string])[] = [
  [2, 'dau dwy ddau ddwy'],
  [3, 'tri tair dri dair thri thair'],
  [4, 'pedwar pedair bedwar bedair phedwar phedair'],
  [5, 'pump pum bump bum phump phum'],
  [6, 'chwech chwe'],
  [7, 'saith'],
  [8, 'wyth'],
  [9, 'naw'],
  [10, 'deg deng ddeg ddeng'],
  [12, 'deuddeg deuddeng ddeuddeg ddeuddeng'],
  [15, 'pymtheg bymtheg phymtheg pymtheng'],
  [18, 'deunaw ddeunaw'],
  [20, 'ugain'],
];

/** Numbers from 2 to 30 by their words in English and in Welsh, in small letters. */
export const numberByWord: ReadonlyMap<string, number> = new Map([
  ...english.map((word, index) => [word, index + 2] as const),
  ...welsh.flatMap(([number, words]) => words.split(' ').map((word) => [word, number] as const)),
]);

/** The English word for a number from 2 to 30; undefined for others. */
export const englishNumber = (number: number): string | undefined => english[number - 2];
