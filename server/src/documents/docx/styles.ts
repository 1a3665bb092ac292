import { BorderStyle, type IParagraphStyleOptions, type IStylesOptions, LineRuleType, ShadingType } from 'docx';
import { paletteOf } from '../theme/palette.ts';
import type { Theme, ThemeColour } from '../theme/theme.ts';
import type { ParagraphRole } from '../tree.ts';
import { step } from './scribe.ts';
import type { TemplateStyles } from './template-styles.ts';

/** How a document looks: colours as Word writes them (`0F4C5C`), and families of letters. */
export interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly soft: string;
  readonly text: string;
  readonly headings: string;
  /** True where the title stands on the accent colour. */
  readonly isFilled: boolean;
}

/** The look that a template has, or a theme asks for; that of the house where there is none. The letters of the house are those that Word comes with. */
export function lookOf(theme: Theme | undefined, template: TemplateStyles | undefined): Look {
  const accent = template?.accent && { accent: `#${template.accent.toLowerCase()}` };
  const palette = paletteOf({ ...theme?.colours, ...accent });
  const colour = (name: ThemeColour): string => palette[name].slice(1).toUpperCase();
  const { text, headings } = theme?.fonts ?? {};
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    quiet: colour('quiet'),
    line: colour('line'),
    accent: colour('accent'),
    onAccent: colour('accent-ink'),
    soft: colour('accent-soft'),
    text: template?.text ?? text?.family ?? 'Calibri',
    headings: template?.headings ?? headings?.family ?? text?.family ?? 'Cambria',
    isFilled: theme?.cover.look === 'filled',
  };
}

/** The style of a heading by its level: that of the document is its title. */
export const headingStyle = (level: number): string =>
  level <= 1 ? 'Title' : `Heading${Math.min(6, Math.trunc(level) - 1)}`;

/** The styles of paragraphs by what they are for. */
export const roleStyles: Readonly<Record<ParagraphRole, string>> = {
  subtitle: 'Subtitle',
  strapline: 'Strapline',
  kicker: 'Kicker',
  standfirst: 'Standfirst',
  'lead-in': 'LeadIn',
  by: 'Attribution',
  source: 'Details',
  note: 'Details',
  details: 'Details',
  untold: 'Untold',
  missing: 'Missing',
  place: 'BodyText',
  change: 'Details',
};

const heading = (level: number, size: number, before: number, font: string, color: string): IParagraphStyleOptions => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  basedOn: 'Normal',
  next: 'BodyText',
  quickFormat: true,
  run: { font, size, bold: true, color },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 120 }, outlineLevel: level - 1 },
});

type Paragraph = NonNullable<IParagraphStyleOptions['paragraph']>;
type Run = NonNullable<IParagraphStyleOptions['run']>;

/** A style for paragraphs that Word does not have by itself, or has under this name. */
const style = (id: string, name: string, run: Run = {}, paragraph: Paragraph = {}): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'BodyText',
  quickFormat: true,
  run,
  paragraph,
});

const close = { spacing: { before: 0, after: 60 } };
/** Lines that follow each other closely. */
const single = { line: 240, lineRule: LineRuleType.AUTO } as const;

/** What stands on a colour, with some of it around. */
const filled = (fill: string): Paragraph => {
  const edge = { style: BorderStyle.SINGLE, size: 48, space: 4, color: fill };
  return {
    shading: { type: ShadingType.CLEAR, fill },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    indent: { left: 120, right: 120 },
  };
};

