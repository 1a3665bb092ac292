import { strFromU8, unzipSync } from 'fflate';
import { FormatFault } from '../format-fault.ts';
import { A4, type Sheet } from './sections.ts';
import { type Heads, headParts, readHeads } from './template-heads.ts';
import { readStyles, type TemplateStyles } from './template-styles.ts';

/** What a house template gives: the styles, the theme and the paper of a document of Word. */
export interface Template {
  readonly styles: TemplateStyles;
  /** The part that holds its colours and letters. */
  readonly theme: string | undefined;
  readonly sheet: Sheet;
  readonly heads: Heads;
}

/** The largest template, and the most that it may hold when it is unpacked, in bytes. */
const LARGEST = 20 * 1024 * 1024;
const MOST = 40 * 1024 * 1024;

const parts = {
  types: '[Content_Types].xml',
  document: 'word/document.xml',
  styles: 'word/styles.xml',
  theme: 'word/theme/theme1.xml',
} as const;

const wanted: ReadonlySet<string> = new Set(Object.values(parts));

const fault = (why: string): FormatFault => new FormatFault(`The template ${why}.`);

/** Reads a house template: a document or a template of Word, without macros. Throws a `FormatFault` for anything else. */
export function readTemplate(bytes: Uint8Array): Template {
  const files = unpacked(bytes);
  const texts = textsOf(files);
  const types = texts.get(parts.types);
  const document = texts.get(parts.document);
  const styles = texts.get(parts.styles);
  if (/macroEnabled/i.test(types ?? '')) throw fault('has macros. Save it without them, as a Word document (.docx)');
  if (
    types === undefined ||
    document === undefined ||
    !/wordprocessingml\.(?:document|template)\.main\+xml/.test(types)
  )
    throw fault('is no document of Word. Save it as a Word document (.docx)');
  if (styles === undefined) throw fault('has no styles. Make it anew in Word, and save it as a Word document (.docx)');
  for (const text of texts.values())
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
      throw fault('holds definitions, which can be misused. Save it again with Word');
  if (!/<w:styles\b/.test(styles) || /purl\.oclc\.org\/ooxml/.test(styles))
    throw fault('is saved in a way that is seldom used (“Strict Open XML”). Save it as a Word document (.docx)');
  const theme = texts.get(parts.theme);
  const section = document.match(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g)?.at(-1) ?? '';
  return {
    styles: readStyles(styles, theme),
    // A theme with pictures names parts that are not taken.
    theme: theme !== undefined && !/ r:(?:embed|link|id)=/.test(theme) ? theme : undefined,
    sheet: sheetOf(section),
    heads: readHeads(
      section,
      (path) => texts.get(path),
      (path) => files[path],
    ),
  };
}

type Files = Readonly<Record<string, Uint8Array>>;

/** The parts that are read; all others are left packed. */
function unpacked(bytes: Uint8Array): Files {
  if (bytes.length > LARGEST) throw fault('is larger than 20 MB. Take out its pictures: only its styles are used');
  // The mark of older documents, and of those with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw fault(
      'is in the format of Word 97–2003 (.doc), or has a password. Save it as a Word document (.docx) without one',
    );
  let size = 0;
  let hasMacros = false;
  let files: Files;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        hasMacros ||= /vbaProject|vbaData/i.test(name);
        if (!wanted.has(name) && !headParts.test(name)) return false;
        size += originalSize;
        return size <= MOST;
      },
    });
  } catch {
    throw fault('is no document of Word, or is damaged. Save it as a Word document (.docx)');
  }
  if (size > MOST) throw fault('is much larger than it looks (more than 40 MB). Make it anew in Word');
  if (hasMacros) throw fault('has macros. Save it without them, as a Word document (.docx)');
  return files;
}

/** The parts that are text. */
const textsOf = (files: Files): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(files).flatMap(([name, content]) =>
      /\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(content)] as const] : [],
    ),
  );

/** The least room for text on a page, and the largest page that Word knows, in twentieths of a point. */
const LEAST = 4000;
const WIDEST = 31_680;

/** The paper of the last section, standing upright; A4 where it says nothing of use. */
function sheetOf(properties: string): Sheet {
  const of = (element: string, name: string): number =>
    Math.round(Number(new RegExp(`<w:${element}\\b[^>]*? w:${name}="(\\d+)"`).exec(properties)?.[1] ?? Number.NaN));
  const [one, other] = [of('pgSz', 'w'), of('pgSz', 'h')];
  const sheet = {
    width: Math.min(one, other),
    height: Math.max(one, other),
    margin: {
      top: of('pgMar', 'top'),
      right: of('pgMar', 'right'),
      bottom: of('pgMar', 'bottom'),
      left: of('pgMar', 'left'),
      header: of('pgMar', 'header') || A4.margin.header,
      footer: of('pgMar', 'footer') || A4.margin.footer,
    },
  };
  const { width, height, margin } = sheet;
  const isUsable =
    width - margin.left - margin.right >= LEAST && width - margin.top - margin.bottom >= LEAST && height <= WIDEST;
  return isUsable ? sheet : A4;
}
