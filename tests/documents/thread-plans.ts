/** A plan, `large`, with about so many items on its thread, some of them broken; the same each time. */
export function largeThread(items: number): string {
  const next = randoms(7);
  const words =
    'safer homes for families green streets better health jobs skills young people older clean air local shops culture transport'.split(
      ' ',
    );
  const title = (length: number): string => Array.from({ length }, () => words[next(words.length)]).join(' ');
  const lines = ['plan large: Large', '  numbering: priorities, kpqs', ''];
  const outcomes = Math.ceil(items / 20);
  const kpqs = outcomes * 3;
  const themes = Math.ceil(outcomes / 3);
  for (let outcome = 0; outcome < outcomes; outcome++) lines.push(`outcome o${outcome}: Outcome ${title(3 + next(8))}`);
  for (let kpq = 0; kpq < kpqs; kpq++) {
    lines.push(`kpq k${kpq}: How ${title(3 + next(8))}?`, `  outcomes: o${kpq % outcomes}`);
    for (let count = next(5); count > 0; count--) lines.push(`  measure: Measure ${title(2 + next(5))}`);
  }
  for (let theme = 0; theme < themes; theme++) {
    lines.push(`theme t${theme}: Theme ${title(2)}`);
    for (let count = 0; count < 9; count++) {
      const outcome = (theme * 3 + next(6)) % outcomes;
      lines.push(`  priority: Priority ${title(2 + next(6))}`);
      if (next(12) > 0) lines.push(`    outcomes: o${outcome}, o${(outcome + next(4)) % outcomes}`);
      if (next(9) > 0) lines.push(`    kpqs: k${outcome}, k${(outcome + outcomes) % kpqs}`);
      for (let actions = next(4); actions > 0; actions--) lines.push(`    action: Action ${title(6)}`);
      for (let below = next(4); below > 0; below--)
        lines.push(`    priority: Priority ${title(2 + next(4))}`, `      action: ${title(4)}`);
    }
  }
  lines.push('priority: Broken', '  outcomes: o1, nothing', '  kpqs: nowhere, o1', '');
  return lines.join('\n');
}

/** Whole numbers below a limit that look like chance and are the same each time. */
function randoms(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 8) % below;
  };
}
