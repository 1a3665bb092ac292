/** What all of an OpenDocument text shares: styles, lists, changes, pictures. */
import type { Archive } from '../../archive.ts';
import { childOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { Formats } from '../office/formats.ts';
import { Gathering } from '../office/gathering.ts';
import type { ReadOptions } from '../reader.ts';
import { Lists } from './lists.ts';
import { Styles } from './styles.ts';

/** A change that is tracked. */
export interface Change {
  readonly sort: 'added' | 'deleted';
  readonly by: string | undefined;
  /** What was deleted. */
  readonly content: XmlElement | undefined;
}

/** An OpenDocument text as it is read. */
export class OpenText extends Gathering {
  readonly archive: Archive;
  readonly styles: Styles;
  readonly lists: Lists;
  readonly formats: Formats;
  /** By their ids. */
  readonly tracked = new Map<string, Change>();

  /** `styles` is the root of `styles.xml`. */
  constructor(archive: Archive, styles: XmlElement | undefined, changes: ReadOptions['changes']) {
    super(archive, changes);
    this.archive = archive;
    this.styles = new Styles(styles);
    this.lists = new Lists(styles);
    this.formats = new Formats(this.styles.base);
  }

  /** The changes that are listed before the words (`text:tracked-changes`). */
  addChanges(list: XmlElement): void {
    for (const region of elementsOf(list, 'text:changed-region')) {
      const [change] = elementsOf(region);
      const id = region.attributes['xml:id'] ?? region.attributes['text:id'] ?? '';
      if (change?.name !== 'text:insertion' && change?.name !== 'text:deletion') continue;
      const sort = change.name === 'text:insertion' ? 'added' : 'deleted';
      const by = textOf(childOf(change, 'office:change-info', 'dc:creator')).trim() || undefined;
      this.edits.add(sort, by);
      this.tracked.set(id, { sort, by, content: change });
    }
  }
}