function paragraphStylesIn(look: Look): readonly IParagraphStyleOptions[] {
  const { headings, accent, ink, quiet, line, isFilled } = look;
  const small = { size: 21, color: quiet };
  return [
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { font: headings, size: 60, bold: true, color: isFilled ? look.onAccent : accent },
      paragraph: {
        ...(isFilled ? filled(accent) : {}),
        keepNext: true,
        keepLines: true,
        spacing: { before: 0, after: 200, ...single },
      },
    },
    heading(1, 36, 480, headings, accent),
    heading(2, 30, 360, headings, accent),
    heading(3, 26, 300, headings, ink),
    heading(4, 24, 240, headings, ink),
    heading(5, 24, 200, headings, ink),
    heading(6, 24, 200, headings, ink),
    style('BodyText', 'Body Text'),
    style('Subtitle', 'Subtitle', { font: headings, size: 32, color: quiet }, { spacing: { before: 0, after: 160 } }),
    style('Strapline', 'Strapline', { size: 28, italics: true }),
    style('Kicker', 'Kicker', { bold: true, color: accent, characterSpacing: 10 }, { ...close, keepNext: true }),
    style(
      'Standfirst',
      'Standfirst',
      { size: 28 },
      { spacing: { before: 0, after: 160, line: 300, lineRule: LineRuleType.AUTO } },
    ),
    style('LeadIn', 'Lead-in', { bold: true }, { keepNext: true, spacing: { before: 120, after: 60 } }),
    style('Attribution', 'Attribution', small),
    style('Details', 'Details', small, close),
    style(
      'Untold',
      'Untold',
      { color: quiet },
      { border: { left: { style: BorderStyle.DOTTED, size: 18, space: 8, color: quiet } }, indent: { left: 170 } },
    ),
    style('Missing', 'Missing', { color: quiet, italics: true }),
    style(
      'Quote',
      'Quote',
      { italics: true },
      {
        indent: { left: step, right: step },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: accent } },
      },
    ),
    style('Code', 'Code', { font: 'Consolas', size: 20, noProof: true }, { alignment: 'left' }),
    style('Fact', 'Fact', {}, close),
    style(
      'SheetFact',
      'Control Sheet',
      {},
      {
        spacing: { before: 60, after: 60 },
        indent: { left: 3402, hanging: 3402 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 2, color: line } },
      },
    ),
    style(
      'Statistic',
      'Statistic',
      { font: headings, size: 48, bold: true, color: accent },
      { keepNext: true, spacing: { before: 160, after: 0 } },
    ),
    style('StatisticLabel', 'Statistic Label', {}, close),
    style('Logo', 'Logo', {}, { spacing: { before: 0, after: 240, ...single } }),
    style('Figure', 'Figure', {}, { keepNext: true, spacing: { before: 120, after: 60, ...single } }),
    style('Caption', 'caption', { bold: true, color: accent, size: 22 }, { spacing: { before: 120, after: 100 } }),
    style('Gap', 'Gap', { size: 4 }, { spacing: { before: 0, after: 0, ...single } }),
    style('Rule', 'Rule', {}, { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: line } } }),
    style('ListBullet', 'List Bullet', {}, close),
    style('ListNumber', 'List Number', {}, close),
    style('ListContinue', 'List Continue', {}, close),
    style('TableText', 'Table Text', { size: 21 }, { spacing: { before: 20, after: 20 }, alignment: 'left' }),
    style(
      'TableHeading',
      'Table Heading',
      { size: 21, bold: true },
      { spacing: { before: 20, after: 20 }, alignment: 'left' },
    ),
    style(
      'SmallTableText',
      'Small Table Text',
      { size: 17 },
      { spacing: { before: 10, after: 10 }, alignment: 'left' },
    ),
    style(
      'SmallTableHeading',
      'Small Table Heading',
      { size: 17, bold: true },
      { spacing: { before: 10, after: 10 }, alignment: 'left' },
    ),
    style(
      'TOCHeading',
      'TOC Heading',
      { font: headings, size: 36, bold: true, color: accent },
      { keepNext: true, spacing: { before: 480, after: 120 } },
    ),
    style('TOC1', 'toc 1', { bold: true }, { spacing: { before: 100, after: 30 } }),
    style('TOC2', 'toc 2', {}, { spacing: { before: 0, after: 30 }, indent: { left: 284 } }),
    style('FootnoteText', 'footnote text', { size: 20 }, { spacing: { before: 0, after: 40, ...single } }),
    // Templates have tabs of their own in their footers.
    style('PageFooter', 'Page Footer', { size: 18, color: quiet }, { spacing: { before: 0, after: 0 } }),
  ];
}

/** A table as plans have them: lines between rows, its header on a tint. The library has no other way to say it. */
const tableStyle = ({ accent, line, soft }: Look): string =>
  `<w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="${accent}"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${accent}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${line}"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${soft}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>`;

/** The styles that are written as Word has them. */
export const externalStyles = (look: Look): string =>
  `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>${tableStyle(look)}</w:styles>`;

/** The styles of a document in a language, as Word writes that. A house template has others under the same names. */
export const stylesIn = (language: string, look: Look): IStylesOptions => ({
  default: {
    document: {
      run: { font: look.text, size: 24, color: look.ink, language: { value: language } },
      paragraph: { spacing: { before: 0, after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
  },
  paragraphStyles: paragraphStylesIn(look),
  characterStyles: [
    { id: 'CodeWords', name: 'Code Words', basedOn: 'DefaultParagraphFont', run: { font: 'Consolas', size: 21 } },
    {
      id: 'BrokenName',
      name: 'Broken Name',
      basedOn: 'DefaultParagraphFont',
      run: { color: 'A31515', underline: { type: 'dotted' } },
    },
    { id: 'Number', name: 'Number', basedOn: 'DefaultParagraphFont', run: { color: look.accent } },
    {
      id: 'PlaceholderText',
      name: 'Placeholder Text',
      basedOn: 'DefaultParagraphFont',
      run: { color: look.quiet, shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.soft } },
    },
    { id: 'FactName', name: 'Fact Name', basedOn: 'DefaultParagraphFont', run: { bold: true } },
    {
      id: 'Hyperlink',
      name: 'Hyperlink',
      basedOn: 'DefaultParagraphFont',
      run: { color: look.accent, underline: { type: 'single' } },
    },
  ],
});
