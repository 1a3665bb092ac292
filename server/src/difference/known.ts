import type { Item } from '../model/item.ts';
import type { Faces } from './faces.ts';

/** Which item is which, over all plans, and how each is named. */
export interface Known {
  /** The item after of one before, and the other way round; undefined where there is none. */
  after(item: Item): Item | undefined;
  before(item: Item): Item | undefined;
  readonly faces: { readonly before: Faces; readonly after: Faces };
}
