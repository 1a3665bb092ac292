/** A header or footer of a template, with what it shows. */
export interface Head {
  readonly kind: 'header' | 'footer';
  /** On which pages it stands: all, or the first of a section. */
  readonly on: 'default' | 'first';
  readonly xml: string;
  /** What it names in other parts, by the id that it has there: pictures, and addresses. */
  readonly named: readonly Named[];
}

type Named =
  | { readonly id: string; readonly picture: Uint8Array; readonly ending: string }
  | { readonly id: string; readonly address: string };

/** The headers and footers of a template, and whether the first page of its sections has others. */
export interface Heads {
  readonly all: readonly Head[];
  readonly hasFirst: boolean;
}

/** Pictures that a document may hold, by the ending of their names. */
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  svg: 'image/svg+xml',
};

const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

const relationsIn = (xml: string | undefined): Relation[] =>
  (xml?.match(/<Relationship\b[^>]*>/g) ?? []).map((one) => {
    const of = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(one)?.[1] ?? '';
    return {
      id: of('Id'),
      type: of('Type').split('/').at(-1) ?? '',
      target: of('Target'),
      isOutside: of('TargetMode') === 'External',
    };
  });

/** Parts that headers and footers stand in, and what these name. */
export const headParts =
  /^word\/(?:(?:header|footer)\d*\.xml|_rels\/(?:document|header\d*|footer\d*)\.xml\.rels|media\/[\w.-]+)$/;

/** Reads the headers and footers of the last section of a template. Those that hold more than words, pictures and links are left out. */
export function readHeads(
  section: string,
  text: (path: string) => string | undefined,
  bytes: (path: string) => Uint8Array | undefined,
): Heads {
  const relations = new Map(relationsIn(text('word/_rels/document.xml.rels')).map((one) => [one.id, one]));
  const all = [...section.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)].flatMap(([reference, kind]): Head[] => {
    const on = / w:type="(\w+)"/.exec(reference)?.[1];
    const path =
      relations.get(/ r:id="([^"]*)"/.exec(reference)?.[1] ?? '')?.target.replace(/^\/?(?:word\/)?/, '') ?? '';
    const xml = text(`word/${path}`);
    if (xml === undefined || (on !== 'default' && on !== 'first') || (kind !== 'header' && kind !== 'footer'))
      return [];
    const named = relationsIn(text(`word/_rels/${path}.rels`)).map((one) => namedBy(one, bytes));
    return named.every((one) => one !== undefined)
      ? [{ kind, on, xml, named: named.filter((one) => one !== undefined) }]
      : [];
  });
  return { all, hasFirst: /<w:titlePg\s*(?:\/>| w:val="(?:1|true|on)")/.test(section) };
}

function namedBy(
  { id, type, target, isOutside }: Relation,
  bytes: (path: string) => Uint8Array | undefined,
): Named | undefined {
  if (type === 'hyperlink' && isOutside && /^(?:https?:|mailto:)/i.test(target)) return { id, address: target };
  const picture = type === 'image' && !isOutside ? bytes(`word/${target.replace(/^\/?(?:word\/)?/, '')}`) : undefined;
  const ending = /\.(\w+)$/.exec(target)?.[1]?.toLowerCase() ?? '';
  return picture && types[ending] ? { id, picture, ending } : undefined;
}

/** What the names of parts begin with that come from a template as they are. */
export const headName = 'house-';

type Parts = Map<string, string | Uint8Array>;

/** Puts the headers and footers of a template in all sections of a document, in place of those that it has of the same kind. */
export function withHeads(parts: ReadonlyMap<string, string | Uint8Array>, { all, hasFirst }: Heads): Parts {
  const found: Parts = new Map(parts);
  const change = (path: string, by: (xml: string) => string): void => {
    const part = found.get(path);
    if (typeof part === 'string') found.set(path, by(part));
  };
  if (all.length === 0) return found;
  const overrides: string[] = [];
  const relations: string[] = [];
  const references: string[] = [];
  const endings = new Set<string>();
  for (const [index, { kind, on, xml, named }] of all.entries()) {
    const name = `${headName}${kind}-${index + 1}`;
    found.set(`word/${name}.xml`, xml);
    const inside = named.map((one, at) => {
      if ('address' in one)
        return `<Relationship Id="${one.id}" Type="${relationType}/hyperlink" Target="${one.address}" TargetMode="External"/>`;
      endings.add(one.ending);
      found.set(`word/media/${name}-${at + 1}.${one.ending}`, one.picture);
      return `<Relationship Id="${one.id}" Type="${relationType}/image" Target="media/${name}-${at + 1}.${one.ending}"/>`;
    });
    found.set(
      `word/_rels/${name}.xml.rels`,
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`,
    );
    overrides.push(
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
    );
    relations.push(`<Relationship Id="${name}" Type="${relationType}/${kind}" Target="${name}.xml"/>`);
    references.push(`<w:${kind}Reference w:type="${on}" r:id="${name}"/>`);
  }
  change('[Content_Types].xml', (xml) => {
    const lacking = [...endings].filter((ending) => !xml.toLowerCase().includes(`extension="${ending}"`));
    const defaults = lacking.map((ending) => `<Default Extension="${ending}" ContentType="${types[ending]}"/>`);
    return xml
      .replace(/(<Types\b[^>]*>)/, (open) => open + defaults.join(''))
      .replace('</Types>', `${overrides.join('')}</Types>`);
  });
  change('word/_rels/document.xml.rels', (xml) =>
    xml.replace('</Relationships>', `${relations.join('')}</Relationships>`),
  );
  const kinds = [...new Set(all.map(({ kind }) => kind))].join('|');
  change('word/document.xml', (xml) =>
    xml.replace(/<w:sectPr\b([^>]*)>([\s\S]*?)<\/w:sectPr>/g, (_, given: string, inside: string) => {
      const kept = inside.replace(new RegExp(`<w:(?:${kinds})Reference\\b[^>]*/>`, 'g'), '');
      return `<w:sectPr${given}>${references.join('')}${hasFirst ? kept : kept.replace(/<w:titlePg\b[^>]*\/>/, '')}</w:sectPr>`;
    }),
  );
  return found;
}
