import { isContents } from '../../documents/document/contents.ts';
import type { Cell, Fact, Flow, FootNote, Inline, Point, Statistic } from '../../documents/tree.ts';
import type { Block } from '../../documents/view.ts';
import { aligned, type Pair } from './align.ts';
import { markedLine, markedWhole } from './lines.ts';
import type { Names } from './names.ts';
import { past, pastFlow } from './past.ts';
import { saidIn, spoken } from './said-in.ts';

type FlowOf<Type extends Flow['type']> = Extract<Flow, { type: Type }>;

/** Something that an item may stand in: it has an anchor then. */
interface Anchored {
  readonly anchor?: string | undefined;
}

/** Something with an anchor, by what it is besides. */
type Sort = Flow['type'] | 'point' | 'fact' | 'statistic';

/** What is written above pieces that came or went. */
const labels = { inserted: 'New', removed: 'Dropped' } as const;

/** Makes one document of two states of it: that after, in which what came is marked, and what went stands marked where it stood. */
export class Marks {
  private readonly names: Names;
  /** Where items stood before, by what they are called after. */
  private readonly stood = new Map<string, unknown>();
  /** What items said that stood in pieces of their own, as a point or a group, whichever it is after. */
  private readonly inside = new Map<string, readonly Flow[]>();

  constructor(names: Names) {
    this.names = names;
  }

  /** The blocks of the document. */
  blocks(before: readonly Block[], after: readonly Block[]): Block[] {
    for (const { flow } of before) this.note(flow);
    const pairs = aligned(before, after, {
      before: ({ key }) => this.names.of(key),
      after: ({ key }) => key,
      sort: () => undefined,
    });
    const old = new Map(before.map((block) => [this.names.of(block.key), block]));
    const young = new Set(after.map(({ key }) => key));
    const marked = pairs.flatMap((pair): Block[] => {
      if (!pair.after) {
        const { before: gone } = pair;
        if (!gone || young.has(this.names.of(gone.key))) return [];
        const flow = this.flows(gone.flow, []);
        return flow.length > 0 ? [{ ...gone, key: `_was-${gone.key}`, item: undefined, source: undefined, flow }] : [];
      }
      // What is worked out from the rest, such as the contents, is as it is.
      if (isContents(pair.after)) return [pair.after];
      const was = pair.before ?? old.get(pair.after.key);
      return [{ ...pair.after, flow: this.flows(was?.flow ?? [], pair.after.flow) }];
    });
    return marked.map((block, index) => (follows(block, marked[index - 1]) ? withoutLabel(block) : block));
  }

  /** Remembers where items stand in pieces of the document before. */
  private note(flow: readonly Flow[]): void {
    const keep = (sort: Sort, one: Anchored & { readonly flow?: readonly Flow[] }): void => {
      if (one.anchor === undefined) return;
      const name = this.names.of(one.anchor);
      this.stood.set(`${sort} ${name}`, one);
      if (one.flow) this.inside.set(name, one.flow);
    };
    for (const one of flow) {
      if ('anchor' in one) keep(one.type, one);
      if ('flow' in one) this.note(one.flow);
      if (one.type === 'list')
        for (const point of one.points) {
          keep('point', point);
          this.note(point.flow);
        }
      if (one.type === 'facts')
        for (const fact of one.facts) {
          keep('fact', fact);
          this.note(fact.flow);
        }
      if (one.type === 'statistics') for (const statistic of one.statistics) keep('statistic', statistic);
    }
  }

  /** Two rows of things that items may stand in, as one; one that was moved here is compared with what it was where it stood. */
  private pairs<Thing extends Anchored>(
    before: readonly Thing[],
    after: readonly Thing[],
    sort: (thing: Thing) => string,
    said: (thing: Thing) => string,
    kind: (thing: Thing) => Sort,
  ): Pair<Thing>[] {
    const { names } = this;
    const nameOf = (thing: Thing, anchor: string | undefined): string =>
      anchor === undefined ? `${sort(thing)}\n${said(thing)}` : `#${kind(thing)} ${anchor}`;
    return aligned(before, after, {
      before: (thing) => nameOf(thing, thing.anchor && names.of(thing.anchor)),
      after: (thing) => nameOf(thing, thing.anchor),
      sort: (thing) => (thing.anchor === undefined || !this.isOfItem(thing.anchor) ? sort(thing) : undefined),
    }).flatMap((pair): Pair<Thing>[] => {
      const { before: old, after: young } = pair;
      if (old && young) return [pair];
      if (young?.anchor !== undefined && names.hasStayed(young.anchor))
        return [{ before: this.stood.get(`${kind(young)} ${young.anchor}`) as Thing | undefined, after: young }];
      return old?.anchor !== undefined && names.hasStayed(names.of(old.anchor)) ? [] : [pair];
    });
  }

  /** True for the anchor of an item, which is known by nothing else. */
  private isOfItem(anchor: string): boolean {
    return !anchor.includes(':');
  }

