import { type Chosen, type FromPage, views } from './messages.ts';

/** The longest text that a page may send, in UTF-16 units: a ref or an address. */
const longest = 2_000;

/** The most controls that a view may have. */
const mostControls = 50;

/** The last line of a text that anyone could have, and the last of anything that is counted. */
const most = 10_000_000;

/**
 * Reads what a page sent. A page shows what others wrote, so nothing that comes from it is taken on trust: what is not exactly a message
 * that a page may send is none. Whether a number is that of a file or a problem, only the receiver can tell.
 */
export function readMessage(raw: unknown): FromPage | undefined {
  if (!isRecord(raw)) return undefined;
  switch (raw.type) {
    case 'whole': {
      const { view, language, chosen, placed } = raw;
      if (!isView(view) || !(language === undefined || isLanguage(language))) return undefined;
      if (!isChosen(chosen) || typeof placed !== 'boolean') return undefined;
      return { type: 'whole', view, language, chosen: copied(chosen), placed };
    }
    case 'choose':
      return isChosen(raw.chosen) ? { type: 'choose', chosen: copied(raw.chosen) } : undefined;
    case 'reveal': {
      const { file, line, focus } = raw;
      if (!isCount(file) || !isCount(line) || typeof focus !== 'boolean') return undefined;
      return { type: 'reveal', file, line, focus };
    }
    case 'scroll': {
      const { file, line } = raw;
      return isCount(file) && isCount(line) ? { type: 'scroll', file, line } : undefined;
    }
    case 'locate':
      return isText(raw.item) ? { type: 'locate', item: raw.item } : undefined;
    case 'mend': {
      const { version, problem, mend } = raw;
      if (!isCount(version) || !isCount(problem) || !isCount(mend)) return undefined;
      return { type: 'mend', version, problem, mend };
    }
    case 'explain': {
      const { version, problem } = raw;
      return isCount(version) && isCount(problem) ? { type: 'explain', version, problem } : undefined;
    }
    case 'toggle': {
      const { from, relation, to, on } = raw;
      if (!isText(from) || !isText(relation) || !isText(to) || typeof on !== 'boolean') return undefined;
      return { type: 'toggle', from, relation, to, on };
    }
    case 'open':
      return isText(raw.href) && isAddress(raw.href) ? { type: 'open', href: raw.href } : undefined;
    case 'print':
      return { type: 'print' };
    default:
      return undefined;
  }
}

/** True for an address that the editor may be asked to open: a page on the web, or a message to somebody. */
export const isAddress = (href: string): boolean => /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(href);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longest;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const isView = (value: unknown): value is string => views.some((name) => name === value);

const isLanguage = (value: unknown): value is string => typeof value === 'string' && /^[a-z]{2,3}$/.test(value);

/** True for a record of texts, none of which is empty by its name or long. */
export function isChosen(value: unknown): value is Chosen {
  if (!isRecord(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= mostControls &&
    entries.every(([name, choice]) => isText(name) && typeof choice === 'string' && choice.length <= longest)
  );
}

/** The same, with nothing handed down to it. */
const copied = (chosen: Chosen): Chosen => Object.assign(Object.create(null), chosen) as Chosen;
