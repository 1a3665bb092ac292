import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { type KeyRule, type Mark, type RuleContext, titleSpan } from '../rule.ts';
import { capitalRuns } from './capital-runs.ts';
import { beginningsOf, bucketOf, ComparedName, isJoining, mayMean, type NameWord, wordsOfName } from './names.ts';
import { isOthersWords, passagesOf } from './passages.ts';
import { push } from './push.ts';
import { librariesOf } from './used.ts';

/** Kinds whose titles are names. */
const nameKinds = new Set(['partner', 'role', 'framework', 'document']);
/** These, and those that have names in their fields; so have plans, parts and libraries. */
const kindsWithNames = new Set([...nameKinds, 'term']);

/** What a mark says: a name, another name of the same item, or a phrase in the text; its words follow. */
const name = 'name ';
const alias = 'alias ';
const phrase = 'phrase ';

/** A partner, role, framework or document is written another way in the text. */
export const nameVaries: KeyRule = {
  id: 'consistency/name-varies',
  severity: 'warning',
  says: 'A partner, an office, a law or a document is written another way than where it is listed.',
  why: 'One body or Act under two names looks like two.',
  source:
    'House rule. Found in published plans: “Police Reform Act 2011” for the Police Reform and Social Responsibility Act 2011',
  breaks:
    'plan p: Plan\n\npriority recovery: Recover together\n  why: Betsi Cadwaladr Health Board helps us with it.\n\npartner health-board: Betsi Cadwaladr University Health Board\n',
  clean:
    'plan p: Plan\n\npriority recovery: Recover together\n  why: Betsi Cadwaladr University Health Board helps us with it, and the Health Board pays for it.\n\npartner health-board: Betsi Cadwaladr University Health Board\n',
  readsOtherPlans: true,
  notesTellAll: true,
  marks(content, mark) {
    const { placed } = content;
    for (const { item, written, what } of namesOf(content.items)) {
      const words = wordsOfName(written);
      if (words.length > 1) mark(bucketOf(words), { placed, ...titleSpan(item), note: what + written, item });
    }
    for (const { item, language, start, words, signs } of passagesOf(content)) {
      if (language !== undefined || isOthersWords(item)) continue;
      for (const run of capitalRuns(words, signs))
        for (const at of beginningsOf(run)) {
          const from = run[at] as NameWord;
          const to = run.at(-1) as NameWord;
          const note = phrase + words.slice(from.start, to.end);
          mark(bucketOf(run.slice(at)), { placed, start: start + from.start, end: start + to.end, note, item });
        }
    }
  },
  key(bucket, marks, plan, context) {
    if (plan.kind !== 'plan') return;
    const names = [...namesUsed(bucket, plan, context)];
    for (const { item, note } of marks.all) if (item && !note.startsWith(phrase)) names.push(listedName(item, note));
    if (names.length === 0) return;
    const named = new Names(names);
    for (const mark of marks.all) {
      if (!mark.note.startsWith(phrase)) continue;
      const found = named.meantBy(mark.note.slice(phrase.length));
      if (found) report(mark, found, context);
    }
  },
};

interface ListedName {
  readonly compared: ComparedName;
  readonly written: string;
  readonly isAlias: boolean;
  readonly item: Item;
}

const listedName = (item: Item, note: string): ListedName => {
  const isAlias = note.startsWith(alias);
  const written = note.slice((isAlias ? alias : name).length);
  return { compared: new ComparedName(wordsOfName(written)), written, isAlias, item };
};

/** A name as it is written, and whether it is the item’s name or another one. */
interface WrittenName {
  readonly item: Item;
  readonly written: string;
  readonly what: string;
}

/** The names that a block lists: titles, other names, the body and the force whose plan it is, and what a term means. */
function namesOf(items: Iterable<Item>): readonly WrittenName[] {
  const names: WrittenName[] = [];
  for (const item of items) {
    if (!kindsWithNames.has(item.key) && !item.kind.root) continue;
    const add = (what: string, written: string): number => names.push({ item, written, what });
    if (nameKinds.has(item.key) && item.title) add(name, item.title);
    if ((item.key === 'partner' || item.key === 'role') && item.has('aliases'))
      for (const other of item.value('aliases').split(',')) add(alias, other.trim());
    if (item.kind.root) for (const key of ['organisation', 'force']) if (item.has(key)) add(alias, item.value(key));
    if (item.key === 'term' && item.has('means')) add(alias, item.value('means'));
    if (item.key === 'library') add(name, item.title);
  }
  return names;
}

