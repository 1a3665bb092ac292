import type { Snapshot } from '../../features/snapshot.ts';
import { type Refs, refsOf } from '../../model/export.ts';
import type { Item } from '../../model/item.ts';
import { blocksInOrder } from '../../model/model.ts';
import type { BlockContent } from '../../model/read-block.ts';
import type { Plan } from '../../workspace/plan.ts';
import { Anchors } from '../anchors.ts';
import { documentView } from '../document/view.ts';
import { languagesOf } from '../languages.ts';
import { matrixView } from '../matrix/view.ts';
import { measuresView } from '../measures/view.ts';
import type { Typesetter } from '../pdf/sheet.ts';
import type { Rasterise } from '../svg/rasterise.ts';
import type { Theme } from '../theme/theme.ts';
import { threadView } from '../thread/view.ts';
import type { Flow } from '../tree.ts';
import type { Page, View, ViewOptions } from '../view.ts';
import type { WholeDocument } from './annex.ts';
import type { Picture } from './picture.ts';

/** What a plan is published from. */
export interface EditionSource {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  /** The name of its files, without ending. */
  readonly name: string;
  /** The language of the documents; that in which the plan is written where it is left out. */
  readonly language?: ViewOptions['language'] | undefined;
  readonly labels?: ViewOptions['labels'];
  /** The style sheet of documents: `templates/document.css`. */
  readonly style: string;
  /** How the documents of the body look; as those of the house where there is none. */
  readonly theme?: Theme | undefined;
  /** A document of Word whose styles are taken: the bytes of the file. */
  readonly template?: Uint8Array | undefined;
  /** Makes pages for print; undefined where nothing here can. */
  readonly typeset?: Typesetter | undefined;
  /** Gives what makes pictures of drawings, for programs that don’t draw themselves; undefined where nothing here can. */
  readonly rasteriser?: (() => Promise<Rasterise>) | undefined;
  /** True where web pages are split: one for each chapter. */
  readonly isSplit?: boolean | undefined;
  /** True where documents do not carry the plan that they are made from: `carried/carry.ts`. */
  readonly withoutPlan?: boolean | undefined;
  /** True where items without an id have an anchor too: `ViewOptions.hasAllAnchors`. */
  readonly hasAllAnchors?: boolean | undefined;
  /** How a file of the workspace is called in what other programs read. */
  show(path: string): string;
  /** A picture of the workspace; undefined where it can’t be shown. */
  picture(path: string): Picture | undefined;
}

/** A page, and what tells it from others of its sort. */
interface NamedPage {
  readonly name: string;
  readonly page: Page;
}

/** One plan that is published, in one language: what every format is written from. Its pages are made when they are first asked for. */
export class Edition {
  readonly source: EditionSource;
  readonly language: ViewOptions['language'];
  /** True where the plan itself is written in another language. */
  readonly isTranslated: boolean;
  private readonly pages = new Map<View, Page>();
  private readonly views: {
    readonly document: View;
    readonly thread: View;
    readonly matrix: View;
    readonly measures: View;
  };
  private anchors: Anchors | undefined;
  private allMatrices: readonly NamedPage[] | undefined;
  private anchorsByRef: ReadonlyMap<string, string> | undefined;

  constructor(source: EditionSource) {
    const [own] = languagesOf(source.snapshot.model.root(source.plan));
    this.source = source;
    this.views = {
      document: documentView(),
      thread: threadView(),
      matrix: matrixView(),
      measures: measuresView(),
    };
    this.language = source.language ?? own;
    this.isTranslated = this.language !== own;
  }

  /** The first entry of the plan; undefined where nothing is in it. */
  get root(): Item | undefined {
    return this.source.snapshot.model.root(this.source.plan);
  }

  get title(): string {
    return this.document.title;
  }

