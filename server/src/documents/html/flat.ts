import type { Flow } from '../tree.ts';

/** What stands in pieces that nest too deep, one after another: words, tables and pictures without what they stand in; for drawings their words. */
export function flat(flow: readonly Flow[]): Flow[] {
  const found: Flow[] = [];
  const waiting = flow.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const inner = innerOf(next);
    if (inner) waiting.push(...inner.toReversed());
    else found.push(next);
  }
  return found;
}

/** What a piece holds, if it holds others. */
function innerOf(flow: Flow): readonly Flow[] | undefined {
  switch (flow.type) {
    case 'list':
      return flow.points.flatMap((point) => point.flow);
    case 'facts':
      return flow.facts.flatMap((fact): Flow[] => [{ type: 'paragraph', children: fact.name }, ...fact.flow]);
    case 'notes':
      return flow.notes.flatMap((note) => note.flow);
    case 'quote':
      return flow.by ? [...flow.flow, { type: 'paragraph', role: 'by', children: flow.by }] : flow.flow;
    case 'group':
      return flow.flow;
    case 'drawing':
      return flow.same.length > 0 ? flow.same : undefined;
    default:
      return undefined;
  }
}
