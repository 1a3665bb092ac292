import { type Document, Packer } from 'docx';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Carry } from '../carried/carry.ts';
import type { Metadata } from '../edition/metadata.ts';
import { coreProperties } from '../ooxml/core-properties.ts';
import { putPlan } from './plan-part.ts';
import type { Template } from './template.ts';
import { headName, withHeads } from './template-heads.ts';
import { merged } from './template-styles.ts';

/** The moment that all files of the package are of: the first that a zip file knows. */
const moment = '1980-01-01T00:00:00';

/** Elements that name a relation, and the ids that the library draws by lot. Words of the plan hold no “<”: nothing in them is taken for one. */
const relation = /(<(?:Relationship|w:hyperlink|a:blip)\b[^<>]*? (?:Id|r:id|r:embed)=")(rId[\w-]{8,})(?=")/g;

/** The number that a bookmark has in the file, and the bookmarks that the library makes for the list of contents: it counts on from one document to the next. */
const bookmark = /(<w:bookmark(?:Start|End)\b[^<>]*? w:id=")(\d+)(?=")/g;
const heading =
  /(<w:bookmarkStart w:name="|<w:hyperlink\b[^<>]*? w:anchor="|<w:instrText\b[^<>]*>PAGEREF )(_Toc\d+)\b/g;

/** Elements that name a style. */
const style = /(<w:(?:pStyle|rStyle|tblStyle)\b[^<>]*? w:val=")([^"]*)(?=")/g;

/** The parts that hold styles, and the theme that these may name. */
const stylesPart = 'word/styles.xml';
const themePart = 'word/theme/theme1.xml';

/** Where a section ends, the library makes an empty paragraph: it takes no more room than it must. */
const end = /<w:p><w:pPr>(?=<w:sectPr\b)/g;

/** What makes the parts of a package: the library zips them at once, which takes as long as all the rest, and they would have to be unzipped. */
interface Compiler {
  compile(document: Document): ReadonlyMap<string, string | Uint8Array>;
}
const { compiler } = Packer as unknown as { readonly compiler: Compiler };

/**
 * A document as a package with nothing in it of the moment or the place where it was made: the same plan gives the same bytes. With a
 * template it has the styles of that, with `carry` the plan. `language` is that of the document, as Word writes it: `en-GB`.
 */
export function packed(
  document: Document,
  metadata: Metadata,
  language: string,
  template?: Template,
  carry?: Carry,
): Uint8Array {
  const made = compiler.compile(document);
  const parts = template ? withHeads(made, template.heads) : made;
  const files: Zippable = {};
  const ids = new Names('rIdLink');
  const own = parts.get(stylesPart);
  const styles = template && typeof own === 'string' ? merged(own, template.styles, language) : undefined;
  for (const path of [...parts.keys()].sort(byRank)) {
    const part = parts.get(path) ?? '';
    if (path === 'docProps/core.xml') files[path] = strToU8(coreProperties(metadata));
    else if (styles && path === stylesPart) files[path] = strToU8(styles.xml);
    else if (template?.theme !== undefined && path === themePart) files[path] = strToU8(template.theme);
    else if (typeof part === 'string' && path.includes(headName)) files[path] = strToU8(part);
    else if (typeof part === 'string') {
      const numbers = new Names('');
      const headings = new Names('_Toc');
      const text = part
        .replace(relation, (_, before: string, id: string) => before + ids.of(id))
        .replace(bookmark, (_, before: string, id: string) => before + numbers.of(id))
        .replace(heading, (_, before: string, name: string) => before + headings.of(name))
        .replace(end, '<w:p><w:pPr><w:pStyle w:val="Gap"/>')
        .replace(style, (_, before: string, id: string) => before + (styles?.ids.get(id) ?? id));
      files[path] = strToU8(text);
    } else files[path] = [new Uint8Array(part), { level: tight.test(path) ? 0 : 6 }];
  }
  if (carry) putPlan(files, carry);
  return zipSync(files, { mtime: moment, level: 6 });
}

/** Pictures that are packed already. */
const tight = /\.(?:png|jpe?g|gif)$/i;

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
