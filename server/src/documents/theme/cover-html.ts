import { dataAddress } from '../edition/picture.ts';
import { joined, type Markup, markup } from '../markup.ts';
import type { Theme } from './theme.ts';

/** What a theme puts on the cover of a page before its words: its picture, then its logo. */
export const coverHtml = ({ logo, cover }: Theme): Markup =>
  joined([
    ...(cover.picture ? [markup`<img class="cover-picture" src="${dataAddress(cover.picture)}" alt="">\n`] : []),
    ...(logo ? [markup`<img class="logo" src="${dataAddress(logo.picture)}" alt="${logo.alt}">\n`] : []),
  ]);
