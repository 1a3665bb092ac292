import {
  type Entry,
  fieldOn,
  type KeyLanguage,
  type Kind,
  kindOf,
  meaningAnywhere,
  wordFor,
} from '@goldthread/grammar';
import type { PlanFile, Range } from '../../workspace/plan-file.ts';
import { depthIn, fitted, holderAt, holds, type Insertion, insertionAt } from '../insertion.ts';
import { counted, manyOf } from '../kind-words.ts';
import { asItems } from '../points.ts';
import { wordsFor } from '../words.ts';
import { readHtml } from './html.ts';
import type { CopiedPoint, Piece } from './piece.ts';
import { readPlain } from './plain.ts';
import { asProse, levelled } from './render.ts';

/** What pasted text could become, and the text that takes the place of the range then. */
export interface Offer {
  readonly title: string;
  readonly kind: 'actions' | 'items' | 'table' | 'prose';
  readonly text: string;
}

const table = {
  en: {
    items: (count: number, kind: Kind) => `Paste as ${counted(count, kind, 'en')}`,
    list: 'Paste as a list in the text',
    table: 'Paste as a table',
    prose: 'Paste as text',
  },
  cy: {
    items: (count: number, kind: Kind) => `Gludo fel ${manyOf(kind, 'cy')} (${count})`,
    list: 'Gludo fel rhestr yn y testun',
    table: 'Gludo fel tabl',
    prose: 'Gludo fel testun',
  },
};

/** Longer texts are pasted as they are, in UTF-16 units. */
const MOST = 1_000_000;
/** What an editor copies with its colours: the text alone says more. */
const fromEditor = /white-space:\s*pre|data-vscode|vscode-editor-data/i;

/**
 * What pasted text could become at a place, the best first: bullets actions, or items like those above; a table one in Markdown;
 * paragraphs text as deep as it has to be. Nothing where the text is as good as it is, or is a piece of a plan.
 */
export function pasteOffers(file: PlanFile, range: Range, text: string, html?: string): Offer[] {
  const at = insertionAt(file, range);
  if (!at || text.length > MOST || isPlanText(text, at.language)) return [];
  const pieces = html && !fromEditor.test(html.slice(0, 5_000)) ? readHtml(html) : readPlain(text);
  if (pieces.length === 0) return [];
  const offers = at.prose ? inProse(at, pieces) : below(at, pieces);
  const seen = new Set([text]);
  return offers.filter((offer) => !seen.has(offer.text) && seen.add(offer.text));
}

const keyLine = /^[^\S\r\n]*([\p{L}\p{M}\p{N}-]+)(?:[^\S\r\n]+[^\s:]+)?[^\S\r\n]*:(?!\/)/gmu;

/** True for lines that are a piece of a plan already: the first says what it is, and so do most. */
function isPlanText(text: string, language: KeyLanguage): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n?|\n/).filter((line) => line.trim());
  const isKey = (line: string): boolean => {
    keyLine.lastIndex = 0;
    const word = keyLine.exec(line)?.[1];
    return word !== undefined && meaningAnywhere(word, language) !== undefined;
  };
  return isKey(lines[0] ?? '') && (lines.length === 1 || isKey(lines[1] ?? '') || lines.filter(isKey).length > 1);
}

/** Offers inside a text. */
function inProse(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const { prose, language } = at;
  if (!prose) return [];
  const words = wordsFor(table, language);
  const offers: Offer[] = [];
  const text = proseText(at, prose.depth, pieces);
  if (text !== undefined) offers.push(proseOffer(pieces, text, words));
  const holder = prose.entry.parent;
  const list = onlyList(pieces);
  if (list && holder && !prose.goesOn && at.after.trim() === '') {
    const behind = { ...at, before: at.before.trim() === '' ? at.before : at.before || ' ' };
    offers.push(...actionOffers(behind, list, holder, prose.entry.indent));
  }
  return offers;
}

/** The lines of a text as they go on with what stands before the place. */
function proseText(at: Insertion, depth: number, pieces: readonly Piece[]): string | undefined {
  const { before, after, lineEnd, language, prose } = at;
  const lines = asProse(pieces, depth, language);
  const [first] = pieces;
  const isBlank = before.trim() === '';
  const isOnKey = prose !== undefined && /:\s*$/.test(before) && before.length <= (prose.entry.valueStart || 0) + 1;
  const rest = after.trim() === '' ? '' : lineEnd + ' '.repeat(depth);
  if (isBlank) {
    const end = rest && lines.length === 1 ? ' ' : rest;
    const start = lines[0] ?? '';
    const has = before.length;
    const fits = !/[^ ]/.test(before) && has <= depth;
    return (fits ? start.slice(has) : lineEnd + start) + lines.slice(1).map((line) => lineEnd + line).join('') + end;
  }
  if (first?.kind === 'paragraph' && !first.heading && (lines.length === 1 || !isOnKey)) {
    const [start = '', ...others] = lines;
    const space = /\s$/.test(before) ? '' : isOnKey ? ' ' : '';
    return space + start.trim() + others.map((line) => lineEnd + line).join('') + (lines.length === 1 ? '' : rest);
  }
  const gap = !isOnKey && first?.kind !== 'list' ? lineEnd : '';
  return gap + lines.map((line) => lineEnd + line).join('') + rest;
}

