/** The same plan as different offices write it in Word. */
import {
  Document,
  type FileChild,
  FootnoteReferenceRun,
  HeadingLevel,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Piece } from './plan.ts';

type HeadingPiece = Extract<Piece, { type: 'heading' }>;
type PointPiece = Extract<Piece, { type: 'point' }>;

/** How an office writes headings and points; the rest is the same in all. */
export interface HouseStyle {
  readonly name: string;
  readonly heading: (piece: HeadingPiece, numbers: readonly number[]) => IParagraphOptions;
  readonly point: (piece: PointPiece, place: number) => IParagraphOptions;
  readonly quotation?: IParagraphOptions;
  readonly styles?: readonly IParagraphStyleOptions[];
  /** Each division of the third level is a table with labels at the left. */
  readonly inTables?: boolean;
}

const sizes = [40, 32, 26, 24];
const run = (text: string, look: IRunOptions = {}) => new TextRun({ text, ...look });
const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

const byStyle: HouseStyle['heading'] = ({ level, text }) => ({ heading: levels[level - 1]!, children: [run(text)] });

const lists: Record<PointPiece['kind'], string> = { bullet: 'bullets', letter: 'letters', number: 'numbers' };
const byNumbering: HouseStyle['point'] = ({ kind, depth, text }) => ({
  numbering: { reference: lists[kind], level: depth },
  children: [run(text)],
});

/** Signs, letters and numbers that are typed, with a tab or a space behind them. */
const byHand =
  (signs: readonly string[], behind: string, indent = 400): HouseStyle['point'] =>
  ({ kind, depth, text }, place) => {
    const mark = { bullet: signs[depth]!, letter: `(${'abcdef'[place]})`, number: `${place + 1}.` }[kind];
    return { indent: { left: (depth + 1) * indent }, children: [run(`${mark}${behind}${text}`)] };
  };

const welsh = ['Teitl', 'Pennawd 1', 'Pennawd 2', 'Pennawd 3'];
const named = (id: string, name: string, look: IRunOptions = {}): IParagraphStyleOptions => ({ id, name, run: look });

export const houseStyles: readonly HouseStyle[] = [
  {
    name: 'heading styles',
    heading: byStyle,
    point: byNumbering,
    quotation: { style: 'Quote' },
    styles: [named('Quote', 'Quote')],
  },
  {
    name: 'headings in bold alone',
    heading: ({ level, text }) => ({ children: [run(text, { bold: true, size: sizes[level - 1]! })] }),
    point: byNumbering,
  },
  {
    name: 'headings in capitals',
    heading: ({ level, text }) => ({
      children: [run(text.toUpperCase(), { bold: level < 4, size: [36, 28, 24, 22][level - 1]! })],
    }),
    point: byHand(['•', 'o'], '\t'),
  },
  {
    name: 'headings numbered by hand',
    heading: ({ level, text }, numbers) => {
      const number = level === 1 ? '' : `${numbers.slice(1, level).join('.')}${level === 2 ? '.' : ''} `;
      return { children: [run(number + text, { bold: true, size: level === 1 ? 40 : 24 })] };
    },
    point: byHand(['-', '–'], ' '),
  },
  {
    name: 'headings numbered by style',
    heading: (piece) =>
      piece.level === 1 ? byStyle(piece, []) : { style: `Chapter${piece.level - 1}`, children: [run(piece.text)] },
    point: byNumbering,
    styles: [1, 2, 3].map((level) => ({
      ...named(`Chapter${level}`, `Chapter ${level}`),
      basedOn: `Heading${level}`,
      paragraph: { numbering: { reference: 'chapters', level: level - 1 } },
    })),
  },
  {
    name: 'lists by style',
    heading: byStyle,
    point: ({ kind, depth, text }) => ({
      style:
        kind === 'bullet'
          ? depth === 0
            ? 'ListBullet'
            : 'ListBullet2'
          : kind === 'letter'
            ? 'LetteredList'
            : 'ListNumber',
      children: [run(text)],
    }),
    styles: [
      { ...named('ListBullet', 'List Bullet'), paragraph: { numbering: { reference: 'bullets', level: 0 } } },
      { ...named('ListBullet2', 'List Bullet 2'), paragraph: { numbering: { reference: 'dashes', level: 0 } } },
      { ...named('LetteredList', 'Lettered List'), paragraph: { numbering: { reference: 'letters', level: 0 } } },
      { ...named('ListNumber', 'List Number'), paragraph: { numbering: { reference: 'numbers', level: 0 } } },
    ],
  },
  { name: 'lists by hand', heading: byStyle, point: byHand(['•', '–'], '  ', 360) },
  { name: 'a table for each priority', heading: byStyle, point: byNumbering, inTables: true },
  {
    name: 'headings in colour and large letters',
    heading: ({ level, text }) => ({
      children: [
        run(text, { color: ['7A1F5C', '7A1F5C', '1F5C7A', '1F5C7A'][level - 1]!, size: [44, 34, 28, 22][level - 1]! }),
      ],
    }),
    point: byHand(['●', '○'], ' '),
  },
  {
    name: 'Welsh names of styles',
    heading: ({ level, text }) => ({ style: `Arddull${level}`, children: [run(text)] }),
    point: byNumbering,
    quotation: { style: 'Dyfyniad' },
    styles: [...welsh.map((name, index) => named(`Arddull${index + 1}`, name)), named('Dyfyniad', 'Dyfyniad')],
  },
];

