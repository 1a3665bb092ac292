import type { Archive } from '../../archive.ts';
import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Doubt, Properties, Source, Spot } from '../../source.ts';
import type { ReadOptions } from '../reader.ts';
import { Edits } from './edits.ts';
import { Labels } from './labels.ts';
import type { Item } from './lines.ts';
import { Pictures } from './pictures.ts';
import { Removals } from './removals.ts';
import { settled } from './settle.ts';

/** What is gathered of a document while its stories are read: what is left out, what was changed, what a person should look at. */
export class Gathering {
  readonly changes: ReadOptions['changes'];
  readonly removals = new Removals();
  readonly edits = new Edits();
  readonly labels = new Labels();
  readonly pictures: Pictures;
  readonly doubts: Doubt[] = [];
  readonly #said = new Set<string>();
  #paragraphs = 0;

  constructor(archive: Archive, changes: ReadOptions['changes']) {
    this.changes = changes;
    this.pictures = new Pictures(archive, (doubt) => this.doubts.push(doubt));
  }

  /** Something that could not be brought in: said once, where it was met first. */
  lost(message: string, spot: Spot): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.doubts.push({ kind: 'lost', message, spot });
  }

  /**
   * One more paragraph: reading stops before they fill the memory.
   *
   * @throws {ImportFault} beyond the limit.
   */
  countParagraph(): void {
    if (++this.#paragraphs <= limits.blocks) return;
    const most = limits.blocks.toLocaleString('en-GB');
    throw new ImportFault(`This document has more than ${most} paragraphs. Divide it, and import the parts.`);
  }

  /** The document, once all of it is read; `further` doubts are of the whole of it. Running heads are taken out after its own words. */
  source(
    items: readonly Item[],
    properties: Properties,
    removeHeads: () => void,
    further: readonly Doubt[] = [],
  ): Source {
    const { blocks, language } = settled(items, this.removals);
    removeHeads();
    const edited = this.edits.doubt(this.changes);
    return {
      properties: { ...properties, language: properties.language ?? language },
      blocks,
      removed: this.removals.all,
      doubts: [...(edited ? [edited] : []), ...further, ...this.doubts],
      pictures: this.pictures.files,
    };
  }
}

/** What to say of a formula that came as words. */
export const formulaMessage = (words: string): string =>
  `A formula was brought in as plain words, without its fractions and powers: “${words}”. Write it anew.`;
