import { describe, expect, test } from 'vitest';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf } from '../helpers/engine.ts';
import { welshMark } from '../helpers/welsh.ts';

/** What the notes of a plan say, with the lines that they stand on. */
const notes = (text: string, settings = {}) =>
  diagnosticsOf(text, settings).filter(({ rule }) => rule === 'import/unsure');
const said = (text: string): string[] => notes(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`);

const head = 'plan p: Plan\n\n';

describe('a note to settle', () => {
  test.each([
    [
      'over an item',
      `${head}# unsure (structure): taken for an outcome\noutcome: A\n`,
      ['3: To settle (structure): taken for an outcome'],
    ],
    [
      'over the plan itself',
      '# unsure (columns): look at page 4\nplan p: Plan\n',
      ['1: To settle (columns): look at page 4'],
    ],
    [
      'over an item in another',
      `${head}priority: A\n  # unsure (split): two actions?\n  action: B\n`,
      ['4: To settle (split): two actions?'],
    ],
    [
      'over a field',
      `${head}priority: A\n  # unsure (value): 3 April or 4 March?\n  due: 2026-04-03\n`,
      ['4: To settle (value): 3 April or 4 March?'],
    ],
    [
      'over nothing',
      `${head}outcome: A\n\n# unsure (lost): page 9 ends here\n`,
      ['5: To settle (lost): page 9 ends here'],
    ],
    ['parted from the item below it', `${head}# unsure: ask Mary\n\noutcome: A\n`, ['3: To settle: ask Mary']],
    [
      'beside others',
      `${head}# unsure (link): one\n# Agreed.\n# unsure (link): two\noutcome: A\n`,
      ['3: To settle (link): one', '5: To settle (link): two'],
    ],
    ['without words', `${head}# unsure:\noutcome: A\n`, ['3: To settle: look at what stands below this note.']],
    ['of a kind of one’s own', `${head}#unsure(budget):ask Mary\noutcome: A\n`, ['3: To settle (budget): ask Mary']],
    [
      'in Welsh',
      `${welshMark}cynllun p: Cynllun\n\n# ansicr (geiriad): tudalen 7\ncanlyniad: A\n`,
      ['4: I’w setlo (geiriad): tudalen 7'],
    ],
    [
      'with a kind in the other language',
      `${welshMark}cynllun p: Cynllun\n\n# unsure (wording): tudalen 7\ncanlyniad: A\n`,
      ['4: I’w setlo (geiriad): tudalen 7'],
    ],
  ])('%s', (_, text, expected) => expect(said(text)).toEqual(expected));

  test.each([
    ['words that only begin so', `${head}# unsure whether this is right\noutcome: A\n# unsureness: x\n`],
    ['prose', `${head}section: A\n  text:\n    # unsure (structure): a heading in a text\n`],
    ['behind other words', `${head}# I am unsure: x\noutcome: A\n`],
  ])('is not seen in %s', (_, text) => expect(said(text)).toEqual([]));

  test('is a hint, and a warning where everything is asked for', () => {
    const text = `${head}# unsure: x\noutcome: A\n`;
    expect(notes(text).map(({ severity }) => severity)).toEqual(['hint']);
    expect(notes(text, { final: true }).map(({ severity }) => severity)).toEqual(['warning']);
    expect(notes(text, { rules: { 'import/*': 'off' } })).toEqual([]);
  });

  test('tells of the item below it', () => {
    expect(notes(`${head}priority: A\n  # unsure: x\n  action: B\n`)[0]?.item?.title).toBe('B');
  });
});

describe('the mends of a note', () => {
  const mends = (text: string) =>
    Object.fromEntries((notes(text)[0]?.fixes ?? []).map((fix) => [fix.title, applyFix(text, fix)]));

  test('take it out, or use the wording that it names', () => {
    const text = `${head}priority: A\n  # unsure (wording): page 7 says “Light the *way* home”\n  action: Put in lamps\n    due: 2027\n`;
    expect(mends(text)).toEqual({
      'Settled: take the note out': { 'main.plan': `${head}priority: A\n  action: Put in lamps\n    due: 2027\n` },
      'Use the wording “Light the *way* home”': {
        'main.plan': `${head}priority: A\n  action: Light the *way* home\n    due: 2027\n`,
      },
    });
  });

  test('know the title in the note from the other wording', () => {
    const text = `${head}# unsure (wording): “A” is “B” on page 7, and “B” on page 9\noutcome a: A\n`;
    expect(Object.keys(mends(text))).toEqual(['Settled: take the note out', 'Use the wording “B”']);
  });

  test.each([
    ['of two other wordings', `${head}# unsure (wording): “B” or “C”\noutcome: A\n`],
    ['that would be a link', `${head}# unsure (wording): “see [[b]]”\noutcome: A\n`],
    ['of another kind of doubt', `${head}# unsure (link): “B”\noutcome: A\n`],
    ['where nothing stands below', `${head}outcome: A\n# unsure (wording): “B”\n`],
    ['for a field', `${head}outcome: A\n  # unsure (wording): “B”\n  text: C\n`],
    ['for an item without a title', `${head}# unsure (wording): “B”\nvision:\n  text: A\n`],
    ['without an end', `${head}# unsure (wording): “B\noutcome: A\n`],
  ])('offer no wording %s', (_, text) => expect(Object.keys(mends(text))).toEqual(['Settled: take the note out']));

  test('leave what has other line ends as it is', () => {
    const text = 'plan p: Plan\r\n\r\n# unsure (wording): “B”\r\noutcome: A\r\n';
    expect(Object.values(mends(text))).toEqual([
      { 'main.plan': 'plan p: Plan\r\n\r\noutcome: A\r\n' },
      { 'main.plan': 'plan p: Plan\r\n\r\noutcome: B\r\n' },
    ]);
  });
});

test('a note without an end is read in no time', () => {
  const long = ' '.repeat(200_000);
  const text = `${head}# unsure${long}(${long}\noutcome: A\n# unsure (${'('.repeat(200_000)}\noutcome: B\n# unsure (wording): ${'“'.repeat(200_000)}\noutcome: C\n`;
  const began = performance.now();
  expect(notes(text)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(2000);
});
