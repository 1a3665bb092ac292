import type { Entry, Field } from '@goldthread/grammar';
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
import { Labels } from '../labels.ts';
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

/** What a published file says of an item besides what `goldthread model` does. */
interface Published {
  /** The title as it is printed in the language of the file, without marks and with the words that references stand for. */
  readonly printed: string;
  /** Where it stands in the documents of the plan. */
  readonly anchor: string;
  readonly html: Html;
}

/** A plan for other systems: `server/schemas/document.schema.json` describes it. */
export interface DocumentJson {
  readonly $schema: string;
  readonly version: number;
  readonly document: Metadata;
  readonly plan: ExportedPlan & Published;
  readonly items: readonly (ExportedItem & Published)[];
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
    },
    items: exported.items.map((item, index) => ({ ...item, ...publisher.published(items[index] as Item) })),
    elsewhere: exported.elsewhere,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
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
      const name = item.nameOf(entry);
      const key = name ? `${field.key} ${name}` : field.key;
      found.set(key, [...(found.get(key) ?? []), this.proseHtml(writer, item, entry)]);
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
