import { csvFiles } from './csv/files.ts';
import { type WholeDocument, wholeDocument } from './edition/annex.ts';
import type { Edition } from './edition/edition.ts';
import { htmlFiles } from './edition/html.ts';
import { markdownFiles } from './edition/markdown.ts';
import { documentJson } from './json/document-json.ts';
import { threadMermaid } from './mermaid/mermaid.ts';
import { stratmlFiles } from './stratml/files.ts';
import { svgFiles } from './svg/files.ts';

/** A file that is written. Its name has no folder but one of its own. */
export interface WrittenFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What those who asked for it should know of it: sentences in English. */
  readonly remarks?: readonly string[];
}

/** A format in which plans are published. */
export interface Format {
  /** What it is asked for by: `html`. */
  readonly name: string;
  /** The ending of its files, for formats of several files that of all of them. */
  readonly ending: string;
  /** What it gives, in a few words. */
  readonly meaning: string;
  /** The files of one plan, at once or in a while. The same edition always gives the same bytes. */
  write(edition: Edition): readonly WrittenFile[] | Promise<readonly WrittenFile[]>;
}

/** A format of one file. */
const single = (name: string, ending: string, meaning: string, write: (edition: Edition) => string): Format => ({
  name,
  ending,
  meaning,
  write: (edition) => [{ name: edition.fileName(ending), content: write(edition) }],
});

/** The document for Word. What writes it is large, and loaded only when it is asked for. */
async function docxFiles(
  edition: Edition,
  whole: WholeDocument = wholeDocument(edition),
): Promise<readonly WrittenFile[]> {
  const { documentDocx } = await import('./docx/docx.ts');
  return [{ name: edition.fileName('docx', whole.kind), content: await documentDocx(edition, whole) }];
}

/** All formats, in the order in which they are listed. */
export const formats: readonly Format[] = [
  {
    name: 'html',
    ending: 'html',
    meaning: 'the plan as one web page, with the golden thread and the matrix',
    write: (edition) => htmlFiles(edition),
  },
  {
    name: 'md',
    ending: 'md',
    meaning: 'the same as Markdown, for GitHub and wikis',
    write: (edition) => markdownFiles(edition),
  },
  single('json', 'json', 'items, links and prose, for other systems; the schema is in the package', documentJson),
  { name: 'csv', ending: 'csv', meaning: 'items, links, matrix, measures and actions, a table each', write: csvFiles },
  { name: 'svg', ending: 'svg', meaning: 'the golden thread, the matrix and the charts as drawings', write: svgFiles },
  single('mermaid', 'mmd', 'the golden thread as text for Mermaid', threadMermaid),
  {
    name: 'stratml',
    ending: 'xml',
    meaning: 'StratML (ISO 17469), Part 1 and Part 2, for other systems',
    write: stratmlFiles,
  },
  {
    name: 'docx',
    ending: 'docx',
    meaning: 'the plan for Word, with its styles and contents',
    write: (edition) => docxFiles(edition),
  },
];

/** The format of a name; undefined where there is none. */
export const formatNamed = (name: string): Format | undefined => formats.find((format) => format.name === name);
