import type { Item } from '../../model/item.ts';
import { plain } from '../plain-words.ts';
import type { Flow, Inline, Point } from '../tree.ts';
import type { Block } from '../view.ts';
import type { Draft } from './draft.ts';
import type { Face, Outside } from './outside.ts';
import { inLanguage } from './writer.ts';

/** A chapter of the document, for lists of chapters. */
export interface Chapter {
  /** 1 for what stands in the plan itself. */
  readonly depth: number;
  /** Its item; for the heading of a list its words and its anchor. */
  readonly item: Item | undefined;
  readonly words: string;
  readonly anchor: string;
}

/** The key of the list of all chapters. */
export const CONTENTS = '_contents';

/** True for the list of all chapters; a list of some, which may stand among them, is none. */
export const isContents = ({ key }: Block): boolean => key === CONTENTS;

/** A list of chapters is no deeper than this. */
const DEEPEST = 3;

/** The list of chapters, as ways to them. */
export function contentsDraft(key: string, heading: string, chapters: readonly Chapter[]): Draft {
  const shown = chapters.filter(({ depth }) => depth <= DEEPEST);
  return {
    key,
    role: 'contents',
    depth: 0,
    item: undefined,
    from: undefined,
    to: undefined,
    spans: [],
    shape: heading,
    isCurious: true,
    asks: (outside) => shown.flatMap((chapter) => [chapter.depth, chapter.anchor, faceOf(outside, chapter)]),
    write: (_, answers) => [
      { type: 'heading', level: 2, anchor: key, children: [plain(heading)] },
      listOf(shown.map((chapter, index) => ({ chapter, face: answers[index * 3 + 2] as Face | string }))),
    ],
  };
}

const faceOf = (outside: Outside, { item, words }: Chapter): Face | string => (item ? outside.face(item) : words);

interface Row {
  readonly chapter: Chapter;
  readonly face: Face | string;
}

/** A chapter that is open for others below it. */
interface Open {
  readonly depth: number;
  readonly flow: Flow[];
  points: Point[] | undefined;
}

/** Chapters as a list, those in others below them. */
function listOf(rows: readonly Row[]): Flow {
  const top: Open = { depth: 0, flow: [], points: undefined };
  const open = [top];
  for (const { chapter, face } of rows) {
    while (open.length > 1 && (open.at(-1) as Open).depth >= chapter.depth) open.pop();
    const holder = open.at(-1) as Open;
    const flow: Flow[] = [{ type: 'paragraph', children: [wayTo(chapter, face)] }];
    if (!holder.points) {
      holder.points = [];
      holder.flow.push({ type: 'list', ordered: false, points: holder.points });
    }
    holder.points.push({ flow });
    open.push({ depth: chapter.depth, flow, points: undefined });
  }
  return top.flow[0] ?? { type: 'list', ordered: false, points: [] };
}

function wayTo({ anchor }: Chapter, face: Face | string): Inline {
  if (typeof face === 'string') return { type: 'mention', anchor, children: [plain(face)] };
  const { number, title, noun, lang } = face;
  const words = inLanguage([plain(title || noun)], title ? lang : undefined);
  return { type: 'mention', anchor, children: number ? [plain(`${number} `), ...words] : words };
}
