/** Words that hold sentences together: they stand everywhere, so that one of them is in most words that are run together. */
const english = new Set(
  [
    'a an the this that these those i he she it we you they me him her us them my your his its our their who whom whose which what',
    'and or but nor so yet for if as than because while whilst when where whether although though',
    'of to in on at by with from into onto upon over under between among within without through throughout during before after about against across around',
    'is are was were be been being am has have had do does did will would shall should can could may might must',
    'not no all any some each every both either more most less other such same own only also very too up out off down',
  ].flatMap((line) => line.split(' ')),
);

const welsh = new Set(
  'y yr ac a o i yn ar at am gan gyda drwy dros dan ei eu ein eich mae fod bod sydd bydd neu na ni'.split(' '),
);

/** True for a word that holds sentences together, in small letters: those of Welsh only in a document that has it. */
export const isFunctionWord = (small: string, isWelsh: boolean): boolean =>
  english.has(small) || (isWelsh && welsh.has(small));
