import { plain } from '../../documents/plain-words.ts';
import type { Flow, Inline } from '../../documents/tree.ts';
import { reshaped, reshapedLine, type Shape } from './reshape.ts';

/** What went stands in a document without being part of it: nothing leads to it, and it leads nowhere; pictures are left to their words. */
const gone: Shape = {
  anchor: () => undefined,
  inline(inline): readonly Inline[] {
    switch (inline.type) {
      case 'mention':
      case 'link':
        return inline.children;
      case 'image':
        return inline.alt === '' ? [] : [plain(inline.alt)];
      case 'note':
        return [];
      default:
        return [inline];
    }
  },
  flow(flow): readonly Flow[] {
    switch (flow.type) {
      case 'drawing':
        return flow.same;
      case 'figure':
        return [{ type: 'paragraph', children: flow.caption ?? [plain(flow.alt)] }];
      case 'notes':
        return flow.notes.flatMap((note) => note.flow);
      default:
        return [flow];
    }
  },
};

/** Words that are no longer part of the document. */
export const past = (line: readonly Inline[]): Inline[] => reshapedLine(line, gone);

/** Pieces that are no longer part of the document. */
export const pastFlow = (flow: readonly Flow[]): Flow[] => reshaped(flow, gone);

/** The pieces of one of several documents on a page, with anchors that no other has; drawings, in which there are names too, are left to their words. */
export function setApart(flow: readonly Flow[], prefix: string): Flow[] {
  return reshaped(flow, {
    anchor: (anchor) => prefix + anchor,
    inline(inline): readonly Inline[] {
      if (inline.type === 'note') return [{ ...inline, note: prefix + inline.note, anchor: prefix + inline.anchor }];
      if (inline.type !== 'mention' || inline.anchor === undefined) return [inline];
      return [{ ...inline, anchor: prefix + inline.anchor }];
    },
    flow: (one) => (one.type === 'drawing' && one.same.length > 0 ? one.same : [one]),
  });
}
