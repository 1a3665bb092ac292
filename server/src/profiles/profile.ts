import type { Severity } from '../checks/rule.ts';

/** What is asked of a sort of plan. Pure data: no profile can do what another could not. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** For whom it is, and what it asks more or less of than `basic`, with the source. */
  readonly meaning: string;
  /** Rules it sets: by id, or a whole group as `group/*`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Shipped libraries that such a plan leans on, offered by the editor. */
  readonly libraries: readonly string[];
  /** The headings that a document prints where the plan gives no label of its own. */
  readonly labels: Readonly<Record<string, string>>;
}
