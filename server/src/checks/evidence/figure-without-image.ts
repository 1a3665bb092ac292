import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** A figure names no picture. */
export const figureWithoutImage: ItemRule = {
  id: 'evidence/figure-without-image',
  severity: 'hint',
  completeness: true,
  says: 'A figure names no picture.',
  why: 'The document would print a caption with nothing above it.',
  source: 'House rule. Found in published plans: the words of a picture without the picture',
  breaks: 'plan p: Plan\n\nfigure: Our five wards\n  caption: The area that we serve\n',
  clean:
    'plan p: Plan\n\nfigure: Our five wards\n  image: images/wards.png\n  alt: Map of the five wards of Ashmere\n  caption: The area that we serve\n',
  kinds: ['figure'],
  reads: 'itself',
  item(figure, context) {
    if (figure.has('image')) return;
    context.report(figure.placed, headSpan(figure), {
      item: figure,
      message: `${figure.title ? named(figure) : 'This figure'} has no picture, so only its words would be printed. Name the file: “image: images/map.png”.`,
      messageCy: () =>
        `Nid oes llun gan ${namedCy(figure)}, felly dim ond geiriau a fyddai’n cael eu hargraffu. Enwch y ffeil: “delwedd: images/map.png”.`,
    });
  },
};
