import type { DraftItem } from '../../draft/draft.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { dayIn, periodOf } from './days.ts';
import { inWords, itemOf, put, say } from './made.ts';
import { lineOf, proseFrom, proseOf } from './words.ts';

/** The fields of a contact by the names that the standard has had for them; those of its name are put together. */
const fields: Readonly<Record<string, string>> = {
  GivenName: 'title',
  FirstName: 'title',
  Surname: 'title',
  LastName: 'title',
  Name: 'title',
  PhoneNumber: 'phone',
  EmailAddress: 'email',
};

/** Who put the document on file, as a contact; none where nobody is named. */
export function submitterOf(element: XmlElement, hasLines: boolean): DraftItem[] {
  const item = itemOf('contact', '', element.line);
  for (const node of element.children) {
    if (typeof node === 'string') {
      say(item, proseFrom(node));
      continue;
    }
    const key = Object.hasOwn(fields, node.name) ? fields[node.name] : undefined;
    const words = lineOf(node);
    if (key === 'title') item.title = [item.title, words].filter(Boolean).join(' ');
    else if (key !== undefined) put(item, key, words);
    else if (words) say(item, `${inWords(node.name)}: ${proseOf(node, hasLines)}`);
  }
  if (!item.title && item.parts.length === 0) return [];
  say(item, 'Submitted this plan as StratML.');
  return [item];
}

/** Where the document was made from, as a document with its address; none where nothing is said. */
export function sourceOf(element: XmlElement): DraftItem[] {
  const words = lineOf(element);
  if (!words) return [];
  const item = itemOf('document', 'Source', element.line);
  if (/^https?:\/\/\S+$/i.test(words)) put(item, 'web', words);
  else say(item, proseFrom(words));
  return [item];
}

/** The period and the date of a plan, from the elements that have its days; `tell` is given those that have none. */
export function readDays(
  plan: DraftItem,
  days: ReadonlyMap<string, XmlElement>,
  tell: (element: XmlElement) => void,
): void {
  const [start, end, published] = ['StartDate', 'EndDate', 'PublicationDate'].map((name) => days.get(name));
  const [first, last, date] = [start, end, published].map((element) => dayIn(lineOf(element)));
  const isPeriod = first !== undefined && (last === undefined ? !lineOf(end) : first <= last);
  if (isPeriod) put(plan, 'period', last === undefined ? `since ${first}` : periodOf(first, last));
  else for (const element of [start, end]) if (element) tell(element);
  if (date !== undefined) put(plan, 'date', date);
  else if (published) tell(published);
}
