import { fields, kindOf } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';

/** How Welsh messages name one kind: one of it, “the” one, which may mutate it, whether “this” one is `hon`, and several. */
interface Noun {
  readonly one: string;
  readonly the: string;
  readonly feminine: boolean;
  readonly many: string;
}

const masculine = (one: string, the: string, many: string): Noun => ({ one, the, feminine: false, many });
const feminine = (one: string, the: string, many: string): Noun => ({ one, the, feminine: true, many });

/** The kinds, by their keys in English. A test sees to it that none is missing. */
const nouns: Readonly<Record<string, Noun>> = {
  plan: masculine('cynllun', 'y cynllun', 'cynlluniau'),
  part: feminine('rhan', 'y rhan', 'rhannau'),
  library: feminine('llyfrgell', 'y llyfrgell', 'llyfrgelloedd'),
  vision: feminine('gweledigaeth', 'y weledigaeth', 'gweledigaethau'),
  mission: feminine('cenhadaeth', 'y genhadaeth', 'cenadaethau'),
  value: masculine('gwerth', 'y gwerth', 'gwerthoedd'),
  principle: feminine('egwyddor', 'yr egwyddor', 'egwyddorion'),
  aim: masculine('nod', 'y nod', 'nodau'),
  duty: feminine('dyletswydd', 'y ddyletswydd', 'dyletswyddau'),
  outcome: masculine('canlyniad', 'y canlyniad', 'canlyniadau'),
  kpq: masculine(
    'cwestiwn perfformiad allweddol',
    'y cwestiwn perfformiad allweddol',
    'cwestiynau perfformiad allweddol',
  ),
  measure: masculine('mesur', 'y mesur', 'mesurau'),
  theme: feminine('thema', 'y thema', 'themâu'),
  priority: feminine('blaenoriaeth', 'y flaenoriaeth', 'blaenoriaethau'),
  group: masculine('grŵp', 'y grŵp', 'grwpiau'),
  action: feminine('gweithred', 'y weithred', 'gweithredoedd'),
  milestone: feminine('carreg filltir', 'y garreg filltir', 'cerrig milltir'),
  framework: masculine('fframwaith', 'y fframwaith', 'fframweithiau'),
  goal: masculine('amcan', 'yr amcan', 'amcanion'),
  requirement: masculine('gofyniad', 'y gofyniad', 'gofynion'),
  document: feminine('dogfen', 'y ddogfen', 'dogfennau'),
  partner: masculine('partner', 'y partner', 'partneriaid'),
  role: feminine('rôl', 'y rôl', 'rolau'),
  term: masculine('term', 'y term', 'termau'),
  section: feminine('adran', 'yr adran', 'adrannau'),
  statistic: masculine('ystadegyn', 'yr ystadegyn', 'ystadegau'),
  panel: masculine('panel', 'y panel', 'paneli'),
  quote: masculine('dyfyniad', 'y dyfyniad', 'dyfyniadau'),
  figure: masculine('ffigur', 'y ffigur', 'ffigurau'),
  table: masculine('tabl', 'y tabl', 'tablau'),
  chart: masculine('siart', 'y siart', 'siartiau'),
  budget: feminine('cyllideb', 'y gyllideb', 'cyllidebau'),
  line: feminine('llinell gyllideb', 'y llinell gyllideb', 'llinellau cyllideb'),
  approval: feminine('cymeradwyaeth', 'y gymeradwyaeth', 'cymeradwyaethau'),
  contact: masculine('cyswllt', 'y cyswllt', 'cysylltiadau'),
};

/** The words for a kind that is in no table: an item of any sort. */
const anything = feminine('eitem', 'yr eitem', 'eitemau');

const nounOf = (kind: string): Noun => nouns[kind] ?? anything;

/** One of a kind: “blaenoriaeth”. To stand where nothing mutates it. */
export const oneCy = (kind: string): string => nounOf(kind).one;

/** Several of a kind: “blaenoriaethau”. To stand where nothing mutates it. */
export const manyCy = (kind: string): string => nounOf(kind).many;

/** A kind with its article: “y flaenoriaeth”. */
export const theCy = (kind: string): string => nounOf(kind).the;

/** This one of a kind: “y flaenoriaeth hon”, “y canlyniad hwn”. */
export const thisCy = (kind: string): string => `${nounOf(kind).the} ${nounOf(kind).feminine ? 'hon' : 'hwn'}`;

/** How a Welsh message names an item: its title in quotation marks, or its kind where it has none. Nothing mutates either. */
export function namedCy({ title, id, key }: Item): string {
  if (!title) return id ? `${theCy(key)} ‘${id}’` : thisCy(key);
  return `‘${title.length > 80 ? `${title.slice(0, 77)}…` : title}’`;
}

/** An item with its kind: “y canlyniad ‘Mae cartrefi’n gynnes’”. */
export const kindNamedCy = (item: Item): string => (item.title ? `${theCy(item.key)} ${namedCy(item)}` : namedCy(item));

/** Words that end in a vowel, and behind them others that may begin with an article, which contracts: “Nid yw’r flaenoriaeth hon”. */
export const joinCy = (before: string, words: string): string =>
  /^yr? /.test(words) ? `${before}’r ${words.slice(words.indexOf(' ') + 1)}` : `${before} ${words}`;

/** Words as a choice: “a, b neu c”. They are to stand in quotation marks, where “neu” does not mutate them. */
export function eitherCy(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} neu ${last}`;
}

const beginsWithVowel = /^[“‘]?[aeiouwyâêîôûŵŷ]/i;

/** Words as a list: “a, b ac uned”. They are to stand in quotation marks or to be figures, which “a” does not mutate. */
export function listedCy(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2
    ? last
    : `${words.slice(0, -1).join(', ')} ${beginsWithVowel.test(last) ? 'ac' : 'a'} ${last}`;
}

/** A key in Welsh, between quotation marks: “canlyniadau” for `outcomes`. */
export const keyCy = (key: string): string =>
  `“${(kindOf(key) ?? fields.find((field) => field.key === key))?.cy ?? key}”`;

/** The keys of kinds in Welsh, between quotation marks, as a choice: “rôl” neu “partner”. */
export const kindsCy = (kinds: readonly string[]): string => eitherCy(kinds.map(keyCy));
