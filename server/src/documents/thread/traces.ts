import { textOf } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The kinds whose titles are always shown, and those whose fields say in which language and with which numbers. */
const titled: ReadonlySet<string> = new Set(['outcome', 'theme', 'priority', 'kpq', 'measure']);
const headed: ReadonlySet<string> = new Set(['plan', 'library']);
const headFields = ['language', 'translations', 'numbering'];
/** The fields that make a thread. */
const relations: ReadonlySet<string> = new Set(['outcomes', 'kpqs', 'measures', 'priorities', 'delivers']);

/** What blocks say that the thread depends on, each in one string. While none of these changes, neither does the thread. */
export class Traces {
  private readonly short = new WeakMap<BlockContent, string>();
  private readonly long = new WeakMap<BlockContent, string>();

  /** Those of all blocks, file by file. `withTitles` takes in the titles of all items, not only of those that are always drawn. */
  read(model: Model, workspace: Workspace, withTitles: boolean): string[] {
    const known = withTitles ? this.long : this.short;
    const found: string[] = [];
    for (const plan of workspace.plans) {
      found.push(`${plan.kind} ${plan.root.path} ${plan.id}`);
      for (const file of plan.files) {
        found.push(file.tree.language);
        for (const placed of file.blocks) {
          const content = model.content(placed);
          if (!content) continue;
          let trace = known.get(content);
          if (trace === undefined) {
            trace = traceOf(content, withTitles);
            known.set(content, trace);
          }
          if (trace !== '') found.push(trace);
        }
      }
    }
    return found;
  }
}

/** Everything of a block that the thread could depend on. Texts stand in quotation marks, so that none can pass for another. */
function traceOf({ items, fields, placed }: BlockContent, withTitles: boolean): string {
  const pieces = fields.flatMap((entry) => (entry.definition?.key === 'include' ? [textOf(placed.block, entry)] : []));
  const numbers = new Map<Item, number>();
  for (const item of items) {
    numbers.set(item, numbers.size);
    pieces.push(item.key, item.id ?? '', String(item.parent ? numbers.get(item.parent) : ''));
    if (headed.has(item.key)) for (const key of headFields) pieces.push(item.value(key));
    if (withTitles || titled.has(item.key) || headed.has(item.key)) {
      pieces.push(item.title);
      for (const entry of item.fieldsNamed('title')) pieces.push(item.nameOf(entry), item.valueOf(entry));
    }
    if (withTitles && item.key === 'statistic') pieces.push(item.value('value'));
    for (const { relation, library, id } of item.links)
      if (relations.has(relation)) pieces.push(relation, library ?? '', id);
  }
  return pieces.length === 0 ? '' : JSON.stringify(pieces);
}
