import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const samplesFolder = join(import.meta.dirname, '../../samples');
/** The sample plans: path and text. */
export const samples = readdirSync(samplesFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.plan'))
  .sort()
  .map((path) => [path, readFileSync(join(samplesFolder, path), 'utf8')] as const);

/** A few lines of a sample. */
const piece = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.integer({ min: 1, max: 40 }))
  .map(([[, sample], from, count]) => {
    const lines = sample.split('\n');
    return lines.slice(from % lines.length, (from % lines.length) + count);
  });
/** What gets into a line by accident. */
export const junks = [
  ' ',
  '   ',
  '\t',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  ':',
  '#',
  '\n',
  '\r',
  '\r\n',
  '\n\n \n',
  'x',
  '|',
  'role a: A',
  'text:',
] as const;
/** What happens to lines by accident. */
export const accidents = [
  'cut',
  'double',
  'indent',
  'outdent',
  'tabs',
  'swap',
  'insert',
  'end',
  'comment',
  'prose',
] as const;
const mutation = fc.tuple(fc.constantFrom(...accidents), fc.nat(), fc.nat(), fc.constantFrom(...junks));

/** A piece of a sample plan after some accidents: lines cut, doubled, moved, indented; odd spaces and line ends. */
export const mutated = fc
  .tuple(
    piece,
    fc.array(mutation, { maxLength: 6 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '\uFEFF'),
    fc.nat(3),
  )
  .map(([lines, mutations, lineEnd, mark, scale]) => {
    const all = lines.map((line) => line.replace(/^ +/, (spaces) => spaces.repeat(scale === 0 ? 3 : scale)));
    for (const mutation of mutations) mutate(all, ...mutation);
    return mark + all.join(lineEnd);
  });

/** Lets an accident happen to some lines; `where` and `many` are any whole numbers. */
export function mutate(
  lines: string[],
  how: (typeof accidents)[number],
  where: number,
  many: number,
  junk: string,
): void {
  const at = where % Math.max(1, lines.length);
  const line = lines[at] ?? '';
  const column = many % (line.length + 1);
  if (how === 'cut') lines.splice(at, 1 + (many % 3));
  else if (how === 'double') lines.splice(at, 0, line);
  else if (how === 'indent') lines[at] = ' '.repeat(many % 5) + line;
  else if (how === 'outdent') lines[at] = line.replace(/^ {1,2}/, '');
  else if (how === 'tabs') lines[at] = line.replace(/^ +/, (spaces) => '\t'.repeat(spaces.length / 2));
  else if (how === 'swap') lines.splice(at, 2, ...lines.slice(at, at + 2).reverse());
  else if (how === 'insert') lines[at] = line.slice(0, column) + junk + line.slice(column);
  else if (how === 'end') lines[at] = line + junk;
  else if (how === 'comment') lines.splice(at, 0, `${' '.repeat(many % 9)}# a note${junk}`);
  else lines.splice(at, 0, `${' '.repeat(many % 9)}More words.${junk}`);
}
