import { plain, wordsOf } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import type { SheetInline } from './data.ts';
import { flowsOf } from './flows.ts';
import { deepest, type Place, type Scribe } from './scribe.ts';
import { printedLine, spoken } from './text.ts';

/** Words of a line as the template reads them. */
export function lineOf(line: readonly Inline[], scribe: Scribe, place: Place): SheetInline[] {
  // What may come twice is no place for links: the second time it stands outside the text.
  return partsOf(line, {
    scribe,
    place,
    notes: undefined,
    isInLink: place.isRepeated === true,
    isStruck: false,
    depth: 0,
  });
}

/** Words of a heading, and its footnotes: these stand behind the words, which come back in the contents. */
export function headingLine(
  line: readonly Inline[],
  scribe: Scribe,
  place: Place,
): { readonly c: readonly SheetInline[]; readonly notes: readonly SheetInline[] } {
  const notes: SheetInline[] = [];
  const words = line.map((one) => (one.type === 'break' ? plain(' ') : one));
  // Links in a heading would be links in a link of the contents.
  const c = partsOf(words, { scribe, place, notes, isInLink: true, isStruck: false, depth: 0 });
  // Typesetters refuse a heading without words: it would stand in the contents as nothing.
  return { c: c.some(hasWords) ? c : ['–'], notes };
}

const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;

const hasWords = (one: SheetInline): boolean =>
  typeof one === 'string' ? seen.test(one) : 'c' in one ? one.c.some(hasWords) : 'v' in one && seen.test(one.v);

interface Around {
  readonly scribe: Scribe;
  readonly place: Place;
  /** Where footnotes go that may not stand in the line. */
  readonly notes: SheetInline[] | undefined;
  /** True among the words of a link, which holds no other. */
  readonly isInLink: boolean;
  /** True among words that are struck out. */
  readonly isStruck: boolean;
  readonly depth: number;
}

function partsOf(line: readonly Inline[], around: Around): SheetInline[] {
  if (around.depth > deepest) return [printedLine(wordsOf(line))];
  const found: SheetInline[] = [];
  for (const inline of line) {
    const one = partOf(inline, around);
    const before = found.at(-1);
    // Texts that follow each other are one.
    if (typeof one === 'string' && typeof before === 'string') found[found.length - 1] = before + one;
    else if (one !== undefined && one !== '') found.push(one);
  }
  return found;
}

const marks = { strong: 'strong', emphasis: 'emph', inserted: 'strong' } as const;

function partOf(inline: Inline, around: Around): SheetInline | undefined {
  const { scribe, isInLink, isStruck } = around;
  const inside = (children: readonly Inline[], more: Partial<Around> = {}): SheetInline[] =>
    partsOf(children, { ...around, ...more, depth: around.depth + 1 });
  switch (inline.type) {
    case 'text': {
      const text = printedLine(inline.text);
      return inline.lang ? { t: 'lang', ...spoken(inline.lang), c: [text] } : text;
    }
    case 'strong':
    case 'emphasis':
    case 'inserted':
      return { t: marks[inline.type], ...spoken(inline.lang), c: inside(inline.children) };
    case 'deleted':
    case 'removed':
      return {
        t: isStruck ? 'lang' : 'strike',
        ...spoken(inline.lang),
        c: inside(inline.children, { isStruck: true }),
      };
    case 'code':
      return { t: 'code', ...spoken(inline.lang), v: printedLine(inline.text) };
    case 'break':
      return { t: 'br' };
    case 'link': {
      const language = spoken(inline.lang);
      const to = isInLink ? undefined : address(inline.href);
      if (to === undefined) return { t: 'lang', ...language, c: inside(inline.children) };
      const c = inside(inline.children, { isInLink: true });
      const isBare = isStruck || c.some(isStriking) ? true : undefined;
      return { t: 'link', ...language, to, isBare, c: c.length > 0 ? c : [printedLine(inline.href)] };
    }
    case 'mention': {
      const anchor = inline.anchor ?? (inline.item === undefined ? undefined : scribe.options.anchorOf(inline.item));
      const c = inside(inline.children, { isInLink: true });
      const language = spoken(inline.lang);
      if (isInLink || anchor === undefined || c.length === 0) return { t: 'lang', ...language, c };
      return Object.assign(scribe.wayTo(anchor), { t: 'ref' as const, ...language, c });
    }
    case 'broken':
      return { t: 'broken', v: printedLine(inline.text), isBare: isStruck || isInLink ? true : undefined };
    case 'image':
      return imageOf(inline, around);
    case 'note':
      return noteOf(inline, around);
  }
}

/** True for words that are struck out, or have such among them. */
const isStriking = (one: SheetInline): boolean =>
  typeof one !== 'string' && (one.t === 'strike' || ('c' in one && one.c.some(isStriking)));

/** The longest address that readers open, in UTF-16 units. */
const LONGEST = 2000;

/** An address that may stand in a file for print: one that is sound. */
function address(href: string): string | undefined {
  const found = URL.canParse(href) ? new URL(href).href : undefined;
  return found !== undefined && found.length <= LONGEST ? found : undefined;
}

/** A picture among words: itself, or what it would have shown. */
function imageOf({ path, href, alt, lang }: Inline & { type: 'image' }, { scribe, notes }: Around): SheetInline {
  const { words } = scribe;
  const told = printedLine(alt);
  // A picture in a heading would come back in the contents.
  const file = path === undefined || notes ? undefined : scribe.picture(path);
  if (file) return { t: 'image', ...file, ...spoken(lang), alt: told || words.noPicture };
  if (path === undefined && href !== undefined)
    return `${words.remotePicture} ${told ? `${told}, ` : ''}${printedLine(href)}`;
  return told ? `${words.picture} ${told}` : words.noPicture;
}

/** The mark of a footnote: with the footnote itself the first time. */
function noteOf({ label, note }: Inline & { type: 'note' }, around: Around): SheetInline | undefined {
  const { scribe, place, notes } = around;
  const v = printedLine(label);
  const found = place.isInNote || place.isRepeated ? undefined : scribe.note(note);
  const mark: SheetInline = found
    ? { t: 'note', v, id: scribe.begin(note), flow: flowsOf(found.flow, scribe, { ...place, isInNote: true }) }
    : Object.assign(scribe.wayTo(around.isInLink ? undefined : note), { t: 'mark' as const, v });
  if (!notes) return mark;
  notes.push(mark);
  return undefined;
}
