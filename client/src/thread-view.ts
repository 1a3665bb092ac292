import { Disposable, type TextEditor, type TreeView, type Uri, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type ThreadNode, threadChanged, threadRequest } from '../../server/src/lsp/protocol.ts';
import { ThreadMarks } from './compare/thread-marks.ts';
import { isPlan, later } from './editors.ts';
import { type Place, type ThreadItem, treeItem } from './thread-item.ts';
import { ThreadTree } from './thread-tree.ts';

/** Shows the golden thread of the plan that the writer has open, and marks in it the item at the cursor. */
export function showThread(client: BaseLanguageClient): Disposable {
  const marks = new ThreadMarks(client);
  const tree = new ThreadTree((item) => treeItem(item, client.protocol2CodeConverter, marks));
  const view = window.createTreeView('goldthread.thread', { treeDataProvider: tree, showCollapseAll: true });
  let plan: Uri | undefined;
  let asked = 0;

  const follow = later(client.outputChannel, () => revealCursor(view, tree, client));

  const refresh = later(client.outputChannel, async () => {
    const editor = planEditor();
    plan = editor?.document.uri ?? plan;
    if (plan === undefined || client.state !== State.Running) return;
    const turn = ++asked;
    const params = { uri: client.code2ProtocolConverter.asUri(plan) };
    const roots = await client.sendRequest<ThreadNode[]>(threadRequest, params);
    if (turn !== asked) return;
    tree.show(roots);
    if (view.visible) marks.show(plan);
    follow.soon();
  });

  refresh.soon();
  return Disposable.from(
    view,
    follow,
    refresh,
    marks,
    marks.onDidChangeFileDecorations(() => tree.refresh()),
    client.onNotification(threadChanged, refresh.soon),
    client.onDidChangeState(refresh.soon),
    window.onDidChangeActiveTextEditor(refresh.soon),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isPlan(textEditor.document)) follow.soon();
    }),
    view.onDidChangeVisibility(({ visible }) => (visible ? refresh : follow).soon()),
  );
}

function planEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor !== undefined && isPlan(editor.document) ? editor : undefined;
}

/** Marks the item at the cursor in the tree; the item that is marked already, where it stands there several times. */
function revealCursor(view: TreeView<ThreadItem>, tree: ThreadTree, client: BaseLanguageClient): void {
  const editor = planEditor();
  if (!view.visible || editor === undefined) return;
  const place: Place = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    line: editor.selection.active.line,
  };
  const found = tree.at(place);
  const marked = view.selection.some((item) => found.includes(item));
  if (found[0] !== undefined && !marked) void view.reveal(found[0], { select: true, focus: false });
}
