import { numberByWord } from './number-words.ts';

/** What a noun may count: kinds, the likeliest first. The last row counts what a `label` of the plan gives these words to. */
const rows: readonly { readonly nouns: string; readonly kinds: readonly string[] }[] = [
  {
    nouns: 'priorities,blaenoriaeth,flaenoriaeth,mlaenoriaeth,blaenoriaethau,flaenoriaethau',
    kinds: ['priority', 'theme'],
  },
  { nouns: 'priority areas', kinds: ['theme', 'priority'] },
  { nouns: 'outcomes,canlyniad,chanlyniad,ganlyniad,canlyniadau,ganlyniadau', kinds: ['outcome'] },
  { nouns: 'themes,thema,themâu', kinds: ['theme'] },
  { nouns: 'key performance questions,kpqs', kinds: ['kpq'] },
  { nouns: 'aims,nod,nodau', kinds: ['aim'] },
  { nouns: 'principles,egwyddor,egwyddorion', kinds: ['principle'] },
  { nouns: 'values,gwerth,werth,gwerthoedd,werthoedd', kinds: ['value'] },
  { nouns: 'objectives,goals,ambitions,commitments,pledges,promises,missions,pillars,amcan,amcanion', kinds: [] },
];

const kindsByNoun = new Map(rows.flatMap(({ nouns, kinds }) => nouns.split(',').map((noun) => [noun, kinds] as const)));

/** The kinds whose items are counted. */
export const countedKinds: ReadonlySet<string> = new Set(rows.flatMap(({ kinds }) => kinds));

/** The kinds that a noun counts by itself, the likeliest first. */
export const kindsCounted = (noun: string): readonly string[] => kindsByNoun.get(noun) ?? [];

/** Adjectives that say no more than that they matter; other adjectives might pick some out. */
const adjectives =
  'key,main,strategic,overarching,corporate,policing,core,shared,guiding,high-level,long-term,well-being,wellbeing,overall';

/** What may stand before a number that says how many there are in all. */
const openings = [
  'our',
  'my',
  'ein',
  'fy',
  "the\\s+plan[’']s",
  '(?:this|the|our)\\s+(?:plan|strategy)\\s+(?:has|sets\\s+out|sets|contains|lists|names|identifies|describes|focuses\\s+on|concentrates\\s+on|rests\\s+on|is\\s+based\\s+on|is\\s+built\\s+a?round)(?:\\s+(?:our|my|the))?',
  'we\\s+have\\s+(?:set|chosen|agreed|identified|named)',
];

const either = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

const claim = new RegExp(
  `(?<!\\p{L})(?:${openings.join('|')})\\s+(\\d{1,2}|${either(numberByWord.keys())})\\s+(?:o\\s+)?` +
    `(?:(?:${either(adjectives.split(','))})\\s+){0,2}(${either(kindsByNoun.keys()).replaceAll(' ', '\\s+')})(?![\\p{L}-])`,
  'dgiu',
);

/** What follows a claim that is about some of them only: those of a year. */
const partly = /^\s*(?:for\s+(?:the\s+(?:year|next|coming)|20\d\d|this|next)|this\s+year|next\s+year|in\s+20\d\d)/i;

const plainNoun = new RegExp(`(?<!\\p{L})(?:${either(kindsByNoun.keys())})(?!\\p{L})`, 'giu');

/** The nouns of the table that stand in some words, such as those of a `label`. */
export const nounsIn = (words: string): string[] => (words.match(plainNoun) ?? []).map((noun) => noun.toLowerCase());

/** A claim of how many of a thing a plan has: “our four priorities”. Offsets are those of the text that was read. */
export interface Claim {
  /** The number, and the end of the noun. */
  readonly start: number;
  readonly numberEnd: number;
  readonly end: number;
  readonly number: number;
  /** The noun in small letters. */
  readonly noun: string;
}

/** A word of each of the openings: a text without any makes no claim. */
const opens = /(?:our|my|ein|fy|have)\s|plan|strategy/i;
/** The beginnings of the nouns: a text without any makes no claim either. */
const likely = new RegExp([...new Set([...kindsByNoun.keys()].map((noun) => noun.slice(0, 6)))].join('|'), 'i');

/** The claims in a text, in English or Welsh, of how many of a thing the plan has, from 2 to 30. */
export function claimsIn(text: string): readonly Claim[] {
  if (!opens.test(text) || !likely.test(text)) return none;
  const claims: Claim[] = [];
  for (const match of text.matchAll(claim)) {
    const [, digits, noun] = match.indices as RegExpIndicesArray;
    if (!digits || !noun) continue;
    const written = text.slice(...digits).toLowerCase();
    const number = numberByWord.get(written) ?? Number(written);
    if (number < 2 || number > 30 || partly.test(text.slice(noun[1], noun[1] + 40))) continue;
    claims.push({
      start: digits[0],
      numberEnd: digits[1],
      end: noun[1],
      number,
      noun: text
        .slice(...noun)
        .toLowerCase()
        .replace(/\s+/g, ' '),
    });
  }
  return claims;
}

const none: readonly Claim[] = [];
