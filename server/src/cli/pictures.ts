import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isWithin } from '../disk/project.ts';
import { faultOf } from '../disk/read-text.ts';
import { withSlashes } from '../disk/slashes.ts';
import type { Picture } from '../documents/edition/edition.ts';
import { counted, number } from '../reporters/words.ts';

/** The largest picture that is put in a document, in bytes. Photographs for print are a tenth of it. */
const LARGEST = 10 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** Reads the pictures of some projects, each once, and notes why one can’t be shown. */
export class Pictures {
  private readonly projects: readonly string[];
  private readonly show: (path: string) => string;
  private readonly known = new Map<string, { readonly picture?: Picture; readonly fault?: string }>();
  private asked = new Set<string>();

  /** `projects` are the folders in which pictures may stand; `show` turns a path into the one to print. */
  constructor(projects: readonly string[], show: (path: string) => string) {
    this.projects = projects;
    this.show = show;
  }

  /** A picture by its path; undefined where it can’t be shown. */
  get(path: string): Picture | undefined {
    this.asked.add(path);
    let found = this.known.get(path);
    if (!found) {
      found = this.read(path);
      this.known.set(path, found);
    }
    return found.picture;
  }

  /** The pictures that were asked for since the last call, and sentences that say what is wrong with them. */
  takeAsked(): { readonly paths: readonly string[]; readonly faults: readonly string[] } {
    const paths = [...this.asked];
    this.asked = new Set();
    const faults = paths.flatMap((path) => {
      const fault = this.known.get(path)?.fault;
      return fault === undefined ? [] : [`The picture ${this.show(path)} ${fault}.`];
    });
    return { paths, faults };
  }

  private read(path: string): { readonly picture?: Picture; readonly fault?: string } {
    try {
      const real = withSlashes(realpathSync(path));
      if (!this.projects.some((folder) => isWithin(real, folder)))
        return { fault: 'is not in the folder of the plan, and is not shown' };
      const stats = statSync(real);
      if (!stats.isFile()) return { fault: 'is not a file' };
      if (stats.size > LARGEST) {
        const size = `${number(Math.ceil(stats.size / MEGABYTE))} MB`;
        return {
          fault: `has ${size}; ${counted(LARGEST / MEGABYTE, 'MB', 'MB')} is the most. Save it with fewer pixels: 2,000 across are enough for print`,
        };
      }
      const bytes = readFileSync(real);
      const sort = sortOf(bytes);
      if (!sort) return { fault: 'is not a picture that browsers show. Save it as PNG, JPEG or SVG' };
      return 'fault' in sort ? sort : { picture: { bytes, ...sort } };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  }
}

type Sort = Pick<Picture, 'type' | 'ending'>;

/** What files of each sort have at which place: bytes as Latin-1. */
const marks: readonly (readonly [mark: string, at: number, sort: Sort])[] = [
  ['\x89PNG\r\n\x1a\n', 0, { type: 'image/png', ending: 'png' }],
  ['\xff\xd8\xff', 0, { type: 'image/jpeg', ending: 'jpg' }],
  ['GIF87a', 0, { type: 'image/gif', ending: 'gif' }],
  ['GIF89a', 0, { type: 'image/gif', ending: 'gif' }],
  ['WEBP', 8, { type: 'image/webp', ending: 'webp' }],
  ['ftypavif', 4, { type: 'image/avif', ending: 'avif' }],
];

/** What a picture is, by its bytes; undefined for anything else. */
function sortOf(bytes: Buffer): Sort | { readonly fault: string } | undefined {
  const start = bytes.subarray(0, 16).toString('latin1');
  return marks.find(([mark, at]) => start.startsWith(mark, at))?.[2] ?? drawingSort(bytes.toString('utf8'));
}

/** What may stand before the first element of a drawing, and how each of these ends. */
const preambles: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

/** A drawing in SVG. Definitions in it could make a few lines grow without bound: those are not taken. */
function drawingSort(text: string): Sort | { readonly fault: string } | undefined {
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const preamble = preambles.find(([start]) => text.startsWith(start, at));
    if (!preamble) return isDrawing(text, at) ? { type: 'image/svg+xml', ending: 'svg' } : undefined;
    const end = text.indexOf(preamble[1], at);
    if (end < 0) return undefined;
    if (preamble[0] === '<!' && text.slice(at, end).includes('['))
      return { fault: 'holds definitions (<!DOCTYPE … [), which can be misused. Save it again without them' };
    at = end + preamble[1].length;
  }
  return undefined;
}

const isDrawing = (text: string, at: number): boolean => /^<(?:svg|svg:svg)[\s/>]/.test(text.slice(at, at + 10));
