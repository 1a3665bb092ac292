import { commands, type Diagnostic, l10n, languages, Uri, window } from 'vscode';

/** Shows the page of a rule, which the server gives as a text of its own: of the one named, of the problem at the cursor, or of one chosen from those of the file. */
export async function explain(rule?: string): Promise<void> {
  const id = typeof rule === 'string' ? rule : await chosenRule();
  if (id === undefined) return;
  await commands.executeCommand('markdown.showPreview', Uri.parse(`goldthread:rules/${id}.md`));
}

async function chosenRule(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const problems =
    editor === undefined ? [] : languages.getDiagnostics(editor.document.uri).filter((each) => ruleOf(each));
  if (editor === undefined || problems.length === 0) {
    await window.showInformationMessage(l10n.t('There is no problem here to explain.'));
    return undefined;
  }
  const { active } = editor.selection;
  const here = problems.filter(({ range }) => range.contains(active));
  const near = here.length > 0 ? here : problems.filter(({ range }) => range.start.line === active.line);
  const offered = near.length > 0 ? near : problems;
  const rules = new Map(offered.map((problem) => [ruleOf(problem) as string, problem.message]));
  if (rules.size === 1) return [...rules.keys()][0];
  const picked = await window.showQuickPick(
    [...rules].map(([label, detail]) => ({ label, detail })),
    { placeHolder: l10n.t('Which problem?'), matchOnDetail: true },
  );
  return picked?.label;
}

/** The id of the rule that found a problem; undefined for a problem that is not Goldthread’s. */
function ruleOf({ source, code }: Diagnostic): string | undefined {
  if (source !== 'Goldthread' || code === undefined) return undefined;
  return String(typeof code === 'object' ? code.value : code);
}
