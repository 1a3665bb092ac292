import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderWith, start } from './goldthread.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A run that watches a folder. */
class Watching {
  /** All that it printed. */
  text = '';
  readonly cwd: string;
  private readonly child;
  private readonly over;
  private seen = 0;

  constructor(files: Readonly<Record<string, string | Buffer>>, ...args: readonly string[]) {
    this.cwd = folderWith(files);
    this.child = start(['build', '--watch', ...args], this.cwd);
    this.over = once(this.child, 'exit');
    onTestFinished(() => void this.child.kill('SIGKILL'));
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        this.text += piece;
        this.child.emit('printed');
      });
  }

  /** Waits for the next line that is like a pattern; gives what was printed up to it since the last time. */
  async prints(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = new RegExp(`^.*${pattern.source}.*\n`, 'm').exec(this.text.slice(this.seen));
      if (found) {
        const printed = this.text.slice(this.seen, this.seen + found.index + found[0].length);
        this.seen += printed.length;
        return printed;
      }
      await once(this.child, 'printed');
    }
  }

  write(path: string, content: string | Buffer): void {
    writeFileSync(join(this.cwd, path), content);
  }

  page = (name: string): string => readFileSync(join(this.cwd, `build/${name}`), 'utf8');

  /** What it ends with after a signal. */
  async ends(signal: 'SIGINT' | 'SIGTERM'): Promise<unknown> {
    this.child.kill(signal);
    const [code] = await this.over;
    return code;
  }
}

const figure = 'plan one: One\n\nfigure f: Park\n  image: art/park.png\n  alt: Trees\n';

test('what changes is built again, and nothing else, until Ctrl+C', async () => {
  const run = new Watching({
    'one.plan': 'plan one: One\n',
    'deep/two.plan': 'plan two: Two\n',
    'goldthread.json': '{}',
  });
  expect(await run.prints(/Watching/)).toMatch(
    /^build\/two\.html\nbuild\/one\.html\nBuilt 2 plans: 2 files, in \d+\.\d\d s\.\nWatching for changes\. Ctrl\+C ends it\.\n$/,
  );
  run.write('one.plan', 'plan one: Better\n');
  expect(await run.prints(/:/)).toMatch(/^\d\d:\d\d:\d\d one\.plan: built 1 plan: 1 file, in \d+\.\d\d s\.\n$/);
  expect(run.page('one.html')).toContain('<title>Better</title>');

  // As many editors save: another file takes the name.
  run.write('one.plan~', 'plan one: Renamed\n');
  renameSync(join(run.cwd, 'one.plan~'), join(run.cwd, 'one.plan'));
  await run.prints(/one\.plan: built 1 plan/);
  expect(run.page('one.html')).toContain('<title>Renamed</title>');

  // A folder that was not there before, and a file in it.
  mkdirSync(join(run.cwd, 'new/deeper'), { recursive: true });
  run.write('new/deeper/three.plan', 'plan three: Three\n');
  await run.prints(/three\.plan: built 1 plan/);
  expect(run.page('three.html')).toContain('<title>Three</title>');

  run.write('notes.txt', 'nothing to do with it');
  run.write('goldthread.json', '{ "final": true }');
  expect(await run.prints(/goldthread\.json: built 3 plans/)).not.toContain('notes.txt');
  expect(await run.ends('SIGINT')).toBe(0);
});

test('pictures, figures, parts, a theme and a template count; plans that name another are built with it', async () => {
  const run = new Watching(
    {
      'one.plan': `${figure}\ninclude: part.plan\n\ntable t: Homes\n  data: homes.csv\n\noutcome safe: Safe\n`,
      'two.plan': 'plan two: Two\n\npriority p: Parks\n  outcomes: one.safe\n',
      'part.plan': 'part one: Part\n\nsection s: Words\n  text: Old.\n',
      'homes.csv': 'Year,Homes\n2026,1\n',
      'art/park.png': png,
      'house.json': '{ "logo": { "file": "logo.png", "alt": "Us" } }',
      'logo.png': png,
    },
    ...['--theme', 'house.json', '--force'],
  );
  await run.prints(/Watching/);
  run.write('homes.csv', 'Year,Homes\n2026,4711\n');
  await run.prints(/homes\.csv: built 1 plan/);
  expect(run.page('one.html')).toContain('4711');
  run.write('part.plan', 'part one: Part\n\nsection s: Words\n  text: New.\n');
  await run.prints(/part\.plan: built 2 plans/);
  expect(run.page('one.html')).toContain('New.');
  rmSync(join(run.cwd, 'art/park.png'));
  expect(await run.prints(/park\.png: built 1 plan/)).toContain('There is no file ‘art/park.png’ here.');
  run.write('art/park.png', png);
  expect(await run.prints(/park\.png: built 1 plan/)).not.toContain('There is no file');
  run.write('house.json', '{ "colours": { "accent": "#7a1f3d" } }');
  await run.prints(/house\.json: built 2 plans/);
  expect(run.page('two.html')).toContain('#7a1f3d');
  run.write('house.json', '{ "colours": { "accent": "#ffffff" } }');
  expect(await run.prints(/house\.json: built 0 of 2|house\.json: built 2/)).toContain('contrast of 1 to 1');
  run.write('one.plan', 'plan one: One\n\noutcome safe: Safer\n');
  await run.prints(/one\.plan: built 2 plans/);
  expect(run.page('two.html')).toContain('Safer');
});

test('errors are shown, and it goes on; its own files are nothing new', async () => {
  const run = new Watching({ 'one.plan': 'plan one: One\n' }, '--out', '.', '--to', 'md,json');
  await run.prints(/Watching/);
  run.write('one.plan', 'plan one: One\n\noutcom: x\n');
  expect(await run.prints(/one\.plan: built 0 of 1 plan/)).toContain('one.plan has 1 error, and is not built.');
  run.write('one.plan', 'plan one: Mended\n');
  await run.prints(/one\.plan: built 1 plan: 2 files/);
  rmSync(join(run.cwd, 'one.plan'));
  await run.prints(/one\.plan: nothing to build/);
  run.write('one.plan', 'plan one: Back\n');
  await run.prints(/one\.plan: built 1 plan: 2 files/);
  expect(readFileSync(join(run.cwd, 'one.md'), 'utf8')).toContain('# Back');
  expect(run.text.match(/^\d\d:\d\d:\d\d /gm)).toHaveLength(4);
  expect(await run.ends('SIGTERM')).toBe(0);
});
