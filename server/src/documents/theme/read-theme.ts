import type { JsonNode, JsonObject } from '../../workspace/json.ts';
import { type JsonProblem, offer, type Report, readJsonFile } from '../../workspace/json-problems.ts';
import { type Picture, readPicture } from '../edition/picture.ts';
import type { FileFaults } from '../edition/pictures.ts';
import { isColour } from './colour.ts';
import { readFont } from './font.ts';
import { clashesOf, leastContrast, paletteOf } from './palette.ts';
import { coverLooks, type Theme, type ThemeColour, type ThemeFont, themeColours } from './theme.ts';

const MEGABYTE = 1024 * 1024;

/** The most that a theme and its files may have, in bytes: they are in every page. */
export const largest = { theme: 256 * 1024, font: 4 * MEGABYTE, logo: 2 * MEGABYTE, picture: 4 * MEGABYTE } as const;

/** So many files may a family of letters have: regular, italic, bold and so on. */
export const mostFonts = 8;

const KILOBYTE = 1024;
const kilobytes = (size: number): string => Math.ceil(size / KILOBYTE).toLocaleString('en-GB');

/** Why files may not be read that a theme names. */
export const themeFileFaults: FileFaults = {
  outside: { fault: 'is neither in the folder of the theme nor in that of the project, and is not used' },
  tooLarge: (size, most) => ({
    fault: `has ${kilobytes(size)} KB; ${kilobytes(most)} KB is the most, since it is put in every page`,
  }),
};

/** The bytes of a file that a theme names, as it names it, with at most so many; else why not: the rest of a sentence that begins with its name. */
export type ThemeFiles = (written: string, most: number) => Uint8Array | { readonly fault: string };

/** A theme as far as it can be used, and what is wrong with it. */
export interface ThemeReading {
  readonly theme: Theme;
  readonly problems: readonly JsonProblem[];
}

/** The name of a family: nothing that ends a piece of CSS or of another program. */
const familyName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,59}$/u;

/** Reads a theme. Comments may stand in it. What can’t be used is left out and told of; any text gives an answer. */
export function readTheme(text: string, files: ThemeFiles): ThemeReading {
  const { node, problems, report } = readJsonFile(text);
  return { theme: new Reader(files, report).theme(node, problems.length === 0), problems };
}

/** What reads the value of each name. */
type Reads = Readonly<Record<string, (value: JsonNode) => void>>;

class Reader {
  private readonly files: ThemeFiles;
  private readonly report: Report;

  constructor(files: ThemeFiles, report: Report) {
    this.files = files;
    this.report = report;
  }

  theme(node: JsonNode | undefined, isWhole: boolean): Theme {
    let colours: Theme['colours'] = {};
    let fonts: Theme['fonts'] = {};
    let logo: Theme['logo'];
    let cover: Theme['cover'] = { look: 'filled' };
    if (!node && isWhole) this.report({ start: 0 }, 'Nothing stands in this theme. A theme begins with “{”.');
    else if (node)
      this.object(node, 'A theme stands', '{ "colours": { "accent": "#0f4c5c" } }', {
        $schema: () => {},
        colours: (value) => {
          colours = this.colours(value);
        },
        fonts: (value) => {
          fonts = this.fonts(value);
        },
        logo: (value) => {
          logo = this.logo(value);
        },
        cover: (value) => {
          cover = this.cover(value);
        },
      });
    return { colours, fonts, logo, cover };
  }

  private colours(node: JsonNode): Theme['colours'] {
    const written = new Map<ThemeColour, { readonly colour: string; readonly at: JsonNode }>();
    const read = (name: ThemeColour) => (value: JsonNode) => {
      const colour = this.text(value);
      if (colour !== undefined && isColour(colour)) written.set(name, { colour: colour.toLowerCase(), at: value });
      else this.report(value, `What stands here is a colour: # and six figures or letters up to f.${hexFor(colour)}`);
    };
    const reads: Reads = Object.fromEntries(themeColours.map((name) => [name, read(name)]));
    this.object(node, 'Colours stand', '{ "accent": "#0f4c5c" }', reads);
    const given = (): Theme['colours'] => Object.fromEntries([...written].map(([name, { colour }]) => [name, colour]));
    const clashes = clashesOf(given());
    for (const clash of clashes) {
      const { colour, at } = written.get(clash.colour) ?? { colour: '', at: node };
      const does = clash.better ? ` The nearest that can be read is "${clash.better}".` : '';
      this.report(
        at,
        `The colour “${clash.colour}” (${colour}) and ${clash.with} have a contrast of ${ratio(clash.ratio)} to 1; to be read, text needs ${leastContrast} to 1 (WCAG 2.2).${does}`,
      );
    }
    // Without one colour another may stand on one that is not made for it.
    for (let left = clashes; left.length > 0; left = clashesOf(given()))
      for (const clash of left) written.delete(clash.colour);
    return written.size > 0 ? paletteOf(given()) : {};
  }

  private fonts(node: JsonNode): Theme['fonts'] {
    let text: ThemeFont | undefined;
    let headings: ThemeFont | undefined;
    this.object(node, 'Fonts stand', '{ "text": "Arial" }', {
      text: (value) => {
        text = this.font(value);
      },
      headings: (value) => {
        headings = this.font(value);
      },
    });
    return { text, headings };
  }

