import { commands, type ExtensionContext, l10n, ProgressLocation, Uri, window } from 'vscode';
import { type BaseLanguageClient, ProgressType } from 'vscode-languageclient';
import {
  type ExportChoices,
  type Exported,
  type ExportParams,
  type ExportProgress,
  exportChoicesRequest,
  exportRequest,
} from '../../../server/src/lsp/protocol.ts';
import { inWords } from '../counts.ts';
import { planInEditor } from '../editors.ts';
import { chooseFormats, chooseLanguages, formatName } from './choose.ts';
import { sayDone } from './done.ts';
import { choosePlaces } from './places.ts';
import { writeFiles } from './write.ts';

/** What is being exported. */
interface Asked {
  readonly client: BaseLanguageClient;
  readonly plan: Uri;
  readonly title: string;
  readonly formats: readonly string[];
  readonly languages: readonly string[];
}

/** A plan that a preview shows, and the language in which it does. */
interface Shown {
  readonly plan: Uri;
  readonly language: string | undefined;
}

/**
 * Makes documents of a plan, as its text is in the editor, and writes them: asks in which formats and languages, and, once they are
 * made, where to. The plan is that of the file given, of the preview that has the focus, or of the text.
 */
export const exportPlan =
  (context: ExtensionContext, client: BaseLanguageClient, shown: () => Shown | undefined) =>
  async (file?: unknown): Promise<void> => {
    try {
      await run(context, client, shown(), file);
    } catch (error) {
      client.outputChannel.error(error instanceof Error ? error : String(error));
      await window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };

async function run(
  context: ExtensionContext,
  client: BaseLanguageClient,
  preview: Shown | undefined,
  file: unknown,
): Promise<void> {
  const plan = preview?.plan ?? (file instanceof Uri ? file : planInEditor());
  const uri = plan && client.code2ProtocolConverter.asUri(plan);
  const choices =
    uri === undefined ? null : await client.sendRequest<ExportChoices | null>(exportChoicesRequest, { uri });
  if (plan === undefined || choices === null) {
    const nothing = l10n.t('There is no plan here to export. Open one, or the plan that this part belongs to, first.');
    await window.showInformationMessage(nothing);
    return;
  }
  const { title } = choices;
  const formats = await chooseFormats(context, title, choices.formats);
  if (formats === undefined) return;
  const languages = await chooseLanguages(title, choices.languages, preview?.language);
  if (languages === undefined) return;
  const made = await makeAll({ client, plan, title, formats, languages });
  if (made === undefined) return;
  const failed = made.flatMap((one) => one.failed);
  if (made.every(({ files }) => files?.length === 0)) {
    await window.showErrorMessage(l10n.t('“{0}” was not exported. {1}', title, failed.join(' ')));
    return;
  }
  const places = await choosePlaces(context, plan, made);
  if (places === undefined) return;
  await writeFiles(places);
  const files = places.map(({ uri }) => uri);
  const remarks = made.flatMap((one) => one.remarks);
  await sayDone(client.outputChannel, { title, files, failed, remarks });
}

/** The documents in each language; undefined where there are none: the writer has stopped it, or there are errors first to be mended. */
async function makeAll(asked: Asked): Promise<readonly Exported[] | undefined> {
  for (let force = false; ; force = true) {
    const made = await makeOnce(asked, force);
    if (made === undefined || made.every(({ files }) => files !== undefined)) return made;
    if (force || !(await isToBeForced(asked, made))) return undefined;
  }
}

/** Makes them, with a notification that says how far it is and lets the writer stop it. */
function makeOnce(
  { client, plan, title, formats, languages }: Asked,
  force: boolean,
): Thenable<readonly Exported[] | undefined> {
  const notification = {
    location: ProgressLocation.Notification,
    title: l10n.t('Exporting “{0}”', title),
    cancellable: true,
  };
  const increment = 100 / (formats.length * languages.length);
  return window.withProgress(notification, async (progress, token) => {
    const name = crypto.randomUUID();
    const listening = client.onProgress(new ProgressType<ExportProgress>(), name, (format) =>
      progress.report({ message: formatName(format), increment }),
    );
    const made: Exported[] = [];
    try {
      for (const language of languages) {
        const uri = client.code2ProtocolConverter.asUri(plan);
        const params: ExportParams = { uri, formats, language, force, progress: name };
        const one = await client.sendRequest<Exported | null>(exportRequest, params, token);
        if (one === null) throw new Error(l10n.t('The plan could not be exported. “Goldthread: Show Log” says why.'));
        made.push(one);
        if (one.files === undefined) break;
      }
      return made;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
}

/** Says why there are no documents; true where the writer wants them all the same. */
async function isToBeForced({ title }: Asked, made: readonly Exported[]): Promise<boolean> {
  const { errors, wrong } = made.at(-1) ?? { errors: 0, wrong: [] };
  const show = l10n.t('Show Problems');
  const go = l10n.t('Export All the Same');
  const found = inWords({ errors, warnings: 0 });
  const words =
    found === undefined
      ? l10n.t('“{0}” was not exported. {1}', title, wrong.join(' '))
      : l10n.t('“{0}” was not exported: it has {1}. Mend that first, or export the plan as it is.', title, found);
  const chosen = await window.showWarningMessage(words, ...(found === undefined ? [go] : [show, go]));
  if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
  return chosen === go;
}
