import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { editionOf, filesIn, hostileEditions, sampleEditions } from './editions.ts';

/** What is wrong with a drawing that should stand alone. */
function faultsIn(svg: string): string[] {
  const faults: string[] = [];
  if (!svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg')) faults.push('does not begin as a drawing');
  if (svg.includes('var(')) faults.push('colours from elsewhere');
  if (
    !/<svg[^>]*><title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc><style>/.test(
      svg.replaceAll('>\n<', '><'),
    )
  )
    faults.push('no title and description at its start');
  // Every tag that opens closes, in its order: XML takes nothing else.
  const open: string[] = [];
  for (const [, end, name, own] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[a-zA-Z:-]+="[^"<]*")*(\/?)>/g)) {
    if (end) {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
    } else if (!own) open.push(name as string);
  }
  if (open.length > 0) faults.push(`<${open.join('><')}> stays open`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(svg.replace(/<style>[\s\S]*?<\/style>/, '')))
    faults.push('a loose ampersand');
  const waiting = [...parseDocument(svg, { xmlMode: true }).children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('attribs' in node)) continue;
    if (/script|foreignObject|image|^a$/i.test(node.name)) faults.push(`<${node.name}>`);
    for (const [name, value] of Object.entries(node.attribs))
      if (/^on|href|^src$|^style$/i.test(name) || (/url\((?!#)/.test(value) && !/^data-/.test(name)))
        faults.push(`${name}="${value}"`);
    waiting.push(...node.children);
  }
  return faults;
}

const drawings = (plan: string) => filesIn(editionOf(plan), 'svg');

test('there is a drawing of the thread, of each matrix, of each chart and measure', () => {
  const plan = `plan p: Plan

outcome o: Calm streets
  kpq how: How calm are they?
    measure m: Noise
      unit: complaints
      baseline: 12 in 2025
      target: 4 by 2030-03

priority a: First & foremost
  outcomes: o
  kpqs: how

chart c: Noise over time
  measures: m
`;
  const files = drawings(plan);
  expect(files.map(({ name }) => name)).toEqual([
    'p.thread.svg',
    'p.matrix.svg',
    'p.matrix-kpqs.svg',
    'p.chart-c.svg',
    'p.chart-m.svg',
  ]);
  expect(files.flatMap(({ content }) => faultsIn(String(content)))).toEqual([]);
  expect(String(files[1]?.content)).toContain('First &amp; foremost');
  expect(String(files[0]?.content)).toContain('xml:lang="en"');
});

test('priorities in others stand further in, and the signs are explained', () => {
  const plan =
    'plan p: Plan\n\noutcome o: Calm streets\n\npriority a: First\n  outcomes: o\n  priority b: Below\n    priority c: Deeper\n';
  const matrix = String(drawings(plan)[1]?.content);
  const places = ['First', 'Below', 'Deeper'].map((name) =>
    Number(new RegExp(`x="(\\d+)"[^>]*>${name}<`).exec(matrix)?.[1]),
  );
  expect(places).toEqual([4, 20, 36]);
  expect(matrix).toContain('● linked here; ◆ linked from elsewhere');
  expect(matrix).not.toContain('Choose a sign');
});

describe.each(sampleEditions)('%s', (_, edition) => {
  test('has sound drawings', () => {
    expect(filesIn(edition, 'svg').flatMap(({ content }) => faultsIn(String(content)))).toEqual([]);
  });
});

test.each(hostileEditions)('%s has nothing but drawings', (_, edition) => {
  const files = filesIn(edition, 'svg');
  expect(files.flatMap(({ content }) => faultsIn(String(content)))).toEqual([]);
  expect(files.filter(({ name }) => !/^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\.svg$/u.test(name))).toEqual([]);
});
