import type { Change, Face } from '../../difference/change.ts';
import { excerpts, inSentence } from '../../difference/outline.ts';
import { type Piece, tellComeOrGone, tellLinks, tellMoved, tellReordered } from '../../difference/tell.ts';
import { isInItself, tellItself } from '../../difference/tell-itself.ts';
import { capital } from '../../difference/words-of-change.ts';
import { Refs } from '../../model/export.ts';
import type { Item } from '../../model/item.ts';
import type { Desk } from '../handler.ts';
import type { Compared } from './comparisons.ts';
import type { ItemMark } from './protocol.ts';

/** What is said of one item. */
interface Said {
  is: ItemMark['is'];
  readonly words: string[];
}

/** Which items of a plan are otherwise than before. */
export function marksOf({ plan, snapshot: { model }, difference }: Compared, uri: Desk['uri']): ItemMark[] {
  const refs = new Refs(model);
  const items = [...model.items(plan)].filter(({ kind }) => !kind.root);
  const byRef = new Map(items.map((item) => [refs.of(item) ?? '', item]));
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...saidOf(difference.changes, byRef)].map(([item, { is, words }]): ItemMark => {
    const { file } = item.placed;
    const isAlone = counts.get(keyOf(item)) === 1;
    return {
      key: keyOf(item),
      ...(isAlone ? {} : { place: { uri: uri(file.path), line: item.placed.position(item.entry.at).line } }),
      is,
      words: is === 'new' ? [] : words,
    };
  });
}

/** As in the tree of the thread. */
const keyOf = ({ key, id, title }: Item): string => `${key} ${id ?? title}`;

function saidOf(changes: readonly Change[], byRef: ReadonlyMap<string, Item>): Map<Item, Said> {
  const said = new Map<Item, Said>();
  const gone = new Set(changes.filter(({ type }) => type === 'removed').map(({ item }) => item));
  const moved = new Set(changes.flatMap(({ type, item }) => (type === 'moved' && byRef.get(item.ref)) || []));
  const say = (face: Face | null, is: ItemMark['is'], pieces: readonly Piece[]): void => {
    const item = face && byRef.get(face.ref);
    if (!item) return;
    const known = said.get(item) ?? { is: 'links', words: [] };
    if (known.is === 'links') known.is = is;
    known.words.push(wordsOf(pieces));
    said.set(item, known);
  };
  const sayNew = (item: Item): void => {
    const added = [item];
    for (const one of added) {
      said.set(one, { is: 'new', words: [] });
      added.push(...one.children.filter((below) => !moved.has(below)));
    }
  };
  for (const change of changes) {
    if (change.type === 'added') {
      const item = byRef.get(change.item.ref);
      if (item) sayNew(item);
    } else if (change.type === 'removed') say(change.in, 'changed', tellComeOrGone('removed', [change.item]));
    else if (change.type === 'moved') say(change.item, 'changed', tellMoved([change]));
    else if (change.type === 'reordered') say(change.item, 'changed', tellReordered([change]));
    else if (isInItself(change)) say(change.item, 'changed', tellItself(change));
    else if (change.type === 'link' && !gone.has(change.item)) say(change.item, 'links', tellLinks([change]));
  }
  return said;
}

/** A sentence about a change in plain words. */
function wordsOf(pieces: readonly Piece[]): string {
  const words = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('item' in piece) return `“${piece.item.title || piece.item.id || ''}”`;
    if ('value' in piece) return piece.isFigure ? piece.value : `“${piece.value}”`;
    return excerpts(piece.words)
      .map(({ text, is }) => {
        const [open, close] = brackets[is];
        return `${open}${inSentence(text)}${close}`;
      })
      .join('');
  });
  return capital(words.join(''));
}

const brackets = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
