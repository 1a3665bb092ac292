import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { ThreadNode } from '../../server/src/lsp/protocol.ts';
import type { Place, ThreadItem } from './thread-item.ts';

/** The items of the golden thread, for a tree view. */
export class ThreadTree implements TreeDataProvider<ThreadItem> {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly getTreeItem: (item: ThreadItem) => TreeItem;
  #roots: readonly ThreadItem[] = [];
  #shown = '';

  constructor(look: (item: ThreadItem) => TreeItem) {
    this.getTreeItem = look;
  }

  /** Shows another thread. The same thread again leaves the tree as it is. */
  show(nodes: readonly ThreadNode[]): void {
    const shown = JSON.stringify(nodes);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#roots = itemsOf(nodes, undefined);
    this.#changed.fire(undefined);
  }

  /** The same items look otherwise now. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  getChildren(item?: ThreadItem): ThreadItem[] {
    return [...(item === undefined ? this.#roots : item.children)];
  }

  getParent(item: ThreadItem): ThreadItem | undefined {
    return item.parent;
  }

  /** The items at a line: the smallest that holds it, as often as it is in the tree, in its order. */
  at({ uri, line }: Place): ThreadItem[] {
    let smallest = Number.POSITIVE_INFINITY;
    let found: ThreadItem[] = [];
    const look = (items: readonly ThreadItem[]): void => {
      for (const item of items) {
        const { range } = item.node;
        if (item.node.uri === uri && range !== undefined && range.start.line <= line && line <= range.end.line) {
          const size = range.end.line - range.start.line;
          if (size < smallest) found = [];
          if (size <= smallest) {
            smallest = size;
            found.push(item);
          }
        }
        look(item.children);
      }
    };
    look(this.#roots);
    return found;
  }
}

function itemsOf(nodes: readonly ThreadNode[], parent: ThreadItem | undefined): ThreadItem[] {
  return nodes.map((node) => {
    const children: ThreadItem[] = [];
    const item: ThreadItem = { node, parent, id: `${parent?.id ?? ''}/${node.key}`, children };
    children.push(...itemsOf(node.children, item));
    return item;
  });
}
