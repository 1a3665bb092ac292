import type { Entry, SyntaxTree } from '@goldthread/grammar';
import { dataOf } from '../../checks/measure/data.ts';
import type { Item, Link } from '../../model/item.ts';
import type { Model } from '../../model/model.ts';
import { numbers } from '../../model/number.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { Plan } from '../../workspace/plan.ts';
import { Anchors } from '../anchors.ts';
import { languagesOf } from '../languages.ts';
import type { ViewOptions } from '../view.ts';
import { type Face, Faces } from './faces.ts';
import { pairsOf } from './pairs.ts';

export type { Face } from './faces.ts';

/** A name of an item as written: the plan or library before the dot, if any, and the id. */
export interface Name {
  readonly library: string | undefined;
  readonly id: string;
  /** The entry that names it, for fields that name plans and libraries as a whole. */
  readonly entry: Entry;
}

/** What has changed since the page before of all that a block may say of what stands elsewhere. */
export interface Change {
  /** True where other items than before may be meant by names, or stand at other places or with other numbers. */
  readonly isAnew: boolean;
  /** True where items may be named by others than before. */
  readonly isRelinked: boolean;
  /** The faces that items had and have no more. */
  readonly gone: ReadonlySet<Face>;
}

/** A document of which a page is made. */
export interface Subject {
  readonly model: Model;
  readonly plan: Plan | undefined;
  /** What its blocks say, in the order in which they are printed. */
  readonly contents: readonly BlockContent[];
  readonly root: Item | undefined;
}

/** What the blocks of a document ask about other items. Kept from page to page, so that after an edit only what changed is worked out again. */
export class Outside {
  readonly language: ViewOptions['language'];
  model!: Model;
  anchors!: Anchors;
  /** True where items without an id have an anchor on the page too. */
  hasAllAnchors = false;
  private subject: Subject | undefined;
  private faces!: Faces;
  private numbers: Map<Item, string> = new Map();
  /** What else decides how items are called: the plans that there are, the texts of the others, the head of this one. */
  private setting: readonly unknown[] = [];

  constructor(language: ViewOptions['language']) {
    this.language = language;
  }

  /** Takes in what the plans say now. */
  update(subject: Subject): Change {
    const { model, plan, contents, root } = subject;
    const before = this.subject;
    const setting = [
      model,
      model.workspace.plans,
      root?.value('numbering'),
      languagesOf(root)[0],
      ...textsElsewhere(model, plan),
    ];
    const isSet = setting.length === this.setting.length && setting.every((one, index) => one === this.setting[index]);
    this.subject = subject;
    this.setting = setting;
    const pairs = before && isSet && before.plan === plan ? pairsOf(before.contents, contents) : undefined;
    if (!pairs) {
      this.model = model;
      this.anchors = new Anchors(model, plan, contents);
      this.numbers = plan && root?.has('numbering') ? new Map(numbers(model, plan)) : new Map();
      this.faces = new Faces(this, plan, this.faces);
      return { isAnew: true, isRelinked: true, gone: nobody };
    }
    for (const [from, to] of pairs.items) {
      this.anchors.move(from, to);
      const number = this.numbers.get(from);
      if (number === undefined) continue;
      this.numbers.delete(from);
      this.numbers.set(to, number);
    }
    return { isAnew: false, isRelinked: !pairs.hasSameLinks, gone: this.faces.move(pairs.items) };
  }

  /** True where some items are numbered. */
  get hasNumbers(): boolean {
    return this.numbers.size > 0;
  }

  /** The printed number of an item of this plan. */
  number(item: Item): string | undefined {
    return this.numbers.get(item);
  }

  /** What is said of an item where it is named. */
  face(item: Item): Face {
    return this.faces.of(item);
  }

  /** The item that a name means in this document. */
  named({ library, id, entry }: Name): Item | undefined {
    const plan = this.subject?.plan;
    return plan && this.model.target({ library, id, entry } as Link, plan);
  }

  /** The text of the file of figures that an item names; undefined where it names none, or one that can't be read. */
  data(item: Item): string | undefined {
    return item.has('data') ? dataOf(item, { model: this.model })?.text : undefined;
  }

  /** The language that an item is written in. */
  languageOf(item: Item): string {
    return this.faces.languageOf(item);
  }

  /** The entry that holds the title of an item in the language of the document; undefined where its own line does. */
  titleEntry(item: Item): Entry | undefined {
    if (item.entry.children.length === 0) return undefined;
    const hasTitle = item.entry.valueEnd > item.entry.valueStart;
    if (hasTitle && this.languageOf(item) === this.language) return undefined;
    const entry = item.field('title', this.language) ?? (hasTitle ? undefined : item.field('title'));
    return entry && item.valueOf(entry) ? entry : undefined;
  }

  /** The language of a title, where it is not that of the document. */
  titleLanguage(item: Item, entry: Entry | undefined): string | undefined {
    const language = (entry && item.nameOf(entry)) || this.languageOf(item);
    return language === this.language ? undefined : language;
  }
}

const nobody: ReadonlySet<Face> = new Set();

/** The texts of the plans besides one, as trees: the same tree is the same text. */
function textsElsewhere({ workspace }: Model, plan: Plan | undefined): SyntaxTree[] {
  const trees: SyntaxTree[] = [];
  for (const other of workspace.plans) if (other !== plan) for (const { tree } of other.files) trees.push(tree);
  return trees;
}
