import { base64Of } from '../base64.ts';
import { readFont } from './font.ts';
import { darkPaletteOf } from './palette.ts';
import { type Theme, type ThemeFont, themeColours } from './theme.ts';

/** What stands in for letters that a reader does not have. */
const INSTEAD = '"Source Sans 3", Seravek, Ubuntu, Calibri, "DejaVu Sans", sans-serif';

/** What makes a style sheet of documents one of the house: custom properties, letters, and the look of the cover. Stands behind it. */
export function themeCss(theme: Theme): string {
  const known = written.get(theme);
  if (known !== undefined) return known;
  const css = write(theme);
  written.set(theme, css);
  return css;
}

/** The style sheets of themes: one is written once for all plans. */
const written = new WeakMap<Theme, string>();

/** True where a theme has letters of its own. */
export const hasFonts = ({ fonts }: Theme): boolean => families(fonts).some(({ files }) => files.length > 0);

function write(theme: Theme): string {
  const { colours, fonts, cover, logo } = theme;
  const isGiven = Object.keys(colours).length > 0;
  const light = themeColours.flatMap((name) => property(name, colours[name]));
  const dark = isGiven
    ? Object.entries(darkPaletteOf(colours)).flatMap(([name, colour]) => property(name, colour))
    : [];
  const [ground, ink] =
    cover.look === 'plain' ? ['var(--paper)', 'var(--ink)'] : [colours.accent, colours['accent-ink']];
  return [
    ...families(fonts).flatMap(fontFaces),
    rule(':root', [
      ...light,
      ...property('cover', ground),
      ...property('cover-ink', ink),
      ...property('font', stackOf(fonts.text)),
      ...property('font-heading', stackOf(fonts.headings ?? fonts.text)),
    ]),
    dark.length > 0 ? `@media screen and (prefers-color-scheme: dark) {\n${rule(':root', dark)}\n}` : '',
    logo ? logoCss : '',
    cover.look === 'plain' ? plainCss : '',
    cover.picture ? pictureCss : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Logos are made for white paper: one stands on it whatever is behind. */
const logoCss = `.block.cover .logo {
  box-sizing: content-box;
  display: block;
  width: auto;
  max-width: min(16rem, 70%);
  height: 4.5rem;
  margin: 0 0 2.5rem;
  padding: 0.7rem;
  background: #ffffff;
  object-fit: contain;
  object-position: left;
}`;

/** On paper the logo stands in line with the words, and a rule ends the cover. */
const plainCss = `.block.cover {
  border-bottom: 0.3rem solid var(--accent);
  & .logo {
    margin-inline-start: -0.7rem;
  }
}`;

/** A picture stands across the cover, from edge to edge, above everything else. */
const pictureCss = `.block.cover .cover-picture {
  display: block;
  width: calc(100% + 2 * clamp(1rem, 4vw, 3rem));
  max-width: none;
  aspect-ratio: 5 / 2;
  margin: calc(-1 * clamp(2rem, 12.5cqi, 5rem)) calc(-1 * clamp(1rem, 4vw, 3rem)) 2.5rem;
  object-fit: cover;
}
@media print {
  .block.cover .cover-picture {
    width: calc(100% + 24mm);
    margin: -20mm -12mm 15mm;
  }
}`;

const rule = (selector: string, properties: readonly string[]): string =>
  properties.length > 0 ? `${selector} {\n${properties.map((line) => `  ${line}\n`).join('')}}` : '';

const property = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`--${name}: ${value};`];

const stackOf = (font: ThemeFont | undefined): string | undefined => font && `"${font.family}", ${INSTEAD}`;

/** The families with files, each once: the same one may be asked for twice. */
function families({ text, headings }: Theme['fonts']): ThemeFont[] {
  const found = [text, headings].filter((font) => font !== undefined);
  const files = new Map<string, Set<Uint8Array>>();
  for (const font of found)
    for (const file of font.files) files.set(font.family, (files.get(font.family) ?? new Set()).add(file));
  return [...files].map(([family, some]) => ({ family, files: [...some] }));
}

/** The letters themselves, in the page. */
const fontFaces = ({ family, files }: ThemeFont): string[] =>
  files.flatMap((bytes) => {
    const font = readFont(bytes);
    if ('fault' in font) return [];
    const source = `url(data:font/${font.sort};base64,${base64Of(bytes)}) format("${font.sort === 'otf' ? 'opentype' : 'truetype'}")`;
    return rule('@font-face', [
      `font-family: "${family}";`,
      `font-style: ${font.isItalic ? 'italic' : 'normal'};`,
      `font-weight: ${font.weight};`,
      'font-display: swap;',
      `src: ${source};`,
    ]);
  });
