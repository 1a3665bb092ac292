import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, isColour, nearestThat } from '../../server/src/documents/theme/colour.ts';
import { themeCss } from '../../server/src/documents/theme/css.ts';
import { readFont } from '../../server/src/documents/theme/font.ts';
import {
  clashesOf,
  darkPalette,
  darkPaletteOf,
  leastContrast,
  lightPalette,
  paletteOf,
} from '../../server/src/documents/theme/palette.ts';
import { readTheme, type ThemeFiles } from '../../server/src/documents/theme/read-theme.ts';
import { themeColours } from '../../server/src/documents/theme/theme.ts';
import { editionOf, textIn } from './editions.ts';

const root = join(import.meta.dirname, '../..');
const letters = (name: string): Uint8Array =>
  readFileSync(join(root, `node_modules/@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`));
const regular = letters('400Regular');
const bold = letters('700Bold_Italic');
const logo = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><title>us</title></svg>');

const held: Readonly<Record<string, Uint8Array>> = { 'logo.svg': logo, 'a.ttf': regular, 'b.ttf': bold };
const files: ThemeFiles = (written) => held[written] ?? { fault: 'is not there' };
const read = (text: string | object) => readTheme(typeof text === 'string' ? text : JSON.stringify(text), files);
const problems = (text: string | object): string[] => read(text).problems.map(({ message }) => message);

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0000ff', '#ffffff', 8.59],
  ])('%s on %s has a contrast of %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  test('are those of the style sheet where nobody gives any', () => {
    const css = readFileSync(join(root, 'server/templates/document.css'), 'utf8');
    const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, inside = '']) => inside);
    for (const name of themeColours) {
      expect(light, name).toContain(`--${name}: ${lightPalette[name]};`);
      expect(dark, name).toContain(`--${name}: ${darkPalette[name]};`);
    }
    expect(paletteOf({})).toEqual(lightPalette);
    expect(clashesOf({})).toEqual([]);
    expect(clashesOf(lightPalette)).toEqual([]);
  });

  test('that are given and taken leave text that can be read, whatever they are', () => {
    const given = fc.record(Object.fromEntries(themeColours.map((name) => [name, colour])), { requiredKeys: [] });
    fc.assert(
      fc.property(given, (some) => {
        for (const clash of clashesOf(some)) {
          expect(some[clash.colour]).toBeDefined();
          expect(clash.ratio).toBeLessThan(leastContrast);
        }
        const { colours } = read({ colours: some }).theme;
        if (Object.keys(colours).length === 0) return;
        expect(clashesOf(colours)).toEqual([]);
        for (const palette of [paletteOf(colours), darkPaletteOf(colours)]) {
          expect(contrast(palette.ink, palette.paper)).toBeGreaterThanOrEqual(leastContrast);
          expect(contrast(palette.accent, palette.paper)).toBeGreaterThanOrEqual(leastContrast);
          expect(contrast(palette.accent, palette['accent-soft'])).toBeGreaterThanOrEqual(leastContrast);
          expect(contrast(palette['accent-ink'], palette.accent)).toBeGreaterThanOrEqual(leastContrast);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('that are offered would do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...themeColours), colour, (name, value) => {
        for (const { better } of clashesOf({ [name]: value }))
          if (better !== undefined) expect(clashesOf({ [name]: better })).toEqual([]);
      }),
    );
    expect(nearestThat(() => false, '#123456')).toBeUndefined();
    expect(nearestThat(isColour, '#123456')).toBe('#123456');
  });
});

