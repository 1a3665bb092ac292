import { strToU8, zipSync } from 'fflate';
import { docxReader } from '../../../server/src/importers/readers/docx/docx.ts';
import type { Source } from '../../../server/src/importers/source.ts';

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a Word document has beside its body: the inner XML of its parts by their names, further parts, and what the body names. */
export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly chart?: string;
  readonly core?: string;
  /** By id: the type and what it leads to. */
  readonly relations?: Readonly<Record<string, readonly [string, string]>>;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

const roots: Readonly<Record<string, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  comments: 'w:comments',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
  header: 'w:hdr',
  footer: 'w:ftr',
  chart: 'c:chartSpace',
};

/** A Word document of a body and its parts, as small as Word would still open it. */
export function word(body: string, { core, relations = {}, files = {}, ...parts }: Parts = {}): Uint8Array {
  const written = Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const named = [...written.map(([name]) => [name, [name, `${name}.xml`]] as const), ...Object.entries(relations)];
  const rels = named.map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"${target.includes(':') ? ' TargetMode="External"' : ''}/>`,
  );
  const xml = (root: string, inner: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><${root} ${spaces}>${inner}</${root}>`);
  const relationships = (inner: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': relationships(
      `<Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relationships(rels.join('')),
    'word/document.xml': xml('w:document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(written.map(([name, inner]) => [`word/${name}.xml`, xml(roots[name]!, inner)])),
    ...(core === undefined
      ? {}
      : {
          'docProps/core.xml': strToU8(
            `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
          ),
        }),
    ...files,
  });
}

/** A run of words; `look` is what stands in its properties. */
export const r = (text: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs, or of words; `properties` is what stands in its own. */
export const p = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner.startsWith('<') || inner === '' ? inner : r(inner)}</w:p>`;

/** The style of a paragraph. */
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;

/** A place in a list. */
export const listed = (num: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;

/** A table of rows of cells, each of paragraphs. */
export const table = (rows: readonly (readonly string[])[], properties = ''): string =>
  `<w:tbl>${properties}${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** Reads a Word document. */
export const readWord = async (bytes: Uint8Array, changes: 'taken' | 'refused' = 'taken'): Promise<Source> =>
  (await docxReader.read(bytes, { name: 'plan.docx', changes })) as Source;