  /** A family by its name alone, or with its files. */
  private font(node: JsonNode): ThemeFont | undefined {
    if (node.kind === 'literal') {
      const family = this.family(node);
      return family === undefined ? undefined : { family, files: [] };
    }
    let family: string | undefined;
    let named: readonly JsonNode[] = [];
    const isObject = this.object(node, 'A font stands', '{ "family": "House Sans", "files": ["house-sans.ttf"] }', {
      family: (value) => {
        family = this.family(value);
      },
      files: (value) => {
        named = value.kind === 'array' ? value.items : [value];
        if (named.length > mostFonts) {
          this.report(value, `A family has ${mostFonts} files here at most: regular, italic, bold, bold italic …`);
          named = named.slice(0, mostFonts);
        }
      },
    });
    if (isObject && !has(node, 'family'))
      this.report(node, 'The name of the family is missing: "family": "House Sans".');
    if (family === undefined) return undefined;
    const asked = family;
    return { family, files: named.flatMap((one) => this.fontFile(one, asked) ?? []) };
  }

  private family(node: JsonNode): string | undefined {
    const family = this.text(node);
    if (family !== undefined && familyName.test(family)) return family;
    const what = 'What stands here is the name of a family of letters, such as "Source Sans 3"';
    this.report(node, `${what}: letters, figures, spaces, dots and hyphens.`);
    return undefined;
  }

  private fontFile(node: JsonNode, family: string): Uint8Array | undefined {
    const bytes = this.file(node, largest.font, '"house-sans.ttf"');
    if (!bytes) return undefined;
    const font = readFont(bytes);
    const name = this.text(node) ?? '';
    if ('fault' in font) this.report(node, `The file ${name} ${font.fault}.`);
    else if (!font.families.includes(family))
      this.report(node, `The file ${name} holds letters of ‘${font.families.join('’ or ‘')}’, not of ‘${family}’.`);
    else return bytes;
    return undefined;
  }

  private logo(node: JsonNode): Theme['logo'] {
    let picture: Picture | undefined;
    let alt: string | undefined;
    const example = '{ "file": "logo.svg", "alt": "Our Borough Council" }';
    const isObject = this.object(node, 'A logo stands', example, {
      file: (value) => {
        picture = this.picture(value, largest.logo);
      },
      alt: (value) => {
        alt = this.text(value)?.trim() || undefined;
      },
    });
    if (!isObject) return undefined;
    if (!has(node, 'file')) this.report(node, 'The file of the logo is missing: "file": "logo.svg".');
    if (alt === undefined)
      this.report(node, 'A logo needs words for those who don’t see it: "alt": "Our Borough Council".');
    return picture && alt !== undefined ? { picture, alt } : undefined;
  }

  private cover(node: JsonNode): Theme['cover'] {
    let look: Theme['cover']['look'] = 'filled';
    let picture: Picture | undefined;
    this.object(node, 'A cover stands', '{ "look": "plain" }', {
      look: (value) => {
        const word = this.text(value);
        if (word !== undefined && Object.hasOwn(coverLooks, word)) look = word as typeof look;
        else if (word === undefined) this.report(value, `What can stand here: ${Object.keys(coverLooks).join(', ')}.`);
        else this.report(value, `A cover has no look called ‘${shown(word)}’. ${offer(word, Object.keys(coverLooks))}`);
      },
      picture: (value) => {
        picture = this.picture(value, largest.picture);
      },
    });
    return { look, picture };
  }

  private picture(node: JsonNode, most: number): Picture | undefined {
    const bytes = this.file(node, most, '"logo.svg"');
    const picture = bytes && readPicture(bytes);
    if (picture && 'fault' in picture) this.report(node, `The file ${this.text(node)} ${picture.fault}.`);
    return picture && 'bytes' in picture ? picture : undefined;
  }

  private file(node: JsonNode, most: number, example: string): Uint8Array | undefined {
    const written = this.text(node);
    if (!written) {
      this.report(node, `What stands here is a file, seen from the folder of the theme: ${example}.`);
      return undefined;
    }
    const bytes = this.files(written, most);
    if (bytes instanceof Uint8Array) return bytes;
    this.report(node, `The file ${shown(written)} ${bytes.fault}.`);
    return undefined;
  }

  private text(node: JsonNode): string | undefined {
    return node.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
  }

  /** Reads the members of an object, each by its name; false where it is none. */
  private object(node: JsonNode, what: string, example: string, reads: Reads): node is JsonObject {
    if (node.kind !== 'object') {
      this.report(node, `${what} between curly brackets: ${example}.`);
      return false;
    }
    for (const { name, value } of node.members) {
      const written = String(name.value);
      const read = Object.hasOwn(reads, written) ? reads[written] : undefined;
      if (read) read(value);
      else {
        const names = Object.keys(reads).filter((one) => one !== '$schema');
        this.report(name, `Nothing called ‘${shown(written)}’ can stand here. ${offer(written, names)}`);
      }
    }
    return true;
  }
}

const has = (node: JsonObject, key: string): boolean => node.members.some(({ name }) => name.value === key);

/** A ratio as people write it, never rounded up to what it does not reach. */
const ratio = (value: number): string => String(Math.floor(value * 10) / 10);

const LONGEST_WORD = 60;

/** What somebody wrote, as messages repeat it. */
const shown = (written: string): string =>
  (written.length > LONGEST_WORD ? `${written.slice(0, LONGEST_WORD)}…` : written).replace(/\p{C}/gu, ' ');

/** How a colour in three figures is written in six. */
function hexFor(written: string | undefined): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(written ?? '');
  const example = short ? short.slice(1).map((figure) => figure + figure) : ['0f4c5c'];
  return ` ${short ? 'Write' : 'Such as'} "#${example.join('')}".`;
}
