import type { Finding } from '../../checks/rule.ts';
import type { Snapshot } from '../../features/snapshot.ts';
import { wordsFor } from '../../features/words.ts';
import type { Item } from '../../model/item.ts';
import type { PlacedBlock, PlanFile } from '../../workspace/plan-file.ts';
import { chartOfSeries } from '../charts/chart.ts';
import { type Series, seriesOfMeasure } from '../charts/series.ts';
import { ItemNames } from '../item-names.ts';
import { KeptBlocks } from '../kept-blocks.ts';
import { plain } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import type { Block, Page, View } from '../view.ts';
import { factsOf, lacksOf } from './facts.ts';
import { type MeasureGroup, type Measures, measuresOfPlan } from './groups.ts';
import { type MeasureWords, measureWords } from './words.ts';

/**
 * Every measure of a plan with what is known of it, what is missing, and a small chart from its baseline over its results to its target:
 * under the question that it answers. Each is a block of its own.
 */
export function measuresView(): View {
  const kept = new KeptBlocks();
  let charts = new Map<string, Flow>();
  return {
    page(snapshot, file, { language }) {
      const before = charts;
      charts = new Map();
      const chart = (series: Series, key: string): Flow => {
        const asked = JSON.stringify([language, key, series]);
        const flow =
          before.get(asked) ?? chartOfSeries([series], { key, language, title: series.title, size: 'small' });
        charts.set(asked, flow);
        return flow;
      };
      const page = new MeasuresPage(snapshot, new ItemNames(snapshot.model, language), chart).of(file);
      return { ...page, blocks: kept.keep(page.blocks) };
    },
  };
}

class MeasuresPage {
  private readonly snapshot: Snapshot;
  private readonly names: ItemNames;
  private readonly words: MeasureWords;
  private readonly chart: (series: Series, key: string) => Flow;
  private readonly findings = new Map<PlacedBlock, readonly Finding[]>();

  constructor(snapshot: Snapshot, names: ItemNames, chart: (series: Series, key: string) => Flow) {
    this.snapshot = snapshot;
    this.names = names;
    this.words = wordsFor(measureWords, names.language);
    this.chart = chart;
  }

  of({ plan }: PlanFile): Page {
    const { words } = this;
    const title = words.page;
    if (!plan) return { title, controls: [], blocks: [this.about([this.note(words.noPlan)])] };
    const measures = measuresOfPlan(this.names.model, plan);
    const series = new Map(
      measures.all.map((measure) => [measure, seriesOfMeasure(this.names.model, measure, this.names.title(measure))]),
    );
    const head = this.about([...this.counts(series), ...this.open(measures)]);
    return { title, controls: [], blocks: [head, ...measures.groups.flatMap((group) => this.group(group, series))] };
  }

  private about(flow: readonly Flow[]): Block {
    const heading: Flow = { type: 'heading', level: 1, children: [plain(this.words.page)] };
    return { key: '_about', role: 'about', depth: 0, flow: [heading, ...flow] };
  }

  private note(words: string): Flow {
    return { type: 'paragraph', role: 'standfirst', children: [plain(words)] };
  }

  /** How many measures there are, and how much is known of them. */
  private counts(series: ReadonlyMap<Item, Series>): Flow[] {
    const { words } = this;
    const all = [...series];
    if (all.length === 0) return [this.note(words.none)];
    const having = (isSo: (measure: Item, series: Series) => boolean): number =>
      all.filter(([measure, one]) => isSo(measure, one)).length;
    return [
      this.note(
        words.summary(
          all.length,
          having((measure) => measure.has('baseline')),
          having((measure) => measure.has('target')),
          having((_, { figures }) => figures.length > 0),
        ),
      ),
    ];
  }

  private open({ open }: Measures): Flow[] {
    if (open.length === 0) return [];
    const points = open.map((kpq) => ({
      flow: [{ type: 'paragraph', children: [this.names.mention(kpq)] } satisfies Flow],
    }));
    return [
      { type: 'paragraph', role: 'missing', children: [plain(this.words.open)] },
      { type: 'list', ordered: false, role: 'missing', points },
    ];
  }

  private group({ about, measures }: MeasureGroup, series: ReadonlyMap<Item, Series>): Block[] {
    const { words, names } = this;
    const heading: Flow = {
      type: 'heading',
      level: 2,
      children: about ? [names.mention(about)] : [plain(words.off)],
    };
    const why: Flow[] = about ? [] : [{ type: 'paragraph', role: 'note', children: [plain(words.offWhy)] }];
    const ref = about && names.ref(about);
    const head: Block = {
      key: ref === undefined ? '_off' : `about ${ref}`,
      role: 'measured-group',
      depth: 0,
      ...(ref === undefined ? {} : { item: ref }),
      flow: [heading, ...why],
    };
    return [head, ...measures.map((measure) => this.measure(measure, about, series.get(measure) as Series))];
  }

  private measure(measure: Item, about: Item | undefined, series: Series): Block {
    const { names, words } = this;
    const ref = names.ref(measure);
    const facts = factsOf(measure, about, series, names, words);
    const chart = this.chart(series, ref);
    return {
      key: ref,
      role: 'measured',
      depth: 1,
      item: ref,
      flow: [
        { type: 'heading', level: 3, children: names.words(measure) },
        ...lacksOf(measure, this.findingsIn(measure.placed), names.language, words),
        ...(facts.length > 0 ? [{ type: 'facts', role: 'details', facts } satisfies Flow] : []),
        ...(chart.type === 'paragraph' ? [] : [chart]),
      ],
    };
  }

  private findingsIn(placed: PlacedBlock): readonly Finding[] {
    let found = this.findings.get(placed);
    if (!found) {
      found = this.snapshot.checker.findings(placed);
      this.findings.set(placed, found);
    }
    return found;
  }
}
