import type { Line } from './lines.ts';
import { endsSentence, leadsOn } from './looks.ts';
import { type Counting, type Mark, marksOf } from './marks.ts';
import { type Rough, rough } from './rough.ts';

/** A list that is open: how far it is set in, how it counts and how far it has come. */
interface List {
  readonly indent: number;
  readonly counting: Counting;
  readonly parts: number;
  readonly printed: string;
  value: number;
}

/** So many spaces set a point into the one before it. One is the untidiness of a tool. */
const step = 2;

/** Reads the points of lists line by line, and knows how deep each stands. */
export class Points {
  private open: List[] = [];
  /** True where words stood between the last point and the next: a list may still go on. */
  private isPaused = false;
  private lastLed = false;

  /** The point that a line begins, after the words that stand directly before it; undefined where it begins none. */
  pointAt(line: Line, before: string | undefined): Rough | undefined {
    const mark = this.likely(marksOf(line.text), before);
    if (!mark) return undefined;
    const inner =
      mark.counting === 'sign' ? marksOf(mark.rest).find(({ counting }) => counting === 'number') : undefined;
    const { printed, rest } = inner ?? mark;
    const depth = this.depthOf(mark, line);
    this.isPaused = false;
    this.lastLed = leadsOn(rest);
    return rough('point', line, rest, { depth, mark: printed });
  }

  /** True for a line that begins a point, whatever stood before it. */
  couldBegin(line: Line): boolean {
    const [mark] = marksOf(line.text);
    return mark !== undefined && (mark.counting === 'sign' || mark.counting === 'number' || mark.printed.length > 1);
  }

  /** Words stood between. */
  pause(): void {
    this.isPaused = true;
  }

  /** No list goes on after this. */
  end(): void {
    this.open = [];
  }

  /** The reading of a mark that fits what stood before. What fits nothing is the beginning of a line of words: “a. m. Smith”. */
  private likely(marks: readonly Mark[], before: string | undefined): Mark | undefined {
    const goesOn = marks.find((mark) =>
      this.open.some((list) => list.counting === mark.counting && mark.value === list.value + 1 && mark.value > 1),
    );
    if (goesOn && goesOn.counting !== 'sign') return goesOn;
    const [mark] = marks;
    if (!mark || mark.counting === 'sign') return mark;
    const isFree = before === undefined || endsSentence(before) || leadsOn(before);
    if (mark.counting === 'number')
      return isFree || mark.value === 1 || this.open.some(({ counting }) => counting === 'number') ? mark : undefined;
    return mark.value === 1 ? mark : undefined;
  }

  private depthOf(mark: Mark, line: Line): number {
    if (this.isPaused && line.indent < step && mark.counting === 'sign')
      this.open = this.open.filter(({ counting }) => counting !== 'sign');
    const same = this.open.findLastIndex((list) => isSame(list, mark, line));
    if (same >= 0) this.open.length = same + 1;
    else {
      const outer = this.open.findLastIndex((list) => line.indent >= list.indent + step || this.isInner(list, mark));
      this.open.length = outer + 1;
      this.open.push({
        indent: line.indent,
        counting: mark.counting,
        parts: mark.parts,
        printed: mark.printed,
        value: mark.value,
      });
    }
    const list = this.open.at(-1) as List;
    list.value = mark.value;
    return this.open.length - 1;
  }

  /** Letters and roman numbers count inside of numbers; signs inside of what leads on to them. */
  private isInner(list: List, mark: Mark): boolean {
    if (mark.counting === 'sign')
      return this.lastLed || (list.counting === 'sign' && innerSigns.includes(mark.printed));
    if (list.counting === mark.counting) return mark.counting === 'number' && mark.parts > list.parts;
    return (
      mark.value === 1 &&
      (list.counting === 'sign' || list.counting === 'number' || this.lastLed || mark.counting === 'roman') &&
      mark.counting !== 'number'
    );
  }
}

/** Signs that stand before points of points: other signs at the same place are those of the same list. */
const innerSigns = 'o◦○–▪§‣»';

const isInnerSign = (printed: string): boolean => innerSigns.includes(printed);

function isSame(list: List, mark: Mark, line: Line): boolean {
  if (list.counting !== mark.counting || list.parts !== mark.parts || Math.abs(list.indent - line.indent) >= step)
    return false;
  return (
    mark.counting !== 'sign' ||
    list.printed === mark.printed ||
    (!isInnerSign(list.printed) && !isInnerSign(mark.printed))
  );
}
