import { type Format, formatNamed } from '../../documents/formats.ts';
import { type DocumentLanguage, fieldsOf, isText, readLanguage } from '../preview/params.ts';
import type { ExportParams } from '../protocol.ts';

/** What is asked to be exported, when it has been looked at. */
export interface ExportRequest extends Omit<ExportParams, 'formats' | 'language'> {
  readonly formats: readonly Format[];
  readonly language: DocumentLanguage | undefined;
}

/** Reads what a client sent, which may be anything; undefined where it is not what it should be. */
export function readExportParams(sent: unknown): ExportRequest | undefined {
  const { uri, formats, language, force, progress } = fieldsOf(sent);
  if (!isText(uri) || !Array.isArray(formats)) return undefined;
  const named = [...new Set<unknown>(formats)].map((name) => (isText(name) ? formatNamed(name) : undefined));
  const known = named.filter((format) => format !== undefined);
  if (known.length < named.length || known.length === 0) return undefined;
  return {
    uri,
    formats: known,
    language: readLanguage(language),
    force: force === true,
    progress: isText(progress) ? progress : undefined,
  };
}

/** The URI of the file that choices are asked for. */
export function readChoicesParams(sent: unknown): string | undefined {
  const { uri } = fieldsOf(sent);
  return isText(uri) ? uri : undefined;
}
