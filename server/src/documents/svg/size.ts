/** How large a drawing is, in pixels; nothing where it does not say. */
export function drawingSize(svg: string): { readonly width: number; readonly height: number } {
  const start = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const size = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(start)?.[1] ?? 0);
  return { width: size('width'), height: size('height') };
}

/** The longest side of a drawing that is put on paper, in pixels: on A4, a longer one has letters of less than two points. */
const LONGEST = 6000;

/** True for a drawing that can be read on a page, if need be with a glass. The words behind a larger one say the same. */
export function fitsOnPaper(svg: string): boolean {
  const { width, height } = drawingSize(svg);
  return Math.max(width, height) <= LONGEST;
}
