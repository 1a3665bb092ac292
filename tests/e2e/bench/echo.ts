import { commands, type ExtensionContext, ViewColumn, window, workspace } from 'vscode';

/** The page: it writes what it is sent, and notes it as Goldthread’s script notes that it has patched its page. */
const page = `<!DOCTYPE html><html lang="en"><title>Echo</title><body><p id="echo">–</p><script>
const line = document.getElementById('echo').firstChild;
addEventListener('message', ({ data }) => { line.data = data.text; performance.mark('goldthread:patched'); });
</script></body></html>`;

/**
 * An extension that does as little as any live page can: it sends the text of each change to a page, which writes it. What VS Code
 * takes for this, it takes of every preview.
 */
export function activate({ subscriptions }: ExtensionContext): void {
  const open = (): void => {
    const panel = window.createWebviewPanel('echo', 'Echo', ViewColumn.Beside, { enableScripts: true });
    panel.webview.html = page;
    const listening = workspace.onDidChangeTextDocument(({ contentChanges }) => {
      const text = contentChanges.map((change) => change.text).join('') || '–';
      void panel.webview.postMessage({ type: 'update', text });
    });
    panel.onDidDispose(() => listening.dispose());
  };
  subscriptions.push(commands.registerCommand('echo.open', open));
}
