import { dataTables } from '../data/tables.ts';
import type { Edition } from '../edition/edition.ts';
import { metadataOf } from '../edition/metadata.ts';
import type { WrittenFile } from '../written-file.ts';

/** The tables of data of an edition as a workbook, a sheet each. What writes it is loaded only when it is asked for. */
export async function xlsxFiles(edition: Edition): Promise<readonly WrittenFile[]> {
  const { writeWorkbook } = await import('./xlsx.ts');
  const { bytes, remarks } = writeWorkbook(dataTables(edition), metadataOf(edition));
  return [{ name: edition.fileName('xlsx'), content: bytes, ...(remarks.length > 0 ? { remarks } : {}) }];
}
