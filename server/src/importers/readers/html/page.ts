import type { Block, Doubt, Source } from '../../source.ts';
import { Removals } from '../office/removals.ts';
import { settled } from '../office/settle.ts';
import type { ReadOptions } from '../reader.ts';
import { unknownLanguage } from './place.ts';
import { propertiesOf } from './properties.ts';
import type { HtmlTree } from './tree.ts';
import { Walk } from './walk.ts';

/** A page as a source: what it says of itself, its blocks, and what is left out. */
export function sourceOf(tree: HtmlTree, { changes }: Pick<ReadOptions, 'changes'>): Source {
  const removals = new Removals();
  const properties = propertiesOf(tree.root, tree.comments);
  const walk = new Walk(tree.root, { removals, changes });
  walk.read();
  const { blocks, language: most } = settled(walk.lines.items, removals);
  const language = most === unknownLanguage ? undefined : most;
  const { lost, files } = walk.pictures;
  const doubts: Doubt[] = [];
  if (lost > 0)
    doubts.push({
      kind: 'lost',
      message: `${lost === 1 ? 'A picture' : `${lost} pictures`} of the page could not be brought in: too large, too many, or broken.`,
      spot: {},
    });
  return {
    properties: { ...properties, language: language ?? properties.language },
    blocks: blocks.map(withKnownLanguage),
    removed: removals.all,
    doubts,
    pictures: files,
  };
}

function withKnownLanguage(block: Block): Block {
  if (block.type === 'table' || block.lang !== unknownLanguage) return block;
  const { lang: _, ...rest } = block;
  return rest;
}
