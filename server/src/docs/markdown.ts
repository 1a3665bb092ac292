/** A word or line as code. Ticks in it are kept, as Markdown wants it: with more ticks around. */
export function code(text: string): string {
  const ticks = longestRun(text, /`+/g);
  const fence = '`'.repeat(ticks + 1);
  const space = ticks > 0 ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** A block of code, with the name of its language. */
export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, /`+/g) + 1));
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

const longestRun = (text: string, run: RegExp): number =>
  Math.max(0, ...[...text.matchAll(run)].map(([found]) => found.length));

/** A table. Cells are Markdown; a bar in one is kept as a bar. Empty where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, '<br>');

/** A list, one thing a line. */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Pieces of a page with a blank line between them; empty ones are left out. */
export const paragraphs = (...pieces: readonly string[]): string => pieces.filter(Boolean).join('\n\n');

/** A link to a place. */
export const link = (words: string, to: string): string => `[${words}](${to})`;

/** Words as a sentence lists them: “a, b or c”. */
export function listed(words: readonly string[], last = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Plain words in a place where Markdown is read: what could be markup stands as it is. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

const placeholder = /\{\{([a-z-]+)\}\}/g;

/**
 * A page made from its template: each `{{name}}` gives way to the part of that name. A name that has no part is a
 * mistake, and so is a part that no name asks for.
 */
export function fill(template: string, parts: Readonly<Record<string, string>>): string {
  const left = new Set(Object.keys(parts));
  const page = template.replace(placeholder, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`A page asks for “${name}”, and nothing of that name is written.`);
    left.delete(name);
    return part;
  });
  if (left.size > 0) throw new Error(`No page asks for: ${[...left].join(', ')}.`);
  return page;
}

/**
 * A page that people write, with what the program keeps up to date in it: whatever stands between
 * `<!-- name -->` and `<!-- /name -->` gives way to the part of that name.
 */
export function refresh(page: string, parts: Readonly<Record<string, string>>): string {
  let fresh = page;
  for (const [name, part] of Object.entries(parts)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [fresh.indexOf(open), fresh.indexOf(close)];
    if (from < 0 || to < from) throw new Error(`The page has no place “${open} … ${close}”.`);
    fresh = `${fresh.slice(0, from + open.length)}\n${part}\n${fresh.slice(to)}`;
  }
  return fresh;
}
