import { expect, test } from 'vitest';
import { type Move, mayName, mendedPaths } from '../../server/src/features/moved-paths.ts';
import { PlanFile } from '../../server/src/workspace/plan-file.ts';
import { edited } from '../helpers/seen.ts';

/** The text of a plan file after files have been moved: `from > to`, several with commas. */
function mended(path: string, text: string, moved: string): string {
  const moves = moved.split(', ').map((move): Move => {
    const [from = '', to = ''] = move.split(' > ');
    return { from, to };
  });
  const edits = mendedPaths(new PlanFile(path, text), moves);
  if (edits.length > 0) expect(mayName(path, text, moves)).toBe(true);
  return edited(text, edits);
}

const include = (path: string): string => `plan p: P\n\ninclude: ${path}\n`;
const figure = (path: string): string => `plan p: P\n\nfigure: F\n  image: ${path}\n  alt: A\n`;
const data = (path: string): string => `plan p: P\n\nkpq k: K?\n  measure m: M\n    data: ${path}\n`;
const prose = (path: string): string => `plan p: P\n\nsection s: S\n  text:\n    One ![map](${path}) two\n`;

test.each([
  ['a part', 'p.plan', include('a.plan'), 'a.plan > b.plan', include('b.plan')],
  ['a part to another folder', 'p.plan', include('a.plan'), 'a.plan > parts/a.plan', include('parts/a.plan')],
  ['a part of another folder', 'x/p.plan', include('../a.plan'), 'a.plan > x/y/b.plan', include('y/b.plan')],
  ['a picture', '/w/p.plan', figure('images/a.png'), '/w/images/a.png > /w/pictures/a.png', figure('pictures/a.png')],
  [
    'a table of figures',
    '/w/p.plan',
    data('data/a.csv'),
    '/w/data/a.csv > /w/data/2026/a.csv',
    data('data/2026/a.csv'),
  ],
  ['another file', '/w/p.plan', data('data/a.csv'), '/w/data/b.csv > /w/data/c.csv', data('data/a.csv')],
  ['a folder', '/w/p.plan', figure('images/a.png'), '/w/images > /w/pictures', figure('pictures/a.png')],
  [
    'a folder with a name that begins alike',
    '/w/p.plan',
    figure('images-2/a.png'),
    '/w/images > /w/pictures',
    figure('images-2/a.png'),
  ],
  [
    'the plan into a folder',
    '/w/p.plan',
    figure('images/a.png'),
    '/w/p.plan > /w/plans/p.plan',
    figure('../images/a.png'),
  ],
  [
    'the plan out of a folder',
    '/w/plans/p.plan',
    figure('../images/a.png'),
    '/w/plans/p.plan > /w/p.plan',
    figure('images/a.png'),
  ],
  ['the folder of both', '/w/x/p.plan', figure('images/a.png'), '/w/x > /w/y/z', figure('images/a.png')],
  [
    'the plan and its picture',
    '/w/p.plan',
    figure('a.png'),
    '/w/p.plan > /w/x/p.plan, /w/a.png > /w/x/b.png',
    figure('b.png'),
  ],
  [
    'the plan renamed in its folder',
    '/w/p.plan',
    figure('./images/a.png'),
    '/w/p.plan > /w/q.plan',
    figure('./images/a.png'),
  ],
  ['to another disk', 'c:/w/p.plan', figure('a.png'), 'c:/w/a.png > d:/w/a.png', figure('a.png')],
  [
    'from a place on the web',
    'vscode-vfs://github/o/r/p.plan',
    include('a.plan'),
    'vscode-vfs://github/o/r/a.plan > vscode-vfs://github/o/r/x/a.plan',
    include('x/a.plan'),
  ],
  [
    'names with spaces',
    '/w/p.plan',
    figure('my maps/a b.png'),
    '/w/my maps/a b.png > /w/our maps/c d.png',
    figure('our maps/c d.png'),
  ],
  [
    'names spelled with marks of their own',
    '/w/p.plan',
    figure('tŷ.png'),
    '/w/ty\u0302.png > /w/dŵr.png',
    figure('dŵr.png'),
  ],
  ['a name with a line end', '/w/p.plan', figure('a.png'), '/w/a.png > /w/b\nplan q: Q.png', figure('a.png')],
  [
    'a path that leads out of everything',
    'p.plan',
    include('../../a.plan'),
    'p.plan > x/p.plan',
    include('../../a.plan'),
  ],
  ['a path in quotation marks', '/w/p.plan', figure('"a.png"'), '/w/a.png > /w/b.png', figure('"a.png"')],
  ['a picture in prose', '/w/p.plan', prose('images/a.png'), '/w/images/a.png > /w/b.png', prose('b.png')],
  [
    'one with spaces in prose',
    '/w/p.plan',
    prose('a%20b.png#x'),
    '/w/a b.png > /w/c (d).png',
    prose('c%20%28d%29.png#x'),
  ],
  ['one in angle brackets', '/w/p.plan', prose('<a b.png>'), '/w/a b.png > /w/c d.png', prose('<c d.png>')],
  [
    'a web page in prose',
    '/w/p.plan',
    prose('https://a.org/a.png'),
    '/w/a.png > /w/b.png',
    prose('https://a.org/a.png'),
  ],
  ['a file of comments', '/w/p.plan', '# include: a.plan\n', '/w/a.plan > /w/b.plan', '# include: a.plan\n'],
])('%s', (_, path, text, moves, expected) => {
  expect(mended(path, text, moves)).toBe(expected);
  expect(mended(path, text.replaceAll('\n', '\r\n'), moves)).toBe(expected.replaceAll('\n', '\r\n'));
});
