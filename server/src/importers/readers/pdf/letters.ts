/** Signs that come as one character and are several letters, by Unicode: ﬁ. */
const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** What fonts of signs have at the places of letters of their own: those of Symbol and Wingdings, as Word and LibreOffice use them for points. */
const signs: Readonly<Record<string, string>> = {
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf071': '❑',
  '\uf075': '◆',
  '\uf076': '❖',
  '\uf0a7': '▪',
  '\uf0a8': '◻',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0e8': '➔',
  '\uf0f0': '⇨',
  '\uf0fb': '✗',
  '\uf0fc': '✓',
  '\uf0fe': '☑',
  '\uf02d': '-',
};

/** A letter that the document draws and does not name. */
export const unknownLetter = '\ufffd';

/** Characters that are places of a font's own, or none at all. */
const nameless = /^[\p{Co}\p{Cc}\p{Cs}\p{Cn}\ufffd]$/u;

/** A letter of a PDF as a letter of a text: ligatures apart, signs by their names, `unknownLetter` for what has none. */
export function letterOf(text: string): string {
  if (text >= ' ' && text <= '~') return text;
  const known = ligatures[text] ?? signs[text];
  if (known !== undefined) return known;
  if (/^\s*$/u.test(text)) return ' ';
  return nameless.test(text) ? unknownLetter : text;
}
