/** A Markdown link or picture in prose that leads to a file. */
export interface ProseLink {
  /** The address as written, without angle brackets. Offsets of the text that was read. */
  readonly start: number;
  readonly end: number;
  /** The path that it means, without what follows a question mark or number sign. */
  readonly path: string;
  /** Another path in the same way of writing, with what follows the path kept. */
  write(path: string): string;
}

const address = /\]\(\s*(?:<([^<>\r\n]+)>|([^\s()<>]+))/g;
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|[/\\#?])/i;

/** The Markdown links and pictures in a span of text that lead to files from the folder of the plan. */
export function* proseLinks(text: string, start: number, end: number): Generator<ProseLink> {
  const first = text.indexOf('](', start);
  if (first < 0 || first >= end) return;
  for (const match of text.slice(first, end).matchAll(address)) {
    const [whole, angled, plain] = match;
    const written = (angled ?? plain) as string;
    if (elsewhere.test(written)) continue;
    const [encoded = '', rest = ''] = splitAt(written, written.search(/[?#]/));
    const path = decoded(encoded);
    if (!path) continue;
    const stop = first + match.index + whole.length - (angled === undefined ? 0 : 1);
    yield {
      start: stop - written.length,
      end: stop,
      path,
      write: (other) => (angled === undefined ? encodedPath(other) : other) + rest,
    };
  }
}

const splitAt = (text: string, at: number): readonly string[] =>
  at < 0 ? [text] : [text.slice(0, at), text.slice(at)];

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path with the characters written otherwise that would end a Markdown address. */
const encodedPath = (path: string): string =>
  path.replace(/[\s()<>%?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
