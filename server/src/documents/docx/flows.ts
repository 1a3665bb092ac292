import { type FileChild, type IParagraphOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import { flat } from '../html/flat.ts';
import { plain, wordsOf } from '../plain-words.ts';
import type { Fact, Flow, FootNote, Inline, Statistic } from '../tree.ts';
import { captionRuns } from './captions.ts';
import { asPlace, placeRun } from './content-control.ts';
import { drawingRun } from './drawings.ts';
import { lineRuns, pictureRun, words } from './inlines.ts';
import { listFlows } from './lists.ts';
import { insetOf } from './numbering.ts';
import { deepest, type Place, type Scribe } from './scribe.ts';
import { headingStyle, roleStyles } from './styles.ts';
import { isTooWide, tableOf, toldRows } from './tables.ts';
import { shownText } from './text.ts';

type FlowOf<Type extends Flow['type']> = Extract<Flow, { type: Type }>;

/** What stands on lines of its own, as paragraphs and tables. */
export function flowsOf(flow: readonly Flow[], scribe: Scribe, place: Place): FileChild[] {
  const shown = place.depth > deepest ? flat(flow) : flow;
  const inside = { ...place, depth: place.depth + 1 };
  const written: FileChild[] = [];
  let before: Flow | undefined;
  for (const one of shown) {
    const isTold =
      one.type === 'drawing' && before?.type === 'paragraph' && wordsOf(before.children) === one.description;
    written.push(...(isTold ? drawingOf(one, scribe, inside, true) : flowOf(one, scribe, inside)));
    before = one;
  }
  return written;
}

function flowOf(flow: Flow, scribe: Scribe, around: Place): FileChild[] {
  const place = flow.lang === undefined ? around : { ...around, lang: flow.lang };
  switch (flow.type) {
    case 'heading':
      return [headingOf(flow, scribe, place)];
    case 'paragraph':
      if (flow.role === 'place') return [placeOf(flow.children, scribe, place)];
      return [line(flow.children, scribe, place, flow.role && roleStyles[flow.role])];
    case 'list':
      return listFlows(flow, scribe, place);
    case 'table':
      return captioned(flow, scribe, place);
    case 'quote': {
      const by = flow.by ? [line(flow.by, scribe, place, 'Attribution')] : [];
      return [...flowsOf(flow.flow, scribe, { ...place, style: 'Quote' }), ...by];
    }
    case 'code':
      return [codeOf(flow.text, scribe, place)];
    case 'rule':
      return [scribe.paragraph({ style: 'Rule', children: [] }, place)];
    case 'figure':
      return figureOf(flow, scribe, place);
    case 'facts':
      return flow.facts.flatMap((fact) => factOf(fact, flow.role, scribe, place));
    case 'statistics':
      return flow.statistics.flatMap((one) => statisticOf(one, scribe, place));
    case 'notes':
      return flow.notes.flatMap((note) => (scribe.isBelow(note.anchor) ? [] : noteOf(note, scribe, place)));
    case 'group':
      scribe.begin(flow.anchor);
      return flowsOf(flow.flow, scribe, place);
    case 'drawing':
      return drawingOf(flow, scribe, place);
  }
}

/** Words that stand in a list are set in as far as its points. */
const inset = ({ inLists }: Place): IParagraphOptions =>
  inLists > 0 ? { indent: { left: insetOf(inLists - 1) } } : {};

/** A paragraph of words; one in a list goes on where its points begin. */
export const line = (children: readonly Inline[], scribe: Scribe, place: Place, style?: string): Paragraph =>
  scribe.paragraph(
    {
      ...inset(place),
      style: style ?? place.style ?? (place.inLists > 0 ? 'ListContinue' : 'BodyText'),
      children: lineRuns(children, scribe, place),
    },
    place,
  );

/** A paragraph that somebody is to write. */
const placeOf = (children: readonly Inline[], scribe: Scribe, place: Place): Paragraph =>
  scribe.paragraph(
    { ...inset(place), style: roleStyles.place, children: [asPlace(lineRuns(children, scribe, place, placeRun))] },
    place,
  );

function headingOf({ level, anchor, number, children }: FlowOf<'heading'>, scribe: Scribe, place: Place): Paragraph {
  scribe.begin(anchor);
  // A heading is one line in the contents.
  const runs = lineRuns(
    children.map((one) => (one.type === 'break' ? plain(' ') : one)),
    scribe,
    place,
  );
  const before = number
    ? [
        words(`${number}${runs.length > 0 && !/[:.]$/.test(number) ? ':' : ''} `, scribe, place.lang, {
          style: 'Number',
        }),
      ]
    : [];
  return scribe.paragraph({ style: headingStyle(level), children: [...before, ...runs] }, place);
}

/** A table and its caption. Footnotes of Word take paragraphs alone: there its rows are told. */
function captioned(table: FlowOf<'table'>, scribe: Scribe, place: Place): FileChild[] {
  if (place.isInNote || isTooWide(table)) {
    const caption = table.caption ? [line(table.caption, scribe, place, 'Caption')] : [];
    return [...caption, ...toldRows(table).map((row) => line(row, scribe, place, 'TableText'))];
  }
  const above = table.caption
    ? [
        scribe.paragraph(
          {
            ...inset(place),
            style: 'Caption',
            keepNext: true,
            children: captionRuns('Table', table.caption, scribe, place),
          },
          place,
        ),
      ]
    : gapBehind(scribe, place);
  const written = tableOf(table, scribe, place);
  if (!written) return above;
  scribe.isBehindTable = true;
  return [...above, written];
}

/** Word makes one table of two that follow each other, and wants a paragraph at the end of a document. */
export const gapBehind = (scribe: Scribe, place: Place): Paragraph[] =>
  scribe.isBehindTable ? [scribe.paragraph({ style: 'Gap', children: [] }, place)] : [];

function codeOf(text: string, scribe: Scribe, place: Place): Paragraph {
  const children = text
    .split(/\r\n?|\n/)
    .map((one, index) => new TextRun({ text: shownText(one), ...(index > 0 ? { break: 1 } : {}) }));
  return scribe.paragraph({ ...inset(place), style: 'Code', children }, place);
}

function figureOf({ path, alt, caption, anchor }: FlowOf<'figure'>, scribe: Scribe, place: Place): FileChild[] {
  scribe.begin(anchor);
  const told = alt || (caption ? wordsOf(caption) : '');
  const run = path === undefined ? undefined : pictureRun(path, told, scribe, place);
  const { picture, noPicture } = scribe.words;
  const shown = run
    ? scribe.paragraph(
        { ...inset(place), style: 'Figure', ...(caption ? { keepNext: true } : {}), children: [run] },
        place,
      )
    : line([plain(alt ? `${picture} ${alt}` : noPicture)], scribe, place, 'Missing');
  if (!caption) return [shown];
  if (!run) return [shown, line(caption, scribe, place, 'Caption')];
  return [shown, figureCaption(caption, scribe, place)];
}

const figureCaption = (caption: readonly Inline[], scribe: Scribe, place: Place): Paragraph =>
  scribe.paragraph(
    { ...inset(place), style: 'Caption', children: captionRuns('Figure', caption, scribe, place) },
    place,
  );

/** A drawing as a picture with its caption; below it the same in words and tables, for everyone. What the words before it tell is not said again. */
function drawingOf(
  { svg, title, description, same }: FlowOf<'drawing'>,
  scribe: Scribe,
  place: Place,
  isTold = false,
): FileChild[] {
  const run = place.isInNote ? undefined : drawingRun({ svg, title, description }, scribe, place);
  return [
    ...(run
      ? [
          scribe.paragraph({ ...inset(place), style: 'Figure', children: [run] }, place),
          figureCaption([plain(title)], scribe, place),
        ]
      : [line([plain(title)], scribe, place, 'Caption')]),
    ...(description && !isTold ? [line([plain(description)], scribe, place)] : []),
    ...flowsOf(same, scribe, place),
  ];
}

/** Where facts stand below one another, as on a control sheet: names to the left, what they say to the right. */
const sheets: ReadonlySet<string | undefined> = new Set(['control-sheet', 'cover']);

/** A fact in one paragraph, its name first; what is more than a paragraph stands below. */
function factOf(
  { anchor, name, flow, lang }: Fact,
  role: string | undefined,
  scribe: Scribe,
  around: Place,
): FileChild[] {
  const place = lang === undefined ? around : { ...around, lang };
  scribe.begin(anchor);
  const [first, ...rest] = flow;
  const isSheet = sheets.has(role) && place.inLists === 0;
  const said =
    first?.type === 'paragraph' ? lineRuns(first.children, scribe, { ...place, lang: first.lang ?? place.lang }) : [];
  const between: ParagraphChild = isSheet
    ? new TextRun({ children: [new Tab()] })
    : words(said.length > 0 ? ': ' : flow.length > 0 ? ':' : '', scribe, place.lang);
  const named = scribe.paragraph(
    {
      ...inset(place),
      style: isSheet ? 'SheetFact' : 'Fact',
      ...(flow.length > 1 ? { keepNext: true } : {}),
      children: [...lineRuns(name, scribe, place, { style: 'FactName' }), between, ...said],
    },
    place,
  );
  return [
    named,
    ...flowsOf(first?.type === 'paragraph' ? rest : flow, scribe, { ...place, inLists: place.inLists + 1 }),
  ];
}

function statisticOf({ anchor, value, label, details, lang }: Statistic, scribe: Scribe, around: Place): FileChild[] {
  const place = lang === undefined ? around : { ...around, lang };
  scribe.begin(anchor);
  return [
    ...(wordsOf(value) ? [line(value, scribe, place, 'Statistic')] : []),
    line(label, scribe, place, 'StatisticLabel'),
    ...details.map((detail) => line(detail, scribe, place, 'Details')),
  ];
}

/** A footnote that no text refers to, where the plan has it. */
function noteOf({ anchor, label, flow }: FootNote, scribe: Scribe, place: Place): FileChild[] {
  scribe.begin(anchor);
  return withLabel(label, flow, scribe, place);
}

function withLabel(label: string, flow: readonly Flow[], scribe: Scribe, place: Place): FileChild[] {
  const [first, ...rest] = flow;
  const isWords = first?.type === 'paragraph';
  const children: readonly Inline[] = [plain(`${label}: `), ...(isWords ? first.children : [])];
  return [line(children, scribe, place, 'Details'), ...flowsOf(isWords ? rest : flow, scribe, place)];
}

/** What stands in a footnote: paragraphs. */
export function noteParagraphs(flow: readonly Flow[], scribe: Scribe, place: Place): Paragraph[] {
  const written = flowsOf(flow, scribe, place).filter((one): one is Paragraph => one instanceof Paragraph);
  return written.length > 0 ? written : [scribe.paragraph({ children: [] }, place)];
}
