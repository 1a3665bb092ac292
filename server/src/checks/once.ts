/** What gives something that is made when it is first asked for: a large pattern takes up to a millisecond, at every start of a program. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
