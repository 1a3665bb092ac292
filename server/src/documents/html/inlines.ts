import { attribute, joined, type Markup, markup } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import { deepest, type Scribe } from './scribe.ts';

/** The words of a line as HTML. */
export function inlinesHtml(line: readonly Inline[], scribe: Scribe, depth = 0): Markup {
  if (depth > deepest) return markup`${wordsOf(line)}`;
  return joined(line.map((inline) => inlineHtml(inline, scribe, depth)));
}

const tags = {
  strong: [markup`strong`, markup`strong`],
  emphasis: [markup`em`, markup`em`],
  deleted: [markup`s`, markup`s`],
} as const;

/** Not all programs that read aloud say that words came or went: it is said in words too. */
export const changeTags = {
  inserted: [markup`ins`, 'inserted'],
  removed: [markup`del`, 'removed'],
} as const;

function inlineHtml(inline: Inline, scribe: Scribe, depth: number): Markup {
  const { words } = scribe;
  switch (inline.type) {
    case 'text':
      return inline.lang
        ? markup`<span${attribute('lang', inline.lang)}>${inline.text}</span>`
        : markup`${inline.text}`;
    case 'strong':
    case 'emphasis':
    case 'deleted': {
      const [open, close] = tags[inline.type];
      const children = inlinesHtml(inline.children, scribe, depth + 1);
      return markup`<${open}${attribute('lang', inline.lang)}>${children}</${close}>`;
    }
    case 'inserted':
    case 'removed': {
      const [tag, said] = changeTags[inline.type];
      const children = inlinesHtml(inline.children, scribe, depth + 1);
      return markup`<${tag}${attribute('lang', inline.lang)}><span class="unseen">${words[said]} </span>${children}</${tag}>`;
    }
    case 'code':
      return markup`<code${attribute('lang', inline.lang)}>${inline.text}</code>`;
    case 'break':
      return markup`<br>`;
    case 'link': {
      const children = inlinesHtml(inline.children, scribe, depth + 1);
      return markup`<a href="${inline.href}" rel="noreferrer"${attribute('lang', inline.lang)}>${children}</a>`;
    }
    case 'mention':
      return mentionHtml(inline, scribe, depth);
    case 'broken':
      return markup`<span class="broken">${inline.text}<span class="unseen"> (${words.broken})</span></span>`;
    case 'image':
      return imageHtml(inline, scribe);
    case 'note': {
      const { label, note, anchor } = inline;
      return markup`<sup class="note"><a id="${anchor}" href="#${note}"><span class="unseen">${words.note} </span>${label}</a></sup>`;
    }
  }
}

/** An item: a way to where it stands on the page; in the preview also to its source, wherever that is. */
function mentionHtml(
  { anchor, item, children, lang }: Inline & { type: 'mention' },
  scribe: Scribe,
  depth: number,
): Markup {
  const words = inlinesHtml(children, scribe, depth + 1);
  const ref = scribe.options.interactive ? item : undefined;
  const href = anchor ?? anchorFor(item, scribe) ?? (ref === undefined ? undefined : '_source');
  const marks = markup`${attribute('data-item', ref)}${attribute('lang', lang)}`;
  return href === undefined
    ? markup`<span class="mention"${marks}>${words}</span>`
    : markup`<a class="mention" href="${encodeURI(scribe.options.pageOf?.(href) ?? '')}#${href}"${marks}>${words}</a>`;
}

const anchorFor = (item: string | undefined, { options }: Scribe): string | undefined =>
  item === undefined ? undefined : options.anchorOf?.(item);

/** A picture among words: itself, or what it would have shown. */
function imageHtml({ path, href, alt, lang }: Inline & { type: 'image' }, { options, words }: Scribe): Markup {
  const source = path === undefined ? (options.remotePictures ? href : undefined) : options.picture(path);
  if (source !== undefined)
    return markup`<img src="${source}" alt="${alt}"${attribute('lang', lang)} referrerpolicy="no-referrer">`;
  if (path === undefined && href !== undefined)
    return markup`<span class="missing picture">${words.remotePicture} ${alt ? `${alt}, ${href}` : href}</span>`;
  return markup`<span class="missing picture">${alt ? `${words.picture} ${alt}` : words.noPicture}</span>`;
}
