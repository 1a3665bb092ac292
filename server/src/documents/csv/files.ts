import { dataTables } from '../data/tables.ts';
import type { Edition } from '../edition/edition.ts';
import { UniqueNames } from '../edition/unique-names.ts';
import type { WrittenFile } from '../written-file.ts';
import { csv } from './csv.ts';

/** The tables of data as files. */
export function csvFiles(edition: Edition): WrittenFile[] {
  const names = new UniqueNames();
  return dataTables(edition).map(({ name, columns, rows }) => ({
    name: edition.fileName(`${names.of(name)}.csv`),
    content: csv([columns.map((column) => column.name), ...rows]),
  }));
}