describe('letters', () => {
  test('say what they are', () => {
    expect(readFont(regular)).toEqual({ families: ['Source Sans 3'], weight: 400, isItalic: false, sort: 'ttf' });
    expect(readFont(bold)).toMatchObject({ weight: 700, isItalic: true });
  });

  test('that may not be put in documents are refused', () => {
    const closed = Uint8Array.from(regular);
    const view = new DataView(closed.buffer);
    for (let at = 12; ; at += 16)
      if (view.getUint32(at) === 0x4f532f32) {
        view.setUint16(view.getUint32(at + 8) + 8, 2);
        break;
      }
    expect(readFont(closed)).toEqual({ fault: expect.stringContaining('may not be put in documents') });
  });

  test('that are damaged, or none, are refused', () => {
    expect(readFont(logo)).toEqual({ fault: expect.stringContaining('is not a file of letters') });
    expect(readFont(new Uint8Array())).toHaveProperty('fault');
    for (let length = 0; length < 2000; length += 7)
      expect(readFont(regular.subarray(0, length))).toHaveProperty('fault');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 }), (changes) => {
        const broken = Uint8Array.from(regular.subarray(0, 40_000));
        for (const [at, byte] of changes) broken[at] = byte;
        expect(readFont(broken)).toBeTypeOf('object');
      }),
    );
  });
});

