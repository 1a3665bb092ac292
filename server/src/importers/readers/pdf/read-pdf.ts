import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Block, Properties, Source } from '../../source.ts';
import { escaped, plainWords } from '../../words.ts';
import type { ReadOptions } from '../reader.ts';
import { Account } from './account.ts';
import { bounds } from './bounds.ts';
import { addByPlace, headingsAmong, type Piece } from './by-place.ts';
import { addByTags } from './by-tags.ts';
import { addDoubts } from './doubts.ts';
import { furnitureOf } from './furniture.ts';
import { type Bookmarks, comparable, houseOf, Levels } from './headings.ts';
import { type Part, partsOf } from './layout.ts';
import { type Line, textOf } from './lines.ts';
import { Notes } from './notes.ts';
import { openPdf } from './open.ts';
import { type PageText, pageText } from './page.ts';
import { leadingOf, paragraphsOf } from './paragraphs.ts';
import { bookmarksOf, propertiesOf } from './properties.ts';
import { append, type Node, nodeOf } from './tree.ts';

/**
 * Reads a PDF: pages with tags by their tags, others by where their words stand.
 *
 * @throws {ImportFault} where it can't be opened or has no words.
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Source> {
  if (bytes.length > limits.fileBytes)
    throw new ImportFault(
      `This PDF has ${Math.round(bytes.length / 1024 / 1024)} MB, and ${limits.fileBytes / 1024 / 1024} MB are read at most: save it with smaller pictures, or bring it in in parts.`,
    );
  const { document, close } = await openPdf(bytes);
  try {
    const broken: number[] = [];
    const pages = await pagesOf(document, options, broken);
    if (!pages.some((page) => page.faults.letters > 0))
      throw new ImportFault(
        'This PDF is a picture of pages, with no words that can be read: run it through OCR first (most scanners’ programs and PDF editors can), and bring in what that gives.',
      );
    const properties = await propertiesOf(document);
    return {
      properties,
      pictures: new Map(),
      ...contentOf(pages, await bookmarksOf(document), broken, properties),
    };
  } finally {
    await close();
  }
}

/** The words of all pages. A page that can't be read is told, and is not the end. */
async function pagesOf(document: PDFDocumentProxy, options: ReadOptions, broken: number[]): Promise<PageText[]> {
  const pages: PageText[] = [];
  const isTagged = (await document.getMarkInfo().catch(() => null))?.Marked !== false;
  let letters = 0;
  let inARow = 0;
  for (let number = 1; number <= document.numPages; number++) {
    options.signal?.throwIfAborted();
    try {
      const page = await document.getPage(number);
      pages.push(await pageText(page, number, isTagged));
      page.cleanup();
      inARow = 0;
    } catch {
      broken.push(number);
      inARow++;
    }
    letters += pages.at(-1)?.faults.letters ?? 0;
    if (inARow > bounds.brokenPages)
      throw new ImportFault(
        `This PDF is broken: its pages from ${number - inARow + 1} on can’t be read. Open it in another program, save it again, and bring that in.`,
      );
    if (letters > bounds.characters)
      throw new ImportFault(
        `This PDF has more than ${bounds.characters / 1_000_000} million letters up to page ${number}: bring it in in parts.`,
      );
    options.progress?.(number, document.numPages);
    // Whoever waits for something else is let in between pages.
    if (number % 20 === 0) await document.cleanup(true);
  }
  return pages;
}

type Content = Pick<Source, 'blocks' | 'removed' | 'doubts'>;

function contentOf(
  pages: readonly PageText[],
  bookmarks: Bookmarks,
  broken: readonly number[],
  { language, title }: Properties,
): Content {
  const notes = new Notes();
  const account = new Account(notes);
  const all = pages.flatMap(({ lines, marked }) => [...lines, ...[...marked.values()].flat()]);
  const house = houseOf(all);
  for (const line of all) account.lexicon.learn(textOf(line));
  const furniture = furnitureOf(pages, house.size);
  for (const removal of furniture.removed)
    account.remove(removal.why, removal.words, removal.spot.page ?? 1, removal.times);
  removeArtifacts(pages, account);
  const trees = pages.map((page) => (page.tags ? nodeOf(page.tags, page) : undefined));
  for (const tree of trees) if (tree) notes.addTagged(tree);
  const parts = pages.map((page) => partsOfPage(page, furniture.lines, notes, house.size, account));
  const leading = leadingOf(parts.flat());
  const stretches = stretchesOf(pages, trees, parts, leading);
  const pieces = stretches.flatMap((stretch) => ('pieces' in stretch ? stretch.pieces : []));
  const headings = headingsAmong(pieces, house);
  const levels = new Levels([...headings.values()], bookmarks);
  for (const stretch of stretches) {
    if ('tree' in stretch) addByTags(stretch.tree, account, language);
    else addByPlace(stretch.pieces, headings, levels, house, account);
  }
  account.addNotesLeft();
  nameTitle(account.blocks, title);
  addRemarks(pages, account);
  addDoubts(pages, broken, account);
  return { blocks: account.blocks.slice(0, limits.blocks), removed: account.removed, doubts: account.doubts };
}

