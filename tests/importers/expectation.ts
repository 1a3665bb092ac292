/**
 * What a person finds in a document, written down by hand in `expectations/*.txt`, an item a line:
 *
 *     # Why something is as it is.
 *     @source: plan-of-a-council.md
 *     @complete: priority, action
 *     @right action: we will
 *
 *     priority roads 1.2: Safer roads | Make our roads safer
 *       outcomes: safe
 *       action: Put cameras where people … each school year
 *         due: 2027-03
 *       action?: Look at lower limits
 *
 * - Before the colon stands a kind of item (or kinds that are equally right, with `/`), a name that links use and the printed number, if
 *   any; a key that is no kind is a field or a relation of the item above it.
 * - `?` behind the kind: right where it is claimed, and not asked for.
 * - `under?:` on an item gives titles of what the items in it may stand in instead.
 * - `|` parts wordings that are equally right. `…` stands for words in between; at the end, for whatever follows.
 * - `= 12,730 (2019/20)` behind a statistic is its figure and time; behind a role, `=` gives who holds it; `-- Name` behind a quote says
 *   who said it.
 * - `@source` is the file; `@held-out: yes` says that nobody who makes rules has read it. `@complete` lists the kinds of which all are written down, so that whatever else is claimed is wrong;
 *   `@right KIND` gives words with which a claim of that kind is right although it is not written down.
 */

/** A wording: the whole of the words, or how they begin and end. */
export interface Wording {
  readonly open: string;
  /** How they end; undefined where that is not looked at. */
  readonly close: string | undefined;
  /** True where `open` is all of it. */
  readonly isWhole: boolean;
}

/** An item that should be found. */
export interface Expected {
  readonly line: number;
  /** Kinds that are equally right, the best first. */
  readonly kinds: readonly string[];
  readonly isAsked: boolean;
  readonly name: string | undefined;
  readonly number: string | undefined;
  readonly wordings: readonly Wording[];
  /** Of a statistic its figure, of a role its holder, of a quote its speaker. */
  readonly also: readonly string[];
  readonly when: string | undefined;
  readonly parent: Expected | undefined;
  readonly fields: ExpectedField[];
  readonly links: ExpectedLinks[];
}

/** A field of an item, with values that are equally right. */
export interface ExpectedField {
  readonly key: string;
  readonly isAsked: boolean;
  readonly wordings: readonly Wording[];
}

/** Links of an item to others, by their names. */
export interface ExpectedLinks {
  readonly relation: string;
  readonly isAsked: boolean;
  readonly to: readonly string[];
}

/** All that is expected of a document. */
export interface Expectations {
  readonly source: string;
  /** True where nobody who makes rules has read the document: it shows whether rules fit only what was seen. */
  readonly isHeldOut: boolean;
  readonly complete: ReadonlySet<string>;
  /** By kind, words with which a claim is right. */
  readonly right: ReadonlyMap<string, readonly string[]>;
  /** The plan itself: its title and the fields of its cover and control sheet. */
  readonly plan: Expected;
  readonly items: readonly Expected[];
}

const kinds = new Set(
  `plan vision mission value principle aim duty outcome kpq measure theme priority group action milestone framework goal
  requirement document partner role term section statistic panel quote figure table chart budget line approval contact`.split(
    /\s+/,
  ),
);

const relations = new Set(['outcomes', 'kpqs', 'measures', 'priorities']);

const line = /^ *(?<keys>[a-z][a-z-]*(?:\/[a-z-]+)*)(?<maybe>\?)?(?<names>(?: [\p{L}\d.-]+){0,2}): (?<value>.*)$/u;

/** Reads expectations. @throws {Error} where a line is of no form that is known. */
export function readExpectations(text: string): Expectations {
  const about = new Map<string, string>();
  const items: Expected[] = [];
  const open: { readonly indent: number; readonly item: Expected }[] = [];
  for (const [index, words] of text.split('\n').entries()) {
    if (/^\s*(?:#.*)?$/.test(words)) continue;
    const [, key, of] = /^@([a-z-]+(?: [a-z]+)?): (.*)$/.exec(words) ?? [];
    if (key !== undefined && of !== undefined) {
      about.set(key, of);
      continue;
    }
    const groups = line.exec(words)?.groups;
    if (!groups) throw new Error(`Line ${index + 1} is no expectation: ${words}`);
    const { keys = '', maybe, names = '', value = '' } = groups;
    const indent = words.search(/\S/);
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const all = keys.split('/');
    const above = open.at(-1)?.item;
    if (all.every((kind) => kinds.has(kind)) && !(keys === 'plan' && items.length > 0)) {
      const item = itemOf(index + 1, all, maybe === undefined, names.trim().split(' '), value, above);
      items.push(item);
      open.push({ indent, item });
      continue;
    }
    const holder = above ?? items[0];
    if (!holder) throw new Error(`Line ${index + 1} is a field of nothing: ${words}`);
    const isAsked = maybe === undefined;
    if (relations.has(keys))
      holder.links.push({ relation: keys, isAsked, to: value.split(',').map((to) => to.trim()) });
    else holder.fields.push({ key: `${keys}${names}`, isAsked, wordings: wordingsOf(value) });
  }
  const [plan, ...rest] = items;
  const source = about.get('source');
  if (!plan?.kinds.includes('plan') || source === undefined) throw new Error('The plan or its source is not said.');
  return {
    source,
    isHeldOut: about.get('held-out') === 'yes',
    plan,
    items: rest,
    complete: new Set(listed(about.get('complete'))),
    right: new Map([...about].flatMap(([key, of]) => (key.startsWith('right ') ? [[key.slice(6), listed(of)]] : []))),
  };
}

const listed = (words = ''): string[] => words.split(',').map((word) => word.trim());

function itemOf(
  line: number,
  all: readonly string[],
  isAsked: boolean,
  names: readonly string[],
  value: string,
  parent: Expected | undefined,
): Expected {
  const [words = '', figure] = value.split(/ (?:=|--) /);
  const [, said = figure, when] = /^(.*?) \(([^()]*)\)$/.exec(figure ?? '') ?? [];
  const isNumber = (name: string) => /^\d/.test(name);
  const also = said === undefined ? [] : said.split(' | ').map((one) => one.trim());
  return {
    line,
    kinds: all,
    isAsked,
    name: names.find((name) => name !== '' && !isNumber(name)),
    number: names.find(isNumber),
    wordings: wordingsOf(words),
    also,
    when,
    parent,
    fields: [],
    links: [],
  };
}

const wordingsOf = (words: string): Wording[] =>
  words.split(' | ').map((wording) => {
    const [open = '', close] = wording.split('…').map((part) => part.trim());
    return { open, close: close || undefined, isWhole: close === undefined };
  });