  /** Pieces of both states as one. */
  private flows(before: readonly Flow[], after: readonly Flow[]): Flow[] {
    const sort = (flow: Flow): string => `${flow.type} ${'role' in flow ? flow.role : ''}`;
    const anchored = (flow: Flow): Flow & Anchored => flow;
    const pairs = this.pairs(
      before.map(anchored),
      after.map(anchored),
      sort,
      (flow) => saidIn([flow]),
      ({ type }) => type,
    );
    const marked: Flow[] = [];
    let run: { readonly is: 'inserted' | 'removed'; readonly flow: Flow[] } | undefined;
    const end = (): void => {
      if (run) marked.push(marking(run.is, run.flow));
      run = undefined;
    };
    const whole = (is: 'inserted' | 'removed', flow: readonly Flow[]): void => {
      if (run?.is !== is) end();
      run ??= { is, flow: [] };
      run.flow.push(...flow);
    };
    for (const { before: old, after: young } of pairs) {
      if (old && young) {
        end();
        marked.push(...this.flow(old, young));
      } else if (young) {
        const anchor = ('anchor' in young && young.anchor) || '';
        const was = this.inside.get(anchor);
        if (young.type === 'group' && was) {
          end();
          marked.push({ ...young, flow: this.flows(was, young.flow) });
        } else if (this.names.hasStayed(anchor)) {
          end();
          marked.push(young);
        } else if (this.names.holdsStayed([young])) {
          end();
          marked.push(...this.flow(emptied(young), young));
        } else whole('inserted', [young]);
      } else if (old) {
        if (this.names.heldStayed([old])) {
          const left = this.flow(old, emptied(old));
          end();
          marked.push(...left.filter((one) => saidIn([one]) !== ''));
        } else if (saidIn([old]) !== '') whole('removed', pastFlow([old]));
      }
    }
    end();
    return marked;
  }

  /** A piece of both states as one. */
  private flow(before: Flow, after: Flow): Flow[] {
    if (before.type === 'heading' && after.type === 'heading')
      return [{ ...after, children: markedLine(before.children, after.children) }];
    if (before.type === 'paragraph' && after.type === 'paragraph')
      return [{ ...after, children: markedLine(before.children, after.children) }];
    if (before.type === 'list' && after.type === 'list')
      return [{ ...after, points: this.points(before.points, after.points) }];
    if (before.type === 'facts' && after.type === 'facts')
      return [{ ...after, facts: this.facts(before.facts, after.facts) }];
    if (before.type === 'statistics' && after.type === 'statistics')
      return [{ ...after, statistics: this.statistics(before.statistics, after.statistics) }];
    if (before.type === 'table' && after.type === 'table') return [markedTable(before, after)];
    if (before.type === 'quote' && after.type === 'quote')
      return [
        {
          ...after,
          flow: this.flows(before.flow, after.flow),
          by: before.by || after.by ? markedLine(before.by ?? [], after.by ?? []) : undefined,
        },
      ];
    if (before.type === 'group' && after.type === 'group')
      return [{ ...after, flow: this.flows(before.flow, after.flow) }];
    if (before.type === 'notes' && after.type === 'notes')
      return [{ ...after, notes: this.notes(before.notes, after.notes) }];
    if (before.type === 'drawing' && after.type === 'drawing')
      return [{ ...after, same: this.flows(before.same, after.same) }];
    if (before.type === 'figure' && after.type === 'figure')
      return [{ ...after, caption: after.caption && markedLine(before.caption ?? [], after.caption) }];
    if (saidIn([before]) === saidIn([after])) return [after];
    return [marking('removed', pastFlow([before])), marking('inserted', [after])];
  }

  private points(before: readonly Point[], after: readonly Point[]): Point[] {
    const pairs = this.pairs(
      before,
      after,
      () => 'point',
      (point) => saidIn(point.flow),
      () => 'point',
    );
    return pairs.flatMap(({ before: old, after: young }): Point[] => {
      if (young) {
        const was = old?.flow ?? this.inside.get(young.anchor ?? '') ?? [];
        return [{ ...young, flow: this.flows(was, young.flow) }];
      }
      const flow = old ? this.flows(old.flow, []) : [];
      return flow.length > 0 ? [{ flow }] : [];
    });
  }

  private facts(before: readonly Fact[], after: readonly Fact[]): Fact[] {
    const said = ({ name }: Fact): string => spoken(name);
    const pairs = this.pairs(
      before,
      after,
      () => 'fact',
      said,
      () => 'fact',
    );
    return pairs.flatMap(({ before: old, after: young }): Fact[] => {
      if (old && young)
        return [
          {
            ...young,
            name: markedLine(old.name, young.name),
            flow: this.flows(listed(old.flow, young.flow), listed(young.flow, old.flow)),
          },
        ];
      if (young)
        return [{ ...young, name: markedWhole('inserted', young.name), flow: this.whole('inserted', young.flow) }];
      return old ? [{ name: markedWhole('removed', old.name), flow: this.whole('removed', old.flow) }] : [];
    });
  }

