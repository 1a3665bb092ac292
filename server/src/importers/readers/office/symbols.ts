/** Signs of the symbol fonts of Word, in which a letter stands for a picture. By font and place in it. */
const signs: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    32: ' ',
    34: '✂',
    40: '☎',
    42: '✉',
    70: '☞',
    74: '☺',
    108: '●',
    109: '❍',
    110: '■',
    111: '□',
    113: '❑',
    117: '◆',
    118: '❖',
    119: '◆',
    159: '•',
    164: '◉',
    167: '▪',
    168: '□',
    216: '➢',
    223: '←',
    224: '→',
    225: '↑',
    226: '↓',
    232: '➔',
    240: '⇨',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  symbol: {
    32: ' ',
    45: '−',
    163: '≤',
    165: '∞',
    172: '←',
    173: '↑',
    174: '→',
    175: '↓',
    176: '°',
    177: '±',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    187: '≈',
    68: 'Δ',
    83: 'Σ',
    109: 'μ',
  },
};

const privateUse = 0xf000;

/** Whether the letters of a font stand for signs. */
export const isSymbolFont = (font: string | undefined): boolean => font !== undefined && tableOf(font) !== undefined;

/** The sign of a character in a symbol font; undefined where it is not known here. */
export function symbol(font: string, code: number): string | undefined {
  const place = code >= privateUse && code < privateUse + 0x100 ? code - privateUse : code;
  return tableOf(font)?.[place];
}

/** A sign before a point, as it is printed, empty for a blank one: those of symbol fonts that are not known here are `•`. */
export function bullet(text: string, font: string | undefined): string {
  const sign = text.trim();
  const code = sign.codePointAt(0);
  if (code === undefined) return '';
  const isOfFont = isSymbolFont(font) || (code >= privateUse && code < privateUse + 0x100);
  if (!isOfFont) return sign;
  const found = symbol(font ?? 'wingdings', code) ?? symbol('symbol', code) ?? '•';
  return found === '−' ? '–' : found;
}

const tableOf = (font: string): Readonly<Record<number, string>> | undefined => {
  const name = font.toLowerCase();
  if (name.startsWith('wingdings') || name.startsWith('webdings')) return name === 'wingdings' ? signs.wingdings : {};
  return name === 'symbol' || name === 'opensymbol' || name === 'standardsymbolsps' ? signs.symbol : undefined;
};
