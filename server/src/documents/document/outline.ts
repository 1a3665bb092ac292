import type { Item } from '../../model/item.ts';
import type { Labels } from '../labels.ts';
import { CONTENTS, contentsDraft } from './contents.ts';
import { controlSheetDraft, coverDraft, isOnCover } from './cover.ts';
import type { Draft } from './draft.ts';
import { isOfControlSheet, isTold, untold } from './fields.ts';
import { type Node, nodesIn } from './nodes.ts';
import type { Outside } from './outside.ts';
import { proseDraft } from './texts.ts';
import type { Written } from './values.ts';
import { isWork, type KeptDrafts, Walk } from './walk.ts';
import { documentWords } from './words.ts';

/** So many chapters make a list of contents worth while. */
const FEWEST_CHAPTERS = 3;

const TOP = '_top';
const SHEET = '_control-sheet';
const OVERVIEW = '_overview';

/** The blocks of a page before their words are written, and its title. */
export interface Outline {
  readonly drafts: readonly Draft[];
  readonly title: string;
}

/** The cover, the control sheet and the contents of a document, then all that follows in the text. `root` is its first entry, where it has one. */
export function outlineOf(
  root: Item | undefined,
  nodes: readonly Node[],
  outside: Outside,
  labels: Labels,
  kept: KeptDrafts,
): Outline {
  const words = documentWords(outside.language);
  const title = (root && outside.face(root).title) || words.untitled;
  const first = root ? nodes.findIndex((node) => node.type === 'item' && node.item === root) : -1;
  const { fields, prose, inside, cover, sheetEnd } = root ? headOf(root, nodes[first] as Node, outside) : nothing;
  const walk = new Walk(outside, labels, kept);
  walk.read([...inside, ...nodes.slice(0, Math.max(0, first)), ...nodes.slice(first + 1)]);
  const drafts: Draft[] = [coverDraft(root, fields, title, (root && outside.anchors.of(root)) ?? TOP, cover)];
  const sheet = root && controlSheetDraft(root, fields, SHEET, sheetEnd);
  if (sheet) drafts.push(sheet);
  if (root) for (const [index, node] of prose.entries()) drafts.push(textDraft(root, node, index));
  const { chapters, firstWork } = walk;
  const overview = firstWork && overviewOf(firstWork.kind, labels);
  if (firstWork && overview)
    chapters.splice(firstWork.chapter, 0, { depth: 1, item: undefined, words: overview, anchor: OVERVIEW });
  if (chapters.length >= FEWEST_CHAPTERS) drafts.push(contentsDraft(CONTENTS, words.contents, chapters));
  const rest = walk.drafts;
  if (!firstWork || !overview) return { drafts: [...drafts, ...rest], title };
  const work = chapters.filter(({ item }) => item && isWork.has(item.key));
  const list = contentsDraft(OVERVIEW, overview, work);
  return { drafts: [...drafts, ...rest.slice(0, firstWork.at), list, ...rest.slice(firstWork.at)], title };
}

type FieldNode = Node & { readonly type: 'field' };

interface Head {
  /** What stands on the cover and in the control sheet. */
  readonly fields: readonly Written[];
  readonly prose: readonly FieldNode[];
  /** What should stand at the left margin. */
  readonly inside: readonly Node[];
  /** Where the lines of the cover end, and those of the control sheet. */
  readonly cover: number;
  readonly sheetEnd: number;
}

const nothing: Head = { fields: [], prose: [], inside: [], cover: 0, sheetEnd: 0 };

function headOf(root: Item, { until }: Node, outside: Outside): Head {
  const nodes = nodesIn(root, until);
  const left = untold(root, nodes, outside.language, outside.languageOf(root));
  const fields: Written[] = [];
  const prose: FieldNode[] = [];
  const inside: Node[] = [];
  let cover = root.entry.end;
  let sheetEnd = cover;
  let isCover = true;
  for (const node of nodes) {
    if (node.type === 'field' && (isOnCover(node.field) || isOfControlSheet(node.field))) sheetEnd = node.until;
    isCover &&= node.type === 'field' && isOnCover(node.field);
    if (isCover) cover = node.until;
    if (node.type !== 'field') inside.push(node);
    else if (!isTold(node.entry, node.field) || left?.has(node.entry)) continue;
    else if (isOnCover(node.field) || isOfControlSheet(node.field)) fields.push(node);
    else prose.push(node);
  }
  return { fields, prose, inside, cover, sheetEnd };
}

/** Words of the plan itself, below its cover. */
const textDraft = (root: Item, node: FieldNode, index: number): Draft =>
  proseDraft({ key: `_text-${index + 1}`, level: 2, depth: 0, heading: undefined, told: false }, root, node);

/** What a plan prints above the list of its themes and priorities; undefined where it wants none. */
function overviewOf(kind: string, labels: Labels): string | undefined {
  const key = labels.wants(kind) ? kind : 'priorities';
  return labels.wants(key) ? labels.heading(key) : undefined;
}
