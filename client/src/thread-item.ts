import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ThreadNode } from '../../server/src/lsp/protocol.ts';

/** An item of the tree: a node of the golden thread in its place, since what serves two outcomes is shown under both. */
export interface ThreadItem {
  readonly node: ThreadNode;
  readonly parent: ThreadItem | undefined;
  /** The keys from the root down to this item. */
  readonly id: string;
  readonly children: readonly ThreadItem[];
}

/** A line of a file, counted from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

const icons: Readonly<Record<string, string>> = {
  outcome: 'target',
  priority: 'star-empty',
  kpq: 'question',
  measure: 'graph',
  action: 'tasklist',
  group: 'list-tree',
};

/** What is known of changes of items since the last commit. */
export interface Marks {
  /** What has changed in an item, in sentences. */
  words(item: ThreadItem): readonly string[];
  /** The address by which the editor asks for its mark. */
  address(item: ThreadItem): Uri;
}

/** How an item of the tree looks. A broken end has a mark, and words: a colour alone says nothing to many. */
export function treeItem(
  item: ThreadItem,
  places: BaseLanguageClient['protocol2CodeConverter'],
  marks: Marks,
): TreeItem {
  const { title, kind, description, faults, uri, titleRange, range } = item.node;
  const leaf = item.children.length === 0;
  const expanded = item.parent === undefined;
  const shown = new TreeItem(
    title,
    leaf
      ? TreeItemCollapsibleState.None
      : expanded
        ? TreeItemCollapsibleState.Expanded
        : TreeItemCollapsibleState.Collapsed,
  );
  shown.id = item.id;
  shown.description = description;
  shown.resourceUri = marks.address(item);
  const changes = marks.words(item);
  shown.tooltip = [title, description, ...faults, ...changes].filter((line) => line !== '').join('\n\n');
  shown.iconPath =
    faults.length > 0
      ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
      : new ThemeIcon(icons[kind] ?? 'circle-outline');
  shown.contextValue = kind;
  const broken = faults.length > 0 ? [l10n.t('The thread is broken here.'), ...faults] : [];
  shown.accessibilityInformation = { label: [`${title}, ${description}`, ...broken, ...changes].join(' ') };
  const target = titleRange ?? range;
  if (uri !== undefined && target !== undefined) {
    const selection = places.asRange(target);
    shown.command = {
      command: 'vscode.open',
      title: l10n.t('Go to Item'),
      arguments: [places.asUri(uri), { selection, preserveFocus: true }],
    };
  }
  return shown;
}
