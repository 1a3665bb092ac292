import type { Cell, Fact, Flow, Inline, Point, Statistic } from '../../documents/tree.ts';

/** How pieces of a document are made anew. */
export interface Shape {
  /** An anchor, of an item or of a note; undefined for none. */
  anchor(anchor: string): string | undefined;
  /** Words whose own words are made anew already. */
  inline(inline: Inline): readonly Inline[];
  /** A piece whose inside is made anew already. */
  flow(flow: Flow): readonly Flow[];
}

/** Words made anew. */
export const reshapedLine = (line: readonly Inline[], shape: Shape): Inline[] =>
  line.flatMap((inline) =>
    shape.inline('children' in inline ? { ...inline, children: reshapedLine(inline.children, shape) } : inline),
  );

/** Pieces of a document made anew, with all in them. */
export const reshaped = (flow: readonly Flow[], shape: Shape): Flow[] =>
  flow.flatMap((one) => shape.flow(insideOf(one, shape)));

function insideOf(flow: Flow, shape: Shape): Flow {
  const line = (words: readonly Inline[]): Inline[] => reshapedLine(words, shape);
  switch (flow.type) {
    case 'heading':
      return { ...flow, ...anchored(flow, shape), children: line(flow.children) };
    case 'paragraph':
      return { ...flow, children: line(flow.children) };
    case 'list':
      return { ...flow, points: flow.points.map((point) => pointOf(point, shape)) };
    case 'table': {
      const cells = (rows: typeof flow.rows): Cell[][] =>
        rows.map((row) => row.map((cell) => ({ ...cell, ...anchored(cell, shape), children: line(cell.children) })));
      return {
        ...flow,
        caption: flow.caption && line(flow.caption),
        head: cells(flow.head),
        rows: cells(flow.rows),
      };
    }
    case 'quote':
      return { ...flow, flow: reshaped(flow.flow, shape), by: flow.by && line(flow.by) };
    case 'figure':
      return { ...flow, ...anchored(flow, shape), caption: flow.caption && line(flow.caption) };
    case 'facts':
      return { ...flow, facts: flow.facts.map((fact) => factOf(fact, shape)) };
    case 'statistics':
      return { ...flow, statistics: flow.statistics.map((one) => statisticOf(one, shape)) };
    case 'notes':
      return {
        ...flow,
        notes: flow.notes.map((note) => ({
          ...note,
          anchor: shape.anchor(note.anchor) ?? note.anchor,
          back: note.back && shape.anchor(note.back),
          flow: reshaped(note.flow, shape),
        })),
      };
    case 'group':
      return { ...flow, ...anchored(flow, shape), flow: reshaped(flow.flow, shape) };
    case 'drawing':
      return { ...flow, same: reshaped(flow.same, shape) };
    default:
      return flow;
  }
}

const anchored = (
  { anchor }: { readonly anchor?: string | undefined },
  shape: Shape,
): { anchor: string | undefined } => ({
  anchor: anchor === undefined ? undefined : shape.anchor(anchor),
});

const pointOf = (point: Point, shape: Shape): Point => ({
  ...point,
  ...anchored(point, shape),
  flow: reshaped(point.flow, shape),
});

const factOf = (fact: Fact, shape: Shape): Fact => ({
  ...fact,
  ...anchored(fact, shape),
  name: reshapedLine(fact.name, shape),
  flow: reshaped(fact.flow, shape),
});

const statisticOf = (one: Statistic, shape: Shape): Statistic => ({
  ...one,
  ...anchored(one, shape),
  value: reshapedLine(one.value, shape),
  label: reshapedLine(one.label, shape),
  details: one.details.map((detail) => reshapedLine(detail, shape)),
});
