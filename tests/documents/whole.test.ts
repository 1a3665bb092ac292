import { describe, expect, test } from 'vitest';
import { documentDocx } from '../../server/src/documents/docx/docx.ts';
import { Edition } from '../../server/src/documents/edition/edition.ts';
import { languagesOf } from '../../server/src/documents/languages.ts';
import { generatePlan } from '../bench/generate.ts';
import { inputOf } from '../fuzz/run.ts';
import { engineFor } from '../helpers/engine.ts';
import { editionOf, editionsOf, filesIn, sampleEditions, textIn } from './editions.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown } from './read-markdown.ts';
import { shownBy } from './sound-html.ts';
import { readValid, wordsIn } from './stratml/read.ts';
import { largeThread } from './thread-plans.ts';
import { lettersOf, wordsOfDocument, wordsOfPlan } from './words-of-plan.ts';

/** The strings in a value. */
function strings(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value, (_, one) => {
    if (typeof one === 'string') found.push(one);
    return one as unknown;
  });
  return found;
}

const stratml = (edition: Edition, part: number): string =>
  wordsIn(readValid(textIn(edition, 'stratml', `part-${part}.xml`), part));

interface TextFormat {
  /** The words of the document in it, as another program reads them. */
  readonly read: (edition: Edition) => string | Promise<string>;
  /** True for the document as it is printed: with its headings, its worked-out words and its annexes. */
  readonly isDocument?: true;
}

const textFormats: Readonly<Record<string, TextFormat>> = {
  html: { read: (edition) => shownBy(textIn(edition, 'html', '.html')), isDocument: true },
  'html, split': {
    read: (edition) =>
      filesIn(new Edition({ ...edition.source, isSplit: true }), 'html')
        .map(({ content }) => shownBy(String(content)))
        .join('\n'),
    isDocument: true,
  },
  md: { read: (edition) => readMarkdown(textIn(edition, 'md', '.md')).words, isDocument: true },
  docx: { read: async (edition) => readDocx(await documentDocx(edition)).words, isDocument: true },
  json: { read: (edition) => strings(JSON.parse(textIn(edition, 'json', '.json'))).join('\n') },
  'stratml, part 1': { read: (edition) => stratml(edition, 1) },
  'stratml, part 2': { read: (edition) => stratml(edition, 2) },
};

const bilingual = editionOf(
  `plan p: Our plan
  title cy: Ein cynllun
  language: en
  translations: cy

section s: Why it matters
  title cy: Pam mae'n bwysig
  text: Cold homes make **people** ill. See [[homes|how we do it]].
  text cy: Mae cartrefi oer yn gwneud *pobl* yn sâl. Gweler [[homes]].

priority homes: Warm homes
  why: Said in English alone.
`,
  { language: 'cy' },
);

/** Plans as somebody left them in the middle of the work. */
const unfinished = Array.from({ length: 40 }, (_, number) => inputOf(29, number).text).flatMap((text, number) =>
  editionsOf(engineFor(text)).map((edition) => [`unfinished plan ${number}`, edition] as const),
);

const editions: readonly (readonly [string, Edition])[] = [
  ...sampleEditions.flatMap(([name, edition]) =>
    languagesOf(edition.root).map(
      (language) => [`${name} in ${language}`, new Edition({ ...edition.source, language })] as const,
    ),
  ),
  ['two languages', bilingual],
  ['600 lines', editionOf(generatePlan('long', 600))],
  ['a thread of 120 items', editionOf(largeThread(120))],
  ...unfinished,
];

describe.each(Object.entries(textFormats))('%s has every title and every word of prose', (_, { read, isDocument }) => {
  test.each(editions)(
    '%s',
    async (_, edition) => {
      const there = lettersOf(await read(edition));
      const words = [...wordsOfPlan(edition), ...(isDocument ? wordsOfDocument(edition) : [])];
      expect(words.filter((run) => !there.includes(run))).toEqual([]);
    },
    60_000,
  );
});

test('what is looked for are the words of the plan', () => {
  expect(wordsOfPlan(bilingual)).toEqual([
    'eincynllun',
    'pammaenbwysig',
    'maecartrefioeryngwneud',
    'pobl',
    'ynsâlgweler',
    'warmhomes',
    'saidinenglishalone',
  ]);
});
