import { type Entry, entriesOf, idFrom, kindOf, nameOf, textOf, wordFor } from '@goldthread/grammar';
import { lineEndOf } from '../../checks/fixes.ts';
import { pathFrom } from '../../checks/reference/words.ts';
import { wordIn } from '../../checks/syntax/words.ts';
import { resolvePath } from '../../workspace/host.ts';
import { type PlacedBlock, PlanFile, type Range } from '../../workspace/plan-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { mendedPaths } from '../moved-paths.ts';
import { wordsFor } from '../words.ts';
import type { Action, Asking } from './action.ts';

const table = {
  en: { extract: (path: string) => `Put it into a file of its own: ${path}` },
  cy: { extract: (path: string) => `Rhoi mewn ffeil ar wahân: ${path}` },
};

/** The folder in which parts stand beside a plan. */
const folder = 'parts';
/** So many names are tried before one is taken that may be there. */
const TRIES = 20;

/**
 * Puts whole items at the left margin into a part of their own, which the plan includes in their place.
 *
 *     priority homes: Better homes
 *       outcomes: warm
 *
 * becomes
 *
 *     include: parts/homes.plan
 *
 * and a new file `parts/homes.plan`
 *
 *     part our-borough: Better homes
 *
 *     priority homes: Better homes
 *       outcomes: warm
 */
export function extractPart({ snapshot: { workspace }, file, range, can, language }: Asking): Action[] {
  const { plan } = file;
  const { root } = file.tree;
  if (!can.createsFiles || !plan?.id || (root !== 'plan' && root !== 'part')) return [];
  const blocks = wholeItems(file, range);
  const [first] = blocks;
  const last = blocks.at(-1);
  const entry = first?.block.entries[0];
  if (!first || !last || !entry) return [];
  const path = freePath(workspace, file, nameOf(first.block, entry) || textOf(first.block, entry), entry);
  const end = isWhole(last, file.offsetAt(range.end)) ? last.block.text.trimEnd().length : wordsEnd(last);
  const text = [...blocks.slice(0, -1).map(({ block }) => block.text), last.block.text.slice(0, end)].join('');
  const written = pathFrom(file.path, path);
  return [
    {
      title: wordsFor(table, language).extract(written),
      kind: 'refactor.extract',
      edits: [
        {
          file: file.path,
          range: {
            start: first.position(text.length - text.trimStart().length),
            end: last.position(end),
          },
          newText: `${wordIn('include', language)}: ${written}`,
        },
      ],
      creates: { path, text: partText(file, plan.id, textOf(first.block, entry) || plan.id, text.trim(), path) },
    },
  ];
}

/** The items at the margin that a selection takes in from the first letter to the last; none where it cuts one in two. */
function wholeItems(file: PlanFile, { start, end }: Range): readonly PlacedBlock[] {
  const from = file.offsetAt(start);
  const to = file.offsetAt(end);
  const first = file.blockAt(from);
  const selected = first && file.tree.text.slice(from, to);
  if (!selected?.trim()) return [];
  const begin = from + selected.length - selected.trimStart().length;
  const stop = from + selected.trimEnd().length;
  const blocks = file.blocks.slice(file.blockAt(begin)?.index, (file.blockAt(stop - 1)?.index ?? -1) + 1);
  const [top] = blocks;
  const bottom = blocks.at(-1);
  if (!top || !bottom || !blocks.every(isItemAtMargin)) return [];
  const isFromItsStart = begin <= top.offset((top.block.entries[0] as Entry).at);
  return isFromItsStart && stop >= bottom.offset(wordsEnd(bottom)) ? blocks : [];
}

/** Where the words of a block end: comments may follow. */
const wordsEnd = ({ block }: PlacedBlock): number =>
  block.text.slice(0, Math.max(0, ...[...entriesOf(block)].map(({ end }) => end))).trimEnd().length;

/** True where a selection takes in the comments behind the last words of a block too. */
const isWhole = (placed: PlacedBlock, to: number): boolean => to >= placed.offset(placed.block.text.trimEnd().length);

/** True for one item that begins at the margin, with nothing in its block that belongs to none. */
function isItemAtMargin({ block }: PlacedBlock): boolean {
  const [entry, other] = block.entries;
  const isItem = entry?.definition?.item && !entry.definition.root && entry.indent === 0;
  return isItem === true && !other && block.strays.length === 0;
}

/** A path beside the plan that nothing has, named after an item. */
function freePath({ files, host }: Workspace, file: PlanFile, words: string, { definition }: Entry): string {
  const name = idFrom(words).slice(0, 40).replace(/-+$/, '') || (definition?.key ?? 'part');
  const pathOf = (suffix: string): string =>
    resolvePath(file.path, file.tree.root === 'part' ? `${name}${suffix}.plan` : `${folder}/${name}${suffix}.plan`);
  const paths = Array.from({ length: TRIES }, (_, index) => pathOf(index === 0 ? '' : `-${index + 1}`));
  const unused = paths.filter((path) => !files.has(path));
  return unused.find((path) => !host.exists(path)) ?? unused[0] ?? pathOf(`-${TRIES + 1}`);
}

/** The text of a part with some items: its head, and the items with their paths as seen from where it stands. */
function partText(file: PlanFile, plan: string, title: string, items: string, path: string): string {
  const { language } = file.tree;
  const part = kindOf('part');
  const lineEnd = lineEndOf(file.tree.text);
  const preamble = language === 'en' ? '' : `# language: ${language}${lineEnd}`;
  const head = `${part ? wordFor(part, language) : 'part'} ${plan}: ${title}`;
  const text = preamble + head + lineEnd + lineEnd + items + lineEnd;
  const before = new PlanFile(file.path, text);
  const edits = mendedPaths(before, [{ from: file.path, to: path }]).map(({ range, newText }) => ({
    start: before.offsetAt(range.start),
    end: before.offsetAt(range.end),
    newText,
  }));
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
