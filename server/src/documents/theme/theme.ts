import type { Picture } from '../edition/picture.ts';

/** The colours that a theme may give, as `#rrggbb`, and what each is for. */
export const colourMeanings = {
  paper: 'What everything stands on.',
  ink: 'Text.',
  quiet: 'Text that stands back: sources, captions, dates.',
  line: 'Thin lines in tables and around panels.',
  accent: 'The colour of the house: links, numbers, rules, drawings, the cover.',
  'accent-ink': 'Text on the accent colour.',
  'accent-soft': 'The ground of figures and panels: the accent colour, much lighter.',
} as const;

export type ThemeColour = keyof typeof colourMeanings;

export const themeColours = Object.keys(colourMeanings) as readonly ThemeColour[];

/** The looks that a cover may have, and what each is. */
export const coverLooks = {
  plain: 'On paper, with a rule in the accent colour.',
  filled: 'On the accent colour.',
} as const;

export type CoverLook = keyof typeof coverLooks;

/** A family of letters. */
export interface ThemeFont {
  /** Letters, figures, spaces, hyphens and dots: it can stand in quotation marks anywhere. */
  readonly family: string;
  /** Its files (TrueType or OpenType): regular, bold, italic … None for letters that readers have. `readFont` tells them apart. */
  readonly files: readonly Uint8Array[];
}

/** How the documents of a body look: what stands outside the plan. What it does not give is as in documents without a theme. */
export interface Theme {
  /** None, or all of them: those that nobody gave follow from the others. Text in them can be read (`palette.ts`). */
  readonly colours: Readonly<Partial<Record<ThemeColour, string>>>;
  /** Headings have the letters of the text where they have none of their own. */
  readonly fonts: { readonly text?: ThemeFont | undefined; readonly headings?: ThemeFont | undefined };
  /** Stands on the cover; `alt` is what it says to those who don’t see it. */
  readonly logo?: { readonly picture: Picture; readonly alt: string } | undefined;
  /** The look of the cover, with a picture that says nothing by itself, or without. */
  readonly cover: { readonly look: CoverLook; readonly picture?: Picture | undefined };
}
