import { Deflate, deflateSync, strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Archive } from '../../../server/src/importers/archive.ts';
import { ImportFault } from '../../../server/src/importers/fault.ts';
import { limits } from '../../../server/src/importers/limits.ts';
import { type Said, zip } from './zip.ts';

const stored = (name: string, text = name, more: Partial<Said> = {}): Said => ({
  name,
  packed: strToU8(text),
  method: 0,
  size: text.length,
  ...more,
});

/** So many zero bytes, packed. */
function packedZeros(size: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const deflate = new Deflate({ level: 1 }, (data) => void parts.push(data));
  const step = new Uint8Array(1024 * 1024);
  for (let at = 0; at < size; at += step.length) deflate.push(step, at + step.length >= size);
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const fault = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(ImportFault);
    return (error as ImportFault).message;
  }
  return 'nothing is wrong';
};

describe('an archive', () => {
  test('gives its files by name, stored or packed, as often as it is asked', () => {
    const long = 'words '.repeat(100_000);
    const archive = new Archive(
      zipSync({ 'a/one.xml': strToU8(long), two: [strToU8('2'), { level: 0 }], none: strToU8('') }),
    );
    expect(archive.names).toEqual(['a/one.xml', 'two', 'none']);
    expect(strFromU8(archive.read('a/one.xml')!)).toBe(long);
    expect(strFromU8(archive.read('a/one.xml')!)).toBe(long);
    expect(strFromU8(archive.read('TWO')!)).toBe('2');
    expect(archive.read('none')).toHaveLength(0);
    expect(archive.read('three')).toBeUndefined();
  });

  test.each([
    ['../../etc/passwd', 'its name leads out of the document'],
    ['a/../b', 'its name leads out of the document'],
    ['/etc/passwd', 'its name is that of a place on a computer'],
    ['C:\\plan.xml', 'its name is that of a place on a computer'],
    ['a\\b.xml', 'its name has a backslash'],
    ['a', 'another file in it has the same name'],
  ])('does not read %s', (name, why) => {
    const archive = new Archive(zip([stored('a'), stored(name, 'bad')]));
    expect(archive.ignored).toEqual([{ name, why }]);
    expect(archive.names).toEqual(['a']);
    expect(strFromU8(archive.read('a')!)).toBe('a');
  });

  const bomb = packedZeros(2 * 1024 * 1024);
  test.each([
    ['is cut off', () => new Archive(zipSync({ a: strToU8('words') }).subarray(0, 60)), /cut off or damaged/],
    ['has no directory', () => new Archive(strToU8('PK\u0003\u0004 and no more')), /cut off or damaged/],
    [
      'has a directory that leads nowhere',
      () => new Archive(zip([stored('a', 'a', { packed: new Uint8Array(9), size: 9 })]).fill(0xff, 30, 40)).read('b'),
      /nothing/,
    ],
    ['is locked', () => new Archive(zip([stored('a', 'a', { flags: 1 })])).read('a'), /locked with a password/],
    [
      'is damaged inside',
      () => new Archive(zip([{ name: 'a', packed: new Uint8Array([7, 255, 255, 1]), method: 8, size: 90 }])).read('a'),
      /is damaged/,
    ],
    [
      'has files that share their bytes',
      () => new Archive(zip([stored('a'), stored('b', 'b', { sameAs: 0 })])),
      /shares its bytes/,
    ],
    [
      'has more than it says',
      () =>
        new Archive(zip([{ name: 'a', packed: deflateSync(strToU8('words '.repeat(99))), method: 8, size: 10 }])).read(
          'a',
        ),
      /has 10 bytes, but it has more/,
    ],
    ['has less than it says', () => new Archive(zip([stored('a', 'a', { size: 10 })])).read('a'), /is damaged/],
    [
      'is a bomb that says so',
      () => new Archive(zip([{ name: 'a', packed: bomb, method: 8, size: 104 * 1024 * 1024 }])).read('a'),
      /too large/,
    ],
    [
      'is a bomb that lies',
      () => new Archive(zip([{ name: 'a', packed: bomb, method: 8, size: 1000 }])).read('a'),
      /but it has more/,
    ],
    [
      'has too many files',
      () => new Archive(zip(Array.from({ length: 10_001 }, (_, index) => stored(`${index}`)))),
      /holds 10001 files/,
    ],
  ])('that %s is refused', (_, act, message) => {
    expect(fault(act)).toMatch(message);
  });

  test('packed within one another is not unpacked', () => {
    const inner = zipSync({ a: strToU8('x') });
    const archive = new Archive(zipSync({ 'word/inner.zip': inner }));
    expect(archive.read('word/inner.zip')).toEqual(inner);
  });

  test('stops when all that was read is too much, however it is divided', () => {
    const part = packedZeros(2 * 1024 * 1024);
    const files = Array.from({ length: 4 }, (_, index) => ({
      name: `${index}`,
      packed: part,
      method: 8,
      size: 2 * 1024 * 1024,
    }));
    const archive = new Archive(zip(files), { ...limits, archiveBytes: 3 * 2 * 1024 * 1024 });
    expect(fault(() => files.map(({ name }) => archive.read(name)?.length))).toMatch(/too large/);
  });
});
