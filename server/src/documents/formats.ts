import { nearest } from '@goldthread/grammar';
import { csvFiles } from './csv/files.ts';
import { type WholeDocument, wholeDocument } from './edition/annex.ts';
import type { Edition } from './edition/edition.ts';
import { htmlFiles } from './edition/html.ts';
import { markdownFiles } from './edition/markdown.ts';
import { FormatFault } from './format-fault.ts';
import { documentJson } from './json/document-json.ts';
import { threadMermaid } from './mermaid/mermaid.ts';
import { pdfFiles } from './pdf/files.ts';
import { annualReport } from './report/report.ts';
import { stratmlFiles } from './stratml/files.ts';
import { svgFiles } from './svg/files.ts';
import type { WrittenFile } from './written-file.ts';
import { xlsxFiles } from './xlsx/files.ts';

/** A format in which plans are published. */
export interface Format {
  /** What it is asked for by: `html`. */
  readonly name: string;
  /** The ending of its files, for formats of several files that of most of them, or of the first. */
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
  // What makes pictures of its drawings takes a while to start, as that does.
  const [{ documentDocx }] = await Promise.all([import('./docx/docx.ts'), edition.source.rasteriser?.()]);
  return [{ name: edition.fileName('docx', whole.kind), content: await documentDocx(edition, whole) }];
}

/** The annual report in one of the text formats. */
const reportIn = (
  format: string,
  write: (edition: Edition, whole: WholeDocument) => ReturnType<Format['write']>,
): Format => ({
  name: `report-${format}`,
  ending: `report.${format}`,
  meaning: `the draft of an annual report, as ${format} alone`,
  write: (edition) => write(edition, annualReport(edition)),
});

/** The annual report in every text format. Where nothing can make PDF, the others are there all the same. */
async function reportFiles(edition: Edition): Promise<readonly WrittenFile[]> {
  const whole = annualReport(edition);
  const files = [...htmlFiles(edition, whole), ...(await docxFiles(edition, whole)), ...markdownFiles(edition, whole)];
  try {
    return [...files, ...(await pdfFiles(edition, whole))];
  } catch (error) {
    if (!(error instanceof FormatFault)) throw error;
    const remarks = [`${edition.fileName('pdf', whole.kind)} is not there. ${error.message}`];
    return files.map((file, index) =>
      index === 0 ? { ...file, remarks: [...(file.remarks ?? []), ...remarks] } : file,
    );
  }
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
    name: 'pdf',
    ending: 'pdf',
    meaning: 'the plan for print, accessible: tagged, with bookmarks (PDF/UA)',
    write: (edition) => pdfFiles(edition),
  },
  {
    name: 'md',
    ending: 'md',
    meaning: 'the same as Markdown, for GitHub and wikis',
    write: (edition) => markdownFiles(edition),
  },
  single('json', 'json', 'items, links and prose, for other systems; the schema is in the package', documentJson),
  { name: 'csv', ending: 'csv', meaning: 'items, links, matrix, measures and actions, a table each', write: csvFiles },
  { name: 'xlsx', ending: 'xlsx', meaning: 'the same tables as a workbook, a sheet each', write: xlsxFiles },
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
  {
    name: 'report',
    ending: 'report.html',
    meaning: 'the draft of an annual report, as html, docx, md and pdf',
    write: reportFiles,
  },
  reportIn('html', htmlFiles),
  reportIn('docx', docxFiles),
  reportIn('md', markdownFiles),
  reportIn('pdf', pdfFiles),
];

/** The format of a name; undefined where there is none. */
export const formatNamed = (name: string): Format | undefined => formats.find((format) => format.name === name);

/** What is to be said of a name that no format has; undefined where one has it. */
export function formatFault(name: string): string | undefined {
  if (formatNamed(name)) return undefined;
  const known = formats.map((format) => format.name);
  const meant = nearest(name, known);
  return `There is no format called ‘${name}’.${meant ? ` Did you mean ‘${meant}’?` : ''} There are: ${known.join(', ')}.`;
}
