import type { Edition } from '../edition/edition.ts';
import { UniqueNames } from '../edition/unique-names.ts';
import type { Drawing, Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import type { WrittenFile } from '../written-file.ts';
import { drawMatrix } from './matrix.ts';
import { drawingColours, standalone } from './standalone.ts';

/** Every drawing of an edition as a file: the golden thread, a matrix for each thing that priorities are set against, the charts. */
export function svgFiles(edition: Edition): WrittenFile[] {
  const { language } = edition;
  const colours = drawingColours(edition.source.theme?.colours);
  const names = new UniqueNames();
  const file = (name: string, { svg }: Drawing): WrittenFile => ({
    name: edition.fileName(`${names.of(name)}.svg`),
    content: standalone(svg, language, colours),
  });
  const charts = new Map<string, Drawing>();
  for (const { item, key, flow } of [...edition.document.blocks, ...edition.measures.blocks])
    for (const drawing of drawingsIn(flow)) if (!charts.has(item ?? key)) charts.set(item ?? key, drawing);
  return [
    ...drawingsOn(edition.thread.blocks).map((drawing) => file('thread', drawing)),
    ...edition.matrices.flatMap(({ name, page }, index) => {
      const drawing = drawMatrix(page);
      return drawing ? [file(index === 0 ? 'matrix' : `matrix-${edition.ownName(name)}`, drawing)] : [];
    }),
    ...[...charts].map(([name, drawing]) => file(`chart-${edition.ownName(name)}`, drawing)),
  ];
}

const drawingsOn = (blocks: readonly Block[]): Drawing[] => blocks.flatMap(({ flow }) => drawingsIn(flow));

/** The drawings in a piece of a document, those in groups among them. */
const drawingsIn = (flow: readonly Flow[]): Drawing[] =>
  flow.flatMap((one) => (one.type === 'drawing' ? [one] : one.type === 'group' ? drawingsIn(one.flow) : []));
