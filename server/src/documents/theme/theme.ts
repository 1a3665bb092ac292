import type { Picture } from '../edition/picture.ts';

/** The colours that a theme may give, as `#rrggbb`; `templates/document.css` says what each is for. */
export const themeColours = ['paper', 'ink', 'quiet', 'line', 'accent', 'accent-ink', 'accent-soft'] as const;

export type ThemeColour = (typeof themeColours)[number];

/** A family of letters. */
export interface ThemeFont {
  readonly family: string;
  /** Its files (TrueType or OpenType): regular, bold, italic … None for letters that readers have. */
  readonly files: readonly Uint8Array[];
}

/** How the documents of a body look: what stands outside the plan. What it does not give is as in documents without a theme. */
export interface Theme {
  readonly colours: Readonly<Partial<Record<ThemeColour, string>>>;
  readonly fonts: { readonly text?: ThemeFont | undefined; readonly headings?: ThemeFont | undefined };
  /** Stands on the cover; `alt` is what it says to those who don’t see it. */
  readonly logo?: { readonly picture: Picture; readonly alt: string } | undefined;
  /** The look of the cover: `plain` on paper, `filled` on the accent colour, with a picture or without. */
  readonly cover: { readonly look: 'plain' | 'filled'; readonly picture?: Picture | undefined };
}
