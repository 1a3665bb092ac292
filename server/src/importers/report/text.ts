import { kindOf } from '@goldthread/grammar';
import { counted as countedKind } from '../../features/kind-words.ts';
import { oneLine, withoutCommands } from '../../reporters/display-width.ts';
import { styleFor } from '../../reporters/style.ts';
import { counted, number } from '../../reporters/words.ts';
import { wrapped } from '../../reporters/wrap.ts';
import type { Removal, Spot } from '../source.ts';
import type { Account, Repeat, WordCounts } from './account.ts';
import { wordsOfDoubt } from './doubts.ts';
import { lookFirst, looseLinks, SURE, type ToLookAt, toLookAt } from './first.ts';
import { spotsWords, spotWords } from './spot-words.ts';

/** How the report of a document is printed. */
export interface TextReportOptions {
  readonly colour: boolean;
  /** How many columns there are. */
  readonly width: number;
  /** The paths of the document and of the plan, as they are printed. */
  readonly source: string;
  readonly plan: string;
  /** How many things of each sort are named; the others are counted. All where it does not say. */
  readonly most?: number | undefined;
}

const INDENT = '  ';
const NARROWEST = 30;
/** How many things are named to be looked at first. */
const MOST_FIRST = 10;
/** How many places of what was left as prose are named. */
const MOST_PLACES = 12;
/** The longest piece of a document that is quoted, in UTF-16 units. */
const LONGEST = 160;

/** One thing in a section: what is said, and where it stands. */
interface Line {
  readonly words: string;
  readonly where?: string;
}

interface Section {
  readonly title: string;
  /** True for a section that is never long: all of it is printed. */
  readonly isShort?: true;
  readonly lines: readonly Line[];
}

