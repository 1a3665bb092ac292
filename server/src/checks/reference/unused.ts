import { headSpan, type ItemRule, named } from '../rule.ts';
import { joinCy, kindNamedCy } from '../welsh.ts';

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
      message: `Nothing names ${item.title ? `the ${item.kind.noun} ${named(item)}` : named(item)}. ${how}; if it is left over from an earlier draft, delete it.`,
      messageCy: () => {
        const fieldsCy = item.key === 'role' ? '“arweinydd”, “perchennog” neu “gan”' : '“partneriaid” neu “arweinydd”';
        const howCy = item.id
          ? `Enwch ‘${item.id}’ yn ${fieldsCy}, neu ysgrifennwch “[[${item.id}]]” mewn testun`
          : `Rhowch id i’r eitem ac enwch yr id yn ${fieldsCy}`;
        return `Nid oes dim yn ${joinCy('enwi', kindNamedCy(item))}. ${howCy}; os yw’n weddill o ddrafft cynharach, dilëwch yr eitem.`;
      },
    });
  },
};
