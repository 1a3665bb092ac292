import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Carried, carriedPlan } from '../../../server/src/importers/carried/carried.ts';
import { type Merged, merged } from '../../../server/src/importers/carried/merge.ts';
import { readerFor } from '../../../server/src/importers/readers/index.ts';
import type { Source } from '../../../server/src/importers/source.ts';
import { editionOf } from '../../documents/editions.ts';
import { diagnosticsOf } from '../../helpers/engine.ts';
import { samples } from '../../helpers/samples.ts';
import { bytesOf } from '../round-trip/round-trip.ts';

const plan = `${samples['samples/first-plan/first-plan.plan']?.replace(/^#.*\n\n/, '')}
section notes: Notes
  text:
    A first paragraph of some length, which somebody may want to edit. See [[good-homes]] and [[parks|our parks]] for *more* of it.

    * One point of a list
    * Another point of it

    A last paragraph.
`;

async function sourceOf(bytes: Uint8Array, format: string): Promise<Source> {
  const name = `plan.${format}`;
  const read = await readerFor(bytes, name, undefined).reader.read(bytes, { name, changes: 'taken' });
  if ('draft' in read) throw new Error(format);
  return read;
}

/** The documents of the plan, and what is read of them, by format. */
const bytes = new Map<string, Promise<Uint8Array>>();
const sources = new Map<string, Promise<Source>>();

function madeIn(format: string): Promise<Uint8Array> {
  const known = bytes.get(format) ?? bytesOf(editionOf(plan), format);
  bytes.set(format, known);
  return known;
}

const remake =
  (format: string) =>
  async ({ text, language }: Carried): Promise<Source> => {
    const known = sources.get(format) ?? sourceOf(await bytesOf(editionOf(text, { language }), format), format);
    sources.set(format, known);
    return known;
  };

/** What comes of a document in which something was edited. */
async function edited(format: string, edit: (bytes: Uint8Array) => Uint8Array): Promise<Merged | undefined> {
  const made = edit(await madeIn(format));
  const carried = carriedPlan(made);
  if (!carried) throw new Error('It carries no plan.');
  expect(carried.isUntouched).toBe(false);
  return merged(carried, await sourceOf(made, format), remake(format));
}

const inText =
  (from: string | RegExp, to: string) =>
  (bytes: Uint8Array): Uint8Array => {
    const text = new TextDecoder().decode(bytes);
    const after = text.replace(from, to);
    expect(after).not.toBe(text);
    return new TextEncoder().encode(after);
  };

const inWord =
  (from: string | RegExp, to: string) =>
  (bytes: Uint8Array): Uint8Array => {
    const files = unzipSync(bytes);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    files['word/document.xml'] = strToU8(xml.replace(from, to));
    return zipSync(files);
  };

