import type { Item } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingItem, lineEndOf } from '../fixes.ts';
import type { KeyRule, RuleContext } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { abbreviationKey, abbreviationsIn } from './abbreviations.ts';
import { passagesOf } from './passages.ts';
import { librariesOf } from './used.ts';

/** What a mark says: that an abbreviation is used, or that it is explained. */
const used = 'used';
const explained = 'explained';

/** Kinds whose titles are names to look up, not wording. */
const listed = new Set(['partner', 'role', 'document', 'framework', 'goal', 'requirement', 'term']);

/** An abbreviation is nowhere explained. */
export const termNotExplained: KeyRule = {
  id: 'consistency/term-not-explained',
  severity: 'warning',
  says: 'An abbreviation is used, and nothing in the plan says what it stands for.',
  why: 'Many readers do not know it, and those who think they do may think of another.',
  source: 'GOV.UK style guide: explain an abbreviation at first use; WCAG 2.2, success criterion 3.1.4',
  breaks: 'plan p: Plan\n\npriority homes: Warm homes\n  why: Too many homes have a low EPC grade.\n',
  clean:
    'plan p: Plan\n\npriority homes: Warm homes\n  why: Too many homes have a low EPC grade. The NHS and the Regional Energy Board (REB) help.\n\nterm: EPC\n  means: Energy Performance Certificate\n',
  readsOtherPlans: true,
  notesTellAll: true,
  marks(content, mark) {
    const { placed, items } = content;
    let made: Set<string> | undefined;
    const note = (key: string, what: string, start: number, end: number, item: Item): void => {
      made ??= new Set();
      if (made.has(`${what} ${key}`)) return;
      made.add(`${what} ${key}`);
      mark(key, { placed, start, end, note: what, item });
    };
    for (const item of items)
      for (const key of explainedBy(item)) note(key, explained, item.entry.at, item.entry.keyEnd, item);
    for (const { item, field, language, start, words, signs } of passagesOf(content)) {
      if (language !== undefined) continue;
      for (const one of abbreviationsIn(words, signs)) {
        const what = one.isExplained ? explained : used;
        if (what === explained || field !== 'title' || !listed.has(item.key))
          note(one.key, what, start + one.start, start + one.end, item);
      }
    }
  },
  key(key, marks, plan, context) {
    if (plan.kind !== 'plan') return;
    for (const { note } of marks.all) if (note === explained) return;
    if (isExplainedElsewhere(key, plan, context)) return;
    const [first] = marks.inOrder();
    if (!first) return;
    const { block } = first.placed;
    const written = block.text.slice(first.start, first.end);
    const singular = written.replace(/['’]?s$/, '');
    const { language } = first.placed.file.tree;
    const term = `${wordIn('term', language)}: ${singular}${lineEndOf(block.text)}  ${wordIn('means', language)}:`;
    context.report(first.placed, first, {
      item: first.item,
      message: `‘${written}’ is not explained anywhere in the plan, and many readers will not know it. Write it in full here with the short form in brackets, or add a “term: ${singular}” that says what it means.`,
      messageCy: () =>
        `Nid yw ‘${written}’ wedi’i esbonio yn unman yn y cynllun, ac ni fydd llawer o ddarllenwyr yn ei adnabod. Ysgrifennwch yr enw yn llawn yma gyda’r ffurf fer mewn cromfachau, neu ychwanegwch “term: ${singular}” sy’n dweud beth yw ei ystyr.`,
      fixes: [{ ...addingItem(titlesFor(first.placed).addTerm(singular), first.placed, term), leavesGap: true }],
    });
  },
};

/** The abbreviations that an item explains: a term, the other names of a partner or role, a title that has one in brackets. */
function explainedBy(item: Item): readonly string[] {
  switch (item.key) {
    case 'term':
      return [abbreviationKey(item.title), ...abbreviationsIn(item.title).map(({ key }) => key)];
    case 'partner':
    case 'role':
      return item
        .value('aliases')
        .split(',')
        .map((alias) => abbreviationKey(alias.trim()));
    default:
      return none;
  }
}

const none: readonly string[] = [];

/** True where a plan or library that the plan uses explains an abbreviation. */
const isExplainedElsewhere = (key: string, plan: Plan, context: RuleContext): boolean =>
  librariesOf(plan, context).some((root) =>
    context.model
      .remembered('explained abbreviations', root, () => {
        const found = new Set<string>();
        for (const item of root.plan ? context.model.items(root.plan) : []) {
          for (const one of explainedBy(item)) found.add(one);
          if (item.title.includes('('))
            for (const one of abbreviationsIn(item.title)) if (one.isExplained) found.add(one.key);
        }
        return found;
      })
      .has(key),
  );
