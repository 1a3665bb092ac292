import type { Account } from './account.ts';
import type { PageText } from './page.ts';

/** How many of the letters of a page may be without a name before it is said of the page. */
const mostUnknown = 0.01;

/** Says what of pages could not be read, or is there and is not seen. */
export function addDoubts(pages: readonly PageText[], broken: readonly number[], account: Account): void {
  for (const page of broken)
    account.doubt('lost', `Page ${page} is broken and can’t be read: its words are not in the plan.`, page);
  const letters = pages.reduce((sum, { faults }) => sum + faults.letters, 0);
  const unseen = pages.reduce((sum, { faults }) => sum + faults.unseen.join('').length, 0);
  const isScanned = unseen > 0.5 * letters;
  if (isScanned)
    account.doubt(
      'wording',
      'The words of this PDF lie unseen under pictures of its pages: they were recognised by a machine. Compare names and figures with the pages.',
      1,
    );
  const empty: number[] = [];
  for (const { number, faults } of pages) {
    if (faults.letters === 0) empty.push(number);
    if (faults.unknown > Math.max(2, mostUnknown * faults.letters))
      account.doubt(
        'lost',
        `The letters of page ${number} can’t all be read: the PDF draws them and does not say which they are. “\ufffd” stands in their places.`,
        number,
      );
    if (faults.unseen.length > 0 && !isScanned)
      account.doubt(
        'wording',
        `Words on page ${number} can’t be seen there, and are kept: “${faults.unseen.join(' ').slice(0, 120)}”. Take them out if they are not meant to be read.`,
        number,
      );
    if (faults.isCut)
      account.doubt(
        'lost',
        `Page ${number} has more letters than are read: its last words are not in the plan.`,
        number,
      );
  }
  const [first] = empty;
  if (first !== undefined)
    account.doubt(
      'lost',
      `There are no words that can be read on ${empty.length === 1 ? 'page' : 'pages'} ${empty.slice(0, 30).join(', ')}: blank, or a picture.`,
      first,
    );
}
