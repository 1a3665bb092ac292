import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { folderWith, goldthread, source } from './goldthread.ts';

/** A picture in PNG of nothing but white, whatever its size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const secret = 'Year,Homes\n2026,471147\n';
const bomb = `<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
  .join('')}]>\n<svg xmlns="http://www.w3.org/2000/svg"><text>&h;</text></svg>`;
/** Every format that reads pictures or figures. */
const every = 'html,md,docx,pdf,svg,json,csv,xlsx';

/** The files that were built, one behind the other, but for the copies of pictures beside Markdown. */
const built = (cwd: string): string =>
  readdirSync(join(cwd, 'build'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.pictures'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('a picture', () => {
  const build = (content: string | Buffer, path = 'evil.png') => {
    const cwd = folderWith({
      'goldthread.json': '{}',
      'p.plan': `plan p: Plan\n\nfigure f: F\n  image: ${path}\n  alt: A\n`,
    });
    writeFileSync(join(cwd, path), content);
    const refused = goldthread(['build'], { cwd });
    const before = performance.now();
    const forced = goldthread(['build', '--to', every, '--force'], { cwd, script: source });
    return { cwd, refused, forced, seconds: (performance.now() - before) / 1000 };
  };

  test.each([
    [
      'of 50 MB',
      'evil.png',
      (): Buffer => Buffer.concat([png(1, 1), Buffer.alloc(50 << 20)]),
      'has 51 MB; 10 MB is the most.',
    ],
    [
      'of a few bytes that unfolds to gigabytes',
      'evil.png',
      (): Buffer => png(50_000, 50_000),
      'has 50,000 × 50,000 pixels; 64,000,000 are the most.',
    ],
    ['with definitions that grow without end', 'evil.svg', (): string => bomb, 'holds definitions (<!DOCTYPE … [)'],
    ['that is a web page', 'evil.svg', (): string => '<html><script>alert(471147)</script></html>', 'is not a picture'],
  ] as const)('%s is refused, and built around', (_, path, content, why) => {
    const { cwd, refused, forced, seconds } = build(content(), path);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`The picture ${path} ${why}`);
    expect({ code: forced.code, err: forced.err }).toEqual({ code: 0, err: expect.stringContaining(why) });
    expect(built(cwd).includes('471147')).toBe(false);
    expect(seconds).toBeLessThan(20);
  });

  test.each([
    ['with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(471147)</script></svg>'],
    ['that loads another', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'],
    ['without an end', `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(50_000)}`],
    ['of a sort that it is not', Buffer.from('\x89PNG\r\n\x1a\n471147', 'latin1')],
  ])('%s harms nobody', (_, content) => {
    const { cwd, forced } = build(content, 'evil.svg');
    expect(forced.err).not.toContain('fault of its own');
    const files = readdirSync(join(cwd, 'build'));
    for (const end of ['html', 'md', 'docx']) expect(files).toContain(`p.${end}`);
    expect(built(cwd).search(/<script>alert\(471147|root:x:0/)).toBe(-1);
  });
});

test('nothing is read from outside the project: pictures, figures, parts', () => {
  const outside = folderWith({ 'secret.csv': secret, 'secret.png': png(47, 11), 'secret.plan': 'part p: 471147\n' });
  const up = `../../../../../..${outside}`;
  const cwd = folderWith({
    'goldthread.json': '{}',
    'p.plan': [
      'plan p: Plan',
      ...['link.plan', `${up}/secret.plan`].map((path) => `include: ${path}`),
      ...['link.csv', `${up}/secret.csv`].map((path, index) => `table t${index}: T\n  data: ${path}`),
      ...['link.png', `${up}/secret.png`].map((path, index) => `figure f${index}: F\n  image: ${path}\n  alt: A`),
      '',
    ].join('\n\n'),
  });
  for (const end of ['csv', 'png', 'plan']) symlinkSync(join(outside, `secret.${end}`), join(cwd, `link.${end}`));
  const { code, err } = goldthread(['build', '--to', every, '--force'], { cwd, script: source });
  expect(code).toBe(0);
  expect(err).toContain('There is no file ‘link.csv’ here.');
  const all = built(cwd);
  for (const hidden of ['471147', png(47, 11).toString('base64')]) expect(all.includes(hidden)).toBe(false);
});

test('a file of figures of 100 MB is not read', () => {
  const cwd = folderWith({
    'p.plan': 'plan p: Plan\n\ntable t: T\n  data: big.csv\n\nmeasure m: M\n  data: big.csv\n',
    'big.csv': Buffer.from('Year,Homes\n2026,471147\n'.repeat(5_000_000)),
  });
  const { code, err } = goldthread(['build'], { cwd });
  expect(code).toBe(1);
  expect(err).toContain('The file ‘big.csv’ can’t be read. Check that it is a CSV file of 5 MB at most');
  expect(goldthread(['build', '--to', every, '--force'], { cwd, script: source }).code).toBe(0);
  expect(built(cwd).includes('471147')).toBe(false);
});

describe('a template', () => {
  test.each([
    ['that is none', Buffer.from('Mine')],
    ['that is an empty archive', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')],
  ])('%s is refused; other formats are built', (_, template) => {
    const cwd = folderWith({ 'p.plan': 'plan p: Plan\n', 'house.docx': template });
    const { code, err, out } = goldthread(['build', '--to', 'html,docx', '--template', 'house.docx'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: 'build/p.html\nBuilt 0 of 1 plan: 1 file.\n' });
    expect(err).toMatch(/^p\.plan: .*template.*\n$/);
  });

  test('of more than 20 MB is not read', () => {
    const cwd = folderWith({ 'p.plan': 'plan p: Plan\n', 'house.docx': Buffer.alloc(21 << 20) });
    const { code, err } = goldthread(['build', '--to', 'docx', '--template', 'house.docx'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('house.docx has more than 20 MB.') });
  });
});
