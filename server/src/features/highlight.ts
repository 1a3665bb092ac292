import type { Range } from '../workspace/plan-file.ts';
import type { Cursor } from './cursor.ts';
import { comparePlaces, type Place } from './places.ts';
import { declarationsOf, namesOf } from './references.ts';
import type { Snapshot } from './snapshot.ts';
import { subjectAt } from './subject.ts';

/** A place in the file that is looked at where the same thing is named, or declared. */
export interface Highlight {
  readonly range: Range;
  readonly declares: boolean;
}

/** The places in the file of a cursor where the same is spoken of as there, declarations first. None where only a title or a key is pointed at. */
export function highlights({ model }: Snapshot, cursor: Cursor): readonly Highlight[] {
  const subject = subjectAt(model, cursor);
  if (!subject || subject.said === 'title') return [];
  const { path } = cursor.file;
  const { named } = subject;
  const here = (declares: boolean, places: Iterable<Place>): Highlight[] =>
    [...places]
      .filter((place) => place.path === path)
      .sort(comparePlaces)
      .map(({ range }) => ({ range, declares }));
  return [...here(true, declarationsOf(model, named)), ...here(false, namesOf(model, named))];
}
