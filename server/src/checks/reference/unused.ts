import { hasValue } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { headSpan, type ItemRule, named, type RuleContext } from '../rule.ts';
import { wordIn } from '../syntax/words.ts';
import { joinCy, kindNamedCy, namedCy } from '../welsh.ts';

/** Nothing names a partner or a role. */
export const unused: ItemRule = {
  id: 'reference/unused',
  severity: 'hint',
  says: 'Nothing names this partner or role.',
  why: 'A partner or role that nothing names is left over from an earlier draft, or misses its link. Outcomes and questions that nothing names are found by the checks of the golden thread.',
  source: 'House rule',
  breaks: 'plan warm-homes: Warm Homes\n\npartner energy-advice: Northshire Energy Advice\n',
  clean:
    'plan warm-homes: Warm Homes\n\npartner energy-advice: Northshire Energy Advice\n\npriority damp: Dry out damp homes\n  action: Visit every damp home\n    partners: energy-advice\n',
  kinds: ['partner', 'role'],
  reads: 'neighbours',
  item(item, context) {
    const { model } = context;
    if (item.plan?.kind !== 'plan') return;
    for (const link of model.naming(item)) if (link.from !== item && model.target(link) === item) return;
    const where = item.key === 'role' ? '“lead”, “owner” or “by”' : '“partners” or “lead”';
    const how = item.id
      ? `Name ‘${item.id}’ in ${where}, or write “[[${item.id}]]” in a text`
      : `Give it an id and name that in ${where}`;
    context.report(item.placed, headSpan(item), {
      item,
      message: () =>
        inWords(item, context) ??
        `Nothing names ${item.title ? `the ${item.kind.noun} ${named(item)}` : named(item)}. ${how}; if it is left over from an earlier draft, delete it.`,
      messageCy: () => {
        const said = inWordsCy(item, context);
        if (said) return said;
        const fieldsCy = item.key === 'role' ? '“arweinydd”, “perchennog” neu “gan”' : '“partneriaid” neu “arweinydd”';
        const howCy = item.id
          ? `Enwch ‘${item.id}’ yn ${fieldsCy}, neu ysgrifennwch “[[${item.id}]]” mewn testun`
          : `Rhowch id i’r eitem ac enwch yr id yn ${fieldsCy}`;
        return `Nid oes dim yn ${joinCy('enwi', kindNamedCy(item))}. ${howCy}; os yw’n weddill o ddrafft cynharach, dilëwch yr eitem.`;
      },
    });
  },
};

/** The key of a line that names an item by its title, where an id would link to it; undefined where there is none. */
function keyWithTitle(item: Item, { model }: RuleContext): string | undefined {
  const title = item.title.toLowerCase();
  if (title === '' || !item.plan) return undefined;
  for (const other of model.items(item.plan))
    for (const entry of other.fields) {
      const field = entry.definition;
      if (field?.item !== false || field.orWords !== true || !hasValue(entry)) continue;
      if (
        other
          .value(field.key)
          .split(',')
          .some((name) => name.trim().toLowerCase() === title)
      )
        return field.key;
    }
  return undefined;
}

/** What is said of an item that stands somewhere by its title. */
function inWords(item: Item, context: RuleContext): string | undefined {
  const key = keyWithTitle(item, context);
  const id = item.id ? `‘${item.id}’` : 'its id, once it has one,';
  return (
    key &&
    `“${wordIn(key, item.placed.file.tree.language)}” has ${named(item)} in words, so nothing links to this ${item.kind.noun}. Write ${id} in the place of the words: the name is printed all the same.`
  );
}

/** The same in Welsh. */
function inWordsCy(item: Item, context: RuleContext): string | undefined {
  const key = keyWithTitle(item, context);
  const id = item.id ? `‘${item.id}’` : 'yr id, unwaith y bydd un,';
  return (
    key &&
    `Mae ${namedCy(item)} mewn geiriau yn “${wordIn(key, 'cy')}”, felly nid oes dim yn dolennu yma. Ysgrifennwch ${id} yn lle’r geiriau: caiff yr enw ei argraffu yr un fath.`
  );
}
