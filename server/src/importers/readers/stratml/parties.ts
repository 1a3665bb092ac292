import type { Draft, DraftItem } from '../../draft/draft.ts';
import { elementsOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { describedBy } from './indicators.ts';
import { fieldOf, inWords, itemOf, put, say } from './made.ts';
import { lineOf, proseFrom, proseOf } from './words.ts';

/** The field for those who have a role, by what Goldthread calls it. */
const relations: Readonly<Record<string, string>> = {
  lead: 'lead',
  arweinydd: 'lead',
  assurance: 'assured-by',
  sicrwydd: 'assured-by',
};

/** What Goldthread calls those who are no more than partners. */
const partner = /^Partner$/i;

/** Roles and partners of a plan: each is one item, however often it is named. */
export class Parties {
  readonly items: DraftItem[] = [];
  /** True for a document that Goldthread wrote. */
  private readonly isOwn: boolean;
  private readonly byName = new Map<string, DraftItem>();
  private readonly links: Draft['links'];

  constructor(links: Draft['links'], isOwn: boolean) {
    this.links = links;
    this.isOwn = isOwn;
  }

  /**
   * Reads somebody who has a part in the plan, or in a goal or objective of it: what is said of them there is theirs, and names them there. A
   * person is a role, anybody else a partner. Gives what is said of somebody without a name.
   */
  read(element: XmlElement, of: DraftItem | undefined): string {
    const name = elementsOf(element, 'Name').map(lineOf).filter(Boolean).join(' ');
    const said = this.said(element, of);
    if (!name) return said;
    this.link(this.party(element, name, said, of), element, of);
    return '';
  }

  private party(element: XmlElement, name: string, said: string, of: DraftItem | undefined): DraftItem {
    const key = name.normalize('NFC').toLowerCase();
    let item = this.byName.get(key);
    if (!item) {
      const type = element.attributes['StakeholderTypeType'];
      // Goldthread says nothing of offices that nobody holds, and of all others what they are.
      const isOffice = type === 'Person' || (type === undefined && this.isOwn && !of);
      const kind = isOffice ? 'role' : 'partner';
      item = itemOf(kind, name, element.line);
      this.byName.set(key, item);
      this.items.push(item);
    }
    // What is said once more in the same words is there already.
    for (const paragraph of said.split('\n\n')) {
      const known = fieldOf(item, 'text')?.value ?? '';
      if (paragraph && !`\n\n${known}\n\n`.includes(`\n\n${paragraph}\n\n`)) say(item, paragraph);
    }
    return item;
  }

  private link(to: DraftItem, element: XmlElement, of: DraftItem | undefined): void {
    if (!of || of.kind === 'plan') return;
    const roles = elementsOf(element, 'Role').map((role) => lineOf(elementsOf(role, 'Name')[0]).toLowerCase());
    const relation = roles.map((role) => relations[role]).find((one) => one !== undefined) ?? 'partners';
    if (this.links.some((link) => link.from === of && link.to === to && link.relation === relation)) return;
    this.links.push({ from: of, relation, to, confidence: 1, words: to.title, spot: { line: element.line } });
  }

  /** All that is said of somebody, with the roles that they have. */
  private said(element: XmlElement, of: DraftItem | undefined): string {
    const pieces = [describedBy(element, this.isOwn)];
    for (const child of elementsOf(element)) {
      if (child.name === 'Role') pieces.push(this.role(child, of));
      else if (child.name !== 'Name' && child.name !== 'Description' && child.name !== 'Identifier') {
        const words = lineOf(child);
        if (words) pieces.push(proseFrom(`${inWords(child.name)}: ${words}`));
      }
    }
    const loose = element.children.filter((node) => typeof node === 'string').join(' ');
    return [...pieces, proseFrom(loose)].filter(Boolean).join('\n\n');
  }

  private role(element: XmlElement, of: DraftItem | undefined): string {
    const title = elementsOf(element, 'Name').map(lineOf).filter(Boolean).join(' ');
    const types = elementsOf(element, 'RoleType').map(lineOf).filter(Boolean).join(', ');
    const known = new Set(['Name', 'RoleType', 'Description']);
    const more = elementsOf(element)
      .filter(({ name }) => !known.has(name))
      .map((one) => [inWords(one.name), lineOf(one)])
      .flatMap(([name, words]) => (words ? [`${name}: ${words}`] : []));
    const descriptions = elementsOf(element, 'Description').map((one) => proseOf(one, this.isOwn));
    const isSaid = relations[title.toLowerCase()] !== undefined || partner.test(title);
    const head = [isSaid ? '' : title, isSaid || !types ? '' : `(${types})`].filter(Boolean).join(' ');
    const where = title && head && of?.title ? `${of.title}: ` : '';
    return [head ? proseFrom(`${where}${head}`) : '', ...descriptions, ...more.map((one) => proseFrom(one))]
      .filter(Boolean)
      .join('\n\n');
  }
}

/** A word that stands for a body, as an entry of the glossary. */
export function acronymOf(element: XmlElement, name: string): DraftItem | undefined {
  const acronym = lineOf(element);
  if (!acronym) return undefined;
  const term = itemOf('term', acronym, element.line);
  if (name) put(term, 'means', name);
  return term;
}
