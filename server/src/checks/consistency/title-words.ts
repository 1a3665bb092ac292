/** Words that say nothing of what a title is about, in English and in Welsh. */
const stopWords = new Set(
  [
    'a an the of and or to in on at for with by from as into within through across via that this these those it its',
    'we our us i my you your they their them who which what how where is are be been being will shall can do does have has',
    'so well all each every any also both ensure make making sure continue continuing',
    'y yr r n yn a ac neu i o ar at am gan gyda drwy trwy dros ein ei eu fy mae yw ydy bod sydd fod fydd byddwn wrth er mwyn pob holl',
  ].flatMap((line) => line.split(' ')),
);

/** Words for the same doing, each with the one that stands for all. */
const sameDoing = new Map(
  Object.entries({
    reduce: 'cut lower decrease lessen minimise',
    tackle: 'combat fight',
    protect: 'safeguard',
    improve: 'enhance',
    increase: 'raise grow',
    support: 'help assist',
  }).flatMap(([word, others]) => others.split(' ').map((other) => [stem(other), stem(word)] as const)),
);

/** Words that set two titles apart however much else they share: negations, directions, halves of a whole. */
const telling = new Set(
  [
    'not no never without non dim heb nid ddim',
    'reduce increase more less few fewer high higher low before after internal external',
    'one two three four five six seven eight nine ten first second third fourth fifth',
    'un dau dwy tri tair pedwar pedair pump chwech saith wyth naw deg cyntaf ail trydydd trydedd',
    'north south east west northern southern eastern western gogledd de dwyrain gorllewin',
    'child children young youth older adult men women male female boys girls plant oedolion dynion menywod',
  ].flatMap((line) => line.split(' ').map(stem)),
);

const word = /\d+(?:[.,:/]\d+)*|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** A word without the endings of number and tense, so that “reducing” and “reduce” are one. For comparing only. */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const bare = word.replace(/(?:ies|y)$/, 'i').replace(/(?:ing|ed|es|s)$/, '');
  return bare.replace(/([b-df-hj-kmnp-rtv-z])\1$/, '$1').replace(/e$/, '');
}

/** A title in small letters, without accents and punctuation, its words with single spaces between. */
export const foldedTitle = (title: string): string => (folded(title).match(word) ?? []).join(' ');

const plain = /^[\0-\x7f]*$/;

const folded = (title: string): string =>
  plain.test(title)
    ? title.toLowerCase()
    : title
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();

/** A word of those that say what a title is about. */
export interface ContentWord {
  readonly word: string;
  /** True for a word that no other may stand in for. */
  readonly isTelling: boolean;
}

/**
 * What a title is about: its words without stop words and endings, each once, the longest first and those of one
 * length by the alphabet. Long words are the rare ones, so the first few tell titles apart.
 */
export function contentWords(title: string): readonly ContentWord[] {
  const found: ContentWord[] = [];
  for (const written of wordsIn(folded(title))) {
    const meaning = meaningOf(written);
    if (meaning !== nothing) insert(found, meaning);
  }
  return found;
}

/** Puts a word into its place in a list: before those that are shorter or behind it in the alphabet. Not where it is there. */
function insert(words: ContentWord[], added: ContentWord): void {
  let place = 0;
  let end = words.length;
  while (place < end) {
    const middle = (place + end) >> 1;
    if (comesBefore((words[middle] as ContentWord).word, added.word)) place = middle + 1;
    else end = middle;
  }
  if (words[place]?.word !== added.word) words.splice(place, 0, added);
}

const comesBefore = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length > b.length);

const APOSTROPHE = 39;
/** Signs that join figures to one: “1.5”, “2026/27”. */
const inFigures: ReadonlySet<number> = new Set([...'.,:/'].map((sign) => sign.charCodeAt(0)));

/** The words of a folded text: by a plain loop where all is plain, which it most often is, else by the expression. */
function wordsIn(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  let isFigure = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit || (code >= 97 && code <= 122)) {
      if (start < 0) {
        start = at;
        isFigure = isDigit;
      } else if (isFigure && !isDigit) return text.match(word) ?? [];
    } else if (code > 127 || code === APOSTROPHE || (isFigure && start >= 0 && inFigures.has(code))) {
      return text.match(word) ?? [];
    } else if (start >= 0) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) words.push(text.slice(start));
  return words;
}

/** What words mean, as far as it has been worked out: plans use the same words over and over. */
const meanings = new Map<string, ContentWord>();
const MOST_REMEMBERED = 10_000;

/** What a stop word means. */
const nothing: ContentWord = { word: '', isTelling: false };

/** The one word for all forms of a word and all words for the same doing. */
function meaningOf(written: string): ContentWord {
  const known = meanings.get(written);
  if (known !== undefined) return known;
  const apostrophe = written.search(/['’]/);
  const bare = apostrophe < 0 ? written : written.slice(0, apostrophe);
  const stemmed = stopWords.has(bare) ? '' : stem(bare);
  const word = sameDoing.get(stemmed) ?? stemmed;
  const meaning = word === '' ? nothing : { word, isTelling: isTelling(word) };
  if (meanings.size >= MOST_REMEMBERED) meanings.clear();
  meanings.set(` ${written}`.slice(1), meaning);
  return meaning;
}

/** True for a word that no other may stand in for: a figure, a single letter, a negation, a direction. */
export const isTelling = (word: string): boolean => word.length === 1 || /\d/.test(word) || telling.has(word);
