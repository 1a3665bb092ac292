import { type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** Two items of a plan share an id. */
export const duplicateId: ItemRule = {
  id: 'reference/duplicate-id',
  severity: 'error',
  says: 'Two items of a plan have the same id.',
  why: 'Nobody can tell which of the two a link means.',
  source: 'Language reference, “One shape”',
  breaks: 'plan p: Plan\n\noutcome safe: Communities are safe\n\npriority safe: Safer streets\n  outcomes: safe\n',
  clean: 'plan p: Plan\n\noutcome safe: Communities are safe\n\npriority streets: Safer streets\n  outcomes: safe\n',
  kinds: 'all',
  reads: 'neighbours',
  item(item, context) {
    if (item.id === undefined || !item.plan || item.kind.root) return;
    const [first] = context.model.withId(item.plan, item.id);
    if (!first || first === item) return;
    const { nameStart: start, nameEnd: end } = item.entry;
    context.report(
      item.placed,
      { start, end },
      {
        item,
        message: `Another item has the id ‘${item.id}’ already, so a link to it could mean either. Give this one an id of its own.`,
        messageCy: () =>
          `Mae gan eitem arall yr id ‘${item.id}’ eisoes, felly gallai dolen i’r id olygu’r naill neu’r llall. Rhowch i’r eitem hon ei id ei hun.`,
        related: [
          {
            placed: first.placed,
            start: first.entry.nameStart,
            end: first.entry.nameEnd,
            message: `${named(first)} has the id first`,
            messageCy: () => `Gan ${namedCy(first)} y mae’r id gyntaf`,
          },
        ],
      },
    );
  },
};
