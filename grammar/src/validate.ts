import { isIdShaped } from './lexer.ts';
import { hasValue, valueOf } from './text.ts';
import { type Block, type Entry, entriesOf, nameOf, type Problem, type ProblemCode } from './tree.ts';
import { type Fault, faultOf } from './values/index.ts';
import type { Field, KeyLanguage, Kind } from './vocabulary/index.ts';

/**
 * What is wrong with the entries of a block beyond their layout: titles, ids and values that are missing or not of the
 * right sort, fields that stand twice. `language` is that of the keys of the file.
 */
export function validate(block: Block, language: KeyLanguage): Problem[] {
  const problems: Problem[] = [];
  for (const entry of entriesOf(block)) {
    const { definition } = entry;
    if (!definition) continue;
    const report: Reporter = (code, start, end, details) =>
      problems.push({ code, start, end, found: block.text.slice(start, end), definition, ...details });
    if (definition.item) validateItem(block, entry, definition, report);
    else validateField(block, entry, definition, language, report);
    if (entry.children.length > 1) findRepeats(block, entry, problems);
  }
  return problems;
}

type Reporter = (code: ProblemCode, start: number, end: number, details?: Partial<Problem>) => void;

function validateItem(block: Block, entry: Entry, kind: Kind, report: Reporter): void {
  const named = entry.nameEnd > entry.nameStart;
  const headEnd = named ? entry.nameEnd : entry.keyEnd;
  if (named) {
    const name = nameOf(block, entry);
    if (!isIdShaped(name)) report('bad-id', entry.nameStart, entry.nameEnd, { meant: idFrom(name) });
  } else if (kind.root) report('missing-id', entry.at, entry.keyEnd, { meant: idFrom(valueOf(block, entry)) });
  if (!kind.untitled && !hasValue(entry)) report('missing-title', entry.at, headEnd);
}

function validateField(block: Block, entry: Entry, field: Field, language: KeyLanguage, report: Reporter): void {
  if (entry.nameEnd > entry.nameStart) {
    if (!field.name) report('unexpected-name', entry.nameStart, entry.nameEnd);
    else {
      const fault = faultOf({ type: field.name === 'period' ? 'date' : field.name }, nameOf(block, entry), language);
      if (fault) reportFault(fault, entry.nameStart, report);
    }
  } else if (field.nameRequired) report('missing-name', entry.at, entry.keyEnd);
  if (!hasValue(entry)) {
    if (!field.mayBeEmpty) report('empty-field', entry.at, entry.keyEnd);
    return;
  }
  if (entry.blockStart > 0 && field.type !== 'reference') return;
  const fault = faultOf(field, valueOf(block, entry), language);
  if (fault) reportFault(fault, entry.valueStart, report);
}

function reportFault({ code, start, end, why, meant }: Fault, at: number, report: Reporter): void {
  report(code ?? 'wrong-value', at + start, at + end, { why, meant });
}

/** Fields that stand more than once with the same name, and are not meant to. */
function findRepeats(block: Block, above: Entry, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const entry of above.children) {
    const { definition } = entry;
    if (!definition || definition.item) continue;
    const key = `${definition.key} ${nameOf(block, entry)}`;
    const again = seen.has(key);
    seen.add(key);
    if (!again || (definition.repeats && definition.name !== 'period')) continue;
    problems.push({
      code: 'repeated-field',
      start: entry.at,
      end: Math.max(entry.keyEnd, entry.nameEnd),
      found: key.trim(),
      definition,
    });
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
