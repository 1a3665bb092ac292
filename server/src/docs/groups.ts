/** A group of checks as the reference introduces it. */
export interface GroupWords {
  readonly title: string;
  readonly words: string;
}

/** The groups of checks by what stands before the slash. */
const groups: Readonly<Record<string, GroupWords>> = {
  syntax: {
    title: 'How a plan is written',
    words: 'Lines, indentation and values: what must be put right before Goldthread can be sure what was meant.',
  },
  reference: {
    title: 'Ids and links',
    words: 'Whether what a plan names is there, is there once, and is what it is taken for.',
  },
  thread: {
    title: 'The golden thread',
    words:
      'Whether the plan hangs together: from each outcome to the questions that ask about it, the measures that answer them, the priorities that work towards it and the actions that will be done.',
  },
  kpq: {
    title: 'Key performance questions',
    words: 'Whether questions are ones that a plan can be steered by.',
  },
  measure: {
    title: 'Measures',
    words:
      'Whether a figure can be collected, compared and believed: where it starts, where it should go, who answers for it.',
  },
  consistency: {
    title: 'Saying the same thing throughout',
    words: 'Names, numbers, abbreviations and sums: what a reader notices first when a plan was written by many hands.',
  },
  dates: {
    title: 'Dates, leads and sign-off',
    words: 'By when, by whom, and who approved it.',
  },
  evidence: {
    title: 'Evidence',
    words: 'Whether what the plan states can be traced.',
  },
  plan: {
    title: 'The plan as a whole',
    words: 'What the first lines of a plan have to say.',
  },
  coverage: {
    title: 'What the plan has to cover',
    words:
      'Where a plan says that it `covers` a framework: is each requirement met, each goal served? Goldthread sees what is marked and no more. It never says that a plan complies with a law.',
  },
  bilingual: {
    title: 'Two languages',
    words: 'Whether readers of both languages get the same plan.',
  },
  english: {
    title: 'Plain English',
    words: 'Sentences and words that are harder than they need be.',
  },
  import: {
    title: 'Notes to settle',
    words:
      'What somebody should look at who knows the plan: the import of a document leaves a note wherever the document does not say something for sure.',
  },
  access: {
    title: 'Accessibility',
    words: 'What would shut out readers who use a screen reader, or who read with difficulty.',
  },
};

/** How a group is introduced; by its name alone where nothing is written about it. */
export const groupWords = (group: string): GroupWords => groups[group] ?? { title: group, words: '' };
