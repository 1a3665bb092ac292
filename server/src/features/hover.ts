import { kindOfPlural, meaningAnywhere } from '@goldthread/grammar';
import type { Hover } from 'vscode-languageserver-types';
import { allowances } from '../checks/allow.ts';
import { rules } from '../checks/index.ts';
import type { Span } from '../checks/rule.ts';
import type { Cursor } from './cursor.ts';
import { abbreviationAt } from './hover/abbreviation.ts';
import { itemPage } from './hover/item-page.ts';
import { keyPage } from './hover/key-page.ts';
import { ruleWords } from './hover/rule-words.ts';
import type { Snapshot } from './snapshot.ts';
import { subjectAt } from './subject.ts';

/**
 * What is told of the words at a cursor, as Markdown: of an id or a title the item, of a key its meaning, of an abbreviation what it
 * stands for, of the rule in a comment that allows it its reason. The range is that of these words.
 */
export function hover(snapshot: Snapshot, cursor: Cursor): Hover | undefined {
  const told = tellOf(snapshot, cursor);
  if (!told || cursor.offset < told.span.start || cursor.offset > told.span.end) return undefined;
  const { page, span } = told;
  return { contents: { kind: 'markdown', value: page }, range: cursor.placed.range(span.start, span.end) };
}

interface Told {
  readonly page: string;
  readonly span: Span;
}

function tellOf(snapshot: Snapshot, cursor: Cursor): Told | undefined {
  return ruleAt(cursor) ?? keyAt(cursor) ?? abbreviation(snapshot, cursor) ?? itemAt(snapshot, cursor);
}

/** The rule that a comment allows: `# allow thread/kpq-without-measure: …`. */
function ruleAt({ placed, offset, file }: Cursor): Told | undefined {
  for (const { rule: id, name } of allowances(placed)) {
    if (offset < name.start || offset > name.end) continue;
    const rule = rules.find((one) => one.id === id);
    if (rule) return { page: ruleWords(rule, file.tree.language), span: name };
  }
  return undefined;
}

/** A key, or a word that stands for one: in `label actions: …`, in `numbering: priorities, actions`. */
function keyAt({ entry, part, file, placed, offset }: Cursor): Told | undefined {
  if (!entry?.definition) return undefined;
  const { language } = file.tree;
  if (part === 'key')
    return { page: keyPage(entry.definition, language), span: { start: entry.at, end: entry.keyEnd } };
  const { definition } = entry;
  if (definition.item || !(part === 'name' ? definition.name === 'key' : definition.type === 'kinds')) return undefined;
  const span = wordAround(placed.block.text, offset, entry.at, entry.end);
  const word = placed.block.text.slice(span.start, span.end);
  const meant = kindOfPlural(word) ?? meaningAnywhere(word, language);
  return meant && { page: keyPage(meant, language), span };
}

/** The word that an offset touches, between two others. */
function wordAround(text: string, offset: number, from: number, to: number): Span {
  const isSign = (at: number): boolean => /[\p{L}\p{M}\p{N}-]/u.test(text.charAt(at));
  let start = offset;
  let end = offset;
  while (start > from && isSign(start - 1)) start--;
  while (end < to && isSign(end)) end++;
  return { start, end };
}

function abbreviation({ model, checker }: Snapshot, cursor: Cursor): Told | undefined {
  const found = abbreviationAt(model, checker, cursor);
  return found && { page: itemPage(model, found.item, cursor.file), span: found.span };
}

/** The item behind an id, or the one whose id or title it is. */
function itemAt({ model, workspace }: Snapshot, cursor: Cursor): Told | undefined {
  const subject = subjectAt(model, cursor);
  if (!subject) return undefined;
  const { named, span } = subject;
  const rootOf = (plan: typeof cursor.file.plan) => plan && model.root(plan);
  switch (named.what) {
    case 'item':
      return { page: itemPage(model, named.item, cursor.file), span };
    case 'plan': {
      const own = subject.link ? undefined : cursor.item;
      const item = own ?? rootOf(named.plan);
      return item && { page: itemPage(model, item, cursor.file), span };
    }
    case 'file': {
      const block = workspace.files.get(named.path)?.firstBlock;
      const item = block && model.content(block)?.items[0];
      return item && { page: itemPage(model, item, cursor.file), span };
    }
    default:
      return undefined;
  }
}
