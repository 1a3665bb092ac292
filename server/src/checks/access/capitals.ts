import { type Entry, hasValue, valueSpan } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { BlockContent } from '../../model/read-block.ts';
import { titlesFor } from '../fix-titles.ts';
import { once } from '../once.ts';
import type { BlockRule, Edit, Span } from '../rule.ts';
import { hasCapitals } from '../signs.ts';
import { prosesIn } from './prose.ts';

const word = "\\p{Lu}[\\p{Lu}\\p{M}'’-]*(?![\\p{L}\\p{N}])";
/** Three or more words in capitals, one after the other. */
const run = once(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}'’/@.#_-])${word}(?:(?:[^\\S\\r\\n]+(?:&[^\\S\\r\\n]+)?|[^\\S\\r\\n]*\\r?\\n[^\\S\\r\\n]*)${word}){2,}`,
      'gu',
    ),
);
const aWord = /[\p{Lu}\p{M}'’-]+/gu;

/** Words that stand between others, in English and Welsh: where they are in capitals, it is a sentence and no list of abbreviations. */
const joining = new Set(
  'AN AND ARE AT BY FOR FROM IN IS OF ON OR OUR THE TO WE WILL WITH YOUR AC AM AR EIN GAN GYDA NEU YN YR'.split(' '),
);
const sentenceEnd = /(?:^|[.!?:*#>|“"‘(\r\n-])\s*$/;

/** Several words in capitals. */
export const capitals: BlockRule = {
  id: 'access/capitals',
  severity: 'warning',
  says: 'Several words are written in capitals.',
  why: 'Blocks of capitals are harder to read, and some screen readers spell them out letter by letter.',
  source: 'GOV.UK style guide: “do not use block capitals for large amounts of text”',
  breaks: 'plan p: Council Plan\n\npriority streets: CLEANER AND SAFER STREETS\n',
  clean:
    'plan p: Council Plan\n\npriority streets: Cleaner and safer streets\n  text: We work with NHS bodies, BCUHB and the PCC.\n',
  block(content, context) {
    const { placed } = content;
    const { text } = placed.block;
    if (!hasCapitals(text, 4)) return;
    for (const { item, entry } of textsIn(content)) {
      const { start, end } = valueSpan(placed.block, entry);
      const runs: (Span & { readonly written: string; readonly opens: boolean })[] = [];
      for (const { index, 0: written } of text.slice(start, end).matchAll(run())) {
        if (!isSentence(written)) continue;
        const at = start + index;
        const opens = sentenceEnd.test(text.slice(Math.max(start, at - 4), at));
        runs.push({ start: at, end: at + written.length, written, opens });
      }
      const [first] = runs;
      if (!first) continue;
      context.report(placed, first, {
        item,
        message: `“${shortened(text.slice(first.start, first.end))}” is in capitals, which are harder to read. Write it in small letters; a printed heading can still be made to stand out.`,
        messageCy: () =>
          `Mewn prif lythrennau y mae “${shortened(text.slice(first.start, first.end))}”, ac mae’r rheini’n anos eu darllen. Ysgrifennwch y geiriau mewn llythrennau bach; gellir gwneud i bennawd sefyll allan mewn print yr un fath.`,
        fixes: () => {
          const names = namesOf(content.plan && context.model.root(content.plan));
          const edits = runs.map(
            ({ start, end, written, opens }): Edit => ({
              placed,
              start,
              end,
              text: inSmallLetters(written, opens, names),
            }),
          );
          return [{ title: titlesFor(placed).write(shortened(edits[0]?.text ?? '')), edits }];
        },
      });
    }
  },
};

/** The titles and texts of a block. */
function* textsIn(content: BlockContent): Generator<{ item: Item; entry: Entry }> {
  for (const item of content.items) {
    if (hasValue(item.entry)) yield { item, entry: item.entry };
    for (const entry of item.fieldsNamed('title')) if (hasValue(entry)) yield { item, entry };
  }
  yield* prosesIn(content);
}

/** Whether words in capitals are words, and not abbreviations that stand side by side. */
function isSentence(written: string): boolean {
  const words = written.match(aWord) ?? [];
  return words.some((one) => joining.has(one)) || words.filter(isLongWord).length > 1;
}

/** True for five letters or more, a quarter of them vowels: few abbreviations are like that. */
function isLongWord(one: string): boolean {
  const letters = one.normalize('NFD').replace(/[^A-Z]/g, '');
  return letters.length > 4 && letters.replace(/[^AEIOUWY]/g, '').length * 4 >= letters.length;
}

/** The words of the names that a plan’s head has: of the body that makes it and of its area. */
function namesOf(root: Item | undefined): ReadonlySet<string> {
  const names = `${root?.value('organisation') ?? ''} ${root?.value('area') ?? ''}`;
  return new Set(names.match(/\p{Lu}\p{Ll}[\p{L}’'-]*/gu) ?? []);
}

/** Words in small letters, abbreviations without a vowel left alone; with a capital where they open a sentence. */
function inSmallLetters(written: string, opens: boolean, names: ReadonlySet<string>): string {
  let isFirst = opens;
  return written.replace(aWord, (one) => {
    const name = `${one.charAt(0)}${one.slice(1).toLowerCase()}`;
    if (names.has(name)) {
      isFirst = false;
      return name;
    }
    const small = one === 'I' || (one.length > 1 && !/[AEIOUWY]/.test(one.normalize('NFD'))) ? one : one.toLowerCase();
    const shown = isFirst ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    isFirst = false;
    return shown;
  });
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
};
