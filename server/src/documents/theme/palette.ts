import { contrast, mixed, nearestThat } from './colour.ts';
import type { ThemeColour } from './theme.ts';

/** A colour for everything. */
export type Palette = Readonly<Record<ThemeColour, string>>;

/** What stands in documents without a theme, and what themes leave out: `templates/document.css` has the same. */
export const lightPalette: Palette = {
  paper: '#ffffff',
  ink: '#18212a',
  quiet: '#4c5865',
  line: '#ccd4db',
  accent: '#0f4c5c',
  'accent-ink': '#ffffff',
  'accent-soft': '#e9f1f3',
};

/** The same for screens in the dark. */
export const darkPalette: Palette = {
  paper: '#15191d',
  ink: '#e8ebee',
  quiet: '#b3bdc7',
  line: '#414b55',
  accent: '#86cbdc',
  'accent-ink': '#0a1a1f',
  'accent-soft': '#1f2d33',
};

/** What says good, doubtful and bad in documents. Themes leave it as it is. */
const signals = { good: '#14632f', doubtful: '#7a4a00', bad: '#a31515' } as const;

/** The least contrast of text with what is behind it (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** What is written in which colour on which: the first must stand out from the second. */
const pairs: readonly (readonly [text: ThemeColour, ground: ThemeColour])[] = [
  ['ink', 'paper'],
  ['ink', 'accent-soft'],
  ['quiet', 'paper'],
  ['quiet', 'accent-soft'],
  ['accent', 'paper'],
  ['accent', 'accent-soft'],
  ['accent-ink', 'accent'],
];

const readable = (text: string, ground: string): boolean => contrast(text, ground) >= leastContrast;

/** A colour that can’t be read on another, or has another on it that can’t be read. */
export interface Clash {
  readonly colour: ThemeColour;
  /** The other, in words: `paper`, or what is always printed on it. */
  readonly with: string;
  readonly ratio: number;
  /** The nearest colour that would do; undefined where none does as long as others stay. */
  readonly better: string | undefined;
}

type Given = Readonly<Partial<Record<ThemeColour, string>>>;

/** All colours, from those that somebody gives: those that follow from others are made of them, so that text can be read. */
export function paletteOf(given: Given, base: Palette = lightPalette): Palette {
  const paper = given.paper ?? base.paper;
  const accent = given.accent ?? base.accent;
  const own = given.accent === undefined && given.paper === undefined;
  const soft = given['accent-soft'] ?? (own ? base['accent-soft'] : mixed(paper, accent, 0.09));
  const on = (colour: string): string =>
    nearestThat((tried) => readable(tried, paper) && readable(tried, soft), colour) ?? colour;
  const ink = given.ink ?? on(base.ink);
  return {
    paper,
    ink,
    quiet: given.quiet ?? on(base.quiet),
    line: given.line ?? (given.paper === undefined && given.ink === undefined ? base.line : mixed(paper, ink, 0.2)),
    accent,
    'accent-ink':
      given['accent-ink'] ?? nearestThat((tried) => readable(tried, accent), base['accent-ink']) ?? base['accent-ink'],
    'accent-soft': soft,
  };
}

/** In the dark links stand out more than they must: WCAG 2.2, 1.4.6. */
const darkContrast = 7;

/** The colours of a theme on a screen in the dark: its accent, as light as it has to be there. */
export function darkPaletteOf({ accent }: Given): Palette {
  if (accent === undefined || accent === lightPalette.accent) return darkPalette;
  const { paper } = darkPalette;
  const soft = mixed(paper, accent, 0.25);
  const light = nearestThat(
    (tried) => [paper, soft].every((ground) => contrast(tried, ground) >= darkContrast),
    accent,
  );
  return paletteOf({ accent: light ?? darkPalette.accent, 'accent-soft': soft }, darkPalette);
}

/** The colours that somebody gives and that text can’t be read in, or on. */
export const clashesOf = (given: Given): Clash[] =>
  faultsOf(given).map((fault) => ({ ...fault, better: betterThan(fault.colour, given) }));

function faultsOf(given: Given): Omit<Clash, 'better'>[] {
  const palette = paletteOf(given);
  const found = new Map<ThemeColour, Omit<Clash, 'better'>>();
  for (const [text, ground] of pairs) {
    const ratio = contrast(palette[text], palette[ground]);
    // Of two that don’t go together the one that somebody gives is to blame, and of two given ones the text.
    const [colour, other] = given[text] === undefined ? [ground, text] : [text, ground];
    if (ratio < leastContrast && given[colour] !== undefined && !found.has(colour))
      found.set(colour, { colour, with: other, ratio });
  }
  const { paper } = given;
  const [name, signal] = Object.entries(signals).find(([, one]) => paper && !readable(one, paper)) ?? [];
  if (paper && signal && !found.has('paper'))
    found.set('paper', {
      colour: 'paper',
      with: `what says “${name}” on it (${signal})`,
      ratio: contrast(signal, paper),
    });
  return [...found.values()];
}

/** The colour nearest to one of those given that goes with all others. */
const betterThan = (colour: ThemeColour, given: Given): string | undefined =>
  nearestThat(
    (tried) => faultsOf({ ...given, [colour]: tried }).every((fault) => fault.colour !== colour),
    given[colour] ?? '',
  );
