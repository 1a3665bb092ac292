/** Controls that XML does not know, and halves of characters. */
const unknown = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Words that may stand in XML: what can’t be shown becomes “�”. Escaping is left to the library. */
export const shownText = (text: string): string => text.replace(unknown, '\ufffd');

/** Words in a line: Word would show a tab or the end of a line as what it is. */
export const lineText = (text: string): string => shownText(text).replace(/[\t\n\r]+/g, ' ');

/** Word wants to know of which country a language is: plans are written in Wales and in England. */
const countries: Readonly<Record<string, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** A language as Word writes it: `cy-GB`; undefined for what is no language. */
export const languageTag = (lang: string): string | undefined =>
  countries[lang] ?? (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(lang) ? lang : undefined);

/** The longest address that Word opens, in UTF-16 units. */
const LONGEST = 2000;

/** An address that Word takes: a faulty one would make it refuse the document. */
export function linkAddress(href: string): string | undefined {
  const address = URL.canParse(href) ? new URL(href).href : undefined;
  return address !== undefined && address.length <= LONGEST ? address : undefined;
}

/** The longest name of a bookmark, in UTF-16 units, with what makes it another one. */
const LONGEST_NAME = 40;

/** Names for bookmarks: letters, figures and low lines, and each another one, capitals aside; none that Word gives itself, such as `_Toc1`. */
export class BookmarkNames {
  private readonly taken = new Set<string>();

  /** A name like the one that is wanted. */
  of(wanted: string): string {
    const clean = wanted.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '_');
    const start = /^\p{L}|^_(?!toc|ref|hlt)/iu.test(clean) ? clean : `_${clean}`;
    let name = cut(start, LONGEST_NAME);
    for (let again = 2; this.taken.has(name.toLowerCase()); again++)
      name = `${cut(start, LONGEST_NAME - `_${again}`.length)}_${again}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}

/** The beginning of a text, without half a character at its end. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
