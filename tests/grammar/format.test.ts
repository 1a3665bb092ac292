import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../grammar/src/document.ts';
import { applyChanges, format, formatted } from '../../grammar/src/format.ts';
import { mutated, samples } from './mutated.ts';
import { indentsOf, isUnsettled, lineEndsOf, reading, tidyIndentsOf } from './reading.ts';

/** What a plan looks like before and after; a plan that is tidy already is given once. */
const table: readonly (readonly [name: string, before: string, after?: string])[] = [
  ['an empty file', ''],
  ['a file of blank lines', '\n  \n\t\n', ''],
  ['a byte-order mark alone', '\uFEFF'],
  ['a byte-order mark and blank lines', '\uFEFF  \n\nplan a: A\n', '\uFEFFplan a: A\n'],
  ['the head of a line', 'plan   a :A\n  area :  Kent  \n  owner:  \n', 'plan a: A\n  area: Kent\n  owner:\n'],
  ['a name of a field', 'plan a: A\n  synopsis   cy:Byr\n', 'plan a: A\n  synopsis cy: Byr\n'],
  ['an item with no title', 'section:\n  vision :\n', 'section:\n  vision:\n'],
  ['spaces inside a title', 'role a: Head  of   Policy\n'],
  ['a web address', 'partner a: A\n  web:https://a.example\n', 'partner a: A\n  web: https://a.example\n'],
  ['a look-alike space in a head', 'role\u00A0a\u00A0:\u00A0B\u00A0\n', 'role a: B\n'],
  ['keys in capitals keep them', 'Role  a: B\n', 'Role a: B\n'],
  [
    'four spaces a level',
    'priority a: A\n    outcomes: b\n    action: C\n        due: 2024\n',
    'priority a: A\n  outcomes: b\n  action: C\n    due: 2024\n',
  ],
  [
    'one space a level',
    'priority a: A\n group: B\n  action: C\n   due: 2024\n',
    'priority a: A\n  group: B\n    action: C\n      due: 2024\n',
  ],
  [
    'tabs and look-alike spaces',
    'priority a: A\n\taction: B\n\t\tdue: 2024\n\u00A0\u00A0outcomes: c\n',
    'priority a: A\n  action: B\n    due: 2024\n  outcomes: c\n',
  ],
  [
    'a value on several lines',
    'priority a: A\n  outcomes: b,  \n         c,\n   d\n',
    'priority a: A\n  outcomes: b,\n    c,\n    d\n',
  ],
  [
    'a comment in a value',
    'priority a: A\n  outcomes: b,\n # as agreed\n      c\n',
    'priority a: A\n  outcomes: b,\n    # as agreed\n    c\n',
  ],
  [
    'blank lines',
    '\n\nplan a: A\n\n\n  area: Kent\n \n\t\n\nrole b: B\n\n\n',
    'plan a: A\n\n  area: Kent\n\nrole b: B\n',
  ],
  ['no line end at the end', 'role a: A  ', 'role a: A\n'],
  ['spaces after the last line end', 'role a: A\n    ', 'role a: A\n'],
  ['CRLF', 'role a:A\r\n\r\n\r\nrole b:B', 'role a: A\r\n\r\nrole b: B\r\n'],
  ['a lone CR', 'role a:A\rrole b:B', 'role a: A\rrole b: B\r'],
  [
    'line ends of all kinds',
    'role a:A\r\nrole b:B\rrole c:C\r\nrole d:D',
    'role a: A\r\nrole b: B\rrole c: C\r\nrole d: D\r\n',
  ],
  ['a lone CR and LF stay two line ends', 'role a: A\r  \nrole b: B\n', 'role a: A\r \nrole b: B\n'],
  [
    'prose is moved as one piece',
    'section a: A\n    text:\n          One  \n        two\n\n\n            - three\n      \n        four\n',
    'section a: A\n  text:\n      One  \n    two\n\n\n        - three\n\n    four\n',
  ],
  [
    'prose that begins on the line of its key',
    'section a: A\n  text:  One  \n     two\n',
    'section a: A\n  text: One  \n    two\n',
  ],
  ['prose on one line', 'section a: A\n  text:  One  \n', 'section a: A\n  text: One\n'],
  ['blank lines above prose', 'section a: A\n  text:\n\n\n    One\n', 'section a: A\n  text:\n\n    One\n'],
  [
    'tabs in prose: those of the indentation are mended, those of the writer stay',
    'section a: A\n\ttext:\n\t\tOne\n\t\t\tcode\tcode\n   \t\t- b\n',
    'section a: A\n  text:\n    One\n    \tcode\tcode\n    \t- b\n',
  ],
  [
    'a tab in prose that reaches over its edge',
    'section a: A\n text:\n   One\n\t\t- b\n',
    'section a: A\n  text:\n    One\n     - b\n',
  ],
  [
    'a heading in prose is no comment, a comment in prose no heading',
    'section a: A\n    text:\n        # Heading\n   # comment\n        more\n       # another\n        # Heading\n',
    'section a: A\n  text:\n    # Heading\n  # comment\n    more\n  # another\n    # Heading\n',
  ],
  [
    'a comment above prose',
    'section a: A\n  text:\n# why so\n    One\n',
    'section a: A\n  text:\n  # why so\n    One\n',
  ],
  [
    'comments above entries',
    '  # on the plan  \nplan a: A\n# on the area\n      #on the area too\n\n\n  area: Kent\n',
    '# on the plan\nplan a: A\n  # on the area\n  #on the area too\n\n  area: Kent\n',
  ],
  [
    'comments below the last entry stay in their block, and at a level of it',
    'priority a: A\n    action: B\n        due: 2024\n         # one\n     # two\n # three\n# four\n\nrole b: B\n    # five\n',
    'priority a: A\n  action: B\n    due: 2024\n    # one\n  # two\n  # three\n# four\n\nrole b: B\n  # five\n',
  ],
  [
    'a comment in the place of the first entry',
    'priority a: A\n    action: B\n       # due\n',
    'priority a: A\n  action: B\n    # due\n',
  ],
  ['comments alone', '\n  # one\n\n\n# two', '# one\n\n# two\n'],
  [
    'a comment with no indentation of its own goes with the block below',
    'role a: A\n# on b\nrole   b: B\n',
    'role a: A\n# on b\nrole b: B\n',
  ],
  ['Welsh', '# language: cy\ncynllun  a:A\n   ardal:Gwent\n', '# language: cy\ncynllun a: A\n  ardal: Gwent\n'],
  [
    'a line that would only become the language of the file',
    '\n# language: cy\nplan a:A\nrole  b:B',
    '\n# language: cy\nplan a:A\nrole b: B\n',
  ],
  ['a library', 'library  a: A\n\nframework  b: B\n goal:C\n', 'library a: A\n\nframework b: B\n  goal: C\n'],
];

