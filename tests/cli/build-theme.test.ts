import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, goldthread } from './goldthread.ts';

const root = join(import.meta.dirname, '../..');
const letters = readFileSync(
  join(root, 'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
);
const plan = 'plan p: Plan\n';
const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
const house = '{ "colours": { "accent": "#7a1f3d" }, "logo": { "file": "../art/logo.svg", "alt": "Us" } }';
const page = (cwd: string, name = 'p'): string => readFileSync(join(cwd, `build/${name}.html`), 'utf8');

describe('a theme', () => {
  test('is that of the settings, seen from their folder; files of the project may be in it', () => {
    const cwd = folderWith({
      'goldthread.json': '{ "theme": "looks/house.json" }',
      'looks/house.json': house,
      'art/logo.svg': logo,
      'plans/p.plan': plan,
      'other/goldthread.json': '{}',
      'other/q.plan': 'plan q: Plan\n',
    });
    expect(goldthread(['build'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(page(cwd)).toContain('--accent: #7a1f3d;');
    expect(page(cwd)).toContain(`<img class="logo" src="data:image/svg+xml;base64,`);
    expect(page(cwd, 'q')).not.toContain('#7a1f3d');
  });

  test('that is asked for stands over that of the settings', () => {
    const cwd = folderWith({
      'goldthread.json': '{ "theme": "gone.json" }',
      'p.plan': plan,
      'house.json': '{ "fonts": { "text": { "family": "Source Sans 3", "files": "s.ttf" } } }',
      's.ttf': letters,
    });
    expect(goldthread(['build', '--theme', 'house.json'], { cwd })).toMatchObject({ code: 0, err: '' });
    expect(page(cwd)).toContain('src: url(data:font/ttf;base64,');
    const { code, err } = goldthread(['build'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('gone.json is not there.');
  });

  test('with something wrong in it is not used, but where that is forced', () => {
    const theme = '{\n  "colours": { "accent": "#e87722" },\n  "cover": { "look": "plain" }\n}';
    const cwd = folderWith({ 'a.plan': plan, 'b.plan': 'plan q: Plan\n', 'house.json': theme });
    const { code, err, out } = goldthread(['build', '--theme', 'house.json'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: 'Built 0 of 2 plans: 0 files.\n' });
    expect(err).toBe(
      'house.json:2:26: The colour “accent” (#e87722) and paper have a contrast of 2.9 to 1; to be read, text needs 4.5 to 1 (WCAG 2.2). The nearest that can be read is "#aa5719".\n' +
        'Nothing is built with the theme house.json as long as this is wrong. Mend it, or build with what is right of it: --force.\n',
    );
    expect(goldthread(['build', '--theme', 'house.json', '--force'], { cwd })).toMatchObject({
      code: 2,
      out: 'build/p.html\nbuild/q.html\nBuilt 2 plans: 2 files.\n',
    });
    expect(page(cwd)).not.toContain('#e87722');
    expect(page(cwd)).toContain('--cover: var(--paper);');
  });

  test('may stand outside the project with what it needs beside it', () => {
    const looks = folderWith({ 'house.json': '{ "logo": { "file": "logo.svg", "alt": "Us" } }', 'logo.svg': logo });
    const cwd = folderWith({ 'p.plan': plan });
    expect(goldthread(['build', '--theme', join(looks, 'house.json')], { cwd }).code).toBe(0);
    expect(page(cwd)).toContain('class="logo"');
  });
});

describe('of a theme nothing is read', () => {
  const outside = (): string => folderWith({ 'secret.svg': logo });
  const build = (theme: object, prepare: (cwd: string) => void = () => {}) => {
    const cwd = folderWith({ 'goldthread.json': '{}', 'p.plan': plan, 'house.json': JSON.stringify(theme) });
    prepare(cwd);
    const run = goldthread(['build', '--theme', 'house.json', '--force'], { cwd });
    return { ...run, page: page(cwd) };
  };

  test('that stands elsewhere', () => {
    const secret = outside();
    const up = build({ logo: { file: `../../../../../..${secret}/secret.svg`, alt: 'x' } });
    expect(up.err).toContain('secret.svg is neither in the folder of the theme nor in that of the project');
    const linked = build({ logo: { file: 'link.svg', alt: 'x' } }, (cwd) =>
      symlinkSync(join(secret, 'secret.svg'), join(cwd, 'link.svg')),
    );
    expect(linked.err).toContain('The file link.svg is neither in the folder');
    for (const run of [up, linked]) expect(run.page).not.toContain('class="logo"');
  });

  test('that the settings look for elsewhere', () => {
    const looks = folderWith({ 'house.json': '{ "cover": { "look": "plain" } }' });
    const settings = JSON.stringify({ theme: `../../../../../..${looks}/house.json` });
    const cwd = folderWith({ 'goldthread.json': settings, 'p.plan': plan });
    const { code, err } = goldthread(['build', '--force'], { cwd });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('house.json stands outside the folder') });
    expect(page(cwd)).not.toContain('--cover: var(--paper)');
  });

  test('that is too large', () => {
    const large = (cwd: string): void => {
      writeFileSync(join(cwd, 'a.ttf'), Buffer.concat([letters, Buffer.alloc(5 << 20)]));
      writeFileSync(join(cwd, 'logo.svg'), `${logo}${' '.repeat(3 << 20)}`);
    };
    const theme = {
      fonts: { text: { family: 'Source Sans 3', files: ['a.ttf'] } },
      logo: { file: 'logo.svg', alt: 'x' },
    };
    const { err, page } = build(theme, large);
    expect(err).toMatch(/The file a\.ttf has [\d,]+ KB; 4,096 KB is the most/);
    expect(err).toMatch(/The file logo\.svg has [\d,]+ KB; 2,048 KB is the most/);
    expect(page).not.toMatch(/@font-face|class="logo"/);
  });

  test('that ends a style sheet or loads something', () => {
    const evil = ['</style><script>alert(1)</script>', 'url(http://evil.example/)', 'expression(alert(1))', '#fff;}*{'];
    for (const value of evil) {
      const { code, page } = build({
        colours: { accent: value, [value]: '#000000' },
        fonts: { text: value, headings: { family: value, files: [value] } },
        logo: { file: value, alt: value },
        cover: { look: value, picture: value },
        [value]: value,
      });
      expect(code).toBe(2);
      expect(page).not.toContain(value);
      expect(page).not.toMatch(/<script|evil\.example|expression\(/);
    }
  });

  test('that is no text, or nested without end', () => {
    const cwd = folderWith({
      'p.plan': plan,
      'a.json': Buffer.from([0xff, 0xfe, 0x7b, 0]),
      'b.json': '['.repeat(100_000),
    });
    expect(goldthread(['build', '--theme', 'a.json'], { cwd }).err).toContain('a.json is saved as UTF-16.');
    expect(goldthread(['build', '--theme', 'b.json'], { cwd }).err).toContain('nested too deep');
    writeFileSync(join(cwd, 'c.json'), ' '.repeat(1 << 20));
    expect(goldthread(['build', '--theme', 'c.json'], { cwd }).err).toContain(
      'c.json has 1,024 KB; 256 KB is the most',
    );
  });
});