/** What became of a document, for a person: what to look at first, what became what, and what did not get into the plan as it was. */
export function textReport(account: Account, options: TextReportOptions): string {
  const style = styleFor(options.colour);
  const { most = Number.POSITIVE_INFINITY, width } = options;
  const pieces = [headLines(account, options)];
  for (const { title, isShort, lines } of sectionsOf(account, options)) {
    if (lines.length === 0) continue;
    const room = isShort ? lines.length : most;
    const named = lines
      .slice(0, room)
      .flatMap(({ words, where }) => [
        ...hanging(`- ${words}`, width),
        ...(where ? hanging(`  ${where}`, width).map(style.dim) : []),
      ]);
    const more = lines.length - room;
    if (more > 0) named.push(style.dim(`${INDENT}  and ${number(more)} more; --report has them all`));
    pieces.push([style.bold(title), ...named]);
  }
  pieces.push([style.bold('Words'), ...hanging(wordsTold(account.words), width)]);
  return withoutCommands(`${pieces.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

/** Lines of a paragraph, indented; those behind the first a little further where it is a point. */
function hanging(text: string, width: number): string[] {
  const [, margin = '', mark = '', words = ''] = /^(\s*)(- )?([\s\S]*)$/.exec(text) ?? [];
  const room = Math.max(NARROWEST, width - INDENT.length - margin.length - mark.length);
  return wrapped(oneLine(words), room).map(
    (line, index) => INDENT + margin + (index === 0 ? mark : ' '.repeat(mark.length)) + line,
  );
}

function headLines({ document, items }: Account, { colour, width, source, plan }: TextReportOptions): string[] {
  const { format, misnamed } = document;
  const [root] = items;
  const title = root?.title ? `‘${quoted(root.title)}’. ` : '';
  const called = misnamed ? `, although its name ends with .${misnamed}` : '';
  return [
    styleFor(colour).bold(oneLine(`${source} → ${plan}`)),
    ...hanging(`${title}Read as ${format.name} (${format.meaning})${called}.${carriedWords(document)}`, width),
  ];
}

/** What became of the plan that a document carries; nothing where it carries none. */
function carriedWords({ carries }: Account['document']): string {
  if (carries === 'untouched')
    return ' It carries the plan that it was made of, and nobody has changed it: that is the plan.';
  if (carries === 'edited')
    return ' It carries the plan that it was made of: what was edited in the document is edited in the plan.';
  return carries === 'other'
    ? ' It carries a plan, but too much was changed since: it was read like any other document.'
    : '';
}

/** The sections of the report in their order; some may be empty. */
function sectionsOf(account: Account, { plan }: TextReportOptions): Section[] {
  const at = (line: number | undefined, spot: Spot): string =>
    [line === undefined ? '' : `${plan}:${line}`, spotWords(spot)].filter(Boolean).join(' · ');
  const { prose, mends, removed, repeats, words: counts } = account;
  const all = toLookAt(account);
  const first = new Set(lookFirst(all, MOST_FIRST));
  const look = ({ kind, message, line, spot }: ToLookAt): Line => ({
    words: `${wordsOfDoubt(kind).title}: ${message}`,
    where: at(line, spot),
  });
  return [
    {
      title: 'What to look at first',
      isShort: true,
      lines: [...first].map(look),
    },
    {
      title: 'Words that did not get into the plan',
      lines: (counts.missing ?? []).map(({ words, spot }) => ({ words: `“${quoted(words)}”`, where: spotWords(spot) })),
    },
    { title: 'What became what', isShort: true, lines: became(account).map((words) => ({ words })) },
    { title: 'Doubts', isShort: true, lines: notes(account).map((words) => ({ words })) },
    {
      title: 'Left as prose',
      lines: prose.length === 0 ? [] : [{ words: proseTold(account) }, ...proseLines(account, at)],
    },
    {
      title: 'Matched only loosely',
      lines: looseLinks(account).map(({ from, relation, to, words, spot, confidence }) => ({
        words: `“${quoted(words)}” became ${relation}: ${to.id ?? ''} ‘${quoted(to.title)}’, alike to ${Math.round(confidence * 100)} %`,
        where: at(from.line, spot),
      })),
    },
    { title: 'Headings that the plan prints by itself', lines: repeatLines(repeats, (what) => what === 'label') },
    { title: 'Said in several places, in the plan once', lines: repeatLines(repeats, (what) => what !== 'label') },
    {
      title: 'Damage to the text put right',
      lines: mends.map(({ was, now, times, spot }) => ({
        words: `“${quoted(was)}” is “${quoted(now)}”${timesWords(times)}`,
        where: spotWords(spot),
      })),
    },
    {
      title: 'Taken out',
      lines: removed.map((removal) => ({ words: removalTold(removal), where: spotWords(removal.spot) })),
    },
    {
      title: 'What else to look at',
      // Links by likeness are listed above.
      lines: all.filter((one) => !first.has(one) && one.of !== 'link').map(look),
    },
  ];
}

/** So many of each kind, and so many links. */
export function became({ items, links }: Account): string[] {
  const kinds = Map.groupBy(items.slice(1), ({ kind }) => kind);
  const lines = [...kinds].map(([key, own]) => {
    const kind = kindOf(key);
    const unsure = own.filter(({ confidence }) => confidence < SURE).length;
    const count = kind ? countedKind(own.length, kind, 'en') : counted(own.length, key);
    return unsure > 0 ? `${count}, ${number(unsure)} of them not sure` : count;
  });
  const loose = links.filter(({ confidence }) => confidence < SURE).length;
  if (links.length > 0) lines.push(counted(links.length, 'link') + (loose > 0 ? `, ${number(loose)} by likeness` : ''));
  return lines;
}

/** So many notes of each kind, the weightiest first. */
function notes({ doubts }: Account): string[] {
  const kinds = Map.groupBy(doubts, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, own]) => ({ words: wordsOfDoubt(kind), count: own.length }))
    .sort((a, b) => b.words.weight - a.words.weight)
    .map(({ words, count }) => `${words.title}: ${number(count)}`);
}

function proseTold({ prose }: Account): string {
  const places = spotsWords(
    prose.map(({ spot }) => spot),
    MOST_PLACES,
  );
  return `${counted(prose.length, 'paragraph')} that nothing better fits${places && `: ${places}`}`;
}

const proseLines = ({ prose }: Account, at: (line: number | undefined, spot: Spot) => string): Line[] =>
  prose.map(({ words, line, spot }) => ({ words: `“${quoted(words)}”`, where: at(line, spot) }));

/** What the document has in several places, of one sort or the other. */
const repeatLines = (repeats: readonly Repeat[], isOfSort: (became: Repeat['became']) => boolean): Line[] =>
  repeats
    .filter(({ became: what }) => isOfSort(what))
    .map(({ words, became: what, times, spot }) => ({
      words: `“${quoted(words)}”${what === 'link' ? ', which became links' : ''}${timesWords(times)}`,
      where: spotWords(spot),
    }));

/** How often something stands in the document, where that is more than once. */
const timesWords = (times: number): string => (times > 1 ? `, ${number(times)} times` : '');

const whys: Readonly<Record<Removal['why'], string>> = {
  'running head': 'at the top or the foot of pages',
  'page number': 'a page number',
  contents: 'the table of contents',
  deleted: 'deleted in the document',
  furniture: 'not part of the text',
};

/** What was taken out of the document, and why. */
export const removalTold = ({ why, words, times }: Removal): string =>
  `“${quoted(words)}”: ${whys[why]}${timesWords(times)}`;

function wordsTold({ source, kept, accounted }: WordCounts): string {
  const all = `${source === 1 ? 'The one word' : `All ${number(source)} words`} of the document`;
  const are = source === 1 ? 'is' : 'are';
  if (accounted < source)
    return `${number(source - accounted)} of the ${counted(source, 'word')} of the document did not get into the plan. Compare the two before you put the document away.`;
  if (kept >= source) return `${all} ${are} in the plan.`;
  return `${all} ${are} accounted for: ${number(kept)} in the plan, ${number(source - kept)} among what is listed above.`;
}

const quoted = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);
