import { pathOf } from '../paths.ts';
import { fieldsOf, isText } from '../preview/params.ts';
import type { PastFile, Shown } from './protocol.ts';

/** What is asked to be compared, when it has been looked at. */
export interface CompareAsked {
  readonly path: string;
  readonly before: AskedBefore;
  readonly shown: Shown;
}

/** The path of another plan file; or files as they were, by path, and a name for that state. */
export type AskedBefore = { readonly path: string } | { readonly revision: string; readonly files: PastFiles };

/** Files as they were, by path, as far as they were otherwise than they are now. */
export type PastFiles = ReadonlyMap<string, Omit<PastFile, 'uri'>>;

const BOM = '\uFEFF';

/** Reads what a client sent, which may be anything; undefined where it is not what it should be. */
export function readCompareParams(sent: unknown): CompareAsked | undefined {
  const { uri, before, shown: asked } = fieldsOf(sent);
  const { uri: other, revision, files } = fieldsOf(before);
  if (!isText(uri)) return undefined;
  const shown: Shown = asked === 'document' ? asked : 'changes';
  const path = pathOf(uri);
  if (isText(other)) return { path, shown, before: { path: pathOf(other) } };
  if (!isText(revision) || !Array.isArray(files)) return undefined;
  const found = files.map(readFile);
  const known = found.filter((file) => file !== undefined);
  return known.length < found.length ? undefined : { path, shown, before: { revision, files: new Map(known) } };
}

function readFile(sent: unknown): readonly [string, Omit<PastFile, 'uri'>] | undefined {
  const { uri, isThere, text } = fieldsOf(sent);
  if (!isText(uri) || typeof isThere !== 'boolean') return undefined;
  const own = isText(text) && isThere ? { text: text.startsWith(BOM) ? text.slice(1) : text } : {};
  return [pathOf(uri), { isThere, ...own }];
}
