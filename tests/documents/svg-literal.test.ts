import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { literal } from '../../server/src/documents/svg/literal.ts';
import { filesIn, sampleEditions } from './editions.ts';

const drawing = (style: string, inside: string): string =>
  `<svg width="4" height="4"><style>${style}</style>${inside}</svg>`;

test('looks stand at the elements that they are for, the later ones before the earlier', () => {
  const style = '.a text { fill: red; } .a > .b { stroke: blue; } .b { stroke-width: 2px; } text.c { fill: green; }';
  expect(literal(drawing(style, '<g class="a"><g class="b"><text class="c">x</text><path class="b"/></g></g>'))).toBe(
    '<svg width="4" height="4"><g><g stroke="blue" stroke-width="2"><text fill="green">x</text><path stroke-width="2"/></g></g></svg>',
  );
});

test('the colour around is written out, and outlines behind letters are left out', () => {
  const style = 'svg { color: #111; } .x { color: #222; } .v { paint-order: stroke; stroke: #fff; stroke-width: 4px; }';
  expect(
    literal(
      drawing(
        style,
        '<path fill="currentColor"/><g class="x"><path stroke="currentColor"/><text class="v">1</text></g>',
      ),
    ),
  ).toBe('<svg width="4" height="4"><path fill="#111"/><g><path stroke="#222"/><text>1</text></g></svg>');
});

test.each(sampleEditions)('the drawings of %s need no style sheet, and say the same', (_, edition) => {
  for (const { content } of filesIn(edition, 'svg')) {
    const written = literal(String(content));
    XmlDocument.fromString(written).dispose();
    expect(written).not.toMatch(/<style|class=|currentColor|var\(/);
    const words = (svg: string): string =>
      svg
        .replace(/<style>[^<]*<\/style>/, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ');
    expect(words(written)).toBe(words(String(content)));
  }
});