describe('laid out', () => {
  for (const [name, before, after = before] of table)
    test(name, () => {
      expect(formatted(before)).toBe(after);
      expect(formatted(after)).toBe(after);
      expect(reading(parse(after))).toEqual(reading(parse(before)));
    });
});

/** Blocks that cannot be laid out without a guess; those around them are laid out all the same. */
const unsettled: readonly (readonly [name: string, text: string])[] = [
  ['an unknown key', 'priority a: A\n   outcoms:b\n'],
  ['an entry in the wrong place', 'outcome a:  A\n   due:2024\n'],
  ['a line with no key', 'priority a:A\n   We will do much.\n'],
  ['a line with no colon', 'priority a:A\n   action\n'],
  ['a colon left out', 'role a\n'],
  ['an item in prose', 'section a:A\n   text:\n     One\n     statistic b: C\n'],
  ['an entry indented too far', 'priority a:A\n   outcomes: b\n     due: 2024\n'],
  ['prose that a tab holds in shape', 'section a:A\n text:\n   \tOne\n    # Heading\n   two\n'],
  ['an indentation that matches nothing', 'priority a:A\n    outcomes: b\n   due: 2024\n'],
];

test.each(unsettled)('left alone: %s', (_, text) => {
  expect(formatted(`role a:A\n${text}role b:B\n\n\n`)).toBe(`role a: A\n${text}role b: B\n`);
});

