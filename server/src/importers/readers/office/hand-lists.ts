/** Lists that somebody made by hand, with a sign or a number typed before each point. */
import { type Mark, marksOf } from '../text/marks.ts';
import { type Line, type Listed, type Span, textOfLine } from './lines.ts';

/** A line with the mark that was typed before it. */
interface Candidate {
  readonly line: Line;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Typed before a point, one of these is nothing else. */
const sure = /^[•●▪◦‣·∙➢➤►▶✓✔❖■□◆◇○\uf000-\uf0ff]/;

/**
 * Lines one after the other with nothing between them: where some are points that were made by hand, they get the place in a list that
 * they show, and their words without the mark. Numbers and letters must go on from their neighbours or have a tab behind them, as “A.
 * Smith” is no point. A paragraph may be several points: what each line was made of stands together.
 */
export function withHandLists(lines: readonly Line[]): Line[][] {
  const parts = lines.map(splitAtBreaks);
  const candidates = parts.flat().map(candidate);
  const made = candidates.map(({ line, text, marks }, index) => {
    const mark = marks.find((mark) => isPoint(mark, text, candidates[index - 1], candidates[index + 1]));
    return mark
      ? { ...line, spans: without(line.spans, text, mark), listed: listedBy(mark), indent: indentOf(line) }
      : line;
  });
  let end = 0;
  return parts.map(({ length }) => {
    end += length;
    return made.slice(end - length, end);
  });
}

function candidate(line: Line): Candidate {
  const text = textOfLine(line).trim();
  if (line.listed || line.part) return { line, text, marks: [] };
  // With a tab behind it, an “o” is the sign that Word has for points within points, whatever follows.
  const rest = text.startsWith('o\t') ? text.slice(1).trim() : '';
  return { line, text, marks: rest ? [{ printed: 'o', counting: 'sign', value: 0, parts: 0, rest }] : marksOf(text) };
}

function isPoint(mark: Mark, text: string, before: Candidate | undefined, behind: Candidate | undefined): boolean {
  if (mark.counting === 'sign' && (sure.test(text) || mark.printed.length > 1)) return true;
  if (text.charAt(mark.printed.length) === '\t') return true;
  if (mark.counting === 'sign' && mark.printed !== 'o' && mark.printed !== '—') return true;
  const goesOn = (other: Candidate | undefined, by: number): boolean =>
    other?.marks.some(
      (one) =>
        one.counting === mark.counting &&
        wrapping(one) === wrapping(mark) &&
        (mark.counting === 'sign' || one.value === mark.value + by || one.parts > mark.parts),
    ) ?? false;
  return goesOn(before, -1) || goesOn(behind, 1) || (mark.value > 1 && goesOn(before, 1 - mark.value));
}

/** What stands around a number: `()` for `(a)`. */
const wrapping = ({ printed }: Mark): string => printed.replace(/[\p{L}\p{N}.]+(?=[.)]|$)/gu, '');

const listedBy = (mark: Mark): Listed => ({
  list: `by hand ${mark.counting} ${mark.counting === 'sign' ? mark.printed : wrapping(mark)}`,
  level: Math.max(0, mark.parts - 1),
  mark: /^[\uf000-\uf0ff]$/.test(mark.printed) ? '•' : mark.printed,
});

/** Tabs before the mark move it as an indent does: half an inch each. */
const indentOf = (line: Line): number => {
  const [tabs = ''] = /^[\t ]*/.exec(textOfLine(line)) ?? [];
  return line.indent + (tabs.split('\t').length - 1) * 36 + Math.floor((tabs.split(' ').length - 1) / 2) * 6;
};

/** Spans without the mark that they begin with: `text` is what they say, without spaces around it. */
export function without(spans: readonly Span[], text: string, mark: Mark): Span[] {
  const whole = spans.map((span) => span.text).join('');
  let cut = whole.length - whole.trimStart().length + (text.length - mark.rest.length);
  return spans.flatMap((span) => {
    const taken = Math.min(cut, span.text.length);
    cut -= taken;
    return taken === span.text.length && span.note === undefined ? [] : [{ ...span, text: span.text.slice(taken) }];
  });
}

/** A paragraph whose lines begin with signs is a list in one paragraph: each line by itself. */
function splitAtBreaks(line: Line): Line[] {
  if (line.listed || line.part || !line.spans.some(({ text }) => text.includes('\n'))) return [line];
  const lines: Span[][] = [[]];
  for (const span of line.spans)
    for (const [index, text] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)!.push({ ...span, text });
    }
  const isSigned = (spans: readonly Span[]): boolean =>
    marksOf(textOfLine({ spans }).trim()).some(({ counting, printed }) => counting === 'sign' && printed !== 'o');
  if (lines.filter(isSigned).length < 2) return [line];
  const parts: Span[][] = [];
  for (const [index, spans] of lines.entries()) {
    const last = parts.at(-1);
    if (last && !isSigned(spans) && !isSigned(lines[index - 1]!))
      last.push({ ...last.at(-1)!, text: '\n', note: undefined }, ...spans);
    else parts.push(spans);
  }
  return parts
    .filter((spans) => textOfLine({ spans }).trim() !== '')
    .map((spans, index) => ({ ...line, spans, anchors: index === 0 ? line.anchors : [] }));
}