describe('a theme', () => {
  const house = {
    $schema: 'theme.schema.json',
    colours: { accent: '#7A1F3D' },
    fonts: { text: { family: 'Source Sans 3', files: ['a.ttf', 'b.ttf'] }, headings: 'Gill Sans' },
    logo: { file: 'logo.svg', alt: 'Our <Borough>' },
    cover: { look: 'plain', picture: 'logo.svg' },
  };

  test('is read, with comments', () => {
    const { theme, problems } = read(`// Ours\n${JSON.stringify(house)}`);
    expect(problems).toEqual([]);
    expect(theme.colours).toEqual({ ...lightPalette, accent: '#7a1f3d', 'accent-soft': '#f3ebee' });
    expect(theme.fonts).toEqual({
      text: { family: 'Source Sans 3', files: [regular, bold] },
      headings: { family: 'Gill Sans', files: [] },
    });
    expect(theme.logo).toEqual({
      alt: 'Our <Borough>',
      picture: { bytes: logo, type: 'image/svg+xml', ending: 'svg' },
    });
    expect(theme.cover.look).toBe('plain');
    expect(read('{}').theme).toEqual({ colours: {}, fonts: {}, logo: undefined, cover: { look: 'filled' } });
  });

  test.each([
    ['', 'Nothing stands in this theme. A theme begins with “{”.'],
    ['[]', 'A theme stands between curly brackets: { "colours": { "accent": "#0f4c5c" } }.'],
    [{ colors: {} }, 'Nothing called ‘colors’ can stand here. Did you mean “colours”?'],
    [{ colours: { acent: '#000000' } }, 'Nothing called ‘acent’ can stand here. Did you mean “accent”?'],
    [
      { colours: { accent: '#07c' } },
      'What stands here is a colour: # and six figures or letters up to f. Write "#0077cc".',
    ],
    [
      { colours: { accent: 'red' } },
      'What stands here is a colour: # and six figures or letters up to f. Such as "#0f4c5c".',
    ],
    [{ colours: 'red' }, 'Colours stand between curly brackets: { "accent": "#0f4c5c" }.'],
    [
      { colours: { accent: '#e87722' } },
      'The colour “accent” (#e87722) and paper have a contrast of 2.9 to 1; to be read, text needs 4.5 to 1 (WCAG 2.2). The nearest that can be read is "#aa5719".',
    ],
    [
      { fonts: { text: 'A"; } body { background: url(//evil) }' } },
      'What stands here is the name of a family of letters, such as "Source Sans 3": letters, figures, spaces, dots and hyphens.',
    ],
    [{ fonts: { text: {} } }, 'The name of the family is missing: "family": "House Sans".'],
    [
      { fonts: { text: { family: 'Gill Sans', files: ['a.ttf'] } } },
      'The file a.ttf holds letters of ‘Source Sans 3’, not of ‘Gill Sans’.',
    ],
    [
      { fonts: { text: { family: 'Gill Sans', files: 'logo.svg' } } },
      'The file logo.svg is not a file of letters that documents can hold: use TrueType (.ttf) or OpenType (.otf).',
    ],
    [{ logo: { file: 'gone.svg', alt: 'Us' } }, 'The file gone.svg is not there.'],
    [{ logo: { file: 'logo.svg' } }, 'A logo needs words for those who don’t see it: "alt": "Our Borough Council".'],
    [{ logo: { alt: 'Us' } }, 'The file of the logo is missing: "file": "logo.svg".'],
    [
      { logo: { file: 'a.ttf', alt: 'Us' } },
      'The file a.ttf is not a picture that browsers show. Save it as PNG, JPEG or SVG.',
    ],
    [{ cover: { look: 'filed' } }, 'A cover has no look called ‘filed’. Did you mean “filled”?'],
    [{ cover: { look: true } }, 'What can stand here: plain, filled.'],
  ])('%j is said to be wrong', (text, message) => expect(problems(text)).toEqual([message]));

  test('of any text at all is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(read(text).theme.cover.look).toBe('filled');
      }),
    );
  });

  test('is in the page: colours, letters and logo', () => {
    const { theme } = read(house);
    const page = textIn(editionOf('plan p: Plan\n\nvision: Good\n', { theme }), 'html', '.html');
    expect(page).toContain('--accent: #7a1f3d;');
    expect(page).toContain('--font: "Source Sans 3", ');
    expect(page.match(/@font-face/g)).toHaveLength(2);
    expect(page).toContain('; font-src data:; base-uri &#39;none&#39;');
    expect(page).toContain(' alt="Our &lt;Borough&gt;">');
    expect(page.indexOf('class="cover-picture"')).toBeLessThan(page.indexOf('class="logo"'));
    expect(page.indexOf('class="logo"')).toBeLessThan(page.indexOf('<h1'));
    const plain = textIn(editionOf('plan p: Plan\n\nvision: Good\n'), 'html', '.html');
    expect(plain).not.toMatch(/font-src|@font-face|class="logo"/);
  });

  test('colours the drawings', () => {
    const { theme } = read(house);
    const drawing = textIn(
      editionOf('plan p: Plan\n\noutcome o: O\n\npriority q: Q\n  outcomes: o\n', { theme }),
      'svg',
      'thread.svg',
    );
    expect(drawing).toContain('.thread .bar { stroke: #7a1f3d; }');
    expect(drawing).toContain('fill: #f3ebee');
  });

  test('is as its schema and its page say', () => {
    const schema = JSON.parse(readFileSync(join(root, 'server/schemas/theme.schema.json'), 'utf8'));
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const page = readFileSync(join(root, 'docs/themes.md'), 'utf8');
    const [, example = ''] = [...page.matchAll(/```json\n([^`]*)```/g)].map(([, block = '']) => block);
    expect(problems(example).every((problem) => problem.endsWith(' is not there.'))).toBe(true);
    const written = JSON.parse(example.replace(/^ *\/\/.*$/m, ''));
    for (const [value, isRight] of [
      [written, true],
      [house, true],
      [{}, true],
      [{ colours: { accent: 'red' } }, false],
      [{ colours: { acent: '#000000' } }, false],
      [{ fonts: { text: 'a"b' } }, false],
      [{ logo: { file: 'logo.svg' } }, false],
      [{ cover: { look: 'filed' } }, false],
    ] as const)
      expect(validate(value), JSON.stringify(value)).toBe(isRight);
    for (const [name, colour] of Object.entries(lightPalette))
      expect(page).toMatch(new RegExp(`\\| \`${name}\` \\|.*\\| \`${colour}\` \\|`));
    const [, told = ''] = /```text\nhouse\.json:3:26: (.*)\n```/.exec(page) ?? [];
    expect(problems({ colours: { accent: '#e87722' } })).toEqual([told]);
  });

  test('puts nothing in a style sheet but what it is for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', ' ', '"', '}', ';', '<', '/', '\\', '(', '#', '0') });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const { theme } = read({ colours: { accent: `#${one}`, paper: other }, fonts: { text: one, headings: other } });
        expect(themeCss(theme)).toMatch(/^(?::root \{\n(?: {2}--font(?:-heading)?: "[a0 .]*", [\w", -]*;\n)*\})?$/);
      }),
    );
  });
});
