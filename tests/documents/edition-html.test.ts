import { describe, expect, test } from 'vitest';
import { Edition } from '../../server/src/documents/edition/edition.ts';
import { dataAddress } from '../../server/src/documents/edition/picture.ts';
import { editionOf, filesIn, hostileEditions, sampleEditions, textIn } from './editions.ts';
import { faultsOf, shownBy } from './sound-html.ts';

const pageOf = (plan: string): string => textIn(editionOf(plan), 'html', '.html');

/** The lines of a head, each of which is an element of its own; values have no mark of markup in them. */
const headLine =
  /^<(?:meta charset="utf-8"|meta (?:name|itemprop|http-equiv)="[\w.-]+" content="[^"<>]*"|link rel="schema\.dcterms" href="http:\/\/purl\.org\/dc\/terms\/"|\/?head|title>[^<>]*<\/title)>$/;

function faultsIn(html: string): string[] {
  const end = html.indexOf('<style>');
  const head = html.slice(html.indexOf('<head>'), end).trim().split('\n');
  const body = html.slice(html.indexOf('<body'), html.indexOf('</html>'));
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
  const known = new Set(ids);
  const lost = [...body.matchAll(/ href="#([^"]*)"/g)].filter(([, id]) => !known.has(id as string));
  return [
    ...head.filter((line) => !headLine.test(line)),
    ...faultsOf(body),
    ...(ids.length === known.size ? [] : ['an id that is there twice']),
    ...lost.map(([link]) => `${link} leads nowhere`),
  ];
}

test('the head says what the document is, as far as the plan does', () => {
  const page = pageOf(
    'plan p: Plan <b> "one"\n  area: Ashmere\n  date: spring\n  period: from 2026\n\nvision: A borough & its people\n',
  );
  for (const line of [
    '<title>Plan &lt;b&gt; &quot;one&quot;</title>',
    '<meta name="description" content="A borough &amp; its people">',
    '<meta name="dcterms.spatial" content="Ashmere">',
  ])
    expect(page).toContain(line);
  expect(page).not.toContain('dcterms.issued');
});

test('what a plan is about is told without its footnotes', () => {
  const page = pageOf(
    'plan p: Plan\n  synopsis:\n    What we do[^1].\n\n    [^1]: Agreed in March,\n    by all.\n\n    And why.\n',
  );
  expect(page).toContain('<meta name="description" content="What we do. And why.">');
});

test('annexes are there where there is something in them, and in the contents', () => {
  expect(pageOf('plan p: Plan\n\nvision: Good\n')).not.toContain('_annex');
  const cy = textIn(
    editionOf('plan p: Plan\n\noutcome o: Good\npriority a: Do\n  outcomes: o\n', { language: 'cy' }),
    'html',
    '.html',
  );
  expect(cy).toContain('Atodiad 1');
  expect(cy).toContain('Blaenoriaethau a chanlyniadau');
  expect(cy).toContain('<span class="unseen">ydy</span>');
});

test('each matrix with anything in it is an annex of its own', () => {
  const plan = `plan p: Our Plan

outcome o: Good
outcome q: Better
kpq k: How good?
  outcomes: o

priority a: Do this
  outcomes: o
  kpqs: k
  requirements: one

framework act: The Act
  requirement one: One

framework idle: A strategy that nothing serves
  goal g: A goal
`;
  const page = pageOf(plan);
  const headings = [...page.matchAll(/<h2 id="(_annex[^"]*)"><span class="number">([^<]*)<\/span> ([^<]*)<\/h2>/g)];
  expect(headings.map(([, ...said]) => said)).toEqual([
    ['_annex-thread', 'Annex 1', 'The golden thread'],
    ['_annex-matrix', 'Annex 2', 'Priorities and outcomes'],
    ['_annex-matrix-kpqs', 'Annex 3', 'Priorities and key performance questions'],
    ['_annex-matrix-act', 'Annex 4', 'Priorities and “The Act”'],
  ]);
  for (const [, anchor] of headings) expect(page).toContain(`href="#${anchor}"`);
});

test('annexes are named in the contents alone, not in a list of the priorities', () => {
  const page = pageOf(`plan p: Our Plan

label priorities: My priorities are

outcome o: Good

section first: First
  text: One.

section second: Second
  text: Two.

priority a: Do this
  outcomes: o

priority b: Do that
  outcomes: o
`);
  expect(page).toContain('My priorities are');
  expect(page.match(/href="#_annex-thread"/g)).toHaveLength(1);
});

describe('split', () => {
  const [, wiltshire] = sampleEditions.find(([name]) => name === 'wiltshire') ?? [];
  const plan = `plan p: Our Plan

vision: Good

priority homes: Warm homes
  why: Cold homes make people ill. See [[parks]].

priority parks: Parks
  outcomes: green

outcome green: Green
`;

  test('each chapter is a page, and links lead from page to page', () => {
    const files = filesIn(editionOf(plan, { isSplit: true }), 'html');
    const pages = new Map(files.map(({ name, content }) => [name, String(content)]));
    const homes = pages.get('p.homes.html');
    expect(files[0]?.name).toBe('p.html');
    expect(pages.get('p.html')).toContain('<a class="mention" href="p.homes.html#homes">');
    expect(homes).toContain('<title>Warm homes – Our Plan</title>');
    expect(homes).toMatch(/<h1 id="homes">/);
    expect(homes).toContain('<a class="mention" href="p.parks.html#parks">Parks</a>');
    expect(homes).toContain('<a rel="next" href="p.parks.html"><span>Next</span> Parks</a>');
    expect(homes).not.toContain('dcterms');
  });

  test('a whole plan is in its pages, and every link leads somewhere', () => {
    if (!wiltshire) throw new Error('The sample is not there.');
    const split = new Edition({ ...wiltshire.source, isSplit: true });
    const pages = new Map(filesIn(split, 'html').map(({ name, content }) => [name, String(content)]));
    expect(pages.size).toBeGreaterThan(5);
    const lost: string[] = [];
    for (const [own, html] of pages) {
      expect(html.match(/<h1/g), own).toHaveLength(1);
      for (const [, name, id] of html.matchAll(/ href="(?!https?:|mailto:|tel:)([^"#]*)(?:#([^"]*))?"/g)) {
        const page = pages.get(name || own);
        if (!page || (id && !page.includes(` id="${id}"`))) lost.push(`${own}: ${name}#${id}`);
      }
    }
    expect(lost).toEqual([]);
    const packed = (text: string): string => text.replace(/\s/g, '');
    const whole = packed([...pages.values()].map(shownBy).join(''));
    const one = textIn(wiltshire, 'html', '.html');
    const words = shownBy(one.slice(one.indexOf('<main'))).match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(words.filter((word) => !whole.includes(word))).toEqual([]);
  });
});

test('a picture is in its address', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  const address = dataAddress({ bytes, type: 'image/png', ending: 'png' });
  expect(Buffer.from(address.slice('data:image/png;base64,'.length), 'base64').equals(bytes)).toBe(true);
});

describe.each(sampleEditions)('%s', (_, edition) => {
  test('is sound, and every link in it leads somewhere', () => {
    expect(faultsIn(textIn(edition, 'html', '.html'))).toEqual([]);
  });
});

test.each(hostileEditions)('%s is nothing but a document', (_, edition) => {
  expect(faultsIn(textIn(edition, 'html', '.html')).slice(0, 5)).toEqual([]);
});
