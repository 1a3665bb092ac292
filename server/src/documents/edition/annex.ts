import { wordsFor } from '../../features/words.ts';
import { isContents } from '../document/contents.ts';
import { wordsOf } from '../plain-words.ts';
import type { Cell, Flow, Inline, Point } from '../tree.ts';
import type { Block, Page } from '../view.ts';
import type { Edition } from './edition.ts';
import { UniqueNames } from './unique-names.ts';

const words = { en: { annex: 'Annex' }, cy: { annex: 'Atodiad' } };

/** A document for people, with what is published behind it: what HTML, PDF, Word and Markdown are written from. */
export interface WholeDocument {
  /** What it is: it stands in the names of its files, where it is not the plan itself. */
  readonly kind: 'plan' | 'report';
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Such as the golden thread and the matrix, with their headings below the title of the document. */
  readonly annex: readonly Block[];
  /** Where an item stands in it, from the name by which other programs know it; undefined where nothing stands for it alone. */
  anchorOf(ref: string): string | undefined;
}

/** The document of an edition with its annexes, which stand in its contents too. */
export function wholeDocument(edition: Edition): WholeDocument {
  const { document, language } = edition;
  const { annex } = wordsFor(words, language);
  const parts = [
    ...(isWorthwhile(edition.thread) ? [{ anchor: '_annex-thread', page: edition.thread }] : []),
    ...matricesOf(edition),
  ];
  const named = parts.map(({ anchor, page }, index) => ({
    anchor,
    page,
    label: parts.length > 1 ? `${annex} ${index + 1}` : annex,
  }));
  const points = named.map(({ anchor, page, label }) => pointTo(anchor, `${label}: ${headingOf(page)}`));
  return {
    kind: 'plan',
    title: document.title,
    blocks: document.blocks.map((block) => (isContents(block) ? withPoints(block, points) : block)),
    annex: named.flatMap(({ anchor, page, label }) => page.blocks.map((block) => below(block, anchor, label))),
    anchorOf: (ref) => edition.anchorOf(ref),
  };
}

/** The matrices in which anything is linked, each with its place. */
function matricesOf(edition: Edition): { readonly anchor: string; readonly page: Page }[] {
  const names = new UniqueNames();
  return edition.matrices.flatMap(({ name, page }, index) => {
    const anchor = `_annex-${names.of(index === 0 ? 'matrix' : `matrix-${edition.ownName(name)}`)}`;
    return isWorthwhile(page) && page.blocks.some(isFilled) ? [{ anchor, page }] : [];
  });
}

/** True for a page with something on it besides the reason why there is nothing. */
const isWorthwhile = ({ blocks }: Page): boolean => blocks.length > 1;

/** True for a block with a table in which a total is more than 0, or that is told row by row. */
const isFilled = ({ flow }: Block): boolean =>
  flow.some((one) => one.type === 'table' && (one.role === 'sparse' || one.rows.some((row) => row.some(isPositive))));

const isPositive = ({ role, children }: Cell): boolean =>
  role?.includes('total') === true && Number(wordsOf(children)) > 0;

/** The words of the heading of a page. */
function headingOf({ title, blocks }: Page): string {
  const heading = blocks[0]?.flow.find(({ type }) => type === 'heading');
  return heading?.type === 'heading' ? wordsOf(heading.children) : title;
}

const text = (said: string): Inline => ({ type: 'text', text: said });

const pointTo = (anchor: string, said: string): Point => ({
  flow: [{ type: 'paragraph', children: [{ type: 'mention', anchor, children: [text(said)] }] }],
});

/** The list of contents with more points at its end. */
const withPoints = (block: Block, points: readonly Point[]): Block => ({
  ...block,
  flow: block.flow.map((one) => (one.type === 'list' ? { ...one, points: [...one.points, ...points] } : one)),
});

/** A block of a page of its own as a part of the document: its heading says which annex it is. */
function below(block: Block, anchor: string, label: string): Block {
  const flow = block.flow.map((one): Flow => {
    if (one.type !== 'heading') return one;
    return one.level === 1
      ? { ...one, level: 2, anchor, number: label }
      : { ...one, level: Math.min(6, one.level + 1) };
  });
  return { ...block, key: `${anchor}-${block.key}`, flow };
}
