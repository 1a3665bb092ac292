import type { KeyLanguage } from '@goldthread/grammar';
import { type Carried, carriedPlan } from './carried/carried.ts';
import { merged } from './carried/merge.ts';
import { type Draft, type DraftItem, itemsOf } from './draft/draft.ts';
import { planIdOf } from './draft/ids.ts';
import { type WrittenPlan, writePlan } from './draft/write.ts';
import { ImportFault } from './fault.ts';
import { readerFor } from './readers/index.ts';
import type { Reader, ReadPlan } from './readers/reader.ts';
import { doubt, newField, newItem } from './reading/items.ts';
import { paragraphProse } from './reading/prose.ts';
import { readPlan } from './reading/read-plan.ts';
import type { Fate, PlanReading } from './reading/reading.ts';
import { type Account, type AccountDocument, accountOf, type MissingWords, type Repeat } from './report/account.ts';
import { accountOfText } from './report/account-of-text.ts';
import { placeDoubts } from './report/place-doubts.ts';
import { countWords } from './report/word-counts.ts';
import type { Block, Doubt, Source } from './source.ts';
import { escaped, plainWords, wordSequence, wordsOfBlock } from './words.ts';

/** What somebody may ask of an import. */
export interface ImportOptions {
  /** The name of the file, without folders: `plan-2026.docx`. */
  readonly name: string;
  /** The format to read it as; where it is missing, what the bytes are. */
  readonly as?: string | undefined;
  /** The language that it is written in; where it is missing, what most of its words are. */
  readonly language?: KeyLanguage | undefined;
  /** What to do with tracked changes; they are taken where nothing is said. */
  readonly changes?: 'taken' | 'refused' | undefined;
  /** The id of the plan; of its title where it is missing. */
  readonly id?: string | undefined;
  readonly progress?: ((done: number, all: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Readers that stand in for those of the same names. */
  readonly readers?: readonly Reader[] | undefined;
  /** Makes the document of a plan again, which is needed where a document that carries its plan was edited. */
  readonly remake?: ((carried: Carried, reader: Reader) => Promise<Source>) | undefined;
}

/** A block of the document, with what became of it. */
export interface PlacedBlock {
  readonly block: Block;
  readonly what: Fate['what'];
  /** The line of the item in the plan that it is or stands in, from 1; undefined where the plan prints it by itself. */
  readonly line: number | undefined;
}

/** A plan that was made of a document. */
export interface Imported {
  /** The text of the plan file. */
  readonly plan: string;
  /** The pictures that the plan names, by their paths from it. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly account: Account;
  /** The document, block by block; none where its format says itself what everything is. */
  readonly blocks: readonly PlacedBlock[];
}

/**
 * Makes a plan of a document. Every word of it is in the plan, or the account says where it went.
 *
 * @throws {ImportFault} where the document cannot be read: the message says why, and what to do.
 */
export async function importDocument(bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  const { name, changes = 'taken', progress, signal, remake, readers = [] } = options;
  const choice = readerFor(bytes, name, options.as);
  const reader = readers.find((one) => one.name === choice.reader.name) ?? choice.reader;
  const document = { name, format: nameOf(reader), misnamed: choice.misnamed };
  const carried = carriers.has(reader.name) ? carriedPlan(bytes) : undefined;
  if (carried?.isUntouched) return fromCarried(carried.text, [], { ...document, carries: 'untouched' });
  const read = await reader.read(bytes, { name, changes, progress, signal });
  if ('draft' in read) return fromPlan(read, document, options);
  const both = carried && remake ? await merged(carried, read, (plan) => remake(plan, reader)) : undefined;
  if (both) return fromCarried(both.text, both.doubts, { ...document, carries: 'edited' });
  return fromSource(read, carried ? { ...document, carries: 'other' } : document, options);
}

/** The formats whose documents may carry the plan that they were made of. */
const carriers: ReadonlySet<string> = new Set(['docx', 'html', 'markdown', 'stratml']);

/** A plan that its document carried, as it is now. */
function fromCarried(text: string, doubts: readonly Doubt[], document: Known): Imported {
  const account = accountOfText(text, { ...document, properties: {} }, doubts);
  return { plan: text, pictures: new Map(), account, blocks: [] };
}

const nameOf = ({ name, meaning }: Reader): AccountDocument['format'] => ({ name, meaning });

type Known = Omit<AccountDocument, 'properties'>;

/** What a format gives as a plan is written down as it is. */
function fromPlan({ draft, removed, doubts }: ReadPlan, document: Known, { id }: ImportOptions): Imported {
  const written = writePlan(draft, { id });
  const count = wordSequence(written.text).length;
  const words = { source: count, kept: count, accounted: count };
  const account = accountOf({ document: { ...document, properties: {} }, draft, written, words, removed, doubts });
  return { plan: written.text, pictures: new Map(), account, blocks: [] };
}

function fromSource(source: Source, document: Known, { id, language }: ImportOptions): Imported {
  const reading = readPlan(source, language);
  const { draft, blocks } = reading;
  nameless(reading, document.name);
  placeDoubts(draft, source.doubts);
  if (reading.language === 'cy') draft.plan.parts.unshift(newField('language', 'cy'));
  const removed = [...source.removed, ...reading.removed];
  const repeats = repeatsOf(reading);
  const all = blocks.flatMap((block) => (block.other?.block ? [block, block.other.block] : [block]));
  const words = countWords(all, draft, removed, repeats);
  if (words.source === 0 && source.pictures.size === 0)
    throw new ImportFault('There is not a word in this document, so there is nothing to bring in.');
  const { missing = [] } = words;
  if (missing.length > 0) keepMissing(draft, missing);
  const pictures = placePictures(source, draft, planIdOf(draft, reading.language, id));
  const written = writePlan(draft, { id });
  const account = accountOf({
    document: { ...document, properties: source.properties },
    draft,
    written,
    words: missing.length === 0 ? words : countWords(all, draft, removed, repeats),
    removed,
    repeats,
    mends: source.mends ?? [],
    prose: proseOf(reading),
  });
  return { plan: written.text, pictures, account, blocks: placesOf(reading, written) };
}

/** Words that found no place, whatever the reason: they stand at the end of the plan, with a doubt. */
function keepMissing({ plan }: Draft, missing: readonly MissingWords[]): void {
  const [first] = missing;
  const section = newItem('section', '', (first as MissingWords).spot, 0);
  section.parts.push(newField('text', missing.map(({ words }) => paragraphProse(escaped(words))).join('\n\n')));
  doubt(section, 'lost', 'These words of the document found no place in the plan: put them where they belong.');
  plan.parts.push(section);
}

/** A plan that says nothing of what it is called is called by its file. */
function nameless({ draft }: PlanReading, name: string): void {
  if (draft.plan.title !== '') return;
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  draft.plan.title = words === '' ? 'Plan' : words.charAt(0).toUpperCase() + words.slice(1);
  doubt(draft.plan, 'structure', 'The document does not say what it is called: this is the name of its file.');
}

/** The pictures that the plan has, in a folder of its own: other documents have pictures of the same names. */
function placePictures({ pictures }: Source, { plan }: Draft, id: string): ReadonlyMap<string, Uint8Array> {
  const placed = new Map<string, Uint8Array>();
  for (const { kind, parts } of itemsOf(plan)) {
    const image = kind === 'figure' ? parts.find((part) => part.type === 'field' && part.key === 'image') : undefined;
    if (image?.type !== 'field') continue;
    const bytes = pictures.get(image.value);
    image.value = `pictures/${id}/${image.value}`;
    if (bytes) placed.set(image.value, bytes);
  }
  return placed;
}

/** Where each block went: the first of what became of it counts. */
function placesOf({ blocks, fates }: PlanReading, { lines }: WrittenPlan): PlacedBlock[] {
  const byPlace = new Map<number, Fate>();
  for (const fate of fates) if (!byPlace.has(fate.at)) byPlace.set(fate.at, fate);
  return blocks.map((block, at) => {
    const { what = 'prose', item } = byPlace.get(at) ?? {};
    return { block, what, line: item && lines.get(item) };
  });
}

/** What the document says more than once, and the plan once: headings that it prints by itself, and items that links name. */
function repeatsOf({ fates, blocks, told, draft }: PlanReading): Repeat[] {
  const found = new Map<string, Repeat>();
  for (const { at, what } of fates) {
    if (what !== 'heading' && what !== 'link') continue;
    const block = blocks[at] as Block;
    const words = wordsOfBlock(block).replace(/^• /, '');
    const became = what === 'link' ? 'link' : 'label';
    const known = found.get(`${became} ${words}`);
    const spot = known?.spot ?? block.spot;
    found.set(`${became} ${words}`, { words, became, times: (known?.times ?? 0) + 1, spot });
  }
  const rewritten = [...itemsOf(draft.plan)].flatMap(({ parts, spot }) =>
    parts.flatMap((part) => (part.type === 'field' && part.words !== undefined ? [{ words: part.words, spot }] : [])),
  );
  return [
    ...found.values(),
    ...[...told, ...rewritten].map(({ words, spot }) => ({ words, spot, became: 'once' as const, times: 1 })),
  ];
}

/** How much of a paragraph tells which one it is, in UTF-16 units. */
const beginning = 120;

function proseOf({
  fates,
  blocks,
}: PlanReading): { words: string; spot: Block['spot']; owner: DraftItem | undefined }[] {
  return fates.filter(isProse).map(({ at, item }) => {
    const block = blocks[at] as Block;
    return { words: plainWords('text' in block ? block.text : '').slice(0, beginning), spot: block.spot, owner: item };
  });
}

const isProse = ({ what }: Fate): boolean => what === 'prose';
