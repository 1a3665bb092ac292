/** What stands in a file of YAML, as far as the files of this repository use it: mappings, lists, texts in one line and in a block. */
export type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** Reads YAML of that kind; throws where it is of another. */
export function readYaml(source: string): Yaml {
  const lines = source.split('\n').map((line): Line => ({ indent: line.search(/\S|$/), text: line.trim() }));
  const reader = new Reader(lines);
  const found = reader.node(0);
  reader.end();
  return found;
}

class Reader {
  private readonly lines: Line[];
  private at = 0;

  constructor(lines: Line[]) {
    this.lines = lines;
  }

  end(): void {
    if (this.next()) throw new Error(`Line ${this.at + 1} cannot be read.`);
  }

  /** The next line that says something. */
  private next(): Line | undefined {
    while (/^(#|$)/.test(this.lines[this.at]?.text ?? 'end')) this.at++;
    return this.lines[this.at];
  }

  node(indent: number): Yaml {
    return this.next()?.text.startsWith('- ') ? this.list(indent) : this.mapping(indent);
  }

  private list(indent: number): Yaml[] {
    const items: Yaml[] = [];
    for (let line = this.next(); line?.indent === indent && line.text.startsWith('- '); line = this.next()) {
      const inside = line.text.slice(2);
      if (/^[\w-]+:( |$)/.test(inside)) {
        this.lines[this.at] = { indent: indent + 2, text: inside };
        items.push(this.mapping(indent + 2));
      } else {
        this.at++;
        items.push(scalar(inside));
      }
    }
    return items;
  }

  private mapping(indent: number): Yaml {
    const found: Record<string, Yaml> = {};
    for (let line = this.next(); line?.indent === indent; line = this.next()) {
      const [, key, value = ''] = /^([\w-]+):(?: (.*))?$/.exec(line.text) ?? [];
      if (key === undefined) throw new Error(`Line ${this.at + 1} is no entry: ${line.text}`);
      this.at++;
      const below = this.next();
      if (value === '|') found[key] = this.block(indent);
      else if (value !== '') found[key] = scalar(value);
      else found[key] = below && below.indent > indent ? this.node(below.indent) : '';
    }
    return found;
  }

  private block(indent: number): string {
    const taken: string[] = [];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at] as Line;
      if (line.text !== '' && line.indent <= indent) break;
      taken.push(line.text);
      this.at++;
    }
    return `${taken.join('\n').trimEnd()}\n`;
  }
}

/** A text without its quotation marks, or without the remark behind it. */
const scalar = (written: string): string =>
  /^'(.*)'$/.exec(written)?.[1]?.replaceAll("''", "'") ??
  /^"(.*)"$/.exec(written)?.[1] ??
  written.replace(/\s+#.*$/, '');
