import { given, type OwnMeasures } from './measures.ts';

/** A style as it is written in a file. */
interface Style {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly xml: string;
}

/** The styles of a template. */
export interface TemplateStyles {
  /** What stands before the styles: the element that holds them, and what is so where no style says otherwise. */
  readonly start: string;
  readonly styles: readonly Style[];
  /** The families of letters of text and of headings, and the colour of headings (`0F4C5C`), as far as it names them. */
  readonly text: string | undefined;
  readonly headings: string | undefined;
  readonly accent: string | undefined;
}

const stylePattern = /<w:style\b[^>]*?(?:\/>|>[\s\S]*?<\/w:style>)/g;

/** The value of the first element of a name. */
const valueIn = (xml: string, element: string, name = 'val'): string | undefined =>
  new RegExp(`<w:${element}\\b[^>]*? w:${name}="([^"<]*)"`).exec(xml)?.[1];

const attribute = (xml: string, name: string): string =>
  new RegExp(`^<w:style\\b[^>]*? w:${name}="([^"<]*)"`).exec(xml)?.[1] ?? '';

const stylesIn = (xml: string): Style[] =>
  (xml.match(stylePattern) ?? []).map((one) => ({
    id: attribute(one, 'styleId'),
    type: attribute(one, 'type') || 'paragraph',
    name: (valueIn(one, 'name') ?? '').toLowerCase(),
    xml: one,
  }));

/** Numbers of lists lead to a part that is not taken; the language is that of the plan. */
const withoutOthers = (xml: string): string =>
  xml.replace(/<w:numPr>[\s\S]*?<\/w:numPr>|<w:numPr\/>|<w:lang\b[^>]*?\/>/g, '');

/** Reads the styles of a template, and what its theme says of letters and colours. */
export function readStyles(xml: string, theme: string | undefined): TemplateStyles {
  const at = xml.search(/<w:style\b/);
  const styles = stylesIn(xml).map((one) => ({ ...one, xml: withoutOthers(one.xml) }));
  const start = withoutOthers(at < 0 ? xml.replace(/<\/w:styles>\s*$/, '') : xml.slice(0, at));
  const of = (name: string): string =>
    styles.findLast((one) => one.type === 'paragraph' && one.name === name)?.xml ?? '';
  const headings = of('heading 1');
  return {
    start,
    styles,
    text: familyIn(of('normal'), theme) ?? familyIn(start, theme) ?? themeFont(theme, 'minor'),
    headings: familyIn(headings, theme) ?? familyIn(of('title'), theme) ?? themeFont(theme, 'major'),
    accent: [valueIn(headings, 'color'), themeColour(theme)].find((colour) => /^[0-9a-f]{6}$/i.test(colour ?? '')),
  };
}

function familyIn(xml: string, theme: string | undefined): string | undefined {
  const named = valueIn(xml, 'rFonts', 'asciiTheme');
  return named ? themeFont(theme, named.startsWith('major') ? 'major' : 'minor') : valueIn(xml, 'rFonts', 'ascii');
}

const themeFont = (theme: string | undefined, which: 'major' | 'minor'): string | undefined =>
  new RegExp(`<a:${which}Font>\\s*<a:latin\\b[^>]*? typeface="([^"<]+)"`).exec(theme ?? '')?.[1];

const themeColour = (theme: string | undefined): string | undefined =>
  /<a:accent1>\s*<a:srgbClr val="([0-9A-Fa-f]{6})"/.exec(theme ?? '')?.[1]?.toUpperCase();

/** The styles of a document with those of a template, and what its own are called then. */
export interface Merged {
  readonly xml: string;
  readonly ids: ReadonlyMap<string, string>;
}

