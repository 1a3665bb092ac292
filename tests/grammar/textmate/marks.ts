import type { Piece } from './tokenise.ts';

/** What a mark says about the line above it: these columns, and no others next to them, have these scopes. */
export interface Mark {
  /** The line in the text without marks, and the line of the mark in the fixture, both counted from 0. */
  readonly line: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Scopes that stand there; with `!`, one that does not; `plain` where there is none at all. */
  readonly scopes: readonly string[];
}

const carets = /^#(?=[ ^]*\^)([ ^]*\^) (\S.*)$/;
const arrow = /^(#<-*) (\S.*)$/;

/**
 * Takes the marks out of a fixture. A mark is a comment at column 0: `#    ^^^ scope` points at columns of the line
 * above, and `#<-- scope` at as many columns from the first as the arrow is long, with its `#`.
 */
export function readMarks(fixture: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  fixture.split('\n').forEach((content, at) => {
    const line = lines.length - 1;
    const pointing = carets.exec(content);
    const pointed = arrow.exec(content);
    if (pointing)
      for (const run of content.slice(0, 1 + (pointing[1] as string).length).matchAll(/\^+/g))
        marks.push({
          line,
          at,
          start: run.index,
          end: run.index + run[0].length,
          scopes: (pointing[2] as string).split(' '),
        });
    else if (pointed)
      marks.push({
        line,
        at,
        start: 0,
        end: (pointed[1] as string).length,
        scopes: (pointed[2] as string).split(' '),
      });
    else lines.push(content);
  });
  return { text: lines.join('\n'), marks };
}

/** What is wrong with the colours that a mark points at; undefined where they are as it says. */
export function faultOf(mark: Mark, pieces: readonly Piece[]): string | undefined {
  const scopesAt = (column: number): readonly string[] =>
    pieces.find(({ start, end }) => start <= column && column < end)?.scopes ?? [];
  const has = (column: number, scope: string): boolean =>
    scope === 'plain' ? scopesAt(column).length === 0 : scopesAt(column).includes(scope);
  const columns = Array.from({ length: mark.end - mark.start }, (_, index) => mark.start + index);
  for (const scope of mark.scopes) {
    const not = scope.startsWith('!');
    const name = not ? scope.slice(1) : scope;
    const wrong = columns.find((column) => has(column, name) === not);
    if (wrong !== undefined)
      return `line ${mark.at + 1}: column ${wrong} ${not ? 'should not have' : 'should have'} ${name}, it has ${scopesAt(wrong).join(' ')}`;
    const beside = [mark.start - 1, mark.end].find((column) => has(column, name));
    if (!not && name !== 'plain' && beside !== undefined)
      return `line ${mark.at + 1}: ${name} goes on at column ${beside}`;
  }
  return undefined;
}
