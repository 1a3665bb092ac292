import type { FromPage } from './messages.ts';

/** The highest number of anything that a page counts. */
const most = 10_000_000;

/**
 * Reads what a page sent. A page shows what others wrote, so what is not exactly a message that a page may send is none. Whether there is
 * something with a number, only the receiver can tell.
 */
export function readMessage(raw: unknown): FromPage | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { type, number, focus, version } = raw as Readonly<Record<string, unknown>>;
  if (type === 'ready') return { type };
  if (!isCount(number)) return undefined;
  if (type === 'block') return typeof focus === 'boolean' ? { type, number, focus } : undefined;
  if (type === 'look') return { type, number };
  if (type === 'note') return isCount(version) ? { type, version, number } : undefined;
  return undefined;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
