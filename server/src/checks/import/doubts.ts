/** A kind of doubt that a note in a plan may name: `# unsure (wording): …`. */
export interface DoubtWords {
  /** How a note names it, in English and in Welsh. */
  readonly key: string;
  readonly cy: string;
  /** A heading for several of the kind. */
  readonly title: string;
  /** What the import was not sure of, and what a person should do about it. */
  readonly means: string;
  /** How much it matters for what the plan says: what weighs most is to be looked at first. */
  readonly weight: number;
}

/** The kinds of doubt, those that matter most first. */
// biome-ignore format: one row a kind, as a table
export const doubtWords = [
  { key: 'lost', cy: 'coll', title: 'Damaged or missing words', weight: 10, means: 'Words cannot be read, or end where no sentence does. Look in the document, and put right what is there.' },
  { key: 'columns', cy: 'colofnau', title: 'Columns run together', weight: 9, means: 'Text that stands side by side in the document came out mixed. Read it beside the document, and put it in order.' },
  { key: 'structure', cy: 'strwythur', title: 'What something is', weight: 8, means: 'Something was taken for a priority, an action or the like by its looks or its place. Change the word at the start of the line if it is something else.' },
  { key: 'edited', cy: 'golygwyd', title: 'Changes made in the document', weight: 8, means: 'The document was made from a plan and somebody has worked on it since, or it has tracked changes. See that the plan has the change where it belongs.' },
  { key: 'link', cy: 'dolen', title: 'Links by likeness', weight: 7, means: 'Words under a priority are like those of an outcome or a question, but not the same, and were taken for a link to it. Take the link out if another one is meant.' },
  { key: 'remark', cy: 'sylw', title: 'Remarks in the margin', weight: 6, means: 'Somebody said something about this in the margin of the document. Answer it; it is not printed.' },
  { key: 'value', cy: 'gwerth', title: 'Dates and figures that cannot be read', weight: 6, means: 'A date, a figure or an amount is written in a way that can be read as more than one thing. Write which one it is.' },
  { key: 'wording', cy: 'geiriad', title: 'Wordings that differ', weight: 5, means: 'The document says the same thing in several places, and not in the same words. Settle which wording is right.' },
  { key: 'number', cy: 'rhif', title: 'Numbers that do not follow', weight: 4, means: 'A number is printed twice, or one is missing. See whether something is missing with it.' },
  { key: 'split', cy: 'hollt', title: 'Where something begins or ends', weight: 4, means: 'Lines were joined to one sentence, or a run of text was cut into points. Join them or cut them otherwise if that is wrong.' },
  { key: 'glued', cy: 'gludwyd', title: 'Words run together', weight: 3, means: 'Two words seem to stand together without a space, and it is not sure where one ends. Put the space in.' },
] as const satisfies readonly DoubtWords[];

const byWord: ReadonlyMap<string, DoubtWords> = new Map(
  doubtWords.flatMap((words) => [
    [words.key, words],
    [words.cy, words],
  ]),
);

/** The kind of doubt that a word in a note names, in either language. */
export const doubtNamed = (word: string): DoubtWords | undefined => byWord.get(word.trim().toLowerCase());
