import { strFromU8, strToU8, type Zippable } from 'fflate';
import type { Carry } from '../carried/carry.ts';
import { element, xmlDocument } from '../xml.ts';

/** The namespace of the part that holds the plan. */
export const PLAN_NAMESPACE = 'urn:goldthread:plan';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What is read by those who open the document: an edit of it changes one of these. */
export const wordParts: readonly string[] = ['word/document.xml', 'word/footnotes.xml'];

const part = (name: string): string => `customXml/${name}`;
const relations = 'word/_rels/document.xml.rels';
const types = '[Content_Types].xml';

/** What programs of Office tell one part of data from another by: always the same one, as there is one plan in a document. */
const ITEM = '{6F1D3C52-8A0B-4E57-9C1E-7A54D2F08B31}';

/**
 * Puts the plan into a document of Word as a part of data (ECMA-376 part 1, 15.2.5 and 15.2.6), which nobody sees who reads it, and which Word keeps when
 * it is saved.
 */
export function putPlan(files: Zippable, carry: Carry): void {
  const document = wordParts.map((path) => textIn(files, path)).join('');
  const put = (path: string, xml: string): void => {
    files[path] = strToU8(xml);
  };
  put(part('item1.xml'), xmlDocument(element('plan', carry(document), { xmlns: PLAN_NAMESPACE })));
  put(
    part('itemProps1.xml'),
    xmlDocument(
      element(
        'ds:datastoreItem',
        [element('ds:schemaRefs', [element('ds:schemaRef', '', { 'ds:uri': PLAN_NAMESPACE })])],
        { 'xmlns:ds': `${OFFICE}customXml`, 'ds:itemID': ITEM },
      ),
    ),
  );
  const props = { Id: 'rId1', Type: `${OFFICE}relationships/customXmlProps`, Target: 'itemProps1.xml' };
  put(
    part('_rels/item1.xml.rels'),
    xmlDocument(element('Relationships', [element('Relationship', '', props)], { xmlns: PACKAGE })),
  );
  put(
    relations,
    before(
      textIn(files, relations),
      '</Relationships>',
      `<Relationship Id="rIdPlan" Type="${OFFICE}relationships/customXml" Target="../customXml/item1.xml"/>`,
    ),
  );
  put(
    types,
    before(
      textIn(files, types),
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    ),
  );
}

/** The text of a file that is to be zipped; empty where there is none. */
function textIn(files: Zippable, path: string): string {
  const file = files[path];
  return file instanceof Uint8Array ? strFromU8(file) : '';
}

/** A text with more before its end. */
function before(text: string, end: string, more: string): string {
  const at = text.lastIndexOf(end);
  return at < 0 ? text : text.slice(0, at) + more + text.slice(at);
}
