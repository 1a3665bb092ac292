import type { PlacedBlock, PlanFile } from './plan-file.ts';

/** A plan or a library: its root file and its parts. Ids are unique in it. */
export class Plan {
  /** The id in the root's first entry, in NFC; empty where the writer has not given one. */
  readonly id: string;
  readonly kind: 'plan' | 'library';
  readonly root: PlanFile;
  /** The root and all its parts, in the order in which they are included. */
  readonly files: readonly PlanFile[];
  /** True for the libraries that come with the program. */
  readonly shipped: boolean;

  constructor(root: PlanFile, files: readonly PlanFile[], shipped: boolean) {
    this.id = root.rootId;
    this.kind = root.tree.root === 'library' ? 'library' : 'plan';
    this.root = root;
    this.files = files;
    this.shipped = shipped;
  }

  /** Compares two of its blocks by where they stand: by file, in the order of inclusion, then by place in the file. */
  compareBlocks(a: PlacedBlock, b: PlacedBlock): number {
    if (a.file === b.file) return a.index - b.index;
    return this.files.indexOf(a.file) - this.files.indexOf(b.file);
  }
}