  /** The name of a file of this edition: the language stands in it where it is not that of the plan, and what it is of where that is not the plan. */
  fileName(ending: string, kind: WholeDocument['kind'] = 'plan'): string {
    const { source, isTranslated, language } = this;
    return [source.name, ...(kind === 'plan' ? [] : [kind]), ...(isTranslated ? [language] : []), ending].join('.');
  }

  /** The plan as it is printed. */
  get document(): Page {
    return this.page(this.views.document, {});
  }

  /** The golden thread, drawn. */
  get thread(): Page {
    return this.page(this.views.thread, {});
  }

  get measures(): Page {
    return this.page(this.views.measures, {});
  }

  /** The priorities against the outcomes, or what comes first where there are none. */
  get matrix(): Page {
    return this.page(this.views.matrix, {});
  }

  /** The priorities against one thing after another: outcomes, questions, what frameworks ask; each with its name. */
  get matrices(): readonly NamedPage[] {
    this.allMatrices ??= this.makeMatrices();
    return this.allMatrices;
  }

  private makeMatrices(): readonly NamedPage[] {
    const first = this.matrix;
    const [columns] = first.controls;
    if (!columns) return [{ name: '', page: first }];
    return columns.choices.map(({ value }) => ({
      name: value,
      page: value === columns.chosen ? first : this.make(matrixView(), { [columns.name]: value }),
    }));
  }

  /** The name by which other programs know an item. */
  ref(item: Item): string {
    return this.names.of(item) ?? '';
  }

  /** The name by which other programs know something, without that of the plan before it. */
  ownName(ref: string): string {
    const before = this.names.ofPlan(this.source.plan);
    return /^[./]/.test(ref.slice(before.length)) && ref.startsWith(before) ? ref.slice(before.length + 1) : ref;
  }

  private get names(): Refs {
    return refsOf(this.source.snapshot.model);
  }

  /** Where an item of the plan stands in its documents; undefined for one of another plan. */
  anchor(item: Item): string | undefined {
    this.anchors ??= new Anchors(this.source.snapshot.model, this.source.plan, this.contents);
    return this.anchors.of(item);
  }

  /** Where an item stands on the printed page, from the name by which other programs know it; undefined where nothing stands for it alone. */
  anchorOf(ref: string): string | undefined {
    this.anchorsByRef ??= this.readAnchors();
    return this.anchorsByRef.get(ref);
  }

  /** What the blocks of the plan say, in the order in which they are printed. */
  get contents(): readonly BlockContent[] {
    const { plan, snapshot } = this.source;
    return [...blocksInOrder(plan)].flatMap((placed) => snapshot.model.content(placed) ?? []);
  }

  private readAnchors(): ReadonlyMap<string, string> {
    const { snapshot, plan } = this.source;
    const printed = anchorsIn(this.document.blocks.map(({ flow }) => flow));
    const found = new Map<string, string>();
    for (const item of snapshot.model.items(plan)) {
      const anchor = this.anchor(item);
      if (anchor !== undefined && printed.has(anchor)) found.set(this.ref(item), anchor);
    }
    return found;
  }

  private page(view: View, chosen: ViewOptions['chosen']): Page {
    let page = this.pages.get(view);
    if (!page) {
      page = this.make(view, chosen);
      this.pages.set(view, page);
    }
    return page;
  }

  private make(view: View, chosen: ViewOptions['chosen']): Page {
    const { snapshot, plan, labels, hasAllAnchors } = this.source;
    return view.page(snapshot, plan.root, { language: this.language, chosen, labels, isStill: true, hasAllAnchors });
  }
}

/** The anchors in pieces of a document: of everything but the links to them. */
export function anchorsIn(flows: readonly (readonly Flow[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: object[] = [...flows];
  for (let piece = waiting.pop(); piece; piece = waiting.pop()) {
    const { type, anchor } = piece as { readonly type?: unknown; readonly anchor?: unknown };
    if (typeof anchor === 'string' && type !== 'mention') found.add(anchor);
    for (const inner of Object.values(piece) as unknown[])
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
  }
  return found;
}
