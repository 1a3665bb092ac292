import type { Item } from '../../model/item.ts';
import type { PlacedBlock } from '../../workspace/plan-file.ts';
import { type CommentLine, commentLines } from '../comments.ts';
import { titlesFor } from '../fix-titles.ts';
import { deletingLines } from '../fixes.ts';
import type { BlockRule, Fix, Report } from '../rule.ts';
import { doubtNamed } from './doubts.ts';

const anyUnsure = /#[ \t]*(?:unsure|ansicr)[ \t]*[(:]/;
const unsureLine = /^#[ \t]*(?:unsure|ansicr)[ \t]*(?:\((?<kind>[^()]*)\)[ \t]*)?:(?<note>.*)$/;
const quoted = /“(?<words>[^“”]+)”/g;

/** Somebody has to look at something: a note that the import of a document leaves, or that a writer leaves. */
export const unsure: BlockRule = {
  id: 'import/unsure',
  severity: 'hint',
  finalSeverity: 'warning',
  says: 'A note says that something is not sure yet.',
  why: 'What a document does not say in as many words was guessed when it was brought in. Somebody who knows the plan has to look at it before others rely on it.',
  source: 'Language reference, “Notes to settle”',
  breaks:
    'plan p: Housing Plan\n\n# unsure (wording): page 7 says “Homes are warm, dry, safe”\noutcome warm: Homes are warm\n\n# unsure (structure): a priority, or a theme?\npriority insulation: Insulate council homes\n  outcomes: warm\n',
  clean:
    'plan p: Housing Plan\n\noutcome warm: Homes are warm, dry, safe\n\n# Agreed in May.\npriority insulation: Insulate council homes\n  outcomes: warm\n',
  block({ placed, items }, context) {
    const { block } = placed;
    if (!block.text.includes('#') || !anyUnsure.test(block.text)) return;
    const byEntry = new Map(items.map((item) => [item.entry, item]));
    for (const comment of commentLines(block)) {
      const { kind, note } = unsureLine.exec(comment.words)?.groups ?? {};
      if (note === undefined) continue;
      const { entry } = comment.over ?? {};
      const item = entry && byEntry.get(entry);
      const span = { start: comment.at, end: comment.at + comment.words.length };
      context.report(placed, span, reportOf(kind?.trim() ?? '', note.trim(), placed, comment, item));
    }
  },
};

function reportOf(
  kind: string,
  note: string,
  placed: PlacedBlock,
  comment: CommentLine,
  item: Item | undefined,
): Report {
  const doubt = doubtNamed(kind);
  const about = (word: string): string => (word ? ` (${word})` : '');
  return {
    message: `To settle${about(doubt?.key ?? kind)}: ${note || 'look at what stands below this note.'}`,
    messageCy: () => `I’w setlo${about(doubt?.cy ?? kind)}: ${note || 'edrychwch ar yr hyn sydd o dan y nodyn hwn.'}`,
    fixes: () => mendsOf(doubt?.key, note, placed, comment, item),
    item,
  };
}

/** To take the note out; and, where it names one other wording for the title below it, to use that. */
function mendsOf(
  kind: string | undefined,
  note: string,
  placed: PlacedBlock,
  { at, words }: CommentLine,
  item: Item | undefined,
): Fix[] {
  const titles = titlesFor(placed);
  const settled = deletingLines(titles.settled, placed, { start: at, end: at + words.length });
  const wording = kind === 'wording' && item ? otherWording(note, item) : undefined;
  const { valueStart = 0, valueEnd = 0 } = item?.entry ?? {};
  if (wording === undefined || valueEnd === valueStart) return [settled];
  const title = { placed, start: valueStart, end: valueEnd, text: wording };
  return [settled, { title: titles.useWording(shortened(wording)), edits: [...settled.edits, title] }];
}

/** The one wording in a note that is not the title already; undefined where there is none, or more than one. */
function otherWording(note: string, item: Item): string | undefined {
  const named = [...note.matchAll(quoted)].map(({ groups }) => groups?.words?.trim() ?? '');
  const others = [...new Set(named)].filter((words) => words !== '' && words !== item.title);
  const [only] = others;
  // Brackets would make a link of words that were none.
  return others.length === 1 && !only?.includes('[[') ? only : undefined;
}

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 77)}…` : words);
