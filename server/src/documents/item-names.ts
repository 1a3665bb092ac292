import { oneOf } from '../features/kind-words.ts';
import { numberOf, printed, shortened } from '../features/shown.ts';
import { type Refs, refsOf } from '../model/export.ts';
import type { Item } from '../model/item.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../workspace/plan.ts';
import { languagesOf } from './languages.ts';
import { plain } from './plain-words.ts';
import type { Inline } from './tree.ts';
import type { ViewOptions } from './view.ts';

/** The longest title that views show, in UTF-16 units. Documents and data have all of it. */
const LONGEST = 500;

/** A title, and its language where that is not the one of the page. */
interface Worded {
  readonly text: string;
  readonly lang?: string;
}

/** What items are called on a page in one language. Made for one page: it remembers what holds until something changes. */
export class ItemNames {
  readonly model: Model;
  readonly language: ViewOptions['language'];
  private readonly refs: Refs;
  private readonly languages = new Map<Plan | undefined, string>();
  private readonly known = new Map<Item, Worded>();
  private readonly calls = new Map<Item, string>();
  private readonly longest: number;

  /** `longest` is how much of a title is given at most, in UTF-16 units. */
  constructor(model: Model, language: ViewOptions['language'], longest = LONGEST) {
    this.model = model;
    this.longest = longest;
    this.language = language;
    this.refs = refsOf(model);
  }

  /** The ref of an item. */
  ref(item: Item): string {
    return this.refs.of(item) ?? '';
  }

  /** The title in the language of the page where the item has one, else its own; else its id or its kind. Without the number. */
  title(item: Item): string {
    return this.worded(item).text;
  }

  /** The number and the title: “2.1 Rural crime”. */
  call(item: Item): string {
    let call = this.calls.get(item);
    if (call === undefined) {
      const number = numberOf(this.model, item);
      call = number === undefined ? this.title(item) : `${number} ${this.title(item)}`;
      this.calls.set(item, call);
    }
    return call;
  }

  /** An item by its number and title, as a way to it. */
  mention(item: Item): Inline {
    return { type: 'mention', item: this.ref(item), children: this.words(item) };
  }

  /** The number and the title of an item, in the language they are in. */
  words(item: Item): readonly Inline[] {
    const { text, lang } = this.worded(item);
    const number = numberOf(this.model, item);
    const title: Inline = lang === undefined ? plain(text) : { type: 'text', text, lang };
    return number === undefined ? [title] : [plain(`${number} `), title];
  }

  private worded(item: Item): Worded {
    let worded = this.known.get(item);
    if (!worded) {
      worded = this.word(item);
      this.known.set(item, worded);
    }
    return worded;
  }

  private word(item: Item): Worded {
    const own = this.languageOf(item.plan);
    const entry = own === this.language ? undefined : item.field('title', this.language);
    if (entry) {
      const text = shortened(printed(this.model, item, item.valueOf(entry)), this.longest);
      if (text) return { text };
    }
    const text =
      shortened(printed(this.model, item, item.title), this.longest) || shortened(item.id ?? '', this.longest);
    if (!text) return { text: oneOf(item.kind, this.language) };
    return own === this.language ? { text } : { text, lang: own };
  }

  private languageOf(plan: Plan | undefined): string {
    let language = this.languages.get(plan);
    if (language === undefined) {
      language = languagesOf(plan && this.model.root(plan))[0];
      this.languages.set(plan, language);
    }
    return language;
  }
}
