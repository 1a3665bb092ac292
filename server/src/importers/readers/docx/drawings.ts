/** Pictures, text boxes, charts and diagrams in a Word document. */
import { descendantsOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import type { Item } from '../office/lines.ts';
import { chartTable } from './charts.ts';
import { alternative, type Story } from './story.ts';

/** What a drawing holds: its pictures, and the words in its boxes once, whatever ways it has for older programs. */
export function drawn(story: Story, drawing: XmlElement): Item[] {
  const alt = described([...descendantsOf(drawing, 'wp:docPr')][0]);
  const found: Item[] = [];
  const look = (element: XmlElement): void => {
    switch (element.name) {
      case 'mc:AlternateContent':
        look(alternative(element));
        return;
      case 'w:txbxContent':
        found.push(...story.items(element));
        return;
      case 'pic:pic': {
        const own = described([...descendantsOf(element, 'pic:cNvPr')][0]);
        const blip = [...descendantsOf(element, 'a:blip')][0];
        found.push(...pictureOf(story, blip?.attributes['r:embed'] ?? blip?.attributes['r:link'], alt || own));
        return;
      }
      case 'v:imagedata':
        found.push(...pictureOf(story, element.attributes['r:id'], element.attributes['o:title'] ?? ''));
        return;
      case 'v:textpath':
        found.push(...plainLine(story, element.attributes.string ?? ''));
        return;
      case 'c:chart':
        found.push(...chartOf(story, element.attributes['r:id'], alt));
        return;
      case 'dgm:relIds':
        found.push(...diagramOf(story, element.attributes['r:dm']));
        return;
      case 'o:OLEObject':
        story.document.lost(
          'A file of another program is built in here (a spreadsheet, say). Only its picture is brought in.',
          story.spot,
        );
        return;
    }
    if (element.name === 'v:shape') {
      const before = found.length;
      for (const child of elementsOf(element)) look(child);
      const own = element.attributes.alt;
      const [made] = found.slice(before);
      if (own && made?.type === 'ready' && made.block.type === 'picture' && made.block.text === '')
        found[before] = { type: 'ready', block: { ...made.block, text: own } };
      return;
    }
    for (const child of elementsOf(element)) look(child);
  };
  look(drawing);
  return found;
}

const described = (properties: XmlElement | undefined): string =>
  properties?.attributes.descr?.trim() || properties?.attributes.title?.trim() || '';

function pictureOf({ document, part, spot }: Story, id: string | undefined, alt: string): Item[] {
  const relation = document.pack.relations(part).get(id ?? '');
  if (!relation) return [];
  if (!relation.isOutside) return [{ type: 'ready', block: document.pictures.block(relation.target, alt, spot) }];
  document.lost(
    'A picture here stands outside the document, and is not fetched. Put it into the document in Word, or add it to the plan.',
    spot,
  );
  return [{ type: 'ready', block: { type: 'picture', spot, text: alt } }];
}

/** A chart is brought in as the table of its figures. */
function chartOf({ document, part, spot }: Story, id: string | undefined, alt: string): Item[] {
  const chart = document.pack.xml(document.pack.relations(part).get(id ?? '')?.target);
  const table = chart && chartTable(chart, spot, alt);
  document.doubts.push({
    kind: 'lost',
    message: table
      ? 'A chart here was brought in as the table of its figures. Goldthread draws charts of the figures of measures.'
      : 'A chart here could not be brought in.',
    spot,
  });
  return table ? [{ type: 'ready', block: table }] : [];
}

/** The words of a diagram (“SmartArt”), a paragraph for each of its shapes. */
function diagramOf(story: Story, id: string | undefined): Item[] {
  const { document, part, spot } = story;
  const data = document.pack.xml(document.pack.relations(part).get(id ?? '')?.target);
  if (!data) return [];
  document.lost('A diagram here was brought in as its words, without its shapes.', spot);
  return [...descendantsOf(data, 'dgm:t')].flatMap((shape) =>
    elementsOf(shape, 'a:p').flatMap((paragraph) =>
      plainLine(story, [...descendantsOf(paragraph, 'a:t')].map(textOf).join('')),
    ),
  );
}

function plainLine({ document, spot }: Story, text: string): Item[] {
  if (text.trim() === '') return [];
  const format = document.formats.of({});
  return [{ type: 'line', spot, spans: [{ text, format }], indent: 0, anchors: [] }];
}
