import { l10n, type Uri, window } from 'vscode';
import type { ImportFormat } from '../../../server/src/lsp/import/protocol.ts';

/** What a format is called in the dialog, as people say it. */
const known = (): Readonly<Record<string, string>> => ({
  docx: l10n.t('Word'),
  odt: l10n.t('LibreOffice'),
  pdf: l10n.t('PDF'),
  html: l10n.t('Web pages'),
  markdown: l10n.t('Markdown'),
  text: l10n.t('Plain text'),
  stratml: l10n.t('StratML'),
  json: l10n.t('Goldthread’s own JSON'),
});

/** Asks for a document; undefined where the writer chooses none. */
export async function chooseDocument(formats: readonly ImportFormat[]): Promise<Uri | undefined> {
  const said = known();
  const here = formats.filter(({ isHere }) => isHere);
  const missing = formats.filter(({ isHere }) => !isHere).map(({ name }) => said[name] ?? name);
  const [chosen] =
    (await window.showOpenDialog({
      title:
        missing.length === 0
          ? l10n.t('Import a document')
          : l10n.t('Import a document. Not in a browser: {0}', missing.join(', ')),
      openLabel: l10n.t('Import'),
      canSelectMany: false,
      filters: {
        [l10n.t('Documents')]: here.flatMap(({ endings }) => endings),
        ...Object.fromEntries(here.map(({ name, meaning, endings }) => [said[name] ?? meaning, [...endings]])),
        [l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  return chosen;
}

/** True for a document that can be read here; says so where it cannot. */
export async function isReadHere({ path }: Uri, formats: readonly ImportFormat[]): Promise<boolean> {
  const ending = path.replace(/^.*\./, '').toLowerCase();
  const format = formats.find(({ endings }) => endings.includes(ending));
  if (format === undefined || format.isHere) return true;
  const words = l10n.t(
    '{0} can’t be read in a browser. Import it in VS Code on a computer, or import the Word document that it was made from.',
    known()[format.name] ?? format.meaning,
  );
  await window.showErrorMessage(words);
  return false;
}
