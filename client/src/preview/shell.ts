import { escaped } from '../escaped.ts';
import { views } from './messages.ts';
import type { PageWords } from './words.ts';

/** What the shell of a page is made from. All addresses are those that the page itself can load. */
export interface ShellOptions {
  readonly words: PageWords;
  /** The language of the words. */
  readonly language: string;
  /** What may be loaded: the source that stands for the extension’s own files and the workspace. */
  readonly source: string;
  /** True where pictures from elsewhere may be loaded. */
  readonly remotePictures: boolean;
  /** The style sheets, in order. */
  readonly styles: readonly string[];
  readonly script: string;
  /** Random, and another one each time: what has it is a script of ours. */
  readonly nonce: string;
}

/** What a page may do: load pictures and styles from the source, run the one script that has the nonce, and nothing else. */
export const policy = ({ source, remotePictures, nonce }: ShellOptions): string =>
  [
    "default-src 'none'",
    `img-src ${source}${remotePictures ? ' https:' : ''}`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    "font-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');

/**
 * The page before anything is shown in it: the bar with tabs and tools, and room for the blocks. Its ids and classes begin with `_`, so
 * that they are never those of an item of a plan.
 */
export function shell(options: ShellOptions): string {
  const { words, language, styles, script, nonce } = options;
  const tab = (name: (typeof views)[number]): string =>
    `<button type="button" role="tab" id="_tab-${name}" data-view="${name}" aria-controls="_page" aria-selected="false" tabindex="-1">${escaped(words[name])}</button>`;
  const button = (name: string, label: string, inside: string, more = ''): string =>
    `<button type="button" id="_${name}" title="${escaped(label)}" aria-label="${escaped(label)}"${more}>${inside}</button>`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy(options))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.preview)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${escaped(style)}">`).join('\n')}
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<header id="_bar">
<div id="_tabs" role="tablist" aria-label="${escaped(words.views)}">${views.map(tab).join('')}</div>
<div id="_tools" role="group" aria-label="${escaped(words.tools)}">
<span id="_controls"></span>
${button('problems', words.problems, `${icons.problems}<span id="_count"></span>`, ' aria-pressed="true"')}
${button('printed', words.printed, icons.printed, ' aria-pressed="false"')}
<span id="_zoom">${button('smaller', words.smaller, '−')}${button('actual', words.actualSize, '100 %')}${button('larger', words.larger, '+')}</span>
${button('print', words.print, icons.print)}
</div>
</header>
<main id="_main">
<div id="_page" role="tabpanel" tabindex="0" aria-label="${escaped(words.document)}">
<div id="_blocks" class="page"><p class="_nothing">${escaped(words.reading)}</p></div>
</div>
</main>
<div id="_chosen" role="group" hidden></div>
<div id="_said" role="status"></div>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** Drawings on the buttons of the bar, of 16 by 16. What they mean is said in the labels. */
const icons = {
  problems: icon('M8 2 14.5 13.5H1.5ZM8 6.5V10M8 11.4V12.2'),
  printed: icon('M3.5 1.5H9.5L12.5 4.5V14.5H3.5ZM9.5 1.5V4.5H12.5M5.5 7.5H10.5M5.5 9.5H10.5M5.5 11.5H8.5'),
  print: icon('M4.5 5.5V1.5H11.5V5.5M4.5 11.5H1.5V5.5H14.5V11.5H11.5M4.5 9.5H11.5V14.5H4.5Z'),
};

function icon(path: string): string {
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor"/></svg>`;
}
