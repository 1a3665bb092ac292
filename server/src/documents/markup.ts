/** Text that is HTML or SVG already. The only way from words to markup is the tag `markup`, which escapes them. */
export class Markup {
  readonly text: string;

  /** Only for what is markup already, such as a drawing that was made with `markup`. */
  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: words and figures, which are escaped; markup and lists of it, which stand as they are. */
export type MarkupValue = Markup | string | number | readonly Markup[] | undefined;

/** Nothing at all. */
export const noMarkup = new Markup('');

/**
 * Characters that may not stand as they are: marks of markup, controls that XML does not know, and halves of characters.
 * Greater-than is among them so that no piece of a text ends a comment or a section of characters.
 */
const unsafe = /[&<>"']|(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as markup that shows them, in text and between the quotation marks of an attribute. What can't be shown becomes “�”. */
export const escaped = (text: string): string => text.replace(unsafe, (sign) => references[sign] ?? '\ufffd');

/** Markup with values in it. Works for HTML and for SVG; attributes must be in quotation marks. */
export function markup(pieces: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let text = pieces[0] as string;
  for (let index = 0; index < values.length; index++) text += written(values[index]) + pieces[index + 1];
  return new Markup(text);
}

/** Pieces of markup behind one another. */
export function joined(pieces: Iterable<Markup>): Markup {
  let text = '';
  for (const piece of pieces) text += piece.text;
  return new Markup(text);
}

function written(value: MarkupValue): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return value instanceof Markup ? value.text : joined(value).text;
}

/** An attribute with a space before it; nothing where it has no value. `true` writes the name alone. */
export function attribute(name: string, value: string | number | boolean | undefined): Markup {
  if (value === undefined || value === false) return noMarkup;
  return value === true ? new Markup(` ${name}`) : markup`${new Markup(` ${name}`)}="${value}"`;
}
