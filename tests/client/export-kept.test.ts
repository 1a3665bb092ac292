import { expect, test } from 'vitest';
import { isSame, keptOf } from '../../client/src/export/kept.ts';

const file = (path: string, authority = '') => ({ scheme: 'file', authority, path });
const sources = [file('/plans/images/map.png'), file('/plans/Môn.csv'.normalize('NFD'))];

test('nothing is written over plans, settings or what a plan is made of, however their names are spelled', () => {
  const paths = ['/plans/a.plan', '/plans/A.PLAN', '/b/goldthread.json', '/plans/images/MAP.png', '/plans/Môn.csv'];
  for (const path of paths) expect(keptOf([file('/plans/a.html'), file(path)], sources)?.path).toBe(path);
});

test('anything else may be', () => {
  const paths = ['/plans/a.html', '/plans/map.png', '/plans/a.plan.docx', '/plans/not-goldthread.json'];
  expect(
    keptOf(
      paths.map((path) => file(path)),
      sources,
    ),
  ).toBeUndefined();
  expect(keptOf([file('/plans/images/map.png', 'server')], sources)).toBeUndefined();
});

test('a folder is the same with a slash at its end', () => {
  expect(isSame(file('/plans/build'), file('/plans/build/'))).toBe(true);
  expect(isSame(file('/plans/build'), file('/plans/build-2'))).toBe(false);
});
