/** Writes small PDFs with letters where a test wants them: the standard fonts, nothing packed. */

/** Something that is drawn on a page. Places are in points from the top left corner, to the baseline. */
export type Drawn =
  | {
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size?: number;
      readonly bold?: boolean;
      /** How letters are painted: 3 for not at all. */
      readonly mode?: number;
      /** Room between letters, in points. */
      readonly spacing?: number;
      /** In degrees against the clock. */
      readonly turn?: number;
      /** Red, green and blue from 0 to 1. */
      readonly colour?: string;
    }
  | { readonly line: readonly [number, number, number, number] }
  | { readonly box: readonly [number, number, number, number] };

export interface MadePdf {
  readonly pages: readonly (readonly Drawn[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** Objects of its own, by number from 100 on. */
  readonly objects?: Readonly<Record<number, string>>;
  /** More of the catalogue, and of each page. */
  readonly catalogue?: string;
  readonly page?: string;
  /** The first font in another way: without names of letters. */
  readonly font?: string;
}

const height = 842;

/** The bytes of a PDF. */
export function makePdf({ pages, info = {}, objects = {}, catalogue = '', page = '', font }: MadePdf): Uint8Array {
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ')}] >>`,
    ],
    [3, font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>'],
    [
      5,
      `<< ${Object.entries(info)
        .map(([key, value]) => `/${key} (${value})`)
        .join(' ')} >>`,
    ],
  ]);
  for (const [index, drawn] of pages.entries()) {
    const own = 10 + index * 2;
    const resources = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
    all.set(
      own,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] ${resources} /Contents ${own + 1} 0 R ${page} >>`,
    );
    const content = drawn.map(painted).join('\n');
    all.set(own + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const [number, text] of Object.entries(objects)) all.set(Number(number), text);
  let file = '%PDF-1.7\n';
  const places = new Map<number, number>();
  for (const [number, text] of [...all].sort(([one], [other]) => one - other)) {
    places.set(number, file.length);
    file += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const most = Math.max(...all.keys()) + 1;
  const rows = Array.from({ length: most }, (_, number) => {
    const at = places.get(number);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer << /Size ${most} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(`${file}xref\n0 ${most}\n${rows.join('')}${trailer}`, 'latin1'));
}

function painted(one: Drawn): string {
  if ('line' in one) {
    const [x0, y0, x1, y1] = one.line;
    return `${x0} ${height - y0} m ${x1} ${height - y1} l S`;
  }
  if ('box' in one) {
    const [x, y, width, high] = one.box;
    return `${x} ${height - y - high} ${width} ${high} re S`;
  }
  const { text, x, y, size = 11, bold, mode = 0, spacing = 0, turn = 0, colour = '0 0 0' } = one;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)];
  const place = `${cos} ${sin} ${(-sin).toFixed(5)} ${cos} ${x} ${height - y} Tm`;
  const letters = text.replace(/[\\()]/g, '\\$&');
  return `BT /F${bold ? 2 : 1} ${size} Tf ${mode} Tr ${spacing} Tc ${colour} rg ${place} (${letters}) Tj ET`;
}

/** Lines of text one below the other. */
export const lines = (
  x: number,
  y: number,
  texts: readonly string[],
  more: Partial<Extract<Drawn, { text: string }>> = {},
): Drawn[] => texts.map((text, index) => ({ text, x, y: y + index * (more.size ?? 11) * 1.25, ...more }));
