/** Reads the plan that documents of Goldthread carry with them. Whatever stands there is the text of a plan, and nothing else is ever made of it. */
import { Inflate } from 'fflate';
import { bytesOf } from '../../documents/base64.ts';
import { type CarriedHead, MARK, VERSION } from '../../documents/carried/carry.ts';
import { fingerprintOf } from '../../documents/carried/fingerprint.ts';
import { PLAN_NAMESPACE, wordParts } from '../../documents/docx/plan-part.ts';
import { Archive, isArchive } from '../archive.ts';
import { ImportFault } from '../fault.ts';

/** A plan that a document carries. */
export interface Carried {
  /** The plan as the text of one file. */
  readonly text: string;
  /** The language that the document was made in. */
  readonly language: 'en' | 'cy';
  /** The headings that the profiles of its project gave, by what they stand above. */
  readonly labels: Readonly<Record<string, string>>;
  /** True where the document is as it was made: nobody has changed a word in it, and the plan is what it says. */
  readonly isUntouched: boolean;
}

/** The longest plan that is unpacked, in bytes: a thousand pages are a tenth of it. */
const LONGEST = 32 * 1024 * 1024;

/** The longest document that is looked through for one, in bytes. */
const LONGEST_DOCUMENT = 64 * 1024 * 1024;

/** The most parts of data that are looked at in a document of Word. */
const MOST_PARTS = 100;

/** Packed bytes that are unpacked at once. */
const STEP = 16 * 1024;

/** How the plan begins and ends in a text: as a comment, or as an instruction of XML. */
const wraps = [
  { open: `<!-- ${MARK} `, close: '-->' },
  { open: `<?${MARK} `, close: '?>' },
] as const;

/**
 * The plan that a document carries: one of Word, or a text (Markdown, HTML, StratML). Undefined where it carries none, or one that is damaged or
 * of a later version: the document is read like any other then.
 */
export function carriedPlan(document: Uint8Array | string): Carried | undefined {
  if (typeof document !== 'string' && isArchive(document)) return carriedInWord(document);
  if (document.length > LONGEST_DOCUMENT) return undefined;
  const text = typeof document === 'string' ? document : new TextDecoder().decode(document);
  for (const { open, close } of wraps) {
    const start = text.lastIndexOf(open);
    const end = start < 0 ? -1 : text.indexOf(close, start);
    if (end < 0) continue;
    const inside = text.slice(start + open.length, end);
    const found = read(inside, () => text.slice(0, start) + text.slice(end + close.length).trimStart());
    if (found) return found;
  }
  return undefined;
}

/** A document of Word has it as a part of data. */
function carriedInWord(bytes: Uint8Array): Carried | undefined {
  try {
    const archive = new Archive(bytes);
    const textOf = (name: string): string => new TextDecoder().decode(archive.read(name) ?? new Uint8Array());
    const parts = archive.names.filter((name) => /^customXml\/item\d{0,9}\.xml$/i.test(name)).slice(0, MOST_PARTS);
    for (const name of parts) {
      const xml = textOf(name);
      const start = xml.indexOf(`${MARK} `);
      const end = xml.indexOf('<', start);
      if (start < 0 || end < 0 || !xml.slice(0, start).includes(PLAN_NAMESPACE)) continue;
      const inside = xml.slice(start + MARK.length + 1, end);
      const found = read(inside, () => wordParts.map(textOf).join(''));
      if (found) return found;
    }
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
  }
  return undefined;
}

/** Reads what stands behind the mark. `document` gives what the document says, as its fingerprint was taken. */
function read(inside: string, document: () => string): Carried | undefined {
  const [line = '', ...packed] = inside.split('\n');
  const [version, made, mark] = line.trim().split(' ');
  if (version !== String(VERSION)) return undefined;
  const whole = unpacked(packed.join('').replace(/\s+/g, ''));
  if (whole === undefined || fingerprintOf(whole) !== mark) return undefined;
  const end = whole.indexOf('\n');
  const head = headOf(whole.slice(0, end));
  if (end < 0 || !head) return undefined;
  return { text: whole.slice(end + 1), ...head, isUntouched: fingerprintOf(document()) === made };
}

function unpacked(base64: string): string | undefined {
  try {
    const bytes = bytesOf(base64);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    let size = 0;
    let isWhole = false;
    const inflate = new Inflate((piece, isLast) => {
      size += piece.length;
      isWhole = isLast;
      if (size <= LONGEST) text += decoder.decode(piece, { stream: !isLast });
    });
    for (let at = 0; at < bytes.length && size <= LONGEST; at += STEP)
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    return isWhole && size <= LONGEST ? text : undefined;
  } catch {
    // Not base64, not deflated, or no UTF-8: no plan of ours.
    return undefined;
  }
}

function headOf(line: string): Pick<Carried, 'language' | 'labels'> | undefined {
  try {
    const { language, labels = {} } = JSON.parse(line) as Partial<CarriedHead>;
    const words = Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return { language: language === 'cy' ? 'cy' : 'en', labels: Object.fromEntries(words) };
  } catch {
    return undefined;
  }
}
