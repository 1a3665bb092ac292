import type { Input } from './inputs.ts';

/** How often a smaller input is tried. */
const MOST_TRIES = 4_000;

/** A smaller input that fails as well, found by leaving out more and more of one. */
export function shrink(input: Input, fails: (input: Input) => boolean): Input {
  let tries = 0;
  let smallest = input;
  const attempt = (candidate: Input): boolean => {
    if (tries++ >= MOST_TRIES || !fails(candidate)) return false;
    smallest = candidate;
    return true;
  };
  for (let index = input.changes.length - 1; index >= 0; index--)
    attempt({ ...smallest, changes: smallest.changes.slice(0, index) });
  for (let again = true; again && tries < MOST_TRIES; ) {
    again = false;
    for (let size = smallest.text.length; size >= 1; size = Math.floor(size / 2))
      for (let at = 0; at < smallest.text.length; )
        if (attempt(without(smallest, at, at + size))) again = true;
        else at += size;
    smallest.changes.forEach((change, index) => {
      for (let size = change.text.length; size >= 1; size = Math.floor(size / 2))
        for (let at = 0; at < (smallest.changes[index]?.text.length ?? 0); )
          if (attempt(withoutTyped(smallest, index, at, at + size))) again = true;
          else at += size;
    });
  }
  return smallest;
}

/** An input without a part of its text; changes move along. */
function without({ text, changes }: Input, from: number, to: number): Input {
  const left = text.slice(0, from) + text.slice(to);
  const moved = (at: number): number => (at >= to ? at - (to - from) : Math.min(at, from));
  let { length } = left;
  const kept = changes.map((change) => {
    const start = Math.min(moved(change.start), length);
    const end = Math.max(start, Math.min(moved(change.end), length));
    length += change.text.length - (end - start);
    return { start, end, text: change.text };
  });
  return { text: left, changes: kept };
}

/** An input without a part of what one of its changes puts in. */
function withoutTyped({ text, changes }: Input, index: number, from: number, to: number): Input {
  const shorter = changes.map((change, number) =>
    number === index ? { ...change, text: change.text.slice(0, from) + change.text.slice(to) } : change,
  );
  return without({ text, changes: shorter }, text.length, text.length);
}
