import { formatted } from '@goldthread/grammar';
import type { Files } from './differences.ts';

/** What somebody does to the files of a plan. */
export type Edit = (files: Files) => Files;

/** Puts words in the place of others that stand once in the files. */
export const put =
  (find: string, words: string): Edit =>
  (files) => {
    const [path, text] = whereOnce(files, find);
    return { ...files, [path]: text.replace(find, () => words) };
  };

/** Puts words in the place of others wherever they stand. */
export const putAll =
  (find: string, words: string): Edit =>
  (files) => {
    if (!Object.values(files).some((text) => text.includes(find))) throw new Error(`Nowhere is ‘${find}’`);
    return eachFile(files, (text) => text.replaceAll(find, words));
  };

/** Takes a line out with all that is set in below it. The line is found by how it begins. */
export const drop =
  (line: string): Edit =>
  (files) => {
    const [path, text] = whereOnce(files, line);
    const { start, end } = blockOf(text, line);
    return { ...files, [path]: text.slice(0, start) + text.slice(end) };
  };

/** Moves a line with all that is set in below it to before or behind another one, as deep as that stands or deeper. */
export const move =
  (line: string, where: 'before' | 'behind' | 'into', other: string): Edit =>
  (files) => {
    const [path, text] = whereOnce(files, line);
    const { start, end } = blockOf(text, line);
    const block = text.slice(start, end);
    const left = { ...files, [path]: text.slice(0, start) + text.slice(end) };
    const [place, target] = whereOnce(left, other);
    const found = blockOf(target, other);
    const depth = found.depth + (where === 'into' ? 2 : 0);
    const at = where === 'before' ? found.start : found.end;
    return { ...left, [place]: target.slice(0, at) + indented(block, depth) + target.slice(at) };
  };

/** Puts lines behind a line and all that is set in below it, as deep as that stands. */
export const addBehind =
  (line: string, lines: string): Edit =>
  (files) => {
    const [path, text] = whereOnce(files, line);
    const { end, depth } = blockOf(text, line);
    return { ...files, [path]: text.slice(0, end) + indented(lines, depth) + text.slice(end) };
  };

/** Puts blocks that stand side by side in another order: that of their lines here. */
export const inOrder =
  (...lines: readonly string[]): Edit =>
  (files) => {
    const [path, text] = whereOnce(files, lines[0] ?? '');
    const blocks = lines.map((line) => blockOf(text, line)).sort((a, b) => a.start - b.start);
    const wanted = lines.map((line) => {
      const { start, end } = blockOf(text, line);
      return text.slice(start, end);
    });
    let result = text;
    for (const [index, { start, end }] of [...blocks.entries()].reverse())
      result = result.slice(0, start) + wanted[index] + result.slice(end);
    return { ...files, [path]: result };
  };

/** Puts a part of the text, from a line to another one, into a file of its own. */
export const split =
  (from: string, to: string, part: { readonly path: string; readonly head: string }): Edit =>
  (files) => {
    const [path, text] = whereOnce(files, from);
    const start = blockOf(text, from).start;
    const end = blockOf(text, to).start;
    const name = part.path.slice(part.path.lastIndexOf('/') + 1);
    return {
      ...files,
      [path]: `${text.slice(0, start)}include: ${name}\n\n${text.slice(end)}`,
      [part.path]: `${part.head}\n\n${text.slice(start, end)}`,
    };
  };

/** Does something to the text of every file. */
export const everywhere =
  (change: (text: string) => string): Edit =>
  (files) =>
    eachFile(files, change);

export const withCrLf: Edit = everywhere((text) => text.replaceAll('\n', '\r\n'));

/** Lays every file out anew. */
export const format: Edit = everywhere(formatted);

/** Breaks the lines of prose elsewhere: every line that goes on with the one above it, behind another word. */
export const rewrapped = (width: number): Edit =>
  everywhere((text) =>
    text.replace(/((?:^ {4,}[A-Z][^:\n]*(?:\n|$))+)/gm, (paragraph) => {
      const indent = /^ */.exec(paragraph)?.[0] ?? '';
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.trim().split(/\s+/)) {
        if (line !== '' && line.length + word.length >= width && !/^(?:[-*+>#|]|\d+[.)])/.test(word)) {
          lines.push(line);
          line = word;
        } else line = line === '' ? word : `${line} ${word}`;
      }
      return [...lines, line].map((one) => `${indent}${one}\n`).join('');
    }),
  );

/** Gives the files as they are after some edits, one after the other. */
export const withEdits = (files: Files, edits: readonly Edit[]): Files => edits.reduce((now, edit) => edit(now), files);

const eachFile = (files: Files, change: (text: string) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));

function whereOnce(files: Files, find: string): readonly [path: string, text: string] {
  const found = Object.entries(files).filter(([, text]) => text.includes(find));
  const [first] = found;
  if (!first || found.length > 1 || first[1].indexOf(find) !== first[1].lastIndexOf(find))
    throw new Error(`Not in one place: ‘${find}’`);
  return first;
}

/** The lines of a block: the one that begins with some words, and those set in below it. */
function blockOf(text: string, line: string): { start: number; end: number; depth: number } {
  const found = text.indexOf(line);
  const start = text.lastIndexOf('\n', found) + 1;
  const depth = found - start;
  let end = text.indexOf('\n', found) + 1;
  for (let at = end; at < text.length; ) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    const own = text.slice(at, next);
    if (own.trim() !== '') {
      if (own.length - own.trimStart().length <= depth) break;
      end = next;
    }
    at = next;
  }
  return { start, end, depth };
}

function indented(lines: string, depth: number): string {
  const own = /^ */.exec(lines)?.[0].length ?? 0;
  return lines
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : ' '.repeat(depth) + line.slice(own)))
    .join('\n');
}
