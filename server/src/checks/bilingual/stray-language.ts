import { hasValue, keyOf } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { languageOf } from '../../model/read-block.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingField } from '../fixes.ts';
import { type Fix, type ItemRule, named, type RuleContext } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { namedCy } from '../welsh.ts';
import { languageName, languageNameCy } from './languages.ts';
import { hasNamedLine } from './wordings.ts';

/** Words stand in a language in which the plan is not printed, or a second time in its own. */
export const strayLanguage: ItemRule = {
  id: 'bilingual/stray-language',
  severity: 'warning',
  says: 'Words stand in a language in which the plan is not printed, or a second time in its own.',
  why: 'A document is printed in the language of the plan and in those of its “translations”: all other words are lost.',
  source: 'Language reference, “A plan in two languages”',
  profile: 'wales',
  breaks: 'plan p: Plan\n  title cy: Cynllun\n\npriority homes: Warm homes\n  title cy: Cartrefi cynnes\n',
  clean:
    'plan p: Plan\n  title cy: Cynllun\n  translations: cy\n\npriority homes: Warm homes\n  title cy: Cartrefi cynnes\n',
  kinds: 'all',
  reads: 'itself',
  item(item, context) {
    if (!hasNamedLine(item)) return;
    const { placed } = item;
    const { language, translations } = context.facts(item.plan);
    for (const entry of item.fields) {
      const code = languageOf(placed, entry);
      if (code === undefined || !hasValue(entry) || translations.includes(code)) continue;
      const key = keyOf(placed.block, entry);
      const span = { start: entry.at, end: Math.max(entry.keyEnd, entry.nameEnd) };
      if (code !== language)
        context.report(placed, span, {
          item,
          message: `These words of ${named(item)} are in ${languageName(code)}, in which this plan is not printed. Add ‘${code}’ to “${wordIn('translations', placed.file.tree.language)}” below the first line of the plan, or delete them.`,
          messageCy: () =>
            `Mae’r geiriau hyn yn ${namedCy(item)} mewn iaith (${languageNameCy(code)}) nad yw’r cynllun yn cael ei argraffu ynddi. Ychwanegwch ‘${code}’ at “${wordIn('translations', 'cy')}” o dan linell gyntaf y cynllun, neu dilëwch hwy.`,
          fixes: () => addingTranslation(item, code, context),
        });
      else if (standsAlready(item, key))
        context.report(placed, span, {
          item,
          message: `${languageName(code)} is the language of this plan, so these words of ${named(item)} stand beside “${key}” and not in its place. Keep one of the two.`,
          messageCy: () =>
            `${languageNameCy(code)} yw iaith y cynllun hwn, felly mae’r geiriau hyn yn ${namedCy(item)} yn sefyll wrth ochr “${key}” ac nid yn ei le. Cadwch un o’r ddau.`,
        });
    }
  },
};

/** True where the words of a key stand there with no language named. */
const standsAlready = (item: Item, key: string): boolean =>
  key === wordIn('title', item.placed.file.tree.language)
    ? item.title !== ''
    : item.fields.some(
        (entry) =>
          keyOf(item.placed.block, entry) === key && languageOf(item.placed, entry) === undefined && hasValue(entry),
      );

/** A mend that adds a language to those that the plan is translated into. */
function addingTranslation(item: Item, code: string, { model }: RuleContext): readonly Fix[] {
  const root = item.plan && model.root(item.plan);
  if (!root) return [];
  const key = wordIn('translations', root.placed.file.tree.language);
  const title = titlesFor(item.placed).addTo(code, key);
  const entry = root.field('translations');
  if (!entry || !hasValue(entry)) return entry ? [] : [addingField(title, root, `${key}: ${code}`)];
  const { valueEnd } = entry;
  return [{ title, edits: [{ placed: root.placed, start: valueEnd, end: valueEnd, text: `, ${code}` }] }];
}
