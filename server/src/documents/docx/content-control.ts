import { ImportedXmlComponent, type IRunOptions, type ParagraphChild, XmlComponent } from 'docx';
import { child } from './scribe.ts';

/** How the words of a place look that somebody is to fill. */
export const placeRun: IRunOptions = { style: 'PlaceholderText' };

/** The words are those of a place to write in (a content control): they are chosen as a whole, and go when somebody writes. */
const properties = '<w:sdtPr><w:showingPlcHdr/></w:sdtPr>';

class Content extends XmlComponent {
  constructor(words: readonly XmlComponent[]) {
    super('w:sdtContent');
    this.root.push(...words);
  }
}

class ContentControl extends XmlComponent {
  constructor(words: readonly ParagraphChild[]) {
    super('w:sdt');
    this.root.push(ImportedXmlComponent.fromXmlString(properties), new Content(words as readonly XmlComponent[]));
  }
}

/** Words as a place to write in. */
export const asPlace = (words: readonly ParagraphChild[]): ParagraphChild => child(new ContentControl(words));
