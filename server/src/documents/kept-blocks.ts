import type { Flow } from './tree.ts';
import type { Block } from './view.ts';

/**
 * The blocks of a page from one time to the next: what says the same keeps its `flow`, so that whoever writes a format knows that it
 * need not be written again.
 */
export class KeptBlocks {
  private readonly kept = new Map<string, readonly Flow[]>();

  /** The blocks with the flow that they had before where it says the same. What is not among them is forgotten. */
  keep(blocks: readonly Block[]): Block[] {
    const before = new Map(this.kept);
    this.kept.clear();
    return blocks.map((block) => {
      const known = before.get(block.key);
      const flow = known && isSame(known, block.flow) ? known : block.flow;
      this.kept.set(block.key, flow);
      return flow === block.flow ? block : { ...block, flow };
    });
  }
}

/** True where two pieces of a document say the same: data of any depth, without functions. Does not call itself. */
export function isSame(a: object, b: object): boolean {
  const ones: object[] = [a];
  const others: object[] = [b];
  /** True where two values may be the same; what they hold is looked at later. */
  const mayBe = (value: unknown, known: unknown): boolean => {
    if (value === known) return true;
    if (typeof value !== 'object' || typeof known !== 'object' || value === null || known === null) return false;
    ones.push(value);
    others.push(known);
    return true;
  };
  for (let one = ones.pop(), other = others.pop(); one && other; one = ones.pop(), other = others.pop()) {
    if (Array.isArray(one) && Array.isArray(other)) {
      if (one.length !== other.length) return false;
      for (let index = 0; index < one.length; index++) if (!mayBe(one[index], other[index])) return false;
      continue;
    }
    if (Array.isArray(one) || Array.isArray(other)) return false;
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length) return false;
    for (const key of keys)
      if (!Object.hasOwn(other, key) || !mayBe((one as Values)[key], (other as Values)[key])) return false;
  }
  return true;
}

type Values = Readonly<Record<string, unknown>>;
