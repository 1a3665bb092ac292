import { base64Of } from '../../documents/base64.ts';
import { fileStem } from '../../documents/edition/plan-names.ts';
import { limits } from '../../importers/limits.ts';
import { readers } from '../../importers/readers/index.ts';
import { importHere } from '../../library/importing.ts';
import { pathOf } from '../paths.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ImportAnswer, ImportedPlan, ImportFormat } from './protocol.ts';
import { readDocumentOf } from './read-document.ts';

// A program of its own, which is loaded when it is first asked for: nothing of the server’s libraries may be in it.

/** Who waits for an import. */
export interface ImportWaiting {
  readonly signal: AbortSignal;
  /** Hears how far the document is read. */
  progress(done: number, all: number): void;
}

/** The formats that documents can be imported from. */
export const importFormats = (withPdf: boolean): ImportFormat[] =>
  readers.map(({ name, endings, meaning }) => ({ name, endings, meaning, isHere: withPdf || name !== 'pdf' }));

/** Makes a plan of a file, and says what became of what; or why it cannot. */
export async function importFile(
  surroundings: Pick<Surroundings, 'bytes'>,
  uri: string,
  waiting: ImportWaiting,
): Promise<ImportAnswer> {
  const path = pathOf(uri);
  const name = path.replace(/^.*\//, '');
  if (/\.plan$/i.test(name)) return { fault: `${name} is a plan already.` };
  const bytes = await surroundings.bytes(path, limits.fileBytes);
  if (waiting.signal.aborted) return {};
  if ('fault' in bytes) return { fault: `${name} ${bytes.fault}.` };
  try {
    return { imported: await planOf(bytes, name, waiting) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ImportFault') return { fault: `${name}: ${error.message}` };
    throw error;
  }
}

async function planOf(bytes: Uint8Array, name: string, waiting: ImportWaiting): Promise<ImportedPlan> {
  const { signal } = waiting;
  const progress: ImportWaiting['progress'] = (done, all) => waiting.progress(done, all);
  const imported = await importHere(bytes, { name, progress, signal });
  const [root] = imported.account.items;
  return {
    title: root?.title ?? '',
    name: fileStem(root?.id ?? 'plan'),
    text: imported.plan,
    pictures: [...imported.pictures].map(([path, content]) => ({ path, base64: base64Of(content) })),
    page: readDocumentOf(imported),
  };
}
