import type { Role, Setting } from './lines.ts';
import type { Counter } from './lists.ts';

/** What the words of a place stand in. */
export interface Place {
  readonly setting: Setting;
  /** How many lists. */
  readonly depth: number;
  /** The list that all lists in it count with, and the counter of the innermost. */
  readonly list?: string | undefined;
  readonly counter?: Counter | undefined;
  /** What paragraphs become: points of a list or a quotation go on in them. */
  readonly role: Role;
}

/** Words with nothing said of them. */
export const plainSetting: Setting = {
  bold: false,
  italic: false,
  lang: undefined,
  href: undefined,
  raised: undefined,
  isKept: false,
};

/** The language of words of which a page says none: as BCP 47 has it. */
export const unknownLanguage = 'und';
