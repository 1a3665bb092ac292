import type { KeyLanguage } from '@goldthread/grammar';
import type { Source } from '../source.ts';
import { plainWords } from '../words.ts';

/** Words that only one of the languages has, and that stand in any page of it. */
const telling: Readonly<Record<KeyLanguage, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in that is for we will our with are this be by on as have why what how from they their people more it every at or who when has not all can into each than plan local council board report strategy vision priority priorities objective police service health community communities'.split(
      ' ',
    ),
  ),
  cy: new Set(
    'yn yr mae ac wedi eu ein gan bod sy ar gyfer fod ydd y fydd byddwn rydym hyn sydd pob ym yng nghymru pam beth sut ei i’r a’r o’r i’w cymunedau gwaith plant pobl bwrdd cyngor llesiant amcan cynllun lleol strategaeth gweledigaeth blaenoriaeth heddlu iechyd'.split(
      ' ',
    ),
  ),
};

/** Letters that Welsh has, and English has not; and pairs with which Welsh words begin. */
const welsh = /[ŵŷâêîôû]|\b(?:ll|dd|ngh|nh|mh|rh|gw|cy|ddy)\p{L}+/giu;
const english = /\p{L}+(?:tion|ing|ity|ness|ment|ould|ough|ght)\b/giu;

/** How many words are looked at. */
const most = 20_000;

interface Counts {
  en: number;
  cy: number;
}

function count(words: string, counts: Counts): void {
  for (const word of words
    .toLowerCase()
    .replace(/'/g, '’')
    .split(/[^\p{L}’-]+/u)) {
    if (telling.en.has(word)) counts.en += 1;
    if (telling.cy.has(word)) counts.cy += 1;
  }
}

/** The language of a few words; undefined where they do not tell. */
export function languageOfWords(words: string): KeyLanguage | undefined {
  const counts = { en: 0, cy: 0 };
  count(words, counts);
  const some = words.slice(0, 2000);
  counts.cy += (some.match(welsh) ?? []).length;
  counts.en += (some.match(english) ?? []).length / 2;
  if (counts.en === counts.cy) return undefined;
  return counts.cy > counts.en ? 'cy' : 'en';
}

/** The language that most of a document is written in. */
export function languageOf({ blocks, properties }: Pick<Source, 'blocks' | 'properties'>): KeyLanguage {
  const counts = { en: 0, cy: 0 };
  let left = most;
  for (const block of blocks) {
    if (!('text' in block)) continue;
    const words = plainWords(block.text);
    count(words, counts);
    left -= words.length / 6;
    if (left < 0) break;
  }
  if (counts.en === counts.cy) return properties.language?.toLowerCase().startsWith('cy') ? 'cy' : 'en';
  return counts.cy > counts.en ? 'cy' : 'en';
}
