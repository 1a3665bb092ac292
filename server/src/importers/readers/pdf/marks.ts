/** Signs before points. */
const signs = '•●○◦▪■□▫‣⁃∙·➢➤►▶✓✔✗✘☑☐❖◆◇◻❑→➔⇨–—*-';

/** What stands before a point, and what follows it: a number or letter with a stop or in brackets, or a sign. */
const numbered = /^(\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]|\d{1,3}(?:\.\d{1,3}){1,5})(?=\s|$)/u;

/** A mark before a point, as printed. */
export interface PointMark {
  readonly mark: string;
  readonly isSign: boolean;
  /** How many characters of the line it takes, with the spaces after it. */
  readonly length: number;
}

/** The mark with which a line begins; undefined where it begins with words. */
export function pointMark(text: string): PointMark | undefined {
  const first = text[0] ?? '';
  const isAlone = text.length === 1 || text[1] === ' ';
  if (signs.includes(first) && (isAlone || '•●○▪■➢►✓'.includes(first)))
    return { mark: first, isSign: true, length: first.length + spaces(text, 1) };
  // A small o is the second sign of many programs: it is one where nothing else stands for it.
  if (first === 'o' && text[1] === ' ') return { mark: 'o', isSign: true, length: 1 + spaces(text, 1) };
  const [mark] = numbered.exec(text) ?? [];
  return mark === undefined ? undefined : { mark, isSign: false, length: mark.length + spaces(text, mark.length) };
}

function spaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at - from;
}

/** True for a mark with nothing after it. */
export function isMarkAlone(text: string): boolean {
  const found = pointMark(text);
  return found !== undefined && found.length >= text.length;
}
