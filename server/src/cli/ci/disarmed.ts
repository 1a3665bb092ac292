import type { Terminal } from '../terminal.ts';

/**
 * A terminal whose lines a service that runs programs does not take for commands of its own: GitHub obeys `::` at the start of a line and
 * `##[` anywhere, GitLab `section_start:`. What is written to its standard output is left out; only a report is, which is safe by itself.
 */
export function disarmed(terminal: Terminal): Terminal {
  return { ...terminal, colour: false, watched: false, out: () => undefined, err: (text) => terminal.err(told(text)) };
}

/** Lines that begin with the name of the program, and obey nobody. */
export const told = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `goldthread: ${line.replaceAll('##[', '## [').replaceAll('section_', 'section ')}\n`)
    .join('');
