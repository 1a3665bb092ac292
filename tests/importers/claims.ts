import { plainWords } from '../../server/src/importers/words.ts';
import { type Diagnostic, type Item, open, type Plan } from '../../server/src/index.ts';

/** An item that an imported plan has, with all that is compared. */
export interface Claim {
  readonly ref: string;
  readonly kind: string;
  readonly number: string | undefined;
  /** Its title in plain words. */
  readonly title: string;
  /** Its title and its text. */
  readonly all: string;
  /** The titles of what it stands in, and of what it is said to serve: priorities, and the outcomes and questions of a measure. */
  readonly within: readonly string[];
  /** The kinds of what it stands in. */
  readonly kindsAbove: readonly string[];
  /** Its fields in plain words; names of others are their titles, and who holds them. */
  readonly fields: ReadonlyMap<string, string>;
  /** What it is linked to in as many words, by relation. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/** What an imported plan says. */
export interface Claims {
  readonly plan: Claim;
  readonly items: readonly Claim[];
  /** What could not be understood in it: each is a fault of the import. */
  readonly errors: readonly Diagnostic[];
}

/** Reads an imported plan as the program does. */
export async function claimsOf(text: string): Promise<Claims> {
  const name = 'imported.plan';
  const workspace = await open({ files: { [name]: text } });
  const [plan] = workspace.plans;
  if (!plan) throw new Error('There is no plan in what was imported.');
  const errors = workspace.diagnostics().filter(({ rule, severity }) => severity === 'error' && ofText.test(rule));
  const items = plan.items();
  const byRef = new Map(items.map((item) => [item.ref, item]));
  return { plan: headOf(plan, byRef), items: items.map((item) => claimOf(item, byRef)), errors };
}

/** Checks of what a plan says in its lines, rather than of what it lacks. */
const ofText = /^(?:syntax|reference)\//;

type ByRef = ReadonlyMap<string, Item>;

function headOf(plan: Plan, byRef: ByRef): Claim {
  const head = plan.model().plans.find(({ ref }) => ref === plan.ref);
  const own = {
    ref: plan.ref,
    kind: 'plan',
    title: plan.title,
    parent: null,
    fields: head?.fields ?? {},
    links: head?.links ?? [],
  };
  return claimOf(own, byRef);
}

function claimOf(
  item: Pick<Item, 'ref' | 'kind' | 'title' | 'parent' | 'fields' | 'links' | 'number'>,
  byRef: ByRef,
): Claim {
  const above: Item[] = [];
  for (let one = byRef.get(item.parent ?? ''); one; one = byRef.get(one.parent ?? '')) above.push(one);
  const served = [
    ...[item, ...above].flatMap((one) => namedBy(one, ['priorities'], byRef)),
    ...(item.kind === 'measure' ? namedBy(item, ['outcomes', 'kpqs'], byRef) : []),
    ...[...byRef.values()].filter((one) => one.links.some((link) => isHeldBy(link, item))).map(({ title }) => title),
  ];
  const read = (words: string) => plain(words, byRef);
  const fields = new Map(
    Object.entries(item.fields).map(([key, value]) => {
      const linked = item.links.filter(({ kind }) => kind === key).flatMap(({ to }) => nameOf(byRef.get(to)));
      return [key, [typeof value === 'string' ? read(value) : value.map(read).join(', '), ...linked].join('\n')];
    }),
  );
  const links = Map.groupBy(
    item.links.filter(({ origin }) => origin === 'written'),
    ({ kind }) => kind,
  );
  const title = read(item.title);
  return {
    ref: item.ref,
    kind: item.kind,
    number: item.number,
    title,
    all: [title, fields.get('text') ?? ''].join('\n').trim(),
    within: [...above.map((one) => read(one.title)), ...served.map(read)],
    kindsAbove: above.map(({ kind }) => kind),
    fields,
    links: new Map([...links].map(([relation, all]) => [relation, all.map(({ to }) => to)])),
  };
}

/** The titles of what an item names in some of its fields. */
const namedBy = ({ links }: Pick<Item, 'links'>, fields: readonly string[], byRef: ByRef): string[] =>
  links.filter(({ kind }) => fields.includes(kind)).flatMap(({ to }) => byRef.get(to)?.title ?? []);

/** An outcome that a priority names is as good as one that stands in it. */
const isHeldBy = ({ kind, to, origin }: Item['links'][number], item: Pick<Item, 'ref' | 'kind'>): boolean =>
  item.kind === 'outcome' && kind === 'outcomes' && origin === 'written' && to === item.ref;

const nameOf = (item: Item | undefined): string[] => (item ? [item.title, item.fields.holder ?? []].flat() : []);

/** Plain words, with the titles of what is named in double brackets. */
const plain = (words: string, byRef: ByRef): string =>
  plainWords(
    words.replace(/\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g, (_, id: string, shown?: string) => {
      if (shown !== undefined) return shown;
      const named = byRef.get(id) ?? [...byRef.values()].find((item) => item.id === id);
      return named?.title ?? id;
    }),
  );