  /** What stands behind a name that came or went with it: words in the line are marked there, for they need no label. */
  private whole(is: 'inserted' | 'removed', flow: readonly Flow[]): Flow[] {
    const isPlain = flow.every(({ type }) => type === 'paragraph');
    if (!isPlain) return is === 'inserted' ? this.flows([], flow) : this.flows(flow, []);
    return flow.map((one) => (one.type === 'paragraph' ? { ...one, children: markedWhole(is, one.children) } : one));
  }

  private statistics(before: readonly Statistic[], after: readonly Statistic[]): Statistic[] {
    const said = ({ label }: Statistic): string => spoken(label);
    const pairs = this.pairs(
      before,
      after,
      () => 'statistic',
      said,
      () => 'statistic',
    );
    return pairs.flatMap(({ before: old, after: young }): Statistic[] => {
      if (old && young)
        return [
          {
            ...young,
            value: markedLine(old.value, young.value),
            label: markedLine(old.label, young.label),
            details: lines(old.details, young.details),
          },
        ];
      const one = young ?? old;
      const is = young ? 'inserted' : 'removed';
      const all = (line: readonly Inline[]): Inline[] => markedWhole(is, line);
      return one
        ? [
            {
              anchor: young?.anchor,
              value: all(one.value),
              label: all(one.label),
              details: one.details.map(all),
            },
          ]
        : [];
    });
  }

  private notes(before: readonly FootNote[], after: readonly FootNote[]): FootNote[] {
    const old = new Map(before.map((note) => [note.label, note]));
    return after.map((note) => ({ ...note, flow: this.flows(old.get(note.label)?.flow ?? [], note.flow) }));
  }
}

/** Pieces that came or went as a whole, with a word above them that says so. */
const marking = (is: 'inserted' | 'removed', flow: readonly Flow[]): Flow => ({
  type: 'group',
  role: is,
  flow: [
    { type: 'paragraph', role: 'change', lang: 'en', children: [{ type: 'text', text: labels[is] }] },
    ...(is === 'removed' ? pastFlow(flow) : flow),
  ],
});

/** What is said in one line, as a list with one point where it is one of several in the other state. */
function listed(flow: readonly Flow[], other: readonly Flow[]): readonly Flow[] {
  const [one, list] = [flow[0], other[0]];
  if (flow.length !== 1 || one?.type !== 'paragraph' || list?.type !== 'list') return flow;
  return [{ ...list, points: [{ flow }] }];
}

/** What a block is as a whole, where all in it came or all in it went. */
function wholeOf({ flow: [first, ...rest] }: Block): string | undefined {
  const isMarked = first?.type === 'group' && (first.role === 'inserted' || first.role === 'removed');
  return isMarked && rest.length === 0 ? first.role : undefined;
}

/** True for a block that came or went with the one before it, of which that is said there. */
const follows = (block: Block, before: Block | undefined): boolean =>
  before !== undefined && block.depth > 0 && wholeOf(block) !== undefined && wholeOf(block) === wholeOf(before);

const withoutLabel = (block: Block): Block => ({
  ...block,
  flow: block.flow.map((one) => (one.type === 'group' ? { ...one, flow: one.flow.slice(1) } : one)),
});

/** A piece with nothing in it: what others of its sort are compared with that were not there. */
function emptied(flow: Flow): Flow {
  switch (flow.type) {
    case 'list':
      return { ...flow, points: [] };
    case 'facts':
      return { ...flow, facts: [] };
    case 'statistics':
      return { ...flow, statistics: [] };
    case 'table':
      return { ...flow, rows: [] };
    case 'quote':
    case 'group':
      return { ...flow, flow: [] };
    case 'drawing':
      return { ...flow, same: [] };
    default:
      return flow;
  }
}

/** Lines of both states as one, each with the one that stood in its place. */
function lines(before: readonly (readonly Inline[])[], after: readonly (readonly Inline[])[]): (readonly Inline[])[] {
  const pairs = aligned(before, after, { before: spoken, after: spoken, sort: () => '' });
  return pairs.map((pair) => markedLine(pair.before ?? [], pair.after ?? []));
}

/** A table of both states as one, row by row. */
function markedTable(before: FlowOf<'table'>, after: FlowOf<'table'>): Flow {
  const said = (row: readonly Cell[]): string => row.map(({ children }) => spoken(children)).join('\t');
  const head = ([first]: readonly Cell[]): string => spoken(first?.children ?? []);
  const rows = aligned(before.rows, after.rows, { before: said, after: said, sort: head }).map(
    ({ before: old, after: young }): readonly Cell[] => {
      if (old && young)
        return young.map((cell, index) => ({
          ...cell,
          children: markedLine(old[index]?.children ?? [], cell.children),
        }));
      if (young) return young.map((cell) => ({ ...cell, children: markedWhole('inserted', cell.children) }));
      return (old ?? []).map(({ anchor: _, toggle: __, ...cell }) => ({
        ...cell,
        children: markedWhole('removed', past(cell.children)),
      }));
    },
  );
  return { ...after, rows };
}
