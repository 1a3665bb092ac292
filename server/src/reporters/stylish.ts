import { oneLine, padded } from './display-width.ts';
import type { Look, Report } from './report.ts';
import { styleFor } from './style.ts';
import { listed, nothingNew } from './words.ts';

/** Findings in one line each below their files: place, severity, message, rule. */
export function stylish({ diagnostics, summary, notes, left, show }: Report, { colour, quiet }: Look): string {
  const style = styleFor(colour);
  const groups = [...Map.groupBy(diagnostics, ({ file }) => file)].map(([file, found]) => {
    const places = found.map(({ range: { start } }) => `${start.line + 1}:${start.character + 1}`);
    const widest = places.reduce((most, place) => Math.max(most, place.length), 0);
    const lines = found.map(({ severity, message, rule }, index) => {
      const place = style.dim(padded(places[index] ?? '', widest));
      return `  ${place}  ${style.severity(severity, severity.padEnd('warning'.length))}  ${oneLine(message)}  ${style.dim(rule)}`;
    });
    return `${style.bold(oneLine(show(file)))}\n${lines.join('\n')}\n`;
  });
  if (quiet) return groups.join('\n');
  const counts = listed(summary.counts) || 'Nothing is wrong';
  return [...groups, `${[left ? nothingNew(left) : `${counts}.`, ...notes.map(oneLine)].join('\n')}\n`].join('\n');
}