/** How many blocks at the beginning may be the title. */
const titleWithin = 8;

/** A paragraph at the beginning with the words that the document says are its title is the title. */
function nameTitle(blocks: Block[], title: string | undefined): void {
  const wanted = comparable(title ?? '');
  const first = blocks.slice(0, titleWithin);
  const isSame = (block: Block): boolean => 'text' in block && comparable(plainWords(block.text)) === wanted;
  const at = first.findIndex((block) => block.type === 'paragraph' && isSame(block));
  const block = blocks[at];
  if (wanted === '' || block?.type !== 'paragraph' || first.some((one) => one.type === 'heading' && isSame(one)))
    return;
  blocks[at] = { ...block, type: 'heading', level: 1, isMarked: false, text: plainEmphasis(block.text) };
}

/** Words that are set apart as a whole, without the marks for that. */
const plainEmphasis = (text: string): string => /^\*{1,3}([^*]+)\*{1,3}$/.exec(text)?.[1] ?? text;

/** What is said not to be part of the words: once, whatever figures are in it. */
function removeArtifacts(pages: readonly PageText[], account: Account): void {
  const known = new Map<string, { words: string; page: number; times: number }>();
  for (const { artifacts, number } of pages)
    for (const line of artifacts) {
      const words = textOf(line);
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      const key = words.replace(/\d+/g, '#');
      const one = known.get(key) ?? { words, page: number, times: 0 };
      one.times++;
      known.set(key, one);
    }
  for (const [key, { words, page, times }] of known)
    account.remove(
      /^[\s#–—-]*$/.test(key) ? 'page number' : times > 1 ? 'running head' : 'furniture',
      words,
      page,
      times,
    );
}

/** The parts of a page that has no tags, or of what is on it without. */
function partsOfPage(
  page: PageText,
  furniture: ReadonlySet<Line>,
  notes: Notes,
  size: number,
  account: Account,
): Part[] {
  const lines = page.lines.filter((line) => !furniture.has(line));
  if (!page.tags) notes.add(page, lines, size);
  const text = lines.filter((line) => !notes.lines.has(line));
  const upright = text.filter(({ angle }) => angle === 0);
  const turned = text.filter(({ angle }) => angle !== 0);
  if (turned.length > 0)
    account.doubt(
      'structure',
      `Words on page ${page.number} are printed in another direction: “${turned.map(textOf).join(' ').slice(0, 80)}”. They are put after the others of that page.`,
      page.number,
    );
  const directions = [...new Set(turned.map(({ angle }) => angle))];
  return [
    ...partsOf(upright, page.edges),
    ...directions.flatMap((angle) =>
      partsOf(
        turned.filter((line) => line.angle === angle),
        { across: [], down: [] },
      ),
    ),
  ];
}

type Stretch = { readonly tree: Node } | { readonly pieces: readonly Piece[] };

/** Pages in stretches of those with tags and those without: lists, tables and paragraphs go on over the pages of one. */
function stretchesOf(
  pages: readonly PageText[],
  trees: readonly (Node | undefined)[],
  parts: readonly Part[][],
  leading: number,
): Stretch[] {
  const stretches: ({ tree: Node; left: Part[] } | { parts: Part[] })[] = [];
  for (const [index] of pages.entries()) {
    const tree = trees[index];
    const own = parts[index] ?? [];
    const last = stretches.at(-1);
    if (tree && last && 'tree' in last) {
      append(last.tree, tree);
      last.left.push(...own);
    } else if (tree) stretches.push({ tree, left: [...own] });
    else if (last && 'parts' in last) last.parts.push(...own);
    else stretches.push({ parts: [...own] });
  }
  return stretches.flatMap((stretch): Stretch[] =>
    'tree' in stretch
      ? [{ tree: stretch.tree }, { pieces: paragraphsOf(stretch.left, leading) }]
      : [{ pieces: paragraphsOf(stretch.parts, leading) }],
  );
}

/** Remarks come after the last block of their page. */
function addRemarks(pages: readonly PageText[], account: Account): void {
  const remarks = pages.flatMap(({ remarks: own, number }) => own.map((remark) => ({ ...remark, number })));
  for (const { text, by, number } of remarks.slice(0, bounds.remarks).reverse()) {
    const at = account.blocks.findLastIndex((block) => (block.spot.page ?? 0) <= number);
    account.blocks.splice(at + 1, 0, { type: 'remark', spot: { page: number }, text: escaped(text).trim(), by });
  }
}
