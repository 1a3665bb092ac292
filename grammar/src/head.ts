import { isSpace, trimStart } from './lines.ts';

const HYPHEN = 45;
const COLON = 58;
/** From here on there are spaces of other sorts. */
const FIRST_ODD = 160;

/** The head of a line, cut up: `key name: value`. Offsets in the text; a line without a colon has `colon` -1. */
export interface Head {
  at: number;
  keyEnd: number;
  nameStart: number;
  nameEnd: number;
  colon: number;
  /** How many words the name has. */
  words: number;
}

const isKeyCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  code === HYPHEN ||
  (code >= 48 && code <= 57) ||
  (code > 127 && !isSpace(code));

/** A colon after more words than this stands in a sentence: it does not end the head of an entry. */
const WORDS_IN_A_NAME = 3;

/** Cuts up the head of the line whose first word stands at `at` and that ends at `stop`, into `into`. */
export function readHead(text: string, at: number, stop: number, into: Head): void {
  let end = at;
  while (end < stop && isKeyCode(text.charCodeAt(end))) end++;
  into.at = at;
  into.keyEnd = into.nameStart = into.nameEnd = end;
  into.colon = -1;
  into.words = 0;
  if (end === at || end === stop) return;
  const first = trimStart(text, end, stop);
  if (first === end && text.charCodeAt(end) !== COLON) return;
  let words = 0;
  let inside = false;
  let nameEnd = first;
  for (let colon = first; colon < stop; colon++) {
    const code = text.charCodeAt(colon);
    if (code === COLON) {
      into.colon = colon;
      into.words = words;
      if (words > 0) {
        into.nameStart = first;
        into.nameEnd = nameEnd;
      }
      return;
    }
    if ((code > COLON && code < FIRST_ODD) || !isSpace(code)) {
      if (!inside && ++words > WORDS_IN_A_NAME) return;
      inside = true;
      nameEnd = colon + 1;
    } else inside = false;
  }
}
