import { isIdShaped } from './meaning.ts';
import { hasColon, hasValue, textOf } from './text.ts';
import { type Block, type Entry, keyOf, nameOf, type Problem, type ProblemCode, type Stray } from './tree.ts';
import { type Fault, faultOf } from './values/index.ts';
import type { Field, KeyLanguage, Kind } from './vocabulary/index.ts';

/**
 * What is wrong with the entries of a block beyond their layout: titles, ids and values that are missing or not of the
 * right sort, fields that stand twice. A field in the wrong place has been told of already, and so has a line without
 * a colon, which has nothing behind it yet. `language` is that of the keys of the file.
 */
export function validate(block: Block, language: KeyLanguage): Problem[] {
  const problems: Problem[] = [];
  const misplaced = misplacedIn(block);
  const waiting = [...block.entries];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { definition, children } = entry;
    if (definition?.item) validateItem(block, entry, definition, problems);
    else if (definition && !misplaced.has(entry.at)) validateField(block, entry, definition, language, problems);
    if (children.length > 1) findRepeats(block, entry, problems);
    for (const child of children) waiting.push(child);
  }
  return problems;
}

/** Where the lines of a block are that have been told of for standing in the wrong place. */
function misplacedIn({ problems }: Block): ReadonlySet<number> {
  if (problems.length === 0) return nowhere;
  return new Set(problems.filter(({ code }) => code === 'wrong-place').map(({ start }) => start));
}

const nowhere: ReadonlySet<number> = new Set();

function validateItem(block: Block, entry: Entry, kind: Kind, problems: Problem[]): void {
  const named = entry.nameEnd > entry.nameStart;
  if (named) {
    const found = nameOf(block, entry);
    if (!isIdShaped(found))
      problems.push({
        code: 'bad-id',
        start: entry.nameStart,
        end: entry.nameEnd,
        found,
        meant: idFrom(found),
        definition: kind,
      });
  } else if (kind.root && hasColon(block, entry))
    problems.push({ ...aboutKey('missing-id', block, entry), meant: idFrom(textOf(block, entry)) });
  if (!kind.untitled && !hasValue(entry) && hasColon(block, entry)) {
    const end = named ? entry.nameEnd : entry.keyEnd;
    problems.push({ ...aboutKey('missing-title', block, entry), end });
  }
}

function validateField(block: Block, entry: Entry, field: Field, language: KeyLanguage, problems: Problem[]): void {
  if (entry.nameEnd > entry.nameStart) {
    const found = nameOf(block, entry);
    const { nameStart: start, nameEnd: end } = entry;
    if (!field.name) {
      problems.push({ code: 'unexpected-name', start, end, found, definition: field });
      if (!hasValue(entry)) return;
    } else
      addFault(
        faultOf({ type: field.name === 'period' ? 'date' : field.name }, found, language),
        start,
        found,
        field,
        problems,
      );
  } else if (field.nameRequired) problems.push(aboutKey('missing-name', block, entry));
  if (!hasValue(entry)) {
    if (!field.mayBeEmpty && hasColon(block, entry) && !isFollowedByText(block, entry))
      problems.push(aboutKey('empty-field', block, entry));
    return;
  }
  if (free.has(field.type) || entry.blockStart > 0) return;
  const value = textOf(block, entry);
  addFault(faultOf(field, value, language), entry.valueStart, value, field, problems);
}

/** Whether text with no key stands right below an entry: it was meant to be its prose, and has been told of already. */
function isFollowedByText({ strays }: Block, { definition, end }: Entry): boolean {
  if (definition?.item !== false || definition.type !== 'prose') return false;
  let low = 0;
  let high = strays.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strays[middle] as Stray).start < end) low = middle + 1;
    else high = middle;
  }
  return strays[low]?.start === end;
}

/** Types whose values can't be wrong by themselves. */
const free = new Set(['text', 'prose', 'words', 'reference']);

const aboutKey = (code: ProblemCode, block: Block, entry: Entry): Problem => ({
  code,
  start: entry.at,
  end: entry.keyEnd,
  found: keyOf(block, entry),
  definition: entry.definition,
});

function addFault(fault: Fault | undefined, at: number, value: string, definition: Field, problems: Problem[]): void {
  if (!fault) return;
  const { code, start, end, why, meant } = fault;
  const found = value.slice(start, end);
  problems.push({ code: code ?? 'wrong-value', start: at + start, end: at + end, found, why, meant, definition });
}

/** How many lines are compared with each other rather than looked up: a set of their keys takes longer to make. */
const FEW = 12;

/** True for a few lines of which no two are the same field: most items are like that. */
function areDifferent(entries: readonly Entry[]): boolean {
  if (entries.length > FEW) return false;
  for (let index = 1; index < entries.length; index++) {
    const { definition } = entries[index] as Entry;
    if (!definition || definition.item) continue;
    for (let other = 0; other < index; other++)
      if ((entries[other] as Entry).definition?.key === definition.key) return false;
  }
  return true;
}

/** Fields that stand more than once with the same name, and are not meant to. */
function findRepeats(block: Block, above: Entry, problems: Problem[]): void {
  if (areDifferent(above.children)) return;
  const seen = new Set<string>();
  for (const entry of above.children) {
    const { definition } = entry;
    if (!definition || definition.item || (definition.repeats && definition.name !== 'period')) continue;
    const key = entry.nameEnd > entry.nameStart ? `${definition.key} ${nameOf(block, entry)}` : definition.key;
    if (seen.has(key)) {
      const end = Math.max(entry.keyEnd, entry.nameEnd);
      problems.push({
        code: 'repeated-field',
        start: entry.at,
        end,
        found: block.text.slice(entry.at, end),
        definition,
      });
    }
    seen.add(key);
  }
}

/** An id made of a title or of a name that is not one: “Safer streets” → `safer-streets`. Empty where nothing is left. */
export function idFrom(words: string): string {
  const joined = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return joined.replace(/^-+|-+$/g, '').slice(0, 60);
}
