/** What is known of HTML’s elements: which of them hold which, as in HTML 5 (13.2.6, “in body”), and what they are to a plan. */

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that hold nothing. */
export const voids = named(
  'area base basefont br col colgroup embed frame hr img input keygen link meta param source track wbr',
);

/** Elements that stand on lines of their own. */
export const blocks = named(
  '#page address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul ' +
    'optgroup option search x-footnote',
);

/** Elements that end a paragraph where they begin. */
const afterParagraph =
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
  'hgroup hr main menu nav ol p pre section search summary table ul li dd dt x-footnote';

/** Elements that hold rows or cells and nothing else; what a table holds besides; and what may stand between. */
export const inTables = named('table tbody thead tfoot tr');
export const ofTables = named('caption tbody thead tfoot tr');
export const apartFromTables = named('script style template form col colgroup');

/** Elements that stand in the head of a page; any other ends it. */
export const inHead = named('title meta link base script style noscript template object basefont bgsound');

/** What the beginning of an element ends, before it begins. */
export const closedBy: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...afterParagraph.split(' ').map((name) => [name, ['p']] as const),
  ['li', ['p', 'li']],
  ['dt', ['p', 'dt', 'dd']],
  ['dd', ['p', 'dt', 'dd']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['tr', ['td', 'th', 'tr']],
  ['tbody', ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption']],
  ['thead', ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption']],
  ['tfoot', ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption']],
  ['option', ['option']],
  ['optgroup', ['option', 'optgroup']],
  ['body', ['head']],
  ['a', ['a']],
]);

/** Up to which elements the beginning of another is looked for: what is beyond them is not ended from within. */
export const barriers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['*', named('td th caption')],
  [
    'p',
    named('td th caption table button object blockquote li dd dt div section article aside main ul ol dl x-footnote'),
  ],
  ['li', named('td th caption table ul ol menu dir')],
  ['dt', named('td th caption table dl')],
  ['dd', named('td th caption table dl')],
  ['td', named('table tr')],
  ['th', named('table tr')],
  ['tr', named('table')],
  ['tbody', named('table')],
  ['thead', named('table')],
  ['tfoot', named('table')],
  ['caption', named('table')],
  ['table', named('#page')],
  ['body', named('#page')],
  ['html', named('#page')],
  ['a', named('td th caption table p li dd dt div h1 h2 h3 h4 h5 h6 section blockquote')],
]);

/** Elements that no reader of a page sees the words of. */
export const unread = named('script style template head link meta base col colgroup param source track area');

/** Elements that somebody works with, rather than reads. */
export const controls = named('button input select textarea datalist option optgroup progress meter noscript dialog');

/** How deep each element of headings is. */
export const headings: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));
