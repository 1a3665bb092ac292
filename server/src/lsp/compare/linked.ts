import { type Markup, markup } from '../../documents/markup.ts';

/** Words that lead to the place of a number; words alone where there is none. */
export const linked = (place: number | undefined, words: string): Markup =>
  place === undefined ? markup`${words}` : markup`<a href="#_place-${place}">${words}</a>`;
