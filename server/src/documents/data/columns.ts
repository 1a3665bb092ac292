/** A column of a table of data. */
export interface Column {
  readonly name: string;
  /** What its cells hold, where they hold anything: words; decimal numbers; days as ISO 8601 writes them. A cell may hold words instead. */
  readonly holds: 'text' | 'figure' | 'date';
}

export const text = (name: string): Column => ({ name, holds: 'text' });

export const figure = (name: string): Column => ({ name, holds: 'figure' });

export const date = (name: string): Column => ({ name, holds: 'date' });

/** Columns of words. */
export const texts = (...names: readonly string[]): Column[] => names.map(text);
