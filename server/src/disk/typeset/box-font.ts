/** The family of the letters below. */
export const boxFamily = 'Goldthread Boxes';

/** Units of the square in which letters are drawn. */
const EM = 1000;

/** How wide a box stands, and its outline: the outer square and the hole in it, as corners. */
const ADVANCE = 620;
const outer = [
  [60, 0],
  [60, 700],
  [560, 700],
  [560, 0],
] as const;
const inner = [
  [110, 50],
  [510, 50],
  [510, 650],
  [110, 650],
] as const;

/** A sign of our own documents that the letters of the house lack: the open diamond, in the same way. */
export const diamond = '◇';
const diamondOuter = [
  [60, 340],
  [310, 640],
  [560, 340],
  [310, 40],
] as const;
const diamondInner = [
  [135, 340],
  [310, 130],
  [485, 340],
  [310, 550],
] as const;

/**
 * A font that has a box for every character there is (OpenType). What no other font has is printed as a box, not lost: those
 * who read the file by program, or copy from it, get the character itself.
 */
export function boxFont(): Uint8Array {
  const box = glyphOf(outer, inner);
  const open = glyphOf(diamondOuter, diamondInner);
  const tables: Readonly<Record<string, readonly number[]>> = {
    'OS/2': [
      ...u16(4, ADVANCE, 400, 5, 0),
      ...u16(650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      ...Array.from({ length: 10 }, () => 0),
      ...u32(0, 0, 0, 0),
      ...text('GOLD'),
      ...u16(0x40, 0x20, 0xffff, 700, 0, 0, 700, 0),
      ...u32(0, 0),
      ...u16(500, 700, 0, 0x20, 1),
    ],
    cmap: characterMap(),
    glyf: [...box, ...open],
    head: [
      ...u32(0x0001_0000, 0x0001_0000, 0, 0x5f0f_3cf5),
      ...u16(0x000b, EM),
      // No moments: the same font each time.
      ...u32(0, 0, 0, 0),
      ...u16(0, 0, ADVANCE, 700, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x0001_0000), ...u16(700, -200, 0, ADVANCE, 0, 0, 560, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS)],
    // The glyph that stands for nothing, the box, the space and the diamond.
    hmtx: u16(ADVANCE, 60, ADVANCE, 60, 250, 0, ADVANCE, 60),
    loca: u32(0, 0, box.length, box.length, box.length + open.length),
    maxp: [...u32(0x0001_0000), ...u16(GLYPHS, 8, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: names(),
    post: [...u32(0x0003_0000, 0), ...u16(-100, 50), ...u32(0, 0, 0, 0, 0)],
  };
  return fontOf(tables);
}

const GLYPHS = 4;

type Outline = readonly (readonly [x: number, y: number])[];

/** A glyph of two outlines of four corners that run against each other. */
function glyphOf(around: Outline, hole: Outline): number[] {
  const points = [...around, ...hole];
  const steps = (axis: 0 | 1): number[] => points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0));
  const onCurve = points.map(() => 1);
  return padded([...u16(2, ...boundsOf(points), 3, 7, 0), ...onCurve, ...u16(...steps(0)), ...u16(...steps(1))]);
}

/** The least and the greatest of the corners, across and up. */
function boundsOf(points: Outline): number[] {
  const across = points.map(([x]) => x);
  const up = points.map(([, y]) => y);
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}

/** Every character from the space on, in a few lines (format 13: many characters, one letter). */
function characterMap(): number[] {
  const groups = [
    [0x20, 0x20, 2],
    [0x21, 0x25c6, 1],
    [0x25c7, 0x25c7, 3],
    [0x25c8, 0x10_ffff, 1],
  ].flat();
  const subtable = [...u16(13, 0), ...u32(16 + 4 * groups.length, 0, groups.length / 3, ...groups)];
  return [...u16(0, 1, 3, 10), ...u32(12), ...subtable];
}

function names(): number[] {
  const entries = [
    [1, boxFamily],
    [2, 'Regular'],
    [4, boxFamily],
    [6, boxFamily.replaceAll(' ', '')],
  ] as const;
  const records: number[] = [];
  const strings: number[] = [];
  for (const [id, value] of entries) {
    const written = [...value].flatMap((sign) => u16(sign.charCodeAt(0)));
    records.push(...u16(3, 1, 0x0409, id, written.length, strings.length));
    strings.push(...written);
  }
  return [...u16(0, entries.length, 6 + records.length), ...records, ...strings];
}

/** The tables as a file, with where each stands before them. */
function fontOf(tables: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const all = Object.entries(tables);
  const power = Math.floor(Math.log2(all.length));
  const header = [...u32(0x0001_0000), ...u16(all.length, 16 * 2 ** power, power, 16 * (all.length - 2 ** power))];
  const directory: number[] = [];
  const body: number[] = [];
  const start = header.length + 16 * all.length;
  for (const [tag, content] of all) {
    directory.push(...text(tag), ...u32(checksum(content), start + body.length, content.length));
    body.push(...padded(content));
  }
  return Uint8Array.from([...header, ...directory, ...body]);
}

/** The sum of the words of a table, modulo 2³². */
function checksum(content: readonly number[]): number {
  const bytes = padded(content);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4)
    sum = (sum + new DataView(Uint8Array.from(bytes.slice(at, at + 4)).buffer).getUint32(0)) >>> 0;
  return sum;
}

const padded = (content: readonly number[]): number[] => [
  ...content,
  ...Array.from({ length: (4 - (content.length % 4)) % 4 }, () => 0),
];

const text = (signs: string): number[] => [...signs].map((sign) => sign.charCodeAt(0));

const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);

const u32 = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff));
