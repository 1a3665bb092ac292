import type { Item } from '../model/item.ts';
import type { ViewOptions } from './view.ts';

type Language = ViewOptions['language'];

/** The languages that the program has words for. */
const known: readonly Language[] = ['en', 'cy'];

/** The languages that the document of a plan can be in, its own first: that in which it is written, and those that it is translated into. */
export function languagesOf(root: Item | undefined): readonly [Language, ...Language[]] {
  const written = (key: string): Language[] =>
    (root?.value(key) ?? '').split(',').flatMap((code) => {
      const [language = ''] = code.trim().toLowerCase().split('-');
      return known.find((one) => one === language) ?? [];
    });
  const [own = root?.placed.file.tree.language ?? 'en'] = written('language');
  return [own, ...new Set(written('translations').filter((language) => language !== own))];
}
