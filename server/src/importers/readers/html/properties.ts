import type { Properties } from '../../source.ts';
import { tidy } from '../../words.ts';
import { attributeOf, elementsIn, type HtmlElement, textIn } from './tree.ts';

/** The names that pages give to what they say of themselves, the surest first. */
const names: { readonly [Key in keyof Properties]-?: readonly string[] } = {
  title: ['dcterms.title', 'dc.title', 'citation_title'],
  subject: ['dcterms.description', 'dc.description', 'description', 'og:description', 'dcterms.subject', 'dc.subject'],
  author: ['dcterms.creator', 'dc.creator', 'author', 'article:author'],
  organisation: [
    'dcterms.publisher',
    'dc.publisher',
    'publisher',
    'og:site_name',
    'govuk:primary-publishing-organisation',
  ],
  language: ['dcterms.language', 'dc.language', 'content-language'],
  modified: [
    'dcterms.modified',
    'govuk:public-updated-at',
    'dc.date.modified',
    'article:modified_time',
    'last-modified',
    'changed',
    'dcterms.issued',
    'dcterms.date',
    'dc.date',
    'article:published_time',
    'date',
    'created',
  ],
};

/** What programs for the office write of a document in the head of a page, in a comment. */
const inComments = {
  author: 'o:Author',
  organisation: 'o:Company',
  title: 'o:Title',
  subject: 'o:Subject',
  modified: 'o:LastSaved',
} as const;

/** What a page says of itself in its head. */
export function propertiesOf(page: HtmlElement, comments: readonly string[]): Properties {
  const said = new Map<string, string>();
  let [title, language] = ['', ''];
  for (const element of elementsIn(page)) {
    if (element.name === 'meta') {
      const name = (
        attributeOf(element, 'name') ||
        attributeOf(element, 'property') ||
        attributeOf(element, 'http-equiv')
      ).toLowerCase();
      const content = tidy(attributeOf(element, 'content')).trim();
      if (name && content && !said.has(name)) said.set(name, content.slice(0, 2_000));
    } else if (element.name === 'title' && element.parent?.name !== 'svg')
      title ||= tidy(textIn(element)).trim().slice(0, 2_000);
    else if (element.name === 'html') language ||= attributeOf(element, 'lang') || attributeOf(element, 'xml:lang');
  }
  const find = (property: keyof Properties): string | undefined => {
    const name = names[property].find((one) => said.has(one));
    return name === undefined ? undefined : said.get(name);
  };
  const office = officeProperties(comments);
  return {
    title: find('title') ?? (title || (said.get('og:title') ?? office.title)),
    subject: find('subject') ?? office.subject,
    author: find('author') ?? office.author,
    organisation: find('organisation') ?? office.organisation,
    language: languageTag(language) ?? languageTag(find('language') ?? ''),
    modified: dayOf(find('modified') ?? office.modified ?? ''),
  };
}

/** A language as BCP 47 writes it, with a country in capitals; undefined for what is none. */
export function languageTag(text: string): string | undefined {
  const tag = text.trim();
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag)) return undefined;
  const [language = '', ...rest] = tag.split('-');
  return [language.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
}

/** The day of a moment as ISO 8601 writes it: other ways to write one are not guessed. */
export const dayOf = (text: string): string | undefined => /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1];

function officeProperties(comments: readonly string[]): {
  readonly [Key in keyof typeof inComments]?: string | undefined;
} {
  const comment = comments.find((one) => one.includes('<o:DocumentProperties>'));
  if (!comment) return {};
  return Object.fromEntries(
    Object.entries(inComments).flatMap(([property, tag]) => {
      const start = comment.indexOf(`<${tag}>`);
      const end = comment.indexOf(`</${tag}>`, start);
      const words = start < 0 || end < 0 ? '' : tidy(comment.slice(start + tag.length + 2, end)).trim();
      return words === '' ? [] : [[property, words]];
    }),
  );
}
