/** What names and numbers the divisions of a plan: `Priority 3`, `Strategic objective two:`, `Amcan Llesiant 1`. This is data. */

/** A word that names a division. */
interface Division {
  /** A regular expression, in small letters. */
  readonly words: string;
  /** `area` gathers priorities where it holds some, and is one where it does not. */
  readonly kind: 'priority' | 'area' | 'outcome';
  /** Headings as printed, each with what is left of it as a title. */
  readonly examples: readonly (readonly [heading: string, title: string])[];
}

/** What may stand before it: “Strategic priority 1”. */
const manners =
  '(?:(?:our|my|key|high[- ]level|overall|strategic|corporate|policing|police and crime|council|plan|well-being|wellbeing|national|local|overarching|long[- ]term|delivery|headline|core|big|stretch|priority|shared|improvement|equality|transformation|partnership|community|departmental) ){0,3}';

/** Divisions, the narrower first. */
export const divisions: readonly Division[] = [
  {
    words: `${manners}priority (?:area|theme)`,
    kind: 'area',
    examples: [
      ['PRIORITY AREA Delivering safer neighbourhoods', 'Delivering safer neighbourhoods'],
      ['Priority theme 2: Place', 'Place'],
    ],
  },
  {
    words: `${manners}(?:theme|pillar)`,
    kind: 'area',
    examples: [
      ['Theme 1: A fairer city', 'A fairer city'],
      ['THEME ONE – People', 'People'],
      ['Pillar 3 – Planet', 'Planet'],
    ],
  },
  {
    words: `${manners}priority`,
    kind: 'priority',
    examples: [
      ['Priority 1. Keep people safe', 'Keep people safe'],
      ['Strategic Priority 2: Homes', 'Homes'],
      ['5 | Priority 1 - Crime Prevention', 'Crime Prevention'],
      ['B. Priority 2: Homes', 'Homes'],
      ['PRIORITY 4', ''],
    ],
  },
  {
    words: `${manners}(?:objective|aim|ambition|goal|mission|commitment|challenge|promise|pledge|imperative|intention|workstream|programme|strand|driver|enabler|focus area|area of focus|area for action)`,
    kind: 'priority',
    examples: [
      ['Strategic objective 4: Skills', 'Skills'],
      ['Ambition 1: Thriving towns', 'Thriving towns'],
      ['Goal 3 Clean growth', 'Clean growth'],
      ['Well-being Objective IV – Wales', 'Wales'],
    ],
  },
  {
    words: `${manners}outcome`,
    kind: 'outcome',
    examples: [['Outcome 2: Children are healthy', 'Children are healthy']],
  },
  { words: '(?:maes blaenoriaeth|thema)', kind: 'area', examples: [['Thema 2: Lle', 'Lle']] },
  {
    words: '(?:blaenoriaeth|amcan(?: llesiant)?|nod|uchelgais|ymrwymiad)',
    kind: 'priority',
    examples: [
      ['Blaenoriaeth 1: Cadw pobl yn ddiogel', 'Cadw pobl yn ddiogel'],
      ['Amcan Llesiant 2 – Iach', 'Iach'],
    ],
  },
  { words: 'canlyniad', kind: 'outcome', examples: [['Canlyniad 1: Mae plant yn iach', 'Mae plant yn iach']] },
];

/** Numbers in words, in the order of what they count. */
const inWords = 'one two three four five six seven eight nine ten|un dau tri pedwar pump chwech saith wyth naw deg'
  .split('|')
  .map((words) => words.split(' '));

const numbers = `\\d{1,2}(?:\\.\\d{1,2}){0,3}|[ivx]{1,5}|[a-h]|${inWords.flat().join('|')}`;
const ownNumber = '(?:(?:\\d{1,2}(?:\\.\\d{1,2})*|\\p{Lu}(?=[.)|])) ?[|.:)–-]? ?)?';
const rest = '(?<mark> ?[|.:–—-]+ ?| |$)(?<title>.*)$';

const patterns = divisions.map(({ words, kind }) => ({
  kind,
  numbered: new RegExp(`^${ownNumber}(?<label>${words}) (?:no\\.? ?)?(?<number>${numbers})${rest}`, 'iu'),
  named: new RegExp(`^${ownNumber}(?<label>${words}) ?[:–—] ?(?<title>.+)$`, 'iu'),
  glued: new RegExp(`^(?<label>${words}) (?<title>.+)$`, 'iu'),
}));

/** A heading that says what it is. */
export interface DivisionHeading {
  readonly kind: Division['kind'];
  /** The words before the number, as printed: “Strategic objective”. */
  readonly label: string;
  /** As printed; undefined where there is none. */
  readonly number: string | undefined;
  /** What is left: empty where the heading is the label alone. */
  readonly title: string;
}

/** Reads a heading as that of a division; undefined where it is none. */
export function divisionOf(heading: string): DivisionHeading | undefined {
  const text = heading.replace(/\s+/g, ' ').trim();
  for (const { kind, numbered, named, glued } of patterns) {
    const { label = '', number = '', mark = '', title = '' } = numbered.exec(text)?.groups ?? {};
    if (number !== '' && isNumber(number, mark, title)) return { kind, label, number, title: title.trim() };
    const name = named.exec(text)?.groups ?? (kind === 'area' ? afterCapitals(glued.exec(text)?.groups) : undefined);
    if (name) return { kind, label: name.label ?? '', number: undefined, title: (name.title ?? '').trim() };
  }
  return undefined;
}

/** A letter or a Roman number is one in capitals alone, and where a mark or nothing stands behind it. */
const isNumber = (number: string, mark: string, title: string): boolean =>
  /^\d/.test(number) ||
  number.length > 5 ||
  (/^\p{Lu}/u.test(number) && (mark.trim() !== '' || title === '')) ||
  inWords.flat().includes(number.toLowerCase());

/** “PRIORITY AREA Delivering …”: what the label and the title are is seen by their letters. */
const afterCapitals = (groups: Record<string, string> | undefined): Record<string, string> | undefined =>
  groups?.label && groups.label === groups.label.toUpperCase() && /^\p{Lu}/u.test(groups.title ?? '')
    ? groups
    : undefined;

/** The number before a heading: `1.2` of “1.2 Community policing”. */
export interface NumberedHeading {
  readonly number: string;
  readonly title: string;
}

/** Reads the number that stands before a heading; undefined where there is none. */
export function numberOf(heading: string): NumberedHeading | undefined {
  // A number without a mark behind it is one of a chapter where it is low: “24 hours with the police” is not.
  if (/^\d{2}\s+\p{L}/u.test(heading.trim())) return undefined;
  const { number, title } =
    /^(?<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):|–-]\s*|\s+\|?\s*)(?<title>\p{L}.*)$/u.exec(heading.trim())?.groups ??
    {};
  return number !== undefined && title !== undefined ? { number, title: title.trim() } : undefined;
}
