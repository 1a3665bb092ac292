import type { Figure } from './figures.ts';

/** A time of day in a text. */
interface ClockTime {
  readonly start: number;
  readonly end: number;
  /** Minutes since midnight; `half` is true where it may be twelve hours later too, as nothing says which half of the day it is in. */
  readonly minutes: number;
  readonly half: boolean;
  /** False for `17.00`, which may be a number. */
  readonly isSure: boolean;
}

/** `5pm`, `9.30am`, `17:00`, `5 y prynhawn`, `9.30yb`, `17.00`. */
const clock =
  /(?<![\d.,:])(\d{1,2})(?:([:.])([0-5]\d))?(?:\s?(a\.?m\.?|yb|y\.b\.|y bore|yn y bore)|\s?(p\.?m\.?|yp|y\.p\.|yh|y\.h\.|y prynhawn|y pnawn|yr hwyr|y nos|yn y prynhawn|yn yr hwyr))?(?![\p{L}\d,:%]|\.\d)/giu;

const HALF_A_DAY = 720;

/** How many times of day are looked at in one text. */
const MOST_TIMES = 50;

function timesIn(text: string): ClockTime[] {
  const times: ClockTime[] = [];
  for (const match of text.matchAll(clock)) {
    const [written, hour, mark, minute = '0', morning, evening] = match;
    const hours = Number(hour);
    if (hours > 24 || (mark === undefined && !morning && !evening)) continue;
    const named = morning ? (hours % 12) * 60 : evening ? (hours % 12) * 60 + HALF_A_DAY : hours * 60;
    if (times.length === MOST_TIMES) break;
    times.push({
      start: match.index,
      end: match.index + written.length,
      minutes: (named + Number(minute)) % (2 * HALF_A_DAY),
      half: !morning && !evening && hours <= 12,
      isSure: mark === ':' || morning !== undefined || evening !== undefined,
    });
  }
  return times;
}

const areSame = (a: ClockTime, b: ClockTime): boolean =>
  (a.isSure || b.isSure) &&
  (a.half || b.half ? a.minutes % HALF_A_DAY === b.minutes % HALF_A_DAY : a.minutes === b.minutes);

const outside = (figures: readonly Figure[], times: ReadonlySet<ClockTime>): readonly Figure[] =>
  figures.filter((figure) => ![...times].some(({ start, end }) => figure.start >= start && figure.end <= end));

/** The figures of two texts without those of the times of day that both have, however written: `5pm` and `17:00`. */
export function withoutSameTimes(
  [text, figures]: readonly [string, readonly Figure[]],
  [other, otherFigures]: readonly [string, readonly Figure[]],
): readonly [readonly Figure[], readonly Figure[]] {
  if (figures.length === 0 || otherFigures.length === 0) return [figures, otherFigures];
  const left = timesIn(other);
  const [same, otherSame] = [new Set<ClockTime>(), new Set<ClockTime>()];
  for (const time of timesIn(text)) {
    const twin = left.find((candidate) => !otherSame.has(candidate) && areSame(time, candidate));
    if (!twin) continue;
    same.add(time);
    otherSame.add(twin);
  }
  return [outside(figures, same), outside(otherFigures, otherSame)];
}