describe('a range', () => {
  const text = 'priority a:A\n  why :x\n  action:B\n\nrole b:C\nrole c:D\n';

  function formattedFrom(text: string, words: string): string {
    const start = text.indexOf(words);
    return applyChanges(text, format(parse(text), { start, end: start + words.length }));
  }

  test('changes the lines that it touches', () => {
    expect(formattedFrom(text, 'why')).toBe(text.replace('why :x', 'why: x'));
    expect(formattedFrom(text, 'B\n\nrole b')).toBe(text.replace('action:B', 'action: B').replace('b:C', 'b: C'));
    expect(formattedFrom(text, 'role b:C\n')).toBe(text.replace('b:C', 'b: C'));
  });

  test('takes the whole block where its lines cannot change alone', () => {
    const deep = 'priority a:A\n   action:B\n   action:C\nrole b:C\n';
    expect(formattedFrom(deep, 'action:C')).toBe('priority a: A\n  action: B\n  action: C\nrole b:C\n');
  });

  test('that lies outside the text is the last line', () => {
    expect(applyChanges(text, format(parse(text), { start: 900, end: 1000 }))).toBe(text.replace('c:D', 'c: D'));
    expect(format(parse(''), { start: 0, end: 0 })).toEqual([]);
  });
});

describe.each(samples)('%s', (_, sample) => {
  test('loses nothing but blank lines', () => {
    const changes = format(parse(sample));
    expect(changes.every((change) => change.text === '' && !sample.slice(change.start, change.end).trim())).toBe(true);
    expect(reading(parse(applyChanges(sample, changes)))).toEqual(reading(parse(sample)));
  });

  test('needs no changes once it is tidy', () => {
    const tidy = formatted(sample);
    expect(format(parse(tidy))).toEqual([]);
    const deeper = tidy.replace(/^ +/gm, ' $&').replaceAll('\n', '\r\n');
    expect(formatted(deeper).replaceAll('\r\n', '\n')).toBe(tidy);
  });
});

describe('whatever is done to a plan', () => {
  test('its layout alone changes, and once', () => {
    fc.assert(
      fc.property(mutated, fc.nat(), fc.nat(), (text, from, length) => {
        const before = parse(text);
        const changes = format(before);
        const result = applyChanges(text, changes);
        const after = parse(result);
        expect(reading(after)).toEqual(reading(before));
        expect(format(after)).toEqual([]);
        expect(lineEndsOf(result).slice(0, lineEndsOf(text).length)).toEqual(lineEndsOf(text));
        before.blocks.forEach((block, index) => {
          const result = after.blocks[index];
          if (isUnsettled(block)) expect(result?.text).toBe(block.text);
          else if (result && index > 0 && !text.includes('\t'))
            expect(indentsOf(result)).toEqual(tidyIndentsOf(result));
        });
        const start = from % (text.length + 1);
        const part = applyChanges(text, format(before, { start, end: start + (length % (text.length + 1)) }));
        expect(reading(parse(part))).toEqual(reading(before));
        expect(formatted(part).trimEnd()).toBe(result.trimEnd());
        let last = -1;
        for (const change of changes) {
          expect(change.start).toBeGreaterThan(last);
          expect(text.slice(change.start, change.end)).not.toBe(change.text);
          last = change.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('any text at all is laid out', () => {
    const characters = fc.constantFrom(...'  \t\n\r#:aé\u00A0\uFEFF\u2028');
    const words = fc.constantFrom('plan a: A', 'text:', 'why:', '# x', '\n', '\n  ', '\n    ', 'outcomes:', 'role');
    const text = fc.array(fc.oneof(characters, words), { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const result = formatted(text);
        expect(reading(parse(result))).toEqual(reading(parse(text)));
        expect(formatted(result)).toBe(result);
      }),
      { numRuns: 3000 },
    );
  });
});

test('time grows with the text', () => {
  const timeOf = (times: number): number => {
    const tree = parse('section a:  A\n   text: x\n\n\n       more   \n   section:   B\n'.repeat(times));
    const start = performance.now();
    format(tree);
    return performance.now() - start;
  };
  timeOf(2_000);
  expect(timeOf(20_000)).toBeLessThan(3_000);
});
