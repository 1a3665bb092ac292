import type { Fact, Flow, Point } from '../../documents/tree.ts';
import type { Block } from '../../documents/view.ts';
import type { Told } from '../outline.ts';
import { type Places, sentences } from './sentences.ts';

/** What is said of items, by where they stand. */
type Notes = ReadonlyMap<string, readonly Told[]>;

/** Blocks with what is said of the changes of an item at the place where it stands. */
export function withNotes(blocks: readonly Block[], notes: Notes, places: Places): Block[] {
  const writer = new NoteWriter(notes, places);
  return blocks.map((block) => ({ ...block, flow: writer.flows(block.flow) }));
}

class NoteWriter {
  private readonly notes: Notes;
  private readonly places: Places;

  constructor(notes: Notes, places: Places) {
    this.notes = notes;
    this.places = places;
  }

  flows(flow: readonly Flow[]): Flow[] {
    return flow.flatMap((one) => this.flow(one));
  }

  private flow(flow: Flow): Flow[] {
    switch (flow.type) {
      case 'heading':
      case 'figure':
        return [flow, ...this.noteAt(flow.anchor)];
      case 'group':
        return [{ ...flow, flow: [...this.flows(flow.flow), ...this.noteAt(flow.anchor)] }];
      case 'quote':
        return [{ ...flow, flow: this.flows(flow.flow) }];
      case 'list':
        return [{ ...flow, points: flow.points.map((point) => this.inside(point)) }];
      case 'facts':
        return [{ ...flow, facts: flow.facts.map((fact) => this.inside(fact)) }];
      case 'statistics':
        return [flow, ...flow.statistics.flatMap(({ anchor }) => this.noteAt(anchor))];
      case 'table':
        return [flow, ...flow.rows.flatMap((row) => row.flatMap(({ anchor }) => this.noteAt(anchor)))];
      default:
        return [flow];
    }
  }

  private inside<Thing extends Point | Fact>(thing: Thing): Thing {
    return { ...thing, flow: [...this.flows(thing.flow), ...this.noteAt(thing.anchor)] };
  }

  private noteAt(anchor: string | undefined): Flow[] {
    const told = anchor === undefined ? undefined : this.notes.get(anchor);
    if (!told) return [];
    const label: Flow = { type: 'paragraph', role: 'change', children: [{ type: 'text', text: 'Changed' }] };
    return [{ type: 'group', role: 'changes', lang: 'en', flow: [label, sentences(told, this.places)] }];
  }
}
