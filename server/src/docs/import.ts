import { doubtWords } from '../checks/import/doubts.ts';
import { limits } from '../importers/limits.ts';
import { readers } from '../importers/readers/index.ts';
import { number } from '../reporters/words.ts';
import { code, plain, table } from './markdown.ts';

const MEGA = 1024 * 1024;

const megabytes = (bytes: number): string => `${number(bytes / MEGA)} MB`;

/** The parts of the page about the import of documents that the program keeps up to date. */
export const importParts = (): Record<string, string> => ({
  formats: table(
    ['`--as`', 'Files', 'What it is'],
    readers.map(({ name, endings, meaning }) => [
      code(name),
      endings.map((ending) => code(`.${ending}`)).join(' '),
      plain(meaning),
    ]),
  ),
  doubts: table(
    ['Note', 'In Welsh', 'What it is about'],
    doubtWords.map(({ key, cy, title, means }) => [code(key), code(cy), plain(`${title}. ${means}`)]),
  ),
  limits: table(
    ['', 'At most'],
    [
      ['A document', megabytes(limits.fileBytes)],
      [
        'A file in a Word or OpenDocument document, unpacked',
        `${megabytes(limits.entryBytes)}; all together ${megabytes(limits.archiveBytes)}`,
      ],
      ['Headings, paragraphs and points', number(limits.blocks)],
      ['Cells of a table', number(limits.cells)],
      [
        'Pictures',
        `${number(limits.pictures)}, of ${megabytes(limits.pictureBytes)} each and ${megabytes(limits.picturesBytes)} together`,
      ],
    ],
  ),
});
