import { engineFor, type Files } from '../examples.ts';
import { libraryTable, profileEntries } from './libraries.ts';
import { code, codeBlock, fill, paragraphs, plain, table } from './markdown.ts';
import { valueTables } from './values.ts';
import {
  commonFields,
  everyWord,
  kindEntries,
  linkFields,
  marginFields,
  welshChoices,
  welshWords,
} from './vocabulary.ts';

/** A page as a policy writer may leave it at the end of a day. */
const halfFinished = `plan our-town: Our Town Plan 2026–2030
  organisation: Our Town Council
  period: 2026-2030

We want a town that everyone can enjoy.

outcome safe: People feel safe in the town centre

Priority lights: Light the way home
  outcomes: safe
  why: Dark streets keep people at home.
  acton: Put new lamps along the main walking routes
    lead: Head of Streets
    due: 31/10/2027
`;

/** What is said of that page, line by line. */
export function findingsTable(text: string, libraries: Files, groups: readonly string[]): string {
  const found = engineFor({ 'main.plan': text }, libraries).diagnostics('main.plan');
  return table(
    ['Line', 'What Goldthread says', 'The mend it offers'],
    found
      .filter(({ rule }) => groups.some((group) => rule.startsWith(`${group}/`)))
      .map(({ range, message, fixes }) => [
        String(range.start.line + 1),
        plain(message),
        fixes.map(({ title }) => plain(title)).join('\n'),
      ]),
  );
}

/** The reference of the plan language, from its template. */
export function languagePage(template: string, libraries: Files): string {
  return fill(template, {
    'common-fields': commonFields(),
    'margin-fields': marginFields(),
    files: kindEntries('files'),
    thread: kindEntries('thread'),
    supports: kindEntries('supports'),
    narrative: kindEntries('narrative'),
    ...valueTables(),
    links: linkFields(),
    'half-finished': paragraphs(
      codeBlock(numbered(halfFinished)),
      findingsTable(halfFinished, libraries, ['syntax', 'reference', 'dates']),
    ),
    libraries: libraryTable(libraries),
    profiles: profileEntries(),
    'welsh-words': welshWords(),
    'welsh-choices': welshChoices(),
    'every-word': everyWord(),
    'first-line': code('# language: cy'),
  });
}

/** A text with its line numbers. */
function numbered(text: string): string {
  const lines = text.trimEnd().split('\n');
  const width = String(lines.length).length;
  return lines.map((line, index) => `${String(index + 1).padStart(width)} │ ${line}`.trimEnd()).join('\n');
}
