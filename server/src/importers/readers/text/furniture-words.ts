/** Words that stand in texts and are no part of the document: of pages that show documents, of stamps. This is data. */

/** Lines that are nothing but this, in small letters. */
export const stamps: readonly string[] = [
  'draft',
  'final draft',
  'confidential',
  'official',
  'official sensitive',
  'official - sensitive',
  'not protectively marked',
  'protectively marked',
  'unclassified',
  'this page is intentionally blank',
  'this page is intentionally left blank',
  'this page has been left blank intentionally',
  'blank page',
  'please turn over',
  'mae’r dudalen hon yn wag yn fwriadol',
  "mae'r dudalen hon yn wag yn fwriadol",
];

/** Lines of pages that show documents of others, as patterns for a whole line in small letters. */
export const siteLines: readonly RegExp[] = [
  /^transcription$/,
  /^transcript$/,
  /^size: ?px$/,
  /^start display at page:?(?: ?\d{1,4})*$/,
  /^download [“"].{1,300}[”"]$/,
  /^download(?: pdf| this document)?$/,
  /^view full document$/,
  /^uploaded by .{1,60}$/,
  /^\d{1,4} pages?$/,
  /^document preview$/,
];

/** What such a page prints under each of the other documents that it lists. */
export const listedAfter = 'more information';

/** Where so many are listed, they are a list of other documents for sure. */
export const leastListed = 5;

/** Words before a number that count parts of a plan, not its pages. */
export const counted =
  /\b(?:priority|priorities|objective|goal|theme|aim|ambition|outcome|year|phase|stage|table|figure|chart|appendix|annex|section|part|chapter|step|option|pillar|mission|action|commitment|ward|zone|question|principle|measure|target|strand|blaenoriaeth|amcan|thema|nod|canlyniad|blwyddyn|cam|tabl|ffigur|atodiad|adran|rhan)$/i;
