import { type ExtensionContext, l10n, type QuickPickItem, window } from 'vscode';
import type { ExportFormat } from '../../../server/src/lsp/protocol.ts';

/** What is remembered of the last export, whatever the plan. */
const key = 'export.formats';

/** The format that is marked the first time: what most people are sent. */
const usual = 'docx';

/** What a format is called, and what it gives, as people say it who have never heard of it. */
interface Said {
  readonly label: string;
  readonly meaning: string;
}

/** The formats in the order in which they are offered; those that are not named come behind them, in words of the server. */
const known = (): Readonly<Record<string, Said>> => ({
  docx: { label: l10n.t('Word'), meaning: l10n.t('The plan to work on and send round, with styles and contents') },
  pdf: {
    label: l10n.t('PDF'),
    meaning: l10n.t('The plan to publish and print, accessible, with page numbers and bookmarks'),
  },
  html: { label: l10n.t('Web page'), meaning: l10n.t('The plan as one accessible page that needs no other file') },
  xlsx: { label: l10n.t('Excel'), meaning: l10n.t('Items, links, measures and actions, a sheet each') },
  'report-docx': {
    label: l10n.t('Annual report for Word'),
    meaning: l10n.t('A draft with results and actions filled in, and places for your words'),
  },
  report: {
    label: l10n.t('Annual report, in every format'),
    meaning: l10n.t('The same draft as web page, Word, Markdown and PDF'),
  },
  md: { label: l10n.t('Markdown'), meaning: l10n.t('The plan for wikis and GitHub') },
  svg: { label: l10n.t('Drawings'), meaning: l10n.t('The golden thread, matrices and charts, for slides') },
  csv: { label: l10n.t('Tables (CSV)'), meaning: l10n.t('Items, links, measures and actions, a file each') },
  json: { label: l10n.t('JSON'), meaning: l10n.t('The whole plan as data, for other systems') },
  stratml: { label: l10n.t('StratML'), meaning: l10n.t('The plan as data by an international standard (ISO 17469)') },
  mermaid: { label: l10n.t('Mermaid'), meaning: l10n.t('The golden thread as text that wikis draw') },
});

/** The formats that are there for programs: each is among the files of another one. */
const parts = ['report-html', 'report-md', 'report-pdf'];

/** What a format is called. */
export const formatName = (format: string): string => known()[format]?.label ?? format;

interface FormatItem extends QuickPickItem {
  readonly name: string;
}

/** Asks for formats; several may be ticked. Those of the last time are ticked already. */
export async function chooseFormats(
  { globalState }: ExtensionContext,
  title: string,
  formats: readonly ExportFormat[],
): Promise<readonly string[] | undefined> {
  const said = known();
  const order = Object.keys(said);
  const rank = ({ name }: ExportFormat): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const wanted = formats.filter(({ name }) => !parts.includes(name));
  const offered = wanted.filter(({ isHere }) => isHere).sort((a, b) => rank(a) - rank(b));
  const items = offered.map(({ name, ending, meaning }): FormatItem => {
    const { label, meaning: detail } = said[name] ?? { label: name, meaning };
    return { name, label, description: `.${ending}`, detail };
  });
  const missing = wanted.filter(({ isHere }) => !isHere).map(({ name }) => formatName(name));
  const picked = await pickSeveral(items, {
    title: l10n.t('Export “{0}”', title),
    placeholder:
      missing.length === 0
        ? l10n.t('Tick what you want, then press Enter')
        : l10n.t('Tick what you want, then press Enter. Not in a browser: {0}', missing.join(', ')),
    last: globalState.get<readonly string[]>(key) ?? [usual],
  });
  const chosen = picked?.map(({ name }) => name);
  if (chosen !== undefined) await globalState.update(key, chosen);
  return chosen;
}

interface Question {
  readonly title: string;
  readonly placeholder: string;
  readonly last: readonly string[];
}

/** Those that are ticked; where none is, the one that is marked. */
function pickSeveral(items: readonly FormatItem[], question: Question): Promise<readonly FormatItem[] | undefined> {
  const { title, placeholder, last } = question;
  const box = window.createQuickPick<FormatItem>();
  box.title = title;
  box.placeholder = placeholder;
  box.canSelectMany = true;
  box.matchOnDetail = true;
  box.items = items;
  box.selectedItems = items.filter(({ name }) => last.includes(name));
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      const chosen = box.selectedItems.length > 0 ? box.selectedItems : box.activeItems;
      resolve(chosen.length > 0 ? items.filter((item) => chosen.includes(item)) : undefined);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** Asks for the language, where there are several: one of them, or a document in each. `shown` is the one that the reader looks at. */
export async function chooseLanguages(
  title: string,
  languages: readonly string[],
  shown: string | undefined,
): Promise<readonly string[] | undefined> {
  if (languages.length < 2) return languages;
  const words: Readonly<Record<string, string>> = { en: l10n.t('English'), cy: l10n.t('Welsh') };
  const [own] = languages;
  const items = languages.map((language): QuickPickItem & { languages: readonly string[] } => ({
    label: words[language] ?? language,
    detail: language === own ? l10n.t('As the plan is written') : l10n.t('As far as the plan is translated'),
    languages: [language],
  }));
  const all = { label: l10n.t('Both'), detail: l10n.t('A document in each language'), languages };
  const isShown = (item: { languages: readonly string[] }): boolean =>
    shown !== undefined && item.languages[0] === shown;
  const offered = [...items.filter(isShown), ...items.filter((item) => !isShown(item)), all];
  const picked = await window.showQuickPick(offered, {
    title: l10n.t('Export “{0}”', title),
    placeHolder: l10n.t('In which language?'),
  });
  return picked?.languages;
}
