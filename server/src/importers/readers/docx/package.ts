import type { Archive } from '../../archive.ts';
import { ImportFault } from '../../fault.ts';
import { elementsOf } from '../../xml/elements.ts';
import { type ReadXml, readXml, type XmlElement } from '../../xml/xml.ts';
import { namespaces } from './namespaces.ts';

/** Where something that a part of the document names is. */
export interface Relation {
  /** The last word of its type: `image`, `hyperlink`, `header`. */
  readonly type: string;
  /** The name of a part, or an address. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** The parts of a Word document, which name each other by relations (ISO/IEC 29500-2). */
export class Package {
  readonly archive: Archive;
  /** The part that has the words. */
  readonly main: string;
  readonly #relations = new Map<string, ReadonlyMap<string, Relation>>();

  /** @throws {ImportFault} where there is no part with words. */
  constructor(archive: Archive) {
    this.archive = archive;
    const main = this.partOf('', 'officeDocument') ?? 'word/document.xml';
    if (!archive.has(main))
      throw new ImportFault(
        'This is not a Word document: the part with its words is missing. Open it in Word, and save it again.',
      );
    this.main = main;
  }

  /** What a part names, by the ids that it uses for them. */
  relations(part: string): ReadonlyMap<string, Relation> {
    const known = this.#relations.get(part);
    if (known) return known;
    const slash = part.lastIndexOf('/') + 1;
    const root = this.xml(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    const found = new Map(
      elementsOf(root, 'rel:Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
        const isOutside = TargetMode === 'External';
        const target = isOutside ? Target : resolved(part.slice(0, slash), Target);
        return [Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, isOutside }];
      }),
    );
    this.#relations.set(part, found);
    return found;
  }

  /** The first part that a part names of a type. */
  partOf(part: string, type: string): string | undefined {
    return [...this.relations(part).values()].find((one) => one.type === type && !one.isOutside)?.target;
  }

  /** A part as a tree; undefined where it is not there. */
  xml(part: string | undefined): XmlElement | undefined {
    return part !== undefined && this.archive.has(part)
      ? readXml(this.archive.pieces(part), { namespaces })
      : undefined;
  }

  /** A part read piece by piece. */
  readPieces(part: string, options: Pick<ReadXml, 'piecesOf' | 'each'>, progress?: (done: number) => void): XmlElement {
    return readXml(counted(this.archive.pieces(part), progress), { namespaces, ...options });
  }
}

function* counted(pieces: Iterable<Uint8Array>, progress: ((done: number) => void) | undefined): Generator<Uint8Array> {
  let done = 0;
  for (const piece of pieces) {
    yield piece;
    done += piece.length;
    progress?.(done);
  }
}

/** The name of a part from a folder: `../media/a.png` from `word/x/`. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
