import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Properties } from '../../source.ts';
import { bounds } from './bounds.ts';
import { type Bookmarks, comparable } from './headings.ts';

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

/** The bookmarks of a document. */
export async function bookmarksOf(document: PDFDocumentProxy): Promise<Bookmarks> {
  const found = new Map<string, number[]>();
  const outline: unknown = await document.getOutline().catch(() => null);
  let left: number = bounds.bookmarks;
  const walk = (entries: unknown, depth: number): void => {
    if (!Array.isArray(entries) || depth > bounds.tagDepth) return;
    for (const { title, items } of entries as Entry[]) {
      if (--left < 0) return;
      const key = typeof title === 'string' ? comparable(title) : '';
      const depths = found.get(key);
      if (depths) depths.push(depth);
      else if (key !== '') found.set(key, [depth]);
      walk(items, depth + 1);
    }
  };
  walk(outline, 1);
  return found;
}
