import { join } from 'node:path';
import { type WholeDocument, wholeDocument } from '../../../server/src/documents/edition/annex.ts';
import type { Edition } from '../../../server/src/documents/edition/edition.ts';
import { wordsOf } from '../../../server/src/documents/plain-words.ts';
import { annualReport } from '../../../server/src/documents/report/report.ts';
import type { Flow } from '../../../server/src/documents/tree.ts';
import type { AllMade, Check } from './made.ts';
import { ReadPdf, type Tag, within } from './read-pdf.ts';
import type { Tool } from './tools.ts';

/** What PDFs are read with. */
export const pdfTools: readonly Tool[] = ['qpdf', 'pdfinfo'];

/** The types of tags that readers know (ISO 32000-1, 14.8.4). */
const standard: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR
  TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form`.split(/\s+/),
);

/** In what some tags stand. */
const holders: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  Lbl: [
    'LI',
    'Link',
    'Note',
    'P',
    'Span',
    'Reference',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'LBody',
    'TD',
    'TH',
    'Div',
    'Caption',
  ],
  LBody: ['LI'],
  TOCI: ['TOC'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

/** A PDF that was built, with what its plan has in it. */
class Printed {
  readonly edition: Edition;
  readonly whole: WholeDocument;
  readonly pdf: ReadPdf;
  readonly root: Tag;
  readonly tags: readonly Tag[];
  /** All that stands in the document, whatever it stands in. */
  readonly flows: readonly Flow[];

  constructor(edition: Edition, whole: WholeDocument, folder: string) {
    this.edition = edition;
    this.whole = whole;
    this.pdf = new ReadPdf(join(folder, edition.fileName('pdf', whole.kind)));
    this.root = this.pdf.tags;
    this.tags = [...within(this.root)].slice(1);
    const { blocks, annex } = whole;
    this.flows = [...blocks, ...annex].flatMap(({ flow }) => [...flowsIn(flow)]);
  }

  of(type: string): Tag[] {
    return this.tags.filter((tag) => tag.type === type);
  }
}

/** Pieces of a document, and those in them. */
function* flowsIn(piece: unknown): Generator<Flow> {
  if (typeof piece !== 'object' || piece === null) return;
  if (kinds.has((piece as { readonly type?: string }).type ?? '')) yield piece as Flow;
  for (const inner of Object.values(piece)) yield* flowsIn(inner);
}

const kinds: ReadonlySet<string> = new Set(['heading', 'table', 'drawing', 'figure']);

type Question = (printed: Printed) => Promise<string[]> | string[];

/** What is asked of each PDF: each gives what is wrong. The words are looked for elsewhere (`words.ts`). */
const questions: Readonly<Record<string, Question>> = {
  'says what it is': ({ pdf, edition, whole }) => {
    const { catalogue, metadata } = pdf;
    const { language } = edition;
    const { title } = whole;
    return [
      ...fault(pdf.words(catalogue['/Lang']) === `${language}-GB`, `Its language is ${pdf.words(catalogue['/Lang'])}.`),
      ...fault(pdf.dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] === true, 'Its title is not shown.'),
      ...fault(pdf.dictionary(catalogue['/MarkInfo'])['/Marked'] === true, 'It is not marked as tagged.'),
      ...fault(packed(titleIn(metadata)) === packed(title), `Its title is “${titleIn(metadata)}”.`),
      ...fault(/<pdfuaid:part>1</.test(metadata), 'It does not say that it follows PDF/UA-1.'),
    ];
  },
  'has tags that stand where they may': ({ root, tags }) => [
    ...tags.filter(({ type }) => !standard.has(type)).map(({ type }) => `There is no tag ${type}.`),
    ...[root, ...tags].flatMap((tag) =>
      tag.inner
        .filter(({ type }) => holders[type]?.includes(tag.type) === false)
        .map(({ type }) => `${type} stands in ${tag.type}.`),
    ),
  ],
  'has its headings, none skipped, and bookmarks for them': ({ pdf, tags, flows }) => {
    const levels = tags.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
    const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    const headings = flows.filter((flow) => flow.type === 'heading' && flow.level > 1);
    const wanted = headings.map((flow) =>
      flow.type === 'heading' ? packed(`${flow.number ?? ''} ${wordsOf(flow.children)}`) : '',
    );
    const { bookmarks } = pdf;
    return [
      ...skips.map((level) => `A heading of level ${level} stands below none of the level above.`),
      ...fault(levels.length === wanted.length, `There are ${levels.length} headings, not ${wanted.length}.`),
      ...difference(
        bookmarks.map(({ title }) => packed(title)),
        wanted,
      ),
      ...fault(
        bookmarks.every(({ depth }, index) => depth === levels[index]),
        'Bookmarks stand at other levels than headings.',
      ),
    ];
  },
  'has tables with headings that say of what': (printed) => {
    const { pdf, flows } = printed;
    const tables = printed.of('Table');
    const wanted = flows.filter(
      (flow) => flow.type === 'table' && [...flow.head, ...flow.rows].some((row) => row.length > 0),
    );
    return [
      ...fault(tables.length === wanted.length, `There are ${tables.length} tables, not ${wanted.length}.`),
      ...tables
        .filter((table) => ![...within(table)].some(({ type }) => type === 'TH'))
        .map(() => 'A table has no headings.'),
      ...printed
        .of('TH')
        .filter((cell) => pdf.attributes(cell)['/Scope'] === undefined)
        .map(() => 'A heading does not say of what it is.'),
    ];
  },
  'has pictures with words': (printed) => {
    const { pdf, flows } = printed;
    const figures = printed.of('Figure').map(({ own }) => pdf.words(own['/Alt']) ?? '');
    const drawings = flows.flatMap((flow) => (flow.type === 'drawing' ? [flow] : []));
    return [
      ...figures.filter((alt) => !alt.trim()).map(() => 'A picture has no words.'),
      ...drawings
        .filter(({ title }) => !figures.some((alt) => packed(alt).startsWith(packed(title))))
        .map(({ title }) => `There is no drawing “${title}”.`),
    ];
  },
  'says which words are of another language': (printed) => {
    const { pdf, edition, whole, tags } = printed;
    const said = new Set(tags.flatMap(({ own }) => pdf.words(own['/Lang'])?.slice(0, 2) ?? []));
    const wanted = languagesIn([whole.blocks, whole.annex]).filter((lang) => lang !== edition.language);
    return wanted.filter((lang) => !said.has(lang)).map((lang) => `Nothing is in ${lang}.`);
  },
  'has links that lead somewhere, each told': ({ pdf, tags }) => {
    const told = new Set(tags.flatMap(({ objects }) => objects));
    const faults: string[] = [];
    for (const page of pdf.pages) {
      const links = pdf.list(pdf.dictionary(page)['/Annots']);
      if (links.length > 0 && pdf.dictionary(page)['/Tabs'] !== '/S')
        faults.push('The order of links is not that of the text.');
      for (const link of links) {
        const own = pdf.dictionary(link);
        const action = pdf.dictionary(own['/A']);
        const address = pdf.words(action['/URI']);
        if (!told.has(String(link))) faults.push('A link has no tag.');
        if (!pdf.words(own['/Contents'])) faults.push('A link has no words.');
        if (
          address === undefined
            ? (own['/Dest'] ?? action['/D']) === undefined
            : !/^(?:https?:|mailto:|tel:)/.test(address)
        )
          faults.push(`A link leads to ${address ?? 'nothing'}.`);
      }
    }
    return faults;
  },
  'has its letters in it, and what they mean': ({ pdf }) =>
    [...pdf.every('/Font')].flatMap((font) => {
      const [inner] = pdf.list(font['/DescendantFonts']);
      if (!/^\/(?:Type0|TrueType|Type1)$/.test(String(font['/Subtype']))) return [];
      const described = pdf.dictionary(pdf.dictionary(inner ?? font)['/FontDescriptor']);
      const isThere = ['/FontFile', '/FontFile2', '/FontFile3'].some((name) => described[name] !== undefined);
      return [
        ...fault(isThere, `The letters ${String(font['/BaseFont'])} are not in it.`),
        ...fault(font['/ToUnicode'] !== undefined, `Nothing says what the letters ${String(font['/BaseFont'])} mean.`),
      ];
    }),
  'has nothing on its pages that no tag tells': ({ pdf, tags }) => pdf.untold(tags),
};

/** That PDFs are accessible, as far as programs can tell: the questions that PDF/UA-1 and its Matterhorn Protocol ask of a file. */
export function* pdfChecks({ plans, folder }: AllMade): Generator<Check> {
  for (const { name, edition } of plans)
    for (const [kind, wholeOf] of Object.entries({ plan: wholeDocument, report: annualReport })) {
      let printed: Printed | undefined;
      for (const [words, ask] of Object.entries(questions))
        yield {
          name: `pdf: ${name}${kind === 'plan' ? '' : ` (${kind})`} ${words}`,
          run: () => {
            printed ??= new Printed(edition, wholeOf(edition), folder);
            return ask(printed);
          },
        };
    }
}

const fault = (isRight: boolean, words: string): string[] => (isRight ? [] : [words]);

/** The letters and figures of words alone: spaces and signs stand elsewhere in a PDF. */
const packed = (words: string): string => words.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

const titleIn = (metadata: string): string => {
  const [, found = ''] = /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(metadata) ?? [];
  return found.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
};

function difference(found: readonly string[], wanted: readonly string[]): string[] {
  const at = wanted.findIndex((words, index) => found[index] !== words);
  return at < 0 ? [] : [`Instead of the bookmark “${wanted[at]}” there is “${found[at]}”.`];
}

/** The languages of pieces of a document. */
function languagesIn(piece: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(piece, (key, value: unknown) => {
    if (key === 'lang' && typeof value === 'string' && value) found.add(value.slice(0, 2));
    return value;
  });
  return [...found];
}
