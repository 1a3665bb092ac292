/** Words that begin actions and points in plans. This is data: a verb that begins points and is not known is added here. */
const verbs = [
  'answer arrest buy call check cover decide defend double ensure expect feed fill fix fly hear hire insist introduce issue lay lend let light limit list mend mark name note order pass pay pick plough pool print protect pull push put read repair repay rescue respond ring save see sell send settle sign sit speak spend stand stay step stock store strike study supply switch talk teach tell think tidy visit wait walk warn watch win write',
  'achieve act adapt address adopt advance advocate agree align allocate allow analyse apply appoint arrange ask assess assist assure attract audit',
  'be become begin bid boost bring broaden build campaign capture carry celebrate challenge champion change clarify close co-design co-ordinate co-produce collaborate collect combat combine commence commission commit communicate complete conduct connect consider consolidate construct consult continue contribute convene coordinate create cut',
  'decarbonise deepen define deliver demonstrate deploy design detect determine develop devise digitise direct disrupt distribute divert do double draft drive',
  'educate embed embrace employ empower enable encourage end enforce engage enhance ensure equip establish evaluate examine expand explore extend',
  'facilitate fight finalise find focus follow form foster fulfil fund further gather give grow guide harness have help hold host',
  'identify implement improve include increase inform initiate innovate inspect install instigate integrate intervene introduce invest investigate involve join keep launch lead learn leave lessen leverage link listen lobby look lower',
  'maintain make manage map maximise measure meet minimise mitigate mobilise modernise monitor move negotiate nurture obtain offer open operate optimise oversee',
  'participate partner pilot plan plant position prepare present preserve press prevent prioritise procure produce progress promote protect provide publish pursue put raise reach rebuild recognise recruit redesign reduce refine reform refresh refurbish regenerate reinvest reinforce reinvigorate remove renew replace report represent request require research resource respect respond restore retain retrofit review revise revisit revitalise roll run',
  'safeguard seek select set shape share show signpost simplify source speed sponsor start stimulate stop strengthen streamline strive structure submit support survey sustain tackle tailor take target test track train transfer transform transition treat trial turn undertake unlock update upgrade uphold upskill use utilise value visit welcome widen work',
].flatMap((line) => line.split(' '));

const known = new Set(verbs);

/** A verb with “ing” as it is without: “working” is “work”, “making” is “make”, “planning” is “plan”. */
function isGerund(small: string): boolean {
  if (!small.endsWith('ing') || small.length < 5) return false;
  const stem = small.slice(0, -3);
  return known.has(stem) || known.has(`${stem}e`) || (stem.at(-1) === stem.at(-2) && known.has(stem.slice(0, -1)));
}

/** Words that begin sentences of prose, which a point of a list of actions does not begin with. */
const openers = new Set(
  'i we it this these those they he she you my our your their his her its the there a an in on at as for from by with without within to however whilst while although since during following after before under over when where if because both all every each many most much some such one not no nevertheless nonetheless therefore consequently furthermore moreover additionally also finally firstly secondly locally nationally currently recently today sadly given due of and but so that what which who how why once despite through throughout between across here now then'.split(
    ' ',
  ),
);

/** How a point or a sentence begins. Points of one list begin alike. */
export type Beginning = 'verb' | 'doing' | 'to' | 'question' | 'being' | 'prose' | 'noun';

/** How words begin. */
export function beginningOf(text: string): Beginning {
  const [first = '', second = ''] = text
    .toLowerCase()
    .replace(/^["“‘'(]+/, '')
    .split(/[\s\u2028]+/, 2);
  // “Speed, drink and phones”: what a comma follows is a thing.
  const word = first.endsWith(',') ? '' : first.replace(/[^\p{L}-]+$/u, '');
  if (
    /\?["”’]?$/.test(text.trimEnd()) &&
    /^(?:how|what|are|is|do|does|have|has|who|where|when|why|to|can|will|which)$/.test(word)
  )
    return 'question';
  if (word === 'to' && known.has(second)) return 'to';
  if (known.has(word)) return 'verb';
  if (isGerund(word) || (word.endsWith('ly') && isGerund(second))) return 'doing';
  if (/^(?:am|are|is|has|was|were|will|shall|intend|understand|understood|can)$/.test(word)) return 'being';
  return openers.has(first.replace(/[^\p{L}-]+$/u, '')) ? 'prose' : 'noun';
}

/** True for a word that begins an action, in small letters: “support”, “working”. */
export const beginsAction = (small: string): boolean => known.has(small) || isGerund(small);

/** True for a word that begins a sentence of prose, in small letters. */
export const beginsProse = (small: string): boolean => openers.has(small);

/** Words behind which a verb belongs to them and not to what the sentence is about. */
const inner = new Set('who which that they it there we i you he she what where when and or so how'.split(' '));

/** Verbs that make a sentence of words that begin as an action does: “Tackling fraud is vital”, “Increasing confidence will help”. */
const finite =
  /^(?:will|can|may|must|should|could|would|needs|remains?|means?|requires?|is|are|was|were|has|have|helps?|brings?|comes?)$/;

/** Words that are verbs and things: before such a verb they are things. */
const things = new Set(
  'research work support demand review focus report plan design share change use target access visit value trial survey test train'.split(
    ' ',
  ),
);
const said =
  /^(?:indicates?|shows?|showed|suggests?|tells?|found|finds?|says?|takes?|began|started|continues?|carried|done)$/;

/** True for words that begin as an action does and are a sentence of prose nevertheless. */
export function isSentence(text: string): boolean {
  const words = text.toLowerCase().split(/[\s\u2028]+/, 20);
  const [first = '', second = ''] = words;
  if (first === 'to') return /^.{0,90},\s(?:we|i|it|they|this|our|there|my)\s/i.test(text);
  if (things.has(first)) return words.slice(1, 8).some((word) => said.test(word)) || finite.test(second);
  if (!first.endsWith('ing') || first === 'ensuring' || first === 'making') return false;
  const comma = words.findIndex((word, index) => word.endsWith(',') && beginsAction(words[index + 1] ?? ''));
  return words.some((word, index) => {
    if (index < 2 || (comma >= 0 && index > comma) || !finite.test(word) || inner.has(words[index - 1] as string))
      return false;
    return word !== 'needs' || !/^(?:or|and|of|to|with)$/.test(words[index + 1] ?? '');
  });
}

/** True for a few words without a verb: a point of a list, however it begins. */
export const isFragment = (text: string): boolean => {
  const words = text.toLowerCase().split(/[\s\u2028]+/, 10);
  return (
    words.length <= 8 &&
    !words.some((word) => finite.test(word)) &&
    !/^(?:i|we|you|he|she|they|it)$/.test(words[0] ?? '')
  );
};
