import type { Severity } from '../checks/rule.ts';
import { isOnDisk } from '../workspace/file-names.ts';
import type { Position, Range } from '../workspace/plan-file.ts';
import { jsonText } from './machine-text.ts';
import type { Report } from './report.ts';

/** The words that reviewdog has for severities. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

const encoder = new TextEncoder();

/**
 * Findings for reviewdog, in its Diagnostic Format (rdjson), with mends that a reviewer can apply. Lines from 1; columns are bytes of UTF-8,
 * from 1, the end exclusive. A mend that changes several places is none that can be applied to one, and is left out.
 */
export function rdjson({ diagnostics, show, line }: Report): string {
  const position = (file: string, at: Position): object => ({
    line: at.line + 1,
    column: encoder.encode(line(file, at.line).slice(0, at.character)).length + 1,
  });
  const span = (file: string, { start, end }: Range): object => ({
    start: position(file, start),
    end: position(file, end),
  });
  return jsonText({
    source: { name: 'goldthread' },
    diagnostics: diagnostics.map(({ message, file, range, severity, rule, fixes, related }) => ({
      message,
      location: { path: show(file), range: span(file, range) },
      severity: severities[severity],
      code: { value: rule },
      suggestions: fixes.flatMap(({ edits: [edit, ...more] }) =>
        edit && more.length === 0 && edit.file === file ? [{ range: span(file, edit.range), text: edit.newText }] : [],
      ),
      related_locations: related
        .filter((place) => isOnDisk(place.file))
        .map((place) => ({
          message: place.message,
          location: { path: show(place.file), range: span(place.file, place.range) },
        })),
    })),
  });
}