/** The styles of a template in place of those of a document that have the same names; those that it lacks stay. `language` is that of the document: `en-GB`. */
export function merged(own: string, { start, styles }: TemplateStyles, language: string): Merged {
  const byName = new Map(styles.map((one) => [`${one.type} ${one.name}`, one]));
  const taken = new Set(styles.map(({ id }) => id));
  const ids = new Map<string, string>();
  const kept = stylesIn(own).filter(({ id, type, name }) => {
    const same = byName.get(`${type} ${name}`);
    const free = taken.has(id) ? `Goldthread${id}` : id;
    ids.set(id, same?.id ?? free);
    return !same;
  });
  const renamed = kept.map(({ xml }) =>
    xml
      .replace(/( w:(?:styleId)=")([^"]*)/, (_, before: string, id: string) => before + (ids.get(id) ?? id))
      .replace(/ w:default="[^"]*"/, '')
      .replace(
        /(<w:(?:basedOn|next|link)\b[^>]*? w:val=")([^"]*)/g,
        (_, before: string, id: string) => before + (ids.get(id) ?? id),
      ),
  );
  const all = styles.map(({ xml }) => xml);
  return { xml: `${inLanguage(start, language)}${[...all, ...renamed].join('')}</w:styles>`, ids };
}

/** What is so where no style says otherwise, in the language of a document. */
function inLanguage(start: string, language: string): string {
  const lang = `<w:lang w:val="${language}"/>`;
  if (/<w:rPrDefault>\s*<w:rPr>/.test(start))
    return start.replace(
      /(<w:rPrDefault>\s*<w:rPr>[\s\S]*?)(<\/w:rPr>)/,
      (_, before: string, end: string) => before + lang + end,
    );
  const defaults = `<w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault>`;
  const bare = start.replace(/<w:rPrDefault\s*\/>|<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>/, '');
  if (/<w:docDefaults>/.test(bare)) return bare.replace('<w:docDefaults>', `<w:docDefaults>${defaults}`);
  return bare
    .replace(/<w:docDefaults\s*\/>/, '')
    .replace(/(<w:styles\b[^>]*>)/, (_, open: string) => `${open}<w:docDefaults>${defaults}</w:docDefaults>`);
}

/** How much room paragraphs take in the styles of a template, by the names that the document gives its own. */
export function templateMeasures(
  own: readonly { readonly id: string; readonly name: string }[],
  { start, styles }: TemplateStyles,
): ReadonlyMap<string, OwnMeasures> {
  const byId = new Map(styles.map((one) => [one.id, one]));
  const byName = new Map(styles.filter(({ type }) => type === 'paragraph').map((one) => [one.name, one]));
  const normal = byName.get('normal')?.xml ?? '';
  const found = new Map<string, OwnMeasures>([['', { ...ownMeasures(start), ...ownMeasures(normal) }]]);
  for (const { id, name } of own) {
    const chain: Style[] = [];
    let style = byName.get(name.toLowerCase());
    for (; style && chain.length < DEEPEST; style = byId.get(valueIn(style.xml, 'basedOn') ?? '')) chain.unshift(style);
    if (chain.length > 0) found.set(id, Object.assign({}, ...chain.map(({ xml }) => ownMeasures(xml))));
  }
  return found;
}

/** So many styles may stand on one another. */
const DEEPEST = 12;

/** Half points, and lines as 240th parts. */
const HALF_POINT = 10;
const LINE = 240;

function ownMeasures(xml: string): OwnMeasures {
  const number = (element: string, name?: string): number | undefined => {
    const written = valueIn(xml, element, name);
    return written === undefined || written === '' || Number.isNaN(Number(written)) ? undefined : Number(written);
  };
  const size = number('sz');
  const line = valueIn(xml, 'spacing', 'lineRule') === 'exact' ? undefined : number('spacing', 'line');
  const isOn = (element: string): boolean | undefined =>
    new RegExp(`<w:${element}(?:\\s*/>| w:val="(?:1|true|on)")`).test(xml) ? true : undefined;
  return given({
    family: valueIn(xml, 'rFonts', 'ascii'),
    size: size === undefined ? undefined : size * HALF_POINT,
    isBold: isOn('b'),
    line: line === undefined ? undefined : line / LINE,
    before: number('spacing', 'before'),
    after: number('spacing', 'after'),
    left: number('ind', 'left'),
    hanging: number('ind', 'hanging'),
    keepsNext: isOn('keepNext'),
    keepsLines: isOn('keepLines'),
    breaksBefore: isOn('pageBreakBefore'),
  });
}