function proseOffer(pieces: readonly Piece[], text: string, words: (typeof table)['en']): Offer {
  const [first, other] = pieces;
  if (first && !other && first.kind === 'table') return { title: words.table, kind: 'table', text };
  return { title: first && !other && first.kind === 'list' ? words.list : words.prose, kind: 'prose', text };
}

/** The points where nothing else was copied. */
function onlyList(pieces: readonly Piece[]): readonly CopiedPoint[] | undefined {
  const [list, other] = pieces;
  return list?.kind === 'list' && !other ? levelled(list.points) : undefined;
}

/** Offers between entries. */
function below(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const offers: Offer[] = [];
  const list = onlyList(pieces);
  if (list) {
    const isAction = (entry: Entry | undefined): boolean => entry?.definition?.key === 'action';
    const behind = at.before.trim() !== '' && isAction(at.above) ? at.above?.parent : undefined;
    const holder = behind ?? holderAt(at, (kind) => holds(kind, 'action'));
    if (holder) offers.push(...actionOffers(at, list, holder, depthIn(holder)));
    offers.push(...itemOffers(at, list));
  }
  offers.push(...tableOffers(at, pieces), ...textOffers(at, pieces));
  return offers;
}

function actionOffers(at: Insertion, list: readonly CopiedPoint[], holder: Entry, indent: number): Offer[] {
  const kind = kindOf('action');
  const key = holder.definition?.key;
  if (!kind || key === undefined || !holds(key, kind.key)) return [];
  return itemsOf(at, list, kind, indent).map((text) => ({
    title: wordsFor(table, at.language).items(list.length, kind),
    kind: 'actions',
    text,
  }));
}

/** Points as items of the kind of the one above. */
function itemOffers(at: Insertion, list: readonly CopiedPoint[]): Offer[] {
  let like = at.above;
  while (like?.parent && (!like.definition?.item || like.indent > at.column)) like = like.parent;
  const kind = like?.definition;
  if (!like || !kind?.item || kind.root || kind.untitled || kind.key === 'action') return [];
  if (list.some(({ level }) => level > 0) && !holds(kind.key, kind.key)) return [];
  return itemsOf(at, list, kind, like.indent).map((text) => ({
    title: wordsFor(table, at.language).items(list.length, kind),
    kind: 'items',
    text,
  }));
}

function itemsOf(at: Insertion, list: readonly CopiedPoint[], kind: Kind, indent: number): string[] {
  const points = list.map(({ level, words }) => ({ level, words: words.plain }));
  const text = fitted(at, asItems(points, wordFor(kind, at.language), indent));
  return text === undefined ? [] : [text];
}

/** A table as an item of its own, where one may stand. */
function tableOffers(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const [piece, other] = pieces;
  const kind = kindOf('table');
  const field = fieldOn('table', 'text');
  if (piece?.kind !== 'table' || other || !kind || !field) return [];
  const margin = at.file.tree.content.place.replace('-content', '');
  const isAtMargin = at.column === 0 && at.before.trim() === '' && kind.in.includes(margin);
  const holder = isAtMargin ? undefined : holderAt(at, (place) => holds(place, 'table'));
  if (!isAtMargin && !holder) return [];
  const indent = holder ? depthIn(holder) : 0;
  const lines = [
    `${' '.repeat(indent)}${wordFor(kind, at.language)}:`,
    `${' '.repeat(indent + 2)}${wordFor(field, at.language)}:`,
    ...asProse(pieces, indent + 4, at.language),
  ];
  const text = fitted(at, lines);
  return text === undefined ? [] : [{ title: wordsFor(table, at.language).table, kind: 'table', text }];
}

/** What was copied as the text of the item that the place is in, where that has none yet. */
function textOffers(at: Insertion, pieces: readonly Piece[]): Offer[] {
  const holder = holderAt(at, (kind) => kindOf(kind)?.root !== true && fieldOn(kind, 'text') !== undefined);
  const key = holder?.definition?.key;
  const field = key === undefined ? undefined : fieldOn(key, 'text');
  if (!holder || !field) return [];
  if (!field.repeats && holder.children.some(({ definition }) => definition === field)) return [];
  const indent = depthIn(holder);
  const head = `${' '.repeat(indent)}${wordFor(field, at.language)}:`;
  const text = fitted(at, [head, ...asProse(pieces, indent + 2, at.language)]);
  return text === undefined ? [] : [proseOffer(pieces, text, wordsFor(table, at.language))];
}
