import { nameOf, textOf } from '@goldthread/grammar';
import type { Snapshot } from '../../features/snapshot.ts';
import type { Item } from '../../model/item.ts';
import { blocksInOrder } from '../../model/model.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { PlanFile } from '../../workspace/plan-file.ts';
import { Labels } from '../labels.ts';
import { languagesOf } from '../languages.ts';
import type { Page, View, ViewOptions } from '../view.ts';
import { Memory } from './memory.ts';
import { type Node, nodesOf } from './nodes.ts';
import { outlineOf } from './outline.ts';
import { Outside } from './outside.ts';
import type { KeptDrafts } from './walk.ts';

/** The plan as it is published. */
export const documentView = (): View => new DocumentView();

class DocumentView implements View {
  private readonly memory = new Memory();
  private readonly nodes = new WeakMap<BlockContent, readonly Node[]>();
  private drafts: KeptDrafts = new WeakMap();
  private outside = new Outside('en');
  /** What all blocks of the page before depend on. */
  private common = '';

  page({ model }: Snapshot, { plan, blocks }: PlanFile, options: ViewOptions): Page {
    const { language } = options;
    if (this.outside.language !== language) this.outside = new Outside(language);
    const { outside } = this;
    outside.hasAllAnchors = options.hasAllAnchors === true;
    const contents: BlockContent[] = [];
    for (const placed of plan ? blocksInOrder(plan) : blocks) {
      const content = model.content(placed);
      if (content) contents.push(content);
    }
    const root = rootOf(contents);
    const change = outside.update({ model, plan, contents, root });
    const labels = labelsOf(contents, root, options);
    const common = [
      outside.hasAllAnchors,
      language,
      languagesOf(root)[0],
      root?.value('numbering'),
      labels.written,
      outside.anchors.odd,
    ].join('\n');
    const isNew = common !== this.common;
    if (isNew) this.drafts = new WeakMap();
    this.common = common;
    const nodes = contents.flatMap((content) => this.nodesOf(content));
    const { drafts, title } = outlineOf(root, nodes, outside, labels, this.drafts);
    return { title, blocks: this.memory.write(drafts, { outside, labels, change, isNew }), controls: [] };
  }

  private nodesOf(content: BlockContent): readonly Node[] {
    let nodes = this.nodes.get(content);
    if (!nodes) {
      nodes = nodesOf(content);
      this.nodes.set(content, nodes);
    }
    return nodes;
  }
}

/** The first entry of a document, where that is a plan, a library, or a part that belongs to no plan. */
function rootOf(contents: readonly BlockContent[]): Item | undefined {
  const first = contents.find(({ placed }) => placed.block.entries.length > 0)?.items[0];
  return first?.kind.root && first.parent === undefined ? first : undefined;
}

function labelsOf(
  contents: readonly BlockContent[],
  root: Item | undefined,
  { language, labels }: ViewOptions,
): Labels {
  const own: [string, string][] = [];
  for (const { fields, placed } of contents)
    for (const entry of fields)
      if (entry.definition?.key === 'label') own.push([nameOf(placed.block, entry), textOf(placed.block, entry)]);
  return new Labels(own, language, languagesOf(root)[0] === language, labels);
}
