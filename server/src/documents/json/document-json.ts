import { type Entry, type Field, nameOf, textOf } from '@goldthread/grammar';
import { printed, shortened } from '../../features/shown.ts';
import { type ExportedElsewhere, type ExportedItem, type ExportedPlan, exportModel } from '../../model/export.ts';
import type { Item } from '../../model/item.ts';
import { Outside } from '../document/outside.ts';
import { Writer } from '../document/writer.ts';
import type { Edition } from '../edition/edition.ts';
import { type Metadata, metadataOf } from '../edition/metadata.ts';
import { flowsHtml } from '../html/flows.ts';
import type { Scribe } from '../html/scribe.ts';
import { wordsIn } from '../html/words.ts';
import { Labels, labelledBy } from '../labels.ts';
import { escapedAddress } from '../markdown/escape.ts';

/** The schema that describes the file; it comes with the program. */
const SCHEMA = 'goldthread/schemas/document.schema.json';
/** Goes up when a program that reads the file would have to change. */
const VERSION = 1;

/** The longest title that is printed, in UTF-16 units. */
const LONGEST = 2000;
/** The level of the first headings in prose: above them stand the title of the document, and that of what the prose is of. */
const LEVEL = 3;

/** Prose as HTML, by the names of `fields`: a text, or several where the field stands there several times. */
type Html = Readonly<Record<string, string | readonly string[]>>;

/** What the file says of the plan and of its items alike. */
interface Published {
  /** The title as it is printed in the language of the file, without marks and with the words that references stand for. */
  readonly printed: string;
  /** Where it stands in the documents of the plan. */
  readonly anchor: string;
  readonly html: Html;
}

/** What the file says of the plan besides what it says of its items. */
interface PublishedPlan extends Published {
  /** The words that the plan gives its headings, by what they stand above, in the order of the plan. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The language of the keys of the plan, where it is not English: words of values may be in it too. */
  readonly keys?: 'cy';
}

/** How many items stand before a field in what both stand in, by the names of `fields`: a number, or several where the field stands several times. */
type Behind = Readonly<Record<string, number | readonly number[]>>;

/** What the file says of an item besides what `goldthread model` does. */
interface PublishedItem extends Published {
  readonly behind?: Behind;
}

/** A plan for other systems: `server/schemas/document.schema.json` describes it. */
export interface DocumentJson {
  readonly $schema: string;
  readonly version: number;
  readonly document: Metadata;
  readonly plan: ExportedPlan & PublishedPlan;
  readonly items: readonly (ExportedItem & PublishedItem)[];
  readonly elsewhere: readonly ExportedElsewhere[];
}

/** The model of a plan with its prose as Markdown, in `fields`, and as HTML. */
export function documentJson(edition: Edition): string {
  const { plan, snapshot, show } = edition.source;
  const { model } = snapshot;
  const exported = exportModel(model, [plan], show);
  const publisher = new Publisher(edition);
  const items = [...model.items(plan)].filter(({ kind }) => !kind.root);
  const { root } = edition;
  const file: DocumentJson = {
    $schema: SCHEMA,
    version: VERSION,
    document: metadataOf(edition),
    plan: {
      ...(exported.plans[0] as ExportedPlan),
      ...(root ? publisher.published(root) : { printed: '', anchor: '', html: {} }),
      ...labelsOf(edition),
      ...(plan.files.some(({ tree }) => tree.language === 'cy') ? { keys: 'cy' as const } : {}),
    },
    items: exported.items.map((item, index) => ({
      ...item,
      ...publisher.published(items[index] as Item),
      ...behindOf(items[index] as Item),
    })),
    elsewhere: exported.elsewhere,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The labels of a plan by what they are of, in English; the first counts where there are several. */
function labelsOf({ contents }: Edition): Pick<PublishedPlan, 'labels'> {
  const labels = new Map<string, string>();
  for (const { placed, fields } of contents)
    for (const entry of fields) {
      if (entry.definition?.key !== 'label') continue;
      const key = labelledBy(nameOf(placed.block, entry));
      const said = textOf(placed.block, entry);
      if (key !== undefined && said && !labels.has(key)) labels.set(key, said);
    }
  return labels.size > 0 ? { labels: Object.fromEntries(labels) } : {};
}

/** The fields of an item that stand behind items in it. */
function behindOf(item: Item): Pick<PublishedItem, 'behind'> {
  if (item.children.length === 0) return {};
  const counts = new Map<string, number[]>();
  let before = 0;
  for (const entry of item.entry.children) {
    if (entry.definition?.item) before++;
    else if (entry.definition) push(counts, keyOf(item, entry), before);
  }
  const behind = [...counts].filter(([, all]) => all.some((count) => count > 0));
  if (behind.length === 0) return {};
  return { behind: Object.fromEntries(behind.map(([key, all]) => [key, all.length === 1 ? (all[0] as number) : all])) };
}

/** The name of a field among those of its item: its key in English, with the language or period behind it. */
function keyOf(item: Item, entry: Entry): string {
  const { key } = entry.definition as Field;
  const name = item.nameOf(entry);
  return name ? `${key} ${name}` : key;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Reads items as they are printed. */
class Publisher {
  private readonly edition: Edition;
  private readonly outside: Outside;
  private readonly labels: Labels;
  private readonly scribe: Scribe;

  constructor(edition: Edition) {
    const { language, contents, root, source } = edition;
    const { model } = source.snapshot;
    this.edition = edition;
    this.outside = new Outside(language);
    this.outside.update({ model, plan: source.plan, contents, root });
    this.labels = new Labels([], language, true);
    this.scribe = {
      words: wordsIn(language),
      options: {
        language,
        interactive: false,
        remotePictures: false,
        picture: (path) => escapedAddress(source.show(path)),
        anchorOf: (ref) => edition.anchorOf(ref),
      },
    };
  }

  published(item: Item): Published {
    const entry = this.outside.titleEntry(item);
    const title = entry ? item.valueOf(entry) : item.title;
    return {
      printed: shortened(printed(this.outside.model, item, title), LONGEST),
      anchor: this.edition.anchor(item) ?? '',
      html: this.html(item),
    };
  }

  private html(item: Item): Html {
    const writer = this.writerFor(item);
    const found = new Map<string, string[]>();
    for (const entry of item.fields) {
      const field = entry.definition as Field;
      if (field.type !== 'prose') continue;
      push(found, keyOf(item, entry), this.proseHtml(writer, item, entry));
    }
    return Object.fromEntries([...found].map(([key, all]) => [key, all.length === 1 ? (all[0] as string) : all]));
  }

  private proseHtml(writer: Writer, item: Item, entry: Entry): string {
    return flowsHtml(writer.prose(item, entry, LEVEL), this.scribe).text;
  }

  private writerFor(item: Item): Writer {
    return new Writer(this.outside, this.labels, {
      key: this.edition.anchor(item) ?? '',
      role: item.key,
      depth: 0,
      item,
      from: undefined,
      to: undefined,
      spans: [],
      shape: '',
      write: () => [],
    });
  }
}
