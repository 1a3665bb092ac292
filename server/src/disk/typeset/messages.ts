/** What the program that typesets is asked. */
export interface Task {
  readonly data: string;
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
  readonly fonts: readonly Uint8Array[];
}

/** What it answers: a PDF, or why there is none. */
export type Answer = Done | { readonly fault: string; readonly memory: number };

export interface Done {
  readonly pdf: Uint8Array;
  readonly remarks: readonly string[];
  /** What the program holds of the memory of the machine, in bytes. */
  readonly memory: number;
}
