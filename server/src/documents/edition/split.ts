import { wordsFor } from '../../features/words.ts';
import { htmlPage, type PageOptions } from '../html/page.ts';
import { type Markup, markup, noMarkup } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import type { Flow } from '../tree.ts';
import type { Block } from '../view.ts';
import type { WrittenFile } from '../written-file.ts';
import type { WholeDocument } from './annex.ts';
import { anchorsIn, type Edition } from './edition.ts';
import { UniqueNames } from './unique-names.ts';

const words = {
  en: { pages: 'Pages of this plan', previous: 'Previous', next: 'Next' },
  cy: { pages: 'Tudalennau’r cynllun hwn', previous: 'Blaenorol', next: 'Nesaf' },
};

/** What stands before the first chapter, on the page on which a reader begins. */
const before: ReadonlySet<string> = new Set(['cover', 'control-sheet', 'contents']);

/** A page of a document that is split. */
interface Part {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly isAnnex: boolean;
}

/** A document as several pages: the cover with the contents, then a page for each chapter; links lead from page to page. */
export function splitHtml(edition: Edition, whole: WholeDocument, options: PageOptions): WrittenFile[] {
  const { title } = whole;
  const parts = partsOf(edition, whole);
  const pageByAnchor = new Map(parts.flatMap((part) => anchorsOn(part).map((anchor) => [anchor, part.name] as const)));
  return parts.map((part, index) => {
    const page: PageOptions = {
      ...options,
      pageOf: (anchor) => {
        const name = pageByAnchor.get(anchor) ?? part.name;
        return name === part.name ? '' : name;
      },
      navigation: navigation(edition.language, parts[index - 1], parts[index + 1]),
      ...(index > 0 ? { head: noMarkup, itemType: undefined, description: undefined } : {}),
      annex: part.isAnnex ? part.blocks : [],
    };
    const blocks = part.isAnnex ? [] : part.blocks;
    const heading = index === 0 ? title : `${part.title} – ${title}`;
    return { name: part.name, content: htmlPage({ title: heading, blocks, controls: [] }, page) };
  });
}

const anchorsOn = ({ blocks }: Part): string[] => [...anchorsIn(blocks.map(({ flow }) => flow))];

/** A chapter begins with a heading right below the title. On a page of its own its headings stand one level higher. */
function partsOf(edition: Edition, { blocks, annex, title }: WholeDocument): Part[] {
  const names = new UniqueNames();
  const parts: (Part & { readonly blocks: Block[] })[] = [
    { name: edition.fileName('html'), title, blocks: [], isAnnex: false },
  ];
  for (const block of [...blocks, ...annex]) {
    const isBefore = parts.length === 1 && before.has(block.role);
    const heading = isBefore ? undefined : block.flow.find(({ type }) => type === 'heading');
    if (heading?.type === 'heading' && heading.level <= 2) {
      const said = wordsOf(heading.children);
      const number = heading.number === undefined ? '' : `${heading.number} `;
      const name = edition.fileName(`${names.of((heading.anchor ?? said).replace(/^_+|:heading$/g, ''))}.html`);
      parts.push({ name, title: number + said, blocks: [], isAnnex: annex.includes(block) });
    }
    const part = parts.at(-1);
    part?.blocks.push(parts.length > 1 ? { ...block, flow: block.flow.map(raised) } : block);
  }
  return parts;
}

function raised(flow: Flow): Flow {
  if (flow.type === 'group') return { ...flow, flow: flow.flow.map(raised) };
  return flow.type === 'heading' ? { ...flow, level: Math.max(1, flow.level - 1) } : flow;
}

/** The ways to the pages before and behind one. */
function navigation(language: Edition['language'], previous: Part | undefined, next: Part | undefined): Markup {
  const said = wordsFor(words, language);
  const way = (what: string, rel: string, part: Part | undefined): Markup =>
    part ? markup`<a rel="${rel}" href="${encodeURI(part.name)}"><span>${what}</span> ${part.title}</a>` : noMarkup;
  return markup`<nav class="pages" aria-label="${said.pages}">${way(said.previous, 'prev', previous)}${way(said.next, 'next', next)}</nav>\n`;
}
