import { escaped } from '../features/shown.ts';

/**
 * Words as they are, where Markdown is shown by a code host: no mark, tag or link of their own, nobody is called by name and no issue is
 * pointed to.
 */
export const hosted = (text: string): string =>
  escaped(text).replace(/\\?@|\\?[#!$%~&](?=[\p{L}\p{N}])|(?<=GH\\?)-(?=\d)/giu, (sign) => `${sign}<!-- -->`);

/** Content that is folded away below a line. */
export const folded = (summary: string, content: string): string =>
  `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
