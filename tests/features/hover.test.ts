import { expect, test } from 'vitest';
import type { Example } from '../../server/src/checks/rule.ts';
import { cursorAt } from '../../server/src/features/cursor.ts';
import { hover } from '../../server/src/features/hover.ts';
import { editorFor } from '../helpers/editor.ts';
import { samples } from '../helpers/samples.ts';

/** What is told at the mark, and of which words. */
function told(example: Example): { page: string; of: string } | undefined {
  const { snapshot, cursor, file } = editorFor(example);
  const found = hover(snapshot, cursor);
  if (!found?.range) return undefined;
  const contents = found.contents as { kind: string; value: string };
  expect(contents.kind).toBe('markdown');
  const of = file.tree.text.slice(file.offsetAt(found.range.start), file.offsetAt(found.range.end));
  return { page: contents.value, of };
}

const plan = `plan p: Our plan
  numbering: priorities

outcome safe: Communities are safe
  text: People **feel** [safe](https://example.org) in [[streets|their streets]].

kpq how-safe: How safe are people?
  outcomes: safe

  measure asb: Incidents
    unit: incidents
    target: 11,000 by 2027-03

theme t: Where we live

  priority streets: Safer streets
    outcomes: safe
    kpqs: how-safe

    priority lights: Better lights
      action: Mend the lights
        lead: lamp-team

role lamp-team: Lamp team
  aliases: LT
term: ASB
  means: Anti-social behaviour
term: hate crime
  means: A crime with a motive
`;

/** The plan with a mark in the place of one in a piece of it. */
const at = (piece: string): string => plan.replace(piece.replace('‸', ''), piece);

test.each<[string, string, readonly string[]]>([
  [
    'outcomes: sa‸fe\n\n  measure',
    'safe',
    ['**Communities are safe**  \noutcome · `safe`', 'People feel safe in their streets'],
  ],
  ['outcome sa‸fe:', 'safe', ['**What serves it**\n- KPQ: How safe are people?\n- priority 1: Safer streets']],
  ['Communi‸ties are safe\n', 'Communities are safe', ['outcome · `safe`']],
  [
    'kpqs: how-safe‸\n',
    'how-safe',
    ['KPQ · `how-safe`', '- outcome: Communities are safe', '- measure: Incidents *(by where it stands)*'],
  ],
  [
    'measure a‸sb:',
    'asb',
    ['unit: incidents', 'target: 11,000 by 2027\\-03', '- KPQ: How safe are people? *(by where it stands)*'],
  ],
  [
    'priority lig‸hts',
    'lights',
    ['priority 1\\.1', '- outcome: Communities are safe *(handed down from above)*', '- priority 1: Safer streets'],
  ],
  ['action: Me‸nd', 'Mend the lights', ['lead: Lamp team', '- priority 1\\.1: Better lights']],
  ['lead: lamp-te‸am', 'lamp-team', ['**Lamp team**  \nrole · `lamp-team`', 'aliases: LT']],
  [
    'outcom‸e safe',
    'outcome',
    ['**outcome**', 'A change that people should see.', '```goldthread\noutcome safe: Communities'],
  ],
  ['  outc‸omes: safe\n    kpqs', 'outcomes', ['The outcomes that it works towards', 'Value: the ids of outcomes']],
  ['numb‸ering', 'numbering', ['The kinds that are printed with numbers.']],
  ['numbering: prior‸ities', 'priorities', ['**priority**', 'What will be worked on']],
  ['plan p: Our‸ plan', 'Our plan', ['plan · `p`']],
])('%s', (piece, of, pieces) => {
  const found = told(at(piece));
  expect(found?.of).toBe(of);
  for (const one of pieces) expect(found?.page.replaceAll('priority 1.1', 'priority 1\\.1')).toContain(one);
});

const prose = (words: string, more = ''): string => `${plan}\nsection s: About\n  text:\n    ${words}\n${more}`;

test.each<[string, string | undefined, string]>([
  ['Less AS‸B here', 'ASB', 'means: Anti-social behaviour'],
  ['ASBs‸ are', 'ASBs', 'means'],
  ['An AS‸B’s end', 'ASB’s', 'means'],
  ['All AS‸BO are', undefined, ''],
  ['Hate cri‸me is', 'Hate crime', 'A crime with a motive'],
  ['Ask the L‸T now', 'LT', '**Lamp team**'],
  ['Less asb‸ here', undefined, ''],
  ['🙂 ŵy ASB‸', 'ASB', 'means'],
  ['No word ‸ here', undefined, ''],
])('an abbreviation in prose: %s', (words, of, page) => {
  const found = told(prose(words));
  expect(found?.of).toBe(of);
  expect(found?.page ?? '').toContain(page);
});

