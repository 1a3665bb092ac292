import { fieldsOf, isText } from '../preview/params.ts';
import type { ImportParams } from './protocol.ts';

/** Reads what a client sent, which may be anything; undefined where it is not what it should be. */
export function readImportParams(sent: unknown): ImportParams | undefined {
  const { uri, progress } = fieldsOf(sent);
  return isText(uri) && uri !== '' ? { uri, progress: isText(progress) ? progress : undefined } : undefined;
}