/** The names of a bucket in the plans and libraries that a plan uses. */
const namesUsed = (bucket: string, plan: Plan, context: RuleContext): ListedName[] =>
  librariesOf(plan, context).flatMap((root) => {
    const names = context.model.remembered('names', root, () => {
      const found = new Map<string, ListedName[]>();
      for (const { item, written, what } of namesOf(root.plan ? context.model.items(root.plan) : [])) {
        const words = wordsOfName(written);
        if (words.length < 2) continue;
        push(found, bucketOf(words), listedName(item, what + written));
      }
      return found;
    });
    return names.get(bucket) ?? [];
  });

/** A phrase that means a listed name but is written otherwise. Offsets are those of the phrase that was looked at. */
interface Variation {
  readonly listed: ListedName;
  readonly start: number;
  readonly end: number;
}

/** With how many names of the same beginning and end a phrase is compared: where there are more, they are no names. */
const MOST_COMPARED = 100;

/** The names of a bucket. */
class Names {
  private readonly byLetters = new Map<string, ListedName[]>();
  private readonly byLastWord = new Map<string, ListedName[]>();

  constructor(names: readonly ListedName[]) {
    for (const listed of names) {
      const { letters, lastWord } = listed.compared;
      push(this.byLetters, letters, listed);
      if (!listed.isAlias) push(this.byLastWord, lastWord, listed);
    }
  }

  /** The name that a phrase begins with in other words or spelling; undefined where it begins with none, or with one as listed. */
  meantBy(text: string): Variation | undefined {
    const words = wordsOfName(text);
    for (let length = words.length; length > 1; length--) {
      const said = new ComparedName(words.slice(0, length));
      const same = (this.byLetters.get(said.letters) ?? []).filter(({ compared }) => isOfYear(said, compared));
      const [first] = same;
      if (!first) continue;
      const isAsListed = same.some(({ compared }) => compared.spelled === said.spelled);
      return isAsListed || isShouted(text, words, length) ? undefined : variation(first, text, words, length);
    }
    for (let length = words.length; length > 2; length--) {
      if (length < words.length && !isJoining(words[length]?.letters ?? '')) continue;
      const said = new ComparedName(words.slice(0, length));
      const likely = this.byLastWord.get(said.lastWord) ?? [];
      const meant = likely.length > MOST_COMPARED ? [] : likely.filter(({ compared }) => mayMean(said, compared));
      const [first] = meant;
      if (!first) continue;
      const isOne = meant.every(({ compared }) => compared.letters === first.compared.letters);
      return isOne && !isShouted(text, words, length) ? variation(first, text, words, length) : undefined;
    }
    return undefined;
  }
}

const isOfYear = (said: ComparedName, listed: ComparedName): boolean =>
  said.year === '' || listed.year === '' || said.year === listed.year;

/** True for words in capitals only. */
function isShouted(text: string, words: readonly NameWord[], length: number): boolean {
  const said = text.slice(words[0]?.start, words[length - 1]?.end);
  return said === said.toUpperCase();
}

const possessive = /['’]s?$/;

function variation(listed: ListedName, text: string, words: readonly NameWord[], length: number): Variation {
  const start = words[0]?.start ?? 0;
  const end = words[length - 1]?.end ?? text.length;
  return { listed, start, end: start + text.slice(start, end).replace(possessive, '').length };
}

function report(mark: Mark, { listed, start, end }: Variation, context: RuleContext): void {
  const { placed } = mark;
  const span = { start: mark.start + start, end: mark.start + end };
  const { item, written } = listed;
  const canHaveAliases = item.key === 'partner' || item.key === 'role';
  const otherwise = canHaveAliases ? ', or add this one to its “aliases”' : '';
  context.report(placed, span, {
    item: mark.item,
    message: `‘${wordsAt(placed, span)}’ looks like another way of writing ‘${written}’, and one name written two ways looks like two. Use the name as it is listed${otherwise}.`,
    messageCy: () =>
      `Mae ‘${wordsAt(placed, span)}’ yn edrych fel ffordd arall o ysgrifennu ‘${written}’, ac mae un enw sydd wedi’i ysgrifennu mewn dwy ffordd yn edrych fel dau. Defnyddiwch yr enw fel y mae wedi’i restru${canHaveAliases ? ', neu ychwanegwch yr enw hwn at “enwau-eraill”' : ''}.`,
    related: [
      {
        placed: item.placed,
        ...titleSpan(item),
        message: `‘${written}’ is listed here`,
        messageCy: () => `Mae ‘${written}’ wedi’i restru yma`,
      },
    ],
    fixes: [replacing(titlesFor(placed).changeTo(`‘${written}’`), placed, span, written)],
  });
}

const wordsAt = ({ block }: PlacedBlock, { start, end }: { start: number; end: number }): string =>
  block.text.slice(start, end).replace(/\s+/g, ' ');
