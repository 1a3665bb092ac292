import { parse, validate } from '@goldthread/grammar';
import { describe, expect, test } from 'vitest';

/** How often a measurement is repeated before it counts: other work on the machine can only make it worse. */
const TRIES = 12;
/** Four times the text may take up to this many times as long: sixteen times is what quadratic work would take. */
const MOST = 8;
/** Times below this, in milliseconds, say nothing. */
const SHORTEST = 2;

/** The CPU time that reading and checking a text takes, in milliseconds; other work on the machine is not counted. */
function timeOf(text: string): number {
  const before = process.threadCpuUsage();
  const tree = parse(text);
  for (const block of tree.blocks) validate(block, tree.language);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Expects that a text which is four times as long takes less than eight times as long to read. */
function expectLinear(textOf: (count: number) => string, count: number): void {
  const small = textOf(count);
  const large = textOf(4 * count);
  timeOf(small);
  timeOf(large);
  let least = Number.POSITIVE_INFINITY;
  let most = SHORTEST;
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && ratio >= MOST; attempt++) {
    least = Math.min(least, timeOf(large));
    most = Math.max(most, timeOf(small));
    ratio = least / most;
  }
  expect(ratio).toBeLessThan(MOST);
}

const lines =
  (line: string, head = ''): ((count: number) => string) =>
  (count) =>
    head + line.repeat(count);
const under = 'priority a: A\n';

describe('the time to read a text grows with its length', () => {
  const good =
    'priority a: Homes\n  outcomes: safe\n  why:\n    Too few: we know.\n\n  action: Build\n    due: 2027-03\n\n';

  test.each<[string, (count: number) => string]>([
    ['good lines', (count) => good.repeat(count / 8)],
    ['good lines with CRLF', (count) => good.replaceAll('\n', '\r\n').repeat(count / 8)],
    ['good lines with a lone CR', (count) => good.replaceAll('\n', '\r').repeat(count / 8)],
    ['a lone CR, then LF', (count) => good.replaceAll('\n', '\r').repeat(count / 16) + good.repeat(count / 16)],
    ['lines in one block', lines('  action: Build\n    due: 2027\n', under)],
    ['lines of prose', lines('    Words and more: words.\n', `${under}  why:\n`)],
    ['lines of a value', lines('    home-1,\n', `${under}  outcomes:\n`)],
    ['blank lines', lines('\n')],
    ['blank lines with spaces, and words between', (count) => `Words\n${'  \n'.repeat(50)}`.repeat(count / 51)],
    ['comments', lines('# comment\n')],
    ['comments in one block', lines('  # comment\n', under)],
  ])('%s', { timeout: 120_000 }, (_, textOf) => expectLinear(textOf, 25_000));

  test.each<[string, (count: number) => string]>([
    ['no key', lines('Some words about it.\n')],
    ['no key, with blank lines between', lines('Some words about it.\n\n')],
    ['no key, with blank lines between, in an item', lines('  Some words about it.\n\n', under)],
    ['no key, with comments between', lines('Some words about it.\n# comment\n')],
    ['no key, with a colon', lines('Apologies from all of them: none\n')],
    ['bullets', lines('• Some words about it\n')],
    ['unknown key', lines('frobnicate: twice\n')],
    ['unknown key in an item', lines('  frobnicate: twice\n', under)],
    ['unknown keys over each other', lines('  frobnicate x: twice\n    frob: nicate\n', under)],
    ['misspelt key', lines('prioirty: twice\n')],
    ['a key that is misspelt and an item', lines('  outcmes: twice\n    due: 2027\n', under)],
    ['Welsh key', lines('canlyniad: Tai\n')],
    ['wrong place', lines('due: 2027\n')],
    ['wrong place in an item', lines('  baseline: 3\n', under)],
    ['fields that stand twice', lines('  due: 2027\n', under)],
    ['no colon', lines('  action Build\n', under)],
    ['no colon, over a line that belongs to it', lines('Priority 2\n  due: 2027\n')],
    ['tabs', lines('\taction: Build\n', under)],
    ['look-alike spaces', lines('\u00A0\u00A0action: Build\n', under)],
    ['odd indentation', lines('  action: Build\n   due: 2027\n goals: g\n', under)],
    ['indented too far', lines('  lead: me\n    due: 2027\n', under)],
    ['items in prose', lines('  why: Because.\n    action b: Build\n', under)],
    ['items with no id in prose', lines('    action: Build\n', `${under}  why:\n`)],
    ['capital keys', lines('Priority: Homes\n')],
    ['keys of several words', lines('Approved by: Us\n', 'plan p: P\n')],
    ['a dash before a key', lines('- action: Build\n')],
    ['plural for singular', lines('priorities b: Build\n')],
    ['items of the margin below the plan', lines('  outcome a: A\n', 'plan p: P\n')],
    ['several roots', lines('plan p: P\n')],
  ])('bad lines: %s', { timeout: 120_000 }, (_, textOf) => expectLinear(textOf, 25_000));

  test.each<[string, (count: number) => string]>([
    ['letters', (count) => 'x'.repeat(count)],
    ['letters and a colon', (count) => `${'x'.repeat(count)}: x`],
    ['an id', (count) => `outcome ${'x'.repeat(count)}: x`],
    ['an id of hyphens', (count) => `outcome ${'x-'.repeat(count / 2)}: x`],
    ['a title', (count) => `outcome a: ${'Words, and more. '.repeat(count / 17)}`],
    ['a value', (count) => `${under}  lead: ${'team-1, '.repeat(count / 8)}`],
    ['a value of a shape', (count) => `${under}  due: ${'2027-'.repeat(count / 5)}`],
    ['prose', (count) => `${under}  why: ${'[[a]] words: '.repeat(count / 13)}`],
    ['spaces', (count) => ' '.repeat(count)],
    ['spaces before a key', (count) => `${' '.repeat(count)}outcome a: A`],
    ['spaces inside a head', (count) => `outcome${' '.repeat(count)}a: A`],
    ['tabs', (count) => `${'\t'.repeat(count)}x`],
    ['colons', (count) => ':'.repeat(count)],
    ['colons after a key', (count) => `outcome${':'.repeat(count)}`],
    ['a comment', (count) => `# ${'x'.repeat(count)}`],
  ])('a line of ten million characters: %s', { timeout: 120_000 }, (_, textOf) => expectLinear(textOf, 2_500_000));

  test('a thousand levels', () => {
    const nested = (depth: number): string =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}action a${level}: Act\n`).join('');
    expectLinear((count) => `${under}${nested(1_000)}`.repeat(count), 5);
    expectLinear((count) => under + nested(1_000) + `${' '.repeat(1_000)}due: 2027\n`.repeat(count), 500);
    expect(parse(nested(1_000)).blocks[0]?.entries).toHaveLength(1);
  });

  test('a staircase that goes up and down', () => {
    const step = (level: number): string => `${' '.repeat(level)}action: Act\n`;
    const stair = Array.from({ length: 200 }, (_, level) => step(level < 100 ? level : 200 - level)).join('');
    expectLinear((count) => under + stair.repeat(count), 60);
  });
});
