import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Properties } from '../../source.ts';
import { bounds } from './bounds.ts';
import { comparable } from './headings.ts';

/** What the document says of itself. What it says in XML (XMP) is taken where its older list of properties says nothing. */
export async function propertiesOf(document: PDFDocumentProxy): Promise<Properties> {
  const found = await document.getMetadata().catch(() => undefined);
  const info = (found?.info ?? {}) as Readonly<Record<string, unknown>>;
  const told = (name: string, ...more: readonly string[]): string | undefined => {
    const values = [info[name], ...more.map((key) => found?.metadata?.get(key) as unknown)];
    return values
      .map((value) => (Array.isArray(value) ? value.join(', ') : value))
      .map(words)
      .find(Boolean);
  };
  return {
    title: told('Title', 'dc:title'),
    subject: told('Subject', 'dc:description'),
    author: told('Author', 'dc:creator'),
    language: told('Language', 'dc:language'),
    modified: dayOf(told('ModDate', 'xmp:modifydate') ?? told('CreationDate', 'xmp:createdate')),
  };
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 1000)
    : undefined;

/** A day, of a date as PDF writes it (ISO 32000-1, 7.9.4: `D:20260305…`) or as XML does. */
function dayOf(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)/.exec(date ?? '') ?? [];
  const isDay =
    month !== undefined && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${month}-${day}` : undefined;
}

interface Entry {
  readonly title?: unknown;
  readonly items?: unknown;
}

/** The bookmarks of a document, by their words as they are compared: how deep each stands, 1 for the first level. */
export async function bookmarksOf(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const depths = new Map<string, number>();
  const outline: unknown = await document.getOutline().catch(() => null);
  let level: readonly Entry[] = Array.isArray(outline) ? (outline as Entry[]) : [];
  for (let depth = 1; level.length > 0 && depth <= 6 && depths.size < bounds.bookmarks; depth++) {
    for (const { title } of level) {
      const key = typeof title === 'string' ? comparable(title) : '';
      if (key !== '' && !depths.has(key)) depths.set(key, depth);
    }
    level = level.flatMap(({ items }) => (Array.isArray(items) ? (items as Entry[]) : []));
  }
  return depths;
}
