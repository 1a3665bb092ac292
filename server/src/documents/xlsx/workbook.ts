import { strToU8, type Zippable, zipSync } from 'fflate/browser';
import type { Metadata } from '../edition/metadata.ts';
import { type Markup, markup } from '../markup.ts';
import { coreProperties } from '../ooxml/core-properties.ts';
import { stylesXml } from './styles.ts';

/** A sheet that is written. */
export interface WrittenSheet {
  readonly name: string;
  readonly xml: string;
  /** All that it is: `A1:J20`, as absolute addresses. */
  readonly area: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The moment that all files of the package are of: the first that a zip file knows. */
const moment = '1980-01-01T00:00:00';

/** A workbook (ECMA-376) as the bytes of its file. The same sheets always give the same. */
export function workbookBytes(
  sheets: readonly WrittenSheet[],
  texts: { readonly all: readonly string[]; readonly count: number },
  metadata: Metadata,
): Uint8Array {
  const files: Zippable = {};
  const add = (path: string, xml: string): void => {
    files[path] = strToU8(xml);
  };
  add('[Content_Types].xml', contentTypesXml(sheets));
  add('_rels/.rels', packageXml);
  add('docProps/app.xml', appXml);
  add('docProps/core.xml', coreProperties(metadata));
  add('xl/workbook.xml', workbookXml(sheets));
  add('xl/_rels/workbook.xml.rels', partsXml(sheets));
  add('xl/styles.xml', stylesXml);
  add('xl/sharedStrings.xml', textsXml(texts.all, texts.count));
  for (const [index, { xml }] of sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, xml);
  return zipSync(files, { mtime: moment, level: 6 });
}

const contentTypesXml = (sheets: readonly WrittenSheet[]): string =>
  declaration +
  markup`<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/>${sheets.map((_, index) => markup`<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`)}</Types>`
    .text;

const packageXml =
  declaration +
  markup`<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${office}/extended-properties" Target="docProps/app.xml"/></Relationships>`
    .text;

const appXml = `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Goldthread</Application></Properties>`;

const workbookXml = (sheets: readonly WrittenSheet[]): string =>
  declaration +
  markup`<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${sheets.map(({ name }, index) => markup`<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)}</sheets><definedNames>${[
    ...sheets.map(({ name, area }, index) => definedName('_xlnm._FilterDatabase', index, `'${name}'!${area}`, true)),
    ...sheets.map(({ name }, index) => definedName('_xlnm.Print_Titles', index, `'${name}'!$1:$1`, false)),
  ]}</definedNames></workbook>`.text;

/** What a sheet calls a part of itself. Names of sheets hold nothing that would need marks before it. */
const definedName = (name: string, sheet: number, of: string, isHidden: boolean): Markup =>
  markup`<definedName name="${name}" localSheetId="${sheet}"${isHidden ? markup` hidden="1"` : undefined}>${of}</definedName>`;

const partsXml = (sheets: readonly WrittenSheet[]): string =>
  declaration +
  markup`<Relationships xmlns="${relationships}">${sheets.map((_, index) => markup`<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId${sheets.length + 2}" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
    .text;

const textsXml = (texts: readonly string[], count: number): string =>
  declaration +
  markup`<sst xmlns="${spreadsheet}" count="${count}" uniqueCount="${texts.length}">${texts.map((text) => markup`<si><t xml:space="preserve">${text.replace(coded, '_x005F$&')}</t></si>`)}</sst>`
    .text;

/** What spreadsheet programs read as another character (ST_Xstring): `_x000D_` in a plan is those letters. */
const coded = /_(?=x[\da-f]{4}_)/gi;
