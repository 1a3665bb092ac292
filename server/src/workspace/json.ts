/** A value of a JSON text with the place at which it stands: UTF-16 offsets, the end exclusive. */
export type JsonNode = JsonObject | JsonArray | JsonLiteral;

interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonLiteral extends Placed {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** A name of an object with its value. */
export interface JsonMember {
  readonly name: JsonLiteral;
  readonly value: JsonNode;
}

/** What is wrong with a JSON text, in a sentence, and where. */
export interface JsonFault {
  readonly why: string;
  readonly start: number;
}

/** What could be read of a JSON text, and the first thing that is wrong with it. */
export interface JsonReading {
  readonly node: JsonNode | undefined;
  readonly fault: JsonFault | undefined;
}

/** Deeper nesting than this is no settings file. */
const DEEPEST = 40;

const QUOTE = 34;
const BACKSLASH = 92;

const spaces = /[\s\uFEFF]+/y;
const restOfLine = /[^\r\n]*/y;
/** A word or a number: what JSON has besides strings, and what is typed in their place. */
const bareWord = /[^\s"'{}[\],:/]+/y;

/**
 * Reads a JSON text. Comments may stand in it, and a comma behind the last value of a list. Where something is wrong, what
 * stands before it is given all the same. Any text at all gives an answer.
 */
export function readJson(text: string): JsonReading {
  const reader = new Reader(text);
  const node = reader.read();
  return { node, fault: reader.fault };
}

class Reader {
  fault: JsonFault | undefined = undefined;
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The one value of the text; undefined where there is none. */
  read(): JsonNode | undefined {
    this.skip();
    if (this.at === this.text.length) return undefined;
    const node = this.value(0);
    this.skip();
    if (this.at < this.text.length) this.fail('Nothing can stand behind the last bracket. Delete what is there.');
    return node;
  }

  private fail(why: string, start = this.at): void {
    this.fault ??= { why, start };
  }

  /** Goes on to the next thing that is no white space and no comment. */
  private skip(): void {
    for (;;) {
      if (this.text.startsWith('//', this.at)) this.pass(restOfLine);
      else if (this.text.startsWith('/*', this.at)) {
        const end = this.text.indexOf('*/', this.at + 2);
        if (end < 0) this.fail('This comment has no end. Close it with */.');
        this.at = end < 0 ? this.text.length : end + 2;
      } else if (!this.pass(spaces)) return;
    }
  }

  private pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** Takes a character that stands here. */
  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private value(depth: number): JsonNode | undefined {
    const next = this.text[this.at];
    if (depth > DEEPEST) this.fail('These brackets are nested too deep for a settings file.');
    else if (next === '{') return this.object(depth);
    else if (next === '[') return this.array(depth);
    else if (next === '"') return this.string();
    else return this.word();
    return undefined;
  }

  private object(depth: number): JsonObject {
    const start = this.at++;
    const members: JsonMember[] = [];
    this.list('}', () => {
      const name = this.text[this.at] === '"' ? this.string() : undefined;
      if (!name) this.fail('A name in double quotation marks must stand here, such as "profile".');
      this.skip();
      if (name && !this.take(':')) this.fail('A colon must stand between a name and its value, such as "final": true.');
      this.skip();
      const value = this.fault ? undefined : this.value(depth + 1);
      if (name && value) members.push({ name, value });
    });
    return { kind: 'object', members, start, end: this.at };
  }

  private array(depth: number): JsonArray {
    const start = this.at++;
    const items: JsonNode[] = [];
    this.list(']', () => {
      const item = this.value(depth + 1);
      if (item) items.push(item);
    });
    return { kind: 'array', items, start, end: this.at };
  }

  /** Reads what stands up to a closing bracket, with commas between. */
  private list(close: string, read: () => void): void {
    for (;;) {
      this.skip();
      if (this.take(close)) return;
      if (this.at === this.text.length) this.fail(`The closing bracket ${close} is missing.`);
      else read();
      if (this.fault) return;
      this.skip();
      if (this.take(',')) continue;
      if (this.take(close)) return;
      if (this.at === this.text.length) this.fail(`The closing bracket ${close} is missing.`);
      else this.fail('A comma is missing before this.');
      return;
    }
  }

  private string(): JsonLiteral | undefined {
    const start = this.at;
    let end = start + 1;
    for (let code = this.text.charCodeAt(end); code !== QUOTE; code = this.text.charCodeAt(end)) {
      if (end >= this.text.length || code === 10 || code === 13) {
        this.fail('These words have no closing quotation mark on their line.');
        return undefined;
      }
      end += code === BACKSLASH ? 2 : 1;
    }
    this.at = end + 1;
    try {
      const value: unknown = JSON.parse(this.text.slice(start, this.at));
      return typeof value === 'string' ? { kind: 'literal', value, start, end: this.at } : undefined;
    } catch {
      this.fail('A backslash or a tab stands in these words. Leave it out.', start);
      return undefined;
    }
  }

  private word(): JsonLiteral | undefined {
    const start = this.at;
    bareWord.lastIndex = start;
    const word = bareWord.exec(this.text)?.[0];
    if (word === undefined) {
      this.fail(
        'A value is missing here: words in double quotation marks, true or false, or a list in square brackets.',
      );
      return undefined;
    }
    this.at += word.length;
    const value = literalOf(word);
    if (value === undefined) {
      this.fail(`Words stand in double quotation marks: "${word.length > 40 ? '…' : word}".`, start);
      return undefined;
    }
    return { kind: 'literal', value, start, end: this.at };
  }
}

function literalOf(word: string): number | boolean | null | undefined {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  return /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word) ? Number(word) : undefined;
}
