import type { Item } from '../../model/item.ts';
import { holderOf } from '../../model/links.ts';
import { element, words, type XmlElement } from '../xml.ts';
import type { Part } from './part.ts';
import type { Scribe } from './scribe.ts';

/** The fields that name who does something, in the order in which they are told. */
export const parties = ['lead', 'partners', 'assured-by'] as const;

/** Roles and partners of the plan, as stakeholders of its organisation. */
export function stakeholdersOfPlan(scribe: Scribe, part: Part): XmlElement[] {
  const { model, edition, phrases } = scribe;
  return [...model.items(edition.source.plan)].flatMap((item) => {
    if (item.key !== 'role' && item.key !== 'partner') return [];
    return [stakeholder(scribe, part, { item, role: item.key === 'partner' ? phrases.partners : undefined })];
  });
}

/**
 * Those who see to a priority or an action: who leads it, helps, or makes sure that it is done. What an action does not say itself it has
 * from above.
 */
export function stakeholdersOf(scribe: Scribe, part: Part, item: Item): XmlElement[] {
  return parties.flatMap((key) => {
    const holder = holderOf(item, key);
    if (!holder) return [];
    const role = scribe.phrases[key];
    const isPerformer = key !== 'assured-by';
    const links = holder.links.filter(({ relation }) => relation === key);
    if (links.length === 0) return [stakeholder(scribe, part, { name: scribe.value(holder, key), role, isPerformer })];
    return links.map((link) => {
      const target = scribe.model.target(link);
      return target
        ? stakeholder(scribe, part, { item: target, role, isPerformer })
        : stakeholder(scribe, part, { name: holder.placed.block.text.slice(link.start, link.end), role, isPerformer });
    });
  });
}

interface Named {
  readonly item?: Item;
  readonly name?: string;
  /** What they do in it. */
  readonly role: string | undefined;
  readonly isPerformer?: boolean;
}

/** One stakeholder. Part 1 has no roles: these stand in the description. */
function stakeholder(scribe: Scribe, part: Part, { item, name, role, isPerformer = true }: Named): XmlElement {
  const facts = item ? scribe.facts(item) : '';
  const description = part.isFull || !role ? facts : facts ? `${role}\n${facts}` : role;
  return element(
    'Stakeholder',
    [
      element('Name', item ? scribe.title(item) : (name ?? '')),
      words('Description', description),
      part.isFull && role
        ? element('Role', [element('Name', role), isPerformer ? words('RoleType', 'Performer') : undefined])
        : undefined,
    ],
    { StakeholderTypeType: item && typeOf(item) },
  );
}

/** What a stakeholder is, where that is sure: an office is a person where somebody holds it. */
function typeOf(item: Item): string | undefined {
  if (item.key === 'partner') return 'Organization';
  return item.has('holder') ? 'Person' : undefined;
}
