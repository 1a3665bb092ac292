import { flat } from '../html/flat.ts';
import { plain } from '../plain-words.ts';
import { fitsOnPaper } from '../svg/size.ts';
import type { Fact, Flow, FootNote, Point, Statistic } from '../tree.ts';
import type { SheetFlow, SheetPoint } from './data.ts';
import { drawingOf, figureOf } from './figures.ts';
import { headingLine, lineOf } from './inlines.ts';
import { deepest, deepestList, type Place, type Scribe } from './scribe.ts';
import { tableFlows } from './tables.ts';
import { length, printedLine, printedText, spoken } from './text.ts';

type FlowOf<Type extends Flow['type']> = Extract<Flow, { type: Type }>;

/** What stands on lines of its own, as the template reads it. */
export function flowsOf(flow: readonly Flow[], scribe: Scribe, around: Place): SheetFlow[] {
  const shown = around.depth > deepest || around.inLists > deepestList ? flat(flow) : flow;
  const place = { ...around, depth: around.depth + 1 };
  return shown.flatMap((one) => flowOf(one, scribe, place));
}

function flowOf(flow: Flow, scribe: Scribe, place: Place): readonly SheetFlow[] {
  const language = spoken(flow.lang);
  switch (flow.type) {
    case 'heading':
      return [headingOf(flow, scribe, place)];
    case 'paragraph':
      return [{ t: 'par', ...language, role: flow.role, c: lineOf(flow.children, scribe, place) }];
    case 'list':
      return flow.points.length > 0 ? [{ t: 'list', ...language, ...listOf(flow, scribe, place) }] : [];
    case 'table':
      return tableFlows(flow, scribe, place);
    case 'quote': {
      const by = flow.by && lineOf(flow.by, scribe, place);
      const said = flowsOf(flow.flow, scribe, place);
      return [{ t: 'quote', ...language, ...length(said), flow: said, by }];
    }
    case 'code':
      return [{ t: 'code', ...language, v: codeOf(flow.text) }];
    case 'rule':
      return [{ t: 'rule' }];
    case 'figure':
      return [figureOf(flow, scribe, place)];
    case 'facts': {
      const facts = flow.facts.map((fact) => factOf(fact, scribe, place));
      return facts.length > 0 ? [{ t: 'facts', ...language, ...staysWhole(facts), role: flow.role, facts }] : [];
    }
    case 'statistics':
      return [
        { t: 'statistics', ...language, statistics: flow.statistics.map((one) => statisticOf(one, scribe, place)) },
      ];
    case 'notes': {
      const notes = flow.notes.flatMap((note) => footnoteOf(note, scribe, place));
      return notes.length > 0 ? [{ t: 'notes', ...language, notes }] : [];
    }
    case 'group': {
      const id = scribe.begin(flow.anchor);
      return [{ t: 'group', ...language, id, role: flow.role, flow: flowsOf(flow.flow, scribe, place) }];
    }
    case 'drawing':
      // What it shows in a sentence is said to those who don’t see it; the rest stands below for all.
      return [...(fitsOnPaper(flow.svg) ? [drawingOf(flow, scribe, place)] : []), ...flowsOf(flow.same, scribe, place)];
  }
}

/** A heading; one in a footnote is words, as it heads nothing. */
function headingOf(flow: FlowOf<'heading'>, scribe: Scribe, place: Place): SheetFlow {
  const { level, anchor, number, children } = flow;
  const language = spoken(flow.lang);
  if (place.isInNote) {
    const c = lineOf(number ? [plain(`${number} `), ...children] : children, scribe, place);
    return { t: 'par', ...language, c: [{ t: 'strong', c }] };
  }
  const id = scribe.begin(anchor);
  const line = headingLine(children, scribe, place);
  if (level <= 1 && scribe.takeTitle()) return { t: 'title', ...language, id, ...line };
  return {
    t: 'heading',
    ...language,
    id,
    level: scribe.headingLevel(level - 1),
    // It stands on a line of its own.
    number: number === undefined ? undefined : printedLine(number.replace(/:$/, '')),
    ...line,
    isListed: anchor !== undefined && scribe.listed.has(anchor),
  };
}

/** The points of a list, and what stands before them where that is more than a dot. */
function listOf(
  { ordered, start, role, points }: FlowOf<'list'>,
  scribe: Scribe,
  place: Place,
): { readonly role: string | undefined; readonly marks: readonly string[] | undefined; readonly points: SheetPoint[] } {
  const first = start !== undefined && Number.isSafeInteger(start) ? start : 1;
  const isNumbered = ordered || points.some(({ number }) => number !== undefined);
  const mark = ({ number }: Point, index: number): string =>
    number !== undefined ? printedLine(number) : ordered ? `${first + index}.` : '•';
  return {
    role,
    marks: isNumbered ? points.map(mark) : undefined,
    points: points.map(({ anchor, flow, lang }) => ({
      ...spoken(lang),
      id: scribe.begin(anchor),
      flow: flowsOf(flow, scribe, inList(place)),
    })),
  };
}

const inList = (place: Place): Place => ({ ...place, inLists: place.inLists + 1 });

/** Lines of code keep their spaces. */
const codeOf = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => printedLine(printedText(line).replaceAll('\t', '  ')))
    .join('\n');

const factOf = ({ anchor, name, flow, lang }: Fact, scribe: Scribe, place: Place) => ({
  ...spoken(lang),
  id: scribe.begin(anchor),
  name: lineOf(name, scribe, place),
  flow: flowsOf(flow, scribe, inList(place)),
});

/** Facts that are but a few lines of words stay on one page, with the heading above them. */
const staysWhole = (facts: readonly ReturnType<typeof factOf>[]): { readonly isLong?: true } =>
  facts.every(({ flow }) => flow.every(({ t }) => t === 'par' || t === 'list')) &&
  !JSON.stringify(facts).includes('"br"')
    ? length(facts)
    : { isLong: true };

function statisticOf({ anchor, value, label, details, lang }: Statistic, scribe: Scribe, place: Place) {
  const said = {
    value: lineOf(value, scribe, place),
    label: lineOf(label, scribe, place),
    details: details.map((detail) => lineOf(detail, scribe, place)),
  };
  return { ...spoken(lang), ...length(said), id: scribe.begin(anchor), ...said };
}

/** A footnote where the plan has it: one that no mark has brought below the text. */
function footnoteOf({ anchor, label, flow }: FootNote, scribe: Scribe, place: Place) {
  if (!scribe.takeNote(anchor)) return [];
  const id = scribe.begin(anchor);
  return [{ id, v: printedLine(label), flow: flowsOf(flow, scribe, { ...inList(place), isInNote: true }) }];
}
