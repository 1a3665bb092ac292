/** What a document names again and again: abbreviations that it explains, bodies that it works with, Acts that it cites. */
import type { Draft, DraftItem } from '../draft/draft.ts';
import type { Block, Spot } from '../source.ts';
import { plainWords } from '../words.ts';
import { isBody, oftenEnough } from './bodies.ts';
import { newField, newItem } from './items.ts';
import { offices } from './offices.ts';

/** Adds what a document names to the end of its plan: nothing that stands there already. */
export function addNamed(draft: Draft, blocks: readonly Block[]): void {
  const { plan } = draft;
  const known = new Set(plan.parts.flatMap((part) => (part.type === 'item' ? [part.title.toLowerCase()] : [])));
  for (const item of [...holdersIn(blocks), ...termsIn(blocks), ...frameworksIn(blocks), ...partnersIn(blocks)]) {
    if (known.has(item.title.toLowerCase())) continue;
    known.add(item.title.toLowerCase());
    plan.parts.push(item);
  }
}

interface Text {
  readonly words: string;
  readonly spot: Spot;
}

const textsOf = (blocks: readonly Block[]): Text[] =>
  blocks.flatMap((block) =>
    'text' in block && block.type !== 'heading' ? [{ words: plainWords(block.text), spot: block.spot }] : [],
  );

/** Words with an abbreviation behind them in brackets: the first time, as plans explain them. */
const explained = /\(([A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?)\)/g;

function termsIn(blocks: readonly Block[]): DraftItem[] {
  const found = new Map<string, DraftItem>();
  for (const { words, spot } of textsOf(blocks))
    for (const match of words.matchAll(explained)) {
      const short = match[1] as string;
      const means = expansionOf(short, words.slice(Math.max(0, match.index - 120), match.index));
      if (means === undefined || found.has(short)) continue;
      const term = newItem('term', short, spot, 0.9);
      term.parts.push(newField('means', means));
      found.set(short, term);
    }
  return [...found.values()];
}

/** Words that an abbreviation leaves out. */
const small = new Set('of the and for to in on with y yr a’r ac i'.split(' '));

/** The words before an abbreviation whose first letters it is made of; undefined where they are not. */
function expansionOf(short: string, before: string): string | undefined {
  const letters = [...short.replace(/s$/, '').toLowerCase()];
  const words = before.match(/[\p{L}’'&-]+/gu) ?? [];
  let letter = letters.length - 1;
  for (let at = words.length - 1; at >= 0 && letter >= 0; at -= 1) {
    const word = (words[at] as string).toLowerCase();
    const initials = word.split('-').map((part) => part.charAt(0));
    if (
      initials.length > 1 &&
      letter >= initials.length - 1 &&
      initials.every((first, index) => letters[letter - initials.length + 1 + index] === first)
    )
      letter -= initials.length;
    else if (!small.has(word) && word.startsWith(letters[letter] as string)) letter -= 1;
    else if (!small.has(word)) return undefined;
    if (letter < 0) return before.slice(before.lastIndexOf(words[at] as string, before.length)).trim();
  }
  return undefined;
}

const act =
  /\b((?:\p{Lu}[\p{L}’'-]*|of|and|the|for|to|in|\(\p{L}+\))(?: (?:\p{Lu}[\p{L}’'-]*|of|and|the|for|to|in|\(\p{L}+\))){1,12} Act(?: \(\p{L}+\))? (?:19|20)\d\d)\b/gu;

/** Acts of Parliament, by their names with a year. */
function frameworksIn(blocks: readonly Block[]): DraftItem[] {
  const found = new Map<string, DraftItem>();
  for (const { words, spot } of textsOf(blocks))
    for (const match of words.matchAll(act)) {
      const name = (match[1] as string).replace(/^(?:(?:the|under|of|and|in|to|for|The|Under|In) )+/, '');
      if (/^\p{Lu}/u.test(name) && !found.has(name)) found.set(name, newItem('framework', name, spot, 0.8));
    }
  return [...found.values()];
}

const name =
  /\p{Lu}[\p{L}’'&-]*(?: (?:of|and|for|the|a) (?=\p{Lu})| (?=\p{Lu}))?(?:\p{Lu}[\p{L}’'&-]*(?: (?:of|and|for|the|a) (?=\p{Lu})| (?=\p{Lu}))?){0,7}/gu;

/** Bodies that are named in several places, by their names. */
function partnersIn(blocks: readonly Block[]): DraftItem[] {
  const found = new Map<string, { times: number; readonly spot: Spot }>();
  for (const { words, spot } of textsOf(blocks))
    for (const [match] of words.matchAll(name)) {
      const body = match.trim().replace(/^(?:The|Our|With|And|In|As|For|We|Working) /, '');
      if (!isBody(body)) continue;
      const known = found.get(body);
      if (known) known.times += 1;
      else found.set(body, { times: 1, spot });
    }
  return [...found]
    .filter(([, { times }]) => times >= oftenEnough)
    .map(([body, { spot }]) => newItem('partner', body, spot, 0.6));
}

/** Somebody who says who they are, and soon after what office they hold: “My name is …. I was elected to be the Commissioner for …”. */
const introduced = /\b(?:My name is|I am|I[’']m|Fy enw i yw)\s+(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3})/u;
const held = new RegExp(
  `\\b(?:your|the|as|eich|yn)\\s+((?:[\\p{L}-]+\\s+){0,4}?${offices}(?: for(?: \\p{Lu}\\p{L}+){1,3})?)(?!\\p{L})`,
  'iu',
);

/** How far behind a name an office is looked for, in UTF-16 units. */
const near = 160;

function holdersIn(blocks: readonly Block[]): DraftItem[] {
  for (const { words, spot } of textsOf(blocks).slice(0, 60)) {
    const match = introduced.exec(words.slice(0, 2000));
    if (!match) continue;
    const behind = words.slice(match.index + match[0].length).slice(0, near);
    const office = held.exec(behind)?.[1];
    if (office === undefined || !/^\p{Lu}/u.test(office)) continue;
    const role = newItem('role', office, spot, 0.7);
    role.parts.push(newField('holder', match[1] as string));
    return [role];
  }
  return [];
}
