/** The names of a document's elements and attributes, with the prefixes that we have for their namespaces. */
export class Names {
  readonly #prefixes: Readonly<Record<string, string>>;
  /** What prefixes mean where the reading is; undefined where an element says nothing new. */
  readonly #scopes: (ReadonlyMap<string, string> | undefined)[] = [];
  #scope: ReadonlyMap<string, string> = new Map();
  /** Names that were looked up in the scope at hand: a document has few, met often. */
  #known = new Map<string, string>();

  /** The prefixes by namespace. */
  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#prefixes = prefixes;
  }

  /** An element begins: its attributes may say what prefixes mean. */
  enter(attributes: Readonly<Record<string, string>>): void {
    let scope: Map<string, string> | undefined;
    for (const name of Object.keys(attributes)) {
      if (!isNamespace(name)) continue;
      scope ??= new Map(this.#scope);
      scope.set(name.slice('xmlns:'.length), attributes[name]!.trim());
    }
    this.#scopes.push(scope && this.#scope);
    if (scope) this.#use(scope);
  }

  /** An element ends. */
  leave(): void {
    const before = this.#scopes.pop();
    if (before) this.#use(before);
  }

  /** The name of an element; `xmlns` without a prefix holds for it. */
  ofElement(name: string): string {
    return this.#known.get(name) ?? this.#look(name, name, '');
  }

  /** The name of an attribute, which has a namespace only by a prefix. */
  ofAttribute(name: string): string {
    return name.includes(':') ? (this.#known.get(name) ?? this.#look(name, name, undefined)) : name;
  }

  #look(key: string, name: string, bare: string | undefined): string {
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    const prefix = colon < 0 ? bare : name.slice(0, colon);
    const ours = prefix === 'xml' ? 'xml' : this.#ours(prefix);
    const found = ours ? `${ours}:${local}` : local;
    this.#known.set(key, found);
    return found;
  }

  #ours(prefix: string | undefined): string | undefined {
    const namespace = prefix === undefined ? undefined : this.#scope.get(prefix);
    return namespace !== undefined && Object.hasOwn(this.#prefixes, namespace) ? this.#prefixes[namespace] : undefined;
  }

  #use(scope: ReadonlyMap<string, string>): void {
    this.#scope = scope;
    this.#known = new Map();
  }
}

/** Whether an attribute says what a prefix means, rather than something of its element. */
export const isNamespace = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');
