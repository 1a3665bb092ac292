import { attributeOf, type HtmlElement, textIn } from './tree.ts';

/** The name that a link within the page leads to. */
export function nameIn(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** Where a link leads. Google Docs writes its own address with the real one in it. */
export function hrefOf(element: HtmlElement): string | undefined {
  const href = attributeOf(element, 'href');
  const [, wrapped] = /^https?:\/\/www\.google\.com\/url\?q=([^&]+)/.exec(href) ?? [];
  if (href.startsWith('#')) return href === '#' ? undefined : `#${nameIn(href)}`;
  try {
    return wrapped ? decodeURIComponent(wrapped) : href || undefined;
  } catch {
    return href;
  }
}

/** The sign beside a heading that is a link to it: “¶”. */
export const isSelfLink = (element: HtmlElement): boolean =>
  attributeOf(element, 'href').startsWith('#') &&
  element.children.length === 1 &&
  /^\s*[¶#§🔗]\s*$/u.test(textIn(element));

/** A link to the top of the page. */
export const isWayBack = (element: HtmlElement): boolean =>
  /^#(?:top|page-?top|main|content|main-content|maincontent|start)?$/i.test(attributeOf(element, 'href')) &&
  /^\s*(?:\S*\s*)?(?:back to (?:the )?top|return to top|top of (?:the )?page|top|skip to .{1,30}|(?:yn )?ôl i’?r brig|neidio i.{1,30})\s*\S?\s*$/iu.test(
    textIn(element).slice(0, 80),
  );
