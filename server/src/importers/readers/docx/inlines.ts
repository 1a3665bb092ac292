/** What stands in a paragraph of a Word document: runs of words, links, notes, pictures, changes. */
import { childOf, descendantsOf, elementsOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import { inFont, merged, type RunProperties } from '../office/formats.ts';
import { formulaMessage } from '../office/gathering.ts';
import type { Contents, Format, Item, Span } from '../office/lines.ts';
import { symbol } from '../office/symbols.ts';
import { drawn } from './drawings.ts';
import { fieldKind } from './fields.ts';
import { noted, remarked } from './notes.ts';
import { alternative, type Story, wordsIn } from './story.ts';
import { runProperties } from './styles.ts';
import { settingOf } from './values.ts';

/** Reads a paragraph. */
export class Inlines {
  readonly spans: Span[] = [];
  readonly anchors: string[] = [];
  /** What stands behind the paragraph because it can't stand in it. */
  readonly after: Item[] = [];
  /** The table of contents that its words stand in. */
  contents: Contents | undefined;
  readonly #story: Story;
  /** How the style of the paragraph has its words look. */
  readonly #style: RunProperties;
  readonly #hrefs: string[] = [];
  #isDeleted = false;
  #isPage = false;

  constructor(story: Story, style: RunProperties) {
    this.#story = story;
    this.#style = style;
  }

  /** Reads what stands in an element. */
  read(parent: XmlElement): void {
    for (const element of elementsOf(parent)) this.#element(element);
  }

  #element(element: XmlElement): void {
    const { document } = this.#story;
    switch (element.name) {
      case 'w:r':
        this.#run(element);
        return;
      case 'w:hyperlink':
        this.#linked(element, this.#target(element));
        return;
      case 'w:fldSimple': {
        const kind = fieldKind(element.attributes['w:instr'] ?? '');
        if (kind.type === 'link' && kind.href) this.#linked(element, kind.href);
        else {
          this.#isPage = kind.type === 'page';
          this.read(element);
          this.#isPage = false;
        }
        return;
      }
      case 'w:ins':
      case 'w:moveTo':
        document.edits.add('added', element.attributes['w:author']);
        if (document.changes === 'taken') {
          this.read(element);
          return;
        }
        if (element.name === 'w:ins') this.#remove(element);
        return;
      case 'w:del':
      case 'w:moveFrom':
        document.edits.add('deleted', element.attributes['w:author']);
        if (document.changes === 'refused') {
          this.#undeleted(element);
          return;
        }
        if (element.name === 'w:del') this.#remove(element);
        return;
      case 'w:bookmarkStart':
        this.#anchor(element.attributes['w:name']);
        return;
      case 'w:sdt':
        this.#control(element);
        return;
      case 'mc:AlternateContent':
        this.read(alternative(element));
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        this.#equation(element);
        return;
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        this.read(element);
        return;
    }
  }

  #linked(element: XmlElement, href: string | undefined): void {
    if (href) this.#hrefs.push(href);
    this.read(element);
    if (href) this.#hrefs.pop();
  }

  #target({ attributes }: XmlElement): string | undefined {
    const relation = this.#story.document.pack.relations(this.#story.part).get(attributes['r:id'] ?? '');
    const anchor = attributes['w:anchor'];
    const place = anchor ? `#${anchor}` : '';
    return relation?.isOutside ? `${relation.target}${relation.target.includes('#') ? '' : place}` : place || undefined;
  }

  #anchor(name: string | undefined): void {
    if (name && name !== '_GoBack') this.anchors.push(name);
  }

  #control(element: XmlElement): void {
    const content = childOf(element, 'w:sdtContent');
    if (!content) return;
    if (childOf(element, 'w:sdtPr', 'w:showingPlcHdr'))
      this.#story.document.removals.add('furniture', wordsIn(content), this.#story.spot);
    else this.read(content);
  }

  #remove(element: XmlElement): void {
    this.#story.document.removals.add('deleted', wordsIn(element), this.#story.spot);
  }

  #undeleted(element: XmlElement): void {
    const before = this.#isDeleted;
    this.#isDeleted = true;
    this.read(element);
    this.#isDeleted = before;
  }

  #equation(element: XmlElement): void {
    const words = [...descendantsOf(element, 'm:t')].map(textOf).join(' ');
    this.#say(words, this.#story.document.formats.of(this.#style));
    this.#story.document.doubts.push({
      kind: 'wording',
      message: formulaMessage(words),
      spot: this.#story.spot,
    });
  }

  #run(run: XmlElement): void {
    const { document, fields } = this.#story;
    const properties = childOf(run, 'w:rPr');
    const own = runProperties(properties);
    const character = document.styles.style(settingOf(properties, 'w:rStyle'))?.run ?? {};
    const all = merged([own, character, this.#style]);
    const format = document.formats.of(this.#style, own, character);
    if (all.isHidden && !fields.isInstruction) {
      document.removals.add('furniture', wordsIn(run), this.#story.spot);
      for (const element of elementsOf(run, 'w:fldChar')) this.#field(element, format);
      return;
    }
    for (const element of elementsOf(run)) this.#content(element, format, all);
  }

  #content(element: XmlElement, format: Format, properties: RunProperties): void {
    const { document, fields } = this.#story;
    switch (element.name) {
      case 'w:t':
        this.#say(inFont(said(element), properties), format);
        return;
      case 'w:delText':
        if (this.#isDeleted) this.#say(inFont(said(element), properties), format);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#say('\t', format);
        return;
      case 'w:br':
      case 'w:cr':
        this.#say('\n', format);
        return;
      case 'w:noBreakHyphen':
        this.#say('-', format);
        return;
      case 'w:sym':
        this.#symbol(element, format);
        return;
      case 'w:lastRenderedPageBreak':
        this.#story.page++;
        return;
      case 'w:fldChar':
        this.#field(element, format);
        return;
      case 'w:instrText':
        fields.instruct(textOf(element));
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const note = noted(document, element, this.#story.spot);
        if (!note) return;
        this.spans.push({ text: '', format, note: note.label });
        this.after.push(...note.items);
        return;
      }
      case 'w:commentReference':
        this.after.push(...remarked(document, element, this.#story.spot));
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.after.push(...drawn(this.#story, element));
        return;
      case 'w:ruby':
        for (const name of ['w:rubyBase', 'w:rt']) {
          const words = childOf(element, name);
          if (words) this.read(words);
        }
        return;
      case 'mc:AlternateContent':
        for (const inner of elementsOf(alternative(element))) this.#content(inner, format, properties);
        return;
    }
  }

  #say(text: string, format: Format): void {
    const { fields } = this.#story;
    if (fields.isInstruction || text === '') return;
    this.contents ??= fields.contents;
    this.spans.push({ text, format, href: this.#hrefs.at(-1) ?? fields.href, isPage: fields.isPage || this.#isPage });
  }

  #symbol({ attributes }: XmlElement, format: Format): void {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16);
    const sign = Number.isNaN(code) ? undefined : symbol(attributes['w:font'] ?? '', code);
    if (sign === undefined) {
      const { document, spot } = this.#story;
      document.lost('A sign of a symbol font could not be read here. It stands as “�”: write what was meant.', spot);
    }
    this.#say(sign ?? '\ufffd', format);
  }

  #field(element: XmlElement, format: Format): void {
    const { fields } = this.#story;
    switch (element.attributes['w:fldCharType']) {
      case 'begin': {
        const box = childOf(element, 'w:ffData', 'w:checkBox');
        if (box) this.#say(isTicked(box) ? '☒' : '☐', format);
        fields.begin();
        return;
      }
      case 'separate':
        fields.separate();
        return;
      case 'end':
        fields.end();
        return;
    }
  }
}

const isTicked = (box: XmlElement): boolean => {
  const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
  return state !== undefined && !['0', 'false'].includes(state.attributes['w:val'] ?? '1');
};

/** The words of an element: ends of lines in the XML are spaces on the page. */
const said = (element: XmlElement): string => textOf(element).replace(/[\n\r]/g, ' ');
