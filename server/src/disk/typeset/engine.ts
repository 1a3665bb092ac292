import type { Task } from './messages.ts';

/** What sets pages. Its faults are errors whose messages say what was not possible. */
export interface Engine {
  /** What those who asked for pages should know of the engine: sentences. */
  readonly remarks: readonly string[];
  /** A PDF of the template with some data; `unread` are the names of files to leave out. */
  pdf(task: Task, unread: readonly string[]): Uint8Array | Promise<Uint8Array>;
  /** True for a picture that can be printed. */
  canRead(name: string, bytes: Uint8Array): boolean;
}

/** What each engine is made of. */
export interface Material {
  /** The template: the text of `document.typ`. */
  readonly template: string;
  /** The letters of the house, in files of their own. */
  readonly fonts: readonly Uint8Array[];
}

/** The files that an engine is given, beside the template, by their paths in the world of the template: there are no others. */
export const filesOf = (
  { data, files }: Task,
  unread: readonly string[],
): readonly (readonly [string, Uint8Array])[] => [
  ['/sheet.json', utf8.encode(data)],
  ['/unread.json', utf8.encode(JSON.stringify(unread))],
  ...files.filter(([name]) => !unread.includes(name)).map(([name, bytes]) => [`/files/${name}`, bytes] as const),
];

const utf8 = new TextEncoder();

/** A page with one picture on it. */
export const trial = (path: string): string => `#image(${JSON.stringify(path)}, alt: "?", width: 50pt)`;

/** The first thing that an engine says was wrong. */
export function firstMessage(diagnostics: unknown): string {
  const [first] = Array.isArray(diagnostics) ? diagnostics : [];
  const { message } = (typeof first === 'object' && first !== null ? first : {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : typeof first === 'string' ? first : 'no reason was given';
}