/** The lines that went and came, those that nobody wrote aside. */
function difference(text: string): string[] {
  const lines = (one: string): string[] =>
    one
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const [before, after] = [lines(plan), lines(text)];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** What is edited in the Markdown of the plan, and the lines of the plan that go and come. */
const cases: readonly (readonly [name: string, from: string | RegExp, to: string, lines: readonly string[]])[] = [
  [
    'prose',
    'lift our mood and cool',
    'lift all our moods, and cool',
    [
      '- why: Parks lift our mood and cool our streets. They matter most to people in flats. See also [[good-homes]].',
      '+ why: Parks lift all our moods, and cool our streets. They matter most to people in flats. See also [[good-homes]].',
    ],
  ],
  [
    'words of an item that is named',
    '[our parks](#parks)',
    'the parks',
    [
      '- A first paragraph of some length, which somebody may want to edit. See [[good-homes]] and [[parks|our parks]] for *more* of it.',
      '+ A first paragraph of some length, which somebody may want to edit. See [[good-homes]] and the parks for *more* of it.',
    ],
  ],
  [
    'a title',
    '- Fit thick loft lining in the coldest',
    '- Fit thick loft lining in all',
    [
      '- action: Fit thick loft lining in the coldest council homes',
      '+ action: Fit thick loft lining in all council homes',
    ],
  ],
  [
    'a heading with a number',
    '</a>Priority 2: Bring parks closer',
    '</a>Priority 2: Bring parks nearer',
    ['- priority parks: Bring parks closer to people', '+ priority parks: Bring parks nearer to people'],
  ],
  ['a date', 'Due: October 2028', 'Due: November 2028', ['- due: 2028-10', '+ due: 2028-11']],
  [
    'a target',
    '7,000 by March 2030',
    '7,500 by March 2030',
    ['- target: 7,000 by 2030-03', '+ target: 7,500 by 2030-03'],
  ],
  ['a choice', '**Status**: Published', '**Status**: Draft', ['- status: published', '+ status: draft']],
  ['a word', '**Author**: Ruth Hale', '**Author**: Ruth Dale', ['- author: Ruth Hale', '+ author: Ruth Dale']],
  [
    'a label',
    '</a>Our vision\n\nEveryone',
    '</a>Our vision\n\nEverybody',
    [
      '- vision: Everyone in Ashmere has a warm home and a green space close by',
      '+ vision: Everybody in Ashmere has a warm home and a green space close by',
    ],
  ],
  [
    'a point of prose',
    '- Another point of it',
    '- Another point of the list',
    ['- * Another point of it', '+ * Another point of the list'],
  ],
  [
    'a new action',
    /(- Open school gardens[\s\S]*?May 2027\n)/,
    '$1- Plant trees *along* the high street\n',
    ['+ # unsure (edited): This was added to the document.', '+ action: Plant trees along the high street'],
  ],
  [
    'a new paragraph in prose',
    'A last paragraph',
    'A paragraph before\\! See [[x]].\n\nA last paragraph',
    [
      '+ # unsure (edited): “A paragraph before! See [[x]].” was added to the document, and stands here as prose. See where it belongs.',
      '+ A paragraph before! See \\[\\[x\\]\\].',
    ],
  ],
  [
    'a new paragraph behind a value on a line',
    /(They matter most.*\n)/,
    '$1\nThey are green.\n',
    [
      '+ # unsure (edited): “They are green.” was added to the document, and stands here as prose. See where it belongs.',
      '+ They are green.',
    ],
  ],
  [
    'a new paragraph behind a title',
    /(Our vision\n\nEveryone.*\n)/,
    '$1\nIt is for all.\n',
    [
      '+ # unsure (edited): “It is for all.” was added to the document, and stands here as prose. See where it belongs.',
      '+ It is for all.',
    ],
  ],
  [
    'what is gone',
    '- Another point of it\n',
    '',
    [
      '+ # unsure (edited): The document no longer says “Another point of it”. Take it out here if it is not wanted any more.',
    ],
  ],
  [
    'a link',
    'Lead: [Head of Housing](#head-of-housing) · Due: October 2028',
    'Lead: [Head of Parks](#head-of-parks) · Due: October 2028',
    [
      '+ # unsure (edited): The document says “Lead: Head of Parks” where the plan prints “Lead: Head of Housing”. Change the plan if that is meant.',
    ],
  ],
  ['what is no value', 'Due: October 2028', 'Due: October', ['- due: 2028-10', '+ due: October']],
];

describe('what is edited in the document is edited in the plan', () => {
  test.each(cases)('%s', async (_, from, to, lines) => {
    const text = (await edited('md', inText(from, to)))?.text ?? '';
    expect(difference(text)).toEqual(lines);
    expect(
      diagnosticsOf(text).filter(({ severity, rule }) => severity === 'error' && rule.startsWith('syntax/')),
    ).toEqual([]);
  });
});

test('a document of Word that was saved with another word in it', async () => {
  const found = await edited(
    'docx',
    inWord('Fit thick loft lining in the coldest', 'Fit thick loft lining in the oldest'),
  );
  expect(difference(found?.text ?? '')).toEqual([
    '- action: Fit thick loft lining in the coldest council homes',
    '+ action: Fit thick loft lining in the oldest council homes',
  ]);
  expect(found?.edits).toMatchObject([{ what: 'changed' }]);
});

test('a page with another word in it', async () => {
  const found = await edited('html', inText('<p>A last paragraph.', '<p>A very last paragraph.'));
  expect(difference(found?.text ?? '')).toEqual(['- A last paragraph.', '+ A very last paragraph.']);
});

test('where nothing that is read has changed, the plan is as it was', async () => {
  const found = await edited('docx', inWord('<w:body>', '<w:body><!-- saved -->'));
  expect(found).toEqual({ text: carriedPlan(await madeIn('docx'))?.text, edits: [], doubts: [] });
});

test('a document in which most is new is no longer that of its plan', async () => {
  const other = 'These are entirely other words about something else. '.repeat(3);
  const lines = Array.from({ length: 300 }, (_, index) => `${index} ${other}`).join('\n\n');
  expect(await edited('md', inText('# Our Borough', `${lines}\n\n# Our Borough`))).toBeUndefined();
});
