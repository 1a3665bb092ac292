import { type FileChild, Tab, TextRun } from 'docx';
import type { Flow, Point } from '../tree.ts';
import { flowsOf } from './flows.ts';
import { lineRuns, words } from './inlines.ts';
import { bullets, insetOf, lastLevel, numbers } from './numbering.ts';
import { type Place, type Scribe, step } from './scribe.ts';

type List = Flow & { type: 'list' };

/** A list: paragraphs that Word numbers or marks itself, and what else stands in its points. */
export function listFlows({ ordered, start, points }: List, scribe: Scribe, place: Place): FileChild[] {
  const first = start !== undefined && Number.isSafeInteger(start) && start >= 0 && start <= MOST ? start : 1;
  const numbering = {
    reference: ordered ? numbers(first) : bullets,
    level: Math.min(place.inLists, lastLevel),
    instance: ordered ? scribe.nextList() : 0,
  };
  return points.flatMap((point) => pointFlows(point, { ordered, numbering }, scribe, place));
}

/** So much room a number has that the plan gives itself, in twentieths of a point. */
const NUMBER = 737;

/** Word counts no further than this. */
const MOST = 32_767;

interface Marking {
  readonly ordered: boolean;
  readonly numbering: {
    readonly reference: ReturnType<typeof numbers>;
    readonly level: number;
    readonly instance: number;
  };
}

/** A point: its first paragraph has the mark. A number that the plan gives itself stands among the words, as Word can’t count it. */
function pointFlows(
  { anchor, number, flow, lang }: Point,
  { ordered, numbering }: Marking,
  scribe: Scribe,
  around: Place,
): FileChild[] {
  const place = lang === undefined ? around : { ...around, lang };
  scribe.begin(anchor);
  const [first, ...rest] = flow;
  const isWords = first?.type === 'paragraph';
  const inside: Place = { ...place, inLists: place.inLists + 1 };
  const said = isWords ? lineRuns(first.children, scribe, { ...place, lang: first.lang ?? place.lang }) : [];
  const style = ordered || number !== undefined ? 'ListNumber' : 'ListBullet';
  const kept = rest[0]?.type === 'table' || rest[0]?.type === 'figure' ? { keepNext: true } : {};
  const paragraph =
    number === undefined
      ? scribe.paragraph({ style, numbering, ...kept, children: said }, place)
      : scribe.paragraph(
          {
            style,
            ...kept,
            indent: {
              left: Math.max(insetOf(place.inLists), NUMBER),
              hanging: Math.max(step, NUMBER - step * place.inLists),
            },
            children: [words(number, scribe, place.lang), new TextRun({ children: [new Tab()] }), ...said],
          },
          place,
        );
  return [paragraph, ...flowsOf(isWords ? rest : flow, scribe, inside)];
}