/** The plan as a Word document of a house style. */
export async function made(pieces: readonly Piece[], style: HouseStyle): Promise<Uint8Array> {
  const notes: Record<string, { children: Paragraph[] }> = {};
  const document = new Document({
    styles: {
      default: { document: { run: { size: 22, language: { value: 'en-GB' } } } },
      paragraphStyles: [...(style.styles ?? [])],
    },
    numbering: {
      config: [
        { reference: 'bullets', levels: [sign(0, '•'), sign(1, '–')] },
        { reference: 'dashes', levels: [sign(0, '–', 1440)] },
        { reference: 'letters', levels: [counted(0, LevelFormat.LOWER_LETTER, '(%1)')] },
        { reference: 'numbers', levels: [counted(0, LevelFormat.DECIMAL, '%1.')] },
        {
          reference: 'chapters',
          levels: ['%1', '%1.%2', '%1.%2.%3'].map((text, at) => counted(at, LevelFormat.DECIMAL, text)),
        },
      ],
    },
    footnotes: notes,
    sections: [{ children: style.inTables ? inTables(pieces, style, notes) : children(pieces, style, notes) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const level = (at: number, left: number) => ({ level: at, style: { paragraph: { indent: { left, hanging: 360 } } } });
const sign = (at: number, text: string, left = 720 * (at + 1)) => ({
  ...level(at, left),
  format: LevelFormat.BULLET,
  text,
});
const counted = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  ...level(at, 720 * (at + 1)),
  format,
  text,
});

type Notes = Record<string, { children: Paragraph[] }>;

function children(pieces: readonly Piece[], style: HouseStyle, notes: Notes): FileChild[] {
  const numbers = [0, 0, 0, 0];
  let place = 0;
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    place = piece.type === 'point' && before?.type === 'point' && before.depth === piece.depth ? place + 1 : 0;
    if (piece.type === 'heading') {
      numbers[piece.level - 1]!++;
      numbers.fill(0, piece.level);
    }
    return written(piece, style, notes, numbers, place);
  });
}

function written(
  piece: Piece,
  style: HouseStyle,
  notes: Notes,
  numbers: readonly number[],
  place: number,
): FileChild[] {
  switch (piece.type) {
    case 'heading':
      return [new Paragraph(style.heading(piece, numbers))];
    case 'point':
      return [new Paragraph(style.point(piece, place))];
    case 'quotation':
      return [
        new Paragraph({ ...style.quotation, children: [run(piece.text, { italics: true })] }),
        new Paragraph({ children: [run(`— ${piece.by}`)] }),
      ];
    case 'table':
      return [
        ...(piece.caption ? [new Paragraph({ style: 'Caption', children: [run(piece.caption)] })] : []),
        table(piece),
      ];
    default:
      return [new Paragraph({ children: inParagraph(piece, notes) })];
  }
}

function inParagraph({ text, bold, note }: Extract<Piece, { type: 'paragraph' }>, notes: Notes) {
  const runs = bold ? [run(bold, { bold: true }), run(text.slice(bold.length))] : [run(text)];
  if (note === undefined) return runs;
  const id = Object.keys(notes).length + 1;
  notes[id] = { children: [new Paragraph(note)] };
  return [...runs, new FootnoteReferenceRun(id)];
}

const cell = (text: string, bold: boolean) =>
  new TableCell({ children: [new Paragraph({ children: [run(text, { bold })] })] });

const table = ({ head, rows }: Extract<Piece, { type: 'table' }>) =>
  new Table({
    rows: [...head, ...rows].map(
      (row, index) =>
        new TableRow({
          children: row.map((text, at) => cell(text, index < head.length || (head.length === 0 && at === 0))),
        }),
    ),
  });

/** Each priority is a table: its heading over both columns, then a row for each of its blocks. */
function inTables(pieces: readonly Piece[], style: HouseStyle, notes: Notes): FileChild[] {
  const out: FileChild[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!;
    let end = at + 1;
    if (piece.type === 'heading' && piece.level === 3) {
      while (end < pieces.length && !isAbove(pieces[end]!)) end++;
      out.push(priorityTable(piece, pieces.slice(at + 1, end), style, notes));
    } else out.push(...children([piece], style, notes));
    at = end;
  }
  return out;
}

const isAbove = (piece: Piece) => piece.type === 'heading' && piece.level < 4;

function priorityTable(title: HeadingPiece, pieces: readonly Piece[], style: HouseStyle, notes: Notes): Table {
  const rows: TableRow[] = [
    new TableRow({
      children: [
        new TableCell({
          columnSpan: 2,
          children: [new Paragraph({ children: [run(title.text, { bold: true, size: 26 })] })],
        }),
      ],
    }),
  ];
  let label: HeadingPiece | undefined;
  let inside: Piece[] = [];
  const end = () => {
    if (label)
      rows.push(
        new TableRow({
          children: [
            cell(label.text, true),
            new TableCell({ children: children(inside, style, notes) as Paragraph[] }),
          ],
        }),
      );
    inside = [];
  };
  for (const piece of pieces)
    if (piece.type === 'heading') {
      end();
      label = piece;
    } else inside.push(piece);
  end();
  return new Table({ rows });
}