test.each([
  ['# allow thread/kpq-with‸out-measure: later\nkpq k: K?\n', 'thread/kpq-without-measure'],
  ['priority x: X\n  # allow thread/priority-without-why‸: later\n  outcomes: o\n', 'thread/priority-without-why'],
  ['# allow thread/no-such‸-rule: later\nkpq k: K?\n', undefined],
  ['# all‸ow thread/kpq-without-measure: later\nkpq k: K?\n', undefined],
])('the rule in a comment: %j', (text, of) => {
  const found = told(`plan p: Plan\n\n${text}`);
  expect(found?.of).toBe(of);
  if (of) expect(found?.page).toMatch(/^`thread[\s\S]+\*Source: /);
});

test('words of the plan are no Markdown, HTML or link', () => {
  const title = '*Bold* <script>x</script> [click](command:x) `code` www.evil.example ![i](http://x/y.png) &amp; a|b';
  const found = told(`plan p: Plan\n\noutcome x: ${title}\n\npriority y: Y\n  outcomes: ‸x\n`);
  expect(found?.page.split('  \n')[0]).toBe(
    '**\\*Bold\\* \\<script\\>x\\<\\/script\\> \\[click\\]\\(command\\:x) \\`code\\` www\\.evil\\.example \\!\\[i\\]\\(http\\:\\/\\/x\\/y\\.png) \\&amp; a\\|b**',
  );
});

test('marks that turn the direction of words are left out', () => {
  const found = told('plan p: Plan\n\noutcome x: One \u202etwo\u202c\n\npriority y: Y\n  outcomes: ‸x\n');
  expect(found?.page).toContain('**One two**');
});

test('a link into a library tells of the library before the dot and of the item behind it', () => {
  const files = (main: string): Example => ({ 'main.plan': main, 'lib.plan': 'library lib: Shared\n\ngoal g: Goal\n' });
  const head = 'plan p: Plan\n  uses: lib\n\npriority y: Y\n  goals: ';
  expect(told(files(`${head}li‸b.g\n`))).toMatchObject({ of: 'lib', page: expect.stringContaining('**Shared**') });
  expect(told(files(`${head}lib.g‸\n`))).toMatchObject({
    of: 'g',
    page: expect.stringContaining('goal · `g` · Shared'),
  });
  expect(told(files('plan p: Plan\n  uses: l‸ib\n'))?.page).toContain('library · `lib`');
});

test('a part, and what stands in other files', () => {
  const files = {
    'main.plan': 'plan p: Plan\n\noutcome o: Outcome\n\ninclude: par‸t.plan\n',
    'part.plan': 'part p: The part\n\npriority y: Y\n  outcomes: o\n',
  };
  expect(told(files)?.page).toContain('**The part**');
});

test('the language of the file', () => {
  const found = told('# language: cy\ncynllun p: Cynllun\n\ncanlyniad o: Da\n\nblaenoriaeth b: B\n  canlyniadau: ‸o\n');
  expect(found?.page).toContain('canlyniad · `o`');
  expect(found?.page).toContain('**Beth sy’n ei wasanaethu**\n- blaenoriaeth: B');
  const key = told('# language: cy\ncynllun p: Cynllun\n\ncanly‸niad o: Da\n');
  expect(key?.page).toContain('canlyniad diogel: ');
  expect(key?.page).not.toContain('A change that people should see');
});

test('the key that a label is for', () => {
  expect(told('plan p: Plan\n\nlabel wh‸y: Because\n')).toMatchObject({
    of: 'why',
    page: expect.stringContaining('Why this is a'),
  });
  expect(told('plan p: Plan\n\nlabel act‸ions: Because\n')?.page).toContain('**action**');
  expect(told('plan p: Plan\n\nlabel non‸sense: Because\n')).toBeUndefined();
});

test('long texts and lists are cut', () => {
  const many = Array.from({ length: 30 }, (_, index) => `priority p${index}: Priority ${index}\n  outcomes: o\n`).join(
    '',
  );
  const page =
    told(`plan p: Plan\n\noutcome ‸o: ${'word '.repeat(200)}\n  text: ${'More words. '.repeat(99)}\n${many}`)?.page ??
    '';
  expect(page).toContain('- priorities: and 22 more');
  expect(page.length).toBeLessThan(1500);
});

test('nothing is told where there is nothing to tell of', () => {
  for (const text of [
    '‸',
    '# only a ‸comment\n',
    'plan p: Plan\n‸\n',
    'plan p: Plan\n\npriority x: X\n  outcomes: no‸ne\n',
  ])
    expect(told(text)).toBeUndefined();
});

test('no place in a sample makes it throw', () => {
  for (const text of Object.values(samples)) {
    const { snapshot, file } = editorFor(text);
    for (let offset = 0; offset < text.length; offset += 37) {
      const position = file.positionAt(offset);
      const cursor = cursorAt(snapshot.model, file, position);
      const range = cursor && hover(snapshot, cursor)?.range;
      if (range) expect(file.offsetAt(range.start) <= offset && offset <= file.offsetAt(range.end)).toBe(true);
    }
  }
});
