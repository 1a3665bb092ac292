/** Fields of a Word document: what an instruction makes Word print, of which we take what it printed last. */
import type { Contents } from '../office/lines.ts';

/** What a field is by its instruction. */
export interface FieldKind {
  readonly type: 'link' | 'contents' | 'page' | 'other';
  /** Where a link leads: an address, or `#anchor`. */
  readonly href?: string | undefined;
}

interface Field {
  instruction: string;
  isResult: boolean;
  kind: FieldKind;
  readonly contents: Contents;
}

/** What an instruction makes: `HYPERLINK "https://…" \l "place"`, `REF place \h`, `TOC \o "1-3"`, `PAGE`. */
export function fieldKind(instruction: string): FieldKind {
  const words = instruction.match(/"[^"]*"|\S+/g) ?? [];
  const [name = '', ...rest] = words.map((word) => word.replace(/^"(.*)"$/, '$1'));
  switch (name.toUpperCase()) {
    case 'HYPERLINK':
      return { type: 'link', href: hyperlink(rest) };
    case 'REF':
      return rest.includes('\\h') && rest[0] ? { type: 'link', href: `#${rest[0]}` } : { type: 'other' };
    case 'TOC':
      return { type: 'contents' };
    case 'PAGE':
    case 'NUMPAGES':
    case 'SECTIONPAGES':
      return { type: 'page' };
    default:
      return { type: 'other' };
  }
}

function hyperlink(words: readonly string[]): string | undefined {
  const at = words.indexOf('\\l');
  const place = at < 0 ? undefined : words[at + 1];
  const [address = ''] = words[0]?.startsWith('\\') ? [] : words;
  return address !== '' ? `${address}${place ? `#${place}` : ''}` : place && `#${place}`;
}

/** The fields that are open where the reading is: one may go over many paragraphs, and stand in another. */
export class Fields {
  readonly #open: Field[] = [];

  /** A field begins: its instruction comes first. */
  begin(): void {
    this.#open.push({ instruction: '', isResult: false, kind: { type: 'other' }, contents: { hasEnd: false } });
  }

  /** More of the instruction. */
  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult) field.instruction += text;
  }

  /** What follows is what the field printed. */
  separate(): void {
    const field = this.#open.at(-1);
    if (!field) return;
    field.isResult = true;
    field.kind = fieldKind(field.instruction);
  }

  /** The innermost field ends. */
  end(): void {
    const field = this.#open.pop();
    if (field) field.contents.hasEnd = true;
  }

  /** Words that stand in an instruction are not printed. */
  get isInstruction(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** Where words lead by the field that they stand in. */
  get href(): string | undefined {
    return this.#open.findLast(({ kind }) => kind.type === 'link' && kind.href)?.kind.href;
  }

  /** Whether a number is that of a page. */
  get isPage(): boolean {
    return this.#open.some(({ kind }) => kind.type === 'page');
  }

  /** The table of contents that the reading is in. */
  get contents(): Contents | undefined {
    return this.#open.find(({ kind }) => kind.type === 'contents')?.contents;
  }
}
