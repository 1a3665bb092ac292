import type { ViewName } from '../../documents/view.ts';
import { isViewName } from '../../documents/views.ts';
import type { Range } from '../../workspace/plan-file.ts';
import type { MendParams, PageParams, PreviewParams, ToggleParams } from '../protocol.ts';

/** Longer names of panels, controls and choices are none. */
const LONGEST = 1_000;

/** What is asked of a page, when it has been looked at. */
export interface PageRequest extends Omit<PreviewParams, 'view' | 'language'> {
  readonly view: ViewName;
  readonly language: DocumentLanguage | undefined;
}

/** The languages that documents can be in. */
export type DocumentLanguage = 'en' | 'cy';

/** Each of these reads what a client sent, which may be anything; undefined where it is not what it should be. */
export function readPreviewParams(sent: unknown): PageRequest | undefined {
  const { uri, panel, view, language, chosen, has, pictures, remotePictures } = fieldsOf(sent);
  if (!isText(uri) || !isName(panel) || !isText(view) || !isViewName(view)) return undefined;
  return {
    uri,
    panel,
    view,
    language: readLanguage(language),
    chosen: Object.fromEntries(
      Object.entries(fieldsOf(chosen)).filter((pair): pair is [string, string] => pair.every(isName)),
    ),
    has: Number.isSafeInteger(has) ? (has as number) : 0,
    pictures: (Array.isArray(pictures) ? pictures : []).flatMap((one: unknown) => {
      const { folder, base } = fieldsOf(one);
      return isText(folder) && isText(base) ? [{ folder, base }] : [];
    }),
    remotePictures: remotePictures === true,
  };
}

export function readPageParams(
  sent: unknown,
): (PageParams & { readonly language: DocumentLanguage | undefined }) | undefined {
  const { uri, language } = fieldsOf(sent);
  return isText(uri) ? { uri, language: readLanguage(language) } : undefined;
}

export function readMendParams(sent: unknown): MendParams | undefined {
  const { uri, range, rule, mend } = fieldsOf(sent);
  return isText(uri) && isRange(range) && isText(rule) && isText(mend) ? { uri, range, rule, mend } : undefined;
}

export function readToggleParams(sent: unknown): ToggleParams | undefined {
  const { uri, from, relation, to, on } = fieldsOf(sent);
  return isText(uri) && isText(from) && isText(relation) && isText(to) && typeof on === 'boolean'
    ? { uri, from, relation, to, on }
    : undefined;
}

export function readLocateParams(sent: unknown): { readonly uri: string; readonly item: string } | undefined {
  const { uri, item } = fieldsOf(sent);
  return isText(uri) && isText(item) ? { uri, item } : undefined;
}

/** The name of the panel that is gone. */
export function readClosed(sent: unknown): string | undefined {
  const { panel } = fieldsOf(sent);
  return isName(panel) ? panel : undefined;
}

/** The fields of what was sent; none where it has none. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

export const isText = (value: unknown): value is string => typeof value === 'string';

const isName = (value: unknown): value is string => isText(value) && value.length <= LONGEST;

export const readLanguage = (value: unknown): DocumentLanguage | undefined =>
  value === 'en' || value === 'cy' ? value : undefined;

function isRange(value: unknown): value is Range {
  const { start, end } = fieldsOf(value);
  return [start, end].every((one) => {
    const { line, character } = fieldsOf(one);
    return Number.isSafeInteger(line) && Number.isSafeInteger(character);
  });
}
