import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Metadata } from '../edition/metadata.ts';
import { markup, noMarkup } from '../markup.ts';

/** The moment that all files of the package are of: the first that a zip file knows. */
const moment = '1980-01-01T00:00:00';

/** Elements that name a relation, and the ids that the library draws by lot. Words of the plan hold no “<”: nothing in them is taken for one. */
const relation = /(<(?:Relationship|w:hyperlink|a:blip)\b[^<>]*? (?:Id|r:id|r:embed)=")(rId[\w-]{8,})(?=")/g;

/** The number that a bookmark has in the file, and the bookmarks that the library makes for the list of contents: it counts on from one document to the next. */
const bookmark = /(<w:bookmark(?:Start|End)\b[^<>]*? w:id=")(\d+)(?=")/g;
const heading =
  /(<w:bookmarkStart w:name="|<w:hyperlink\b[^<>]*? w:anchor="|<w:instrText\b[^<>]*>PAGEREF )(_Toc\d+)\b/g;

/** The same document with nothing in it of the moment or the place where it was made: the same plan gives the same bytes. */
export function settled(bytes: Uint8Array, metadata: Metadata): Uint8Array {
  const parts = unzipSync(bytes);
  const files: Zippable = {};
  const ids = new Names('rIdLink');
  for (const path of Object.keys(parts).sort(byRank)) {
    const part = parts[path] as Uint8Array;
    if (path === 'docProps/core.xml') files[path] = strToU8(coreXml(metadata));
    else if (/\.(?:xml|rels)$/.test(path)) {
      const numbers = new Names('');
      const headings = new Names('_Toc');
      const text = strFromU8(part)
        .replace(relation, (_, before: string, id: string) => before + ids.of(id))
        .replace(bookmark, (_, before: string, id: string) => before + numbers.of(id))
        .replace(heading, (_, before: string, name: string) => before + headings.of(name));
      files[path] = strToU8(text);
    } else files[path] = part;
  }
  return zipSync(files, { mtime: moment, level: 6 });
}

/** The order of the parts: what the package holds comes first, as those want it who read it from its start. */
const byRank = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);

const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : path.startsWith('_rels/') ? 1 : 2);

/** Names for what has one by lot, in the order in which it is found. */
class Names {
  private readonly known = new Map<string, string>();
  private readonly start: string;

  constructor(start: string) {
    this.start = start;
  }

  of(lot: string): string {
    let name = this.known.get(lot);
    if (name === undefined) {
      name = `${this.start}${this.known.size}`;
      this.known.set(lot, name);
    }
    return name;
  }
}

/** What the package says of the document (ECMA-376, part 2, 11). Dates are those of the plan: there is none of the file. */
function coreXml({ title, description, creator, language, date, status, version }: Metadata): string {
  const element = (name: 'title' | 'creator' | 'description' | 'language', value: string | undefined) =>
    value ? elements[name](value) : noMarkup;
  const day = date === undefined ? undefined : `${date}${'-01-01'.slice(3 * (date.split('-').length - 1))}T00:00:00Z`;
  return markup`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${element('title', title)}${element('creator', creator)}${element('description', description)}${element('language', language)}${status ? markup`<cp:contentStatus>${status}</cp:contentStatus>` : noMarkup}${version ? markup`<cp:version>${version}</cp:version>` : noMarkup}${day ? markup`<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>` : noMarkup}</cp:coreProperties>`
    .text;
}

const elements = {
  title: (value: string) => markup`<dc:title>${value}</dc:title>`,
  creator: (value: string) => markup`<dc:creator>${value}</dc:creator>`,
  description: (value: string) => markup`<dc:description>${value}</dc:description>`,
  language: (value: string) => markup`<dc:language>${value}</dc:language>`,
};
