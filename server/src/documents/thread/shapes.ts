import type { Box } from './boxes.ts';

/** How far below its upper corners the sides of a box are straight: lines end there. */
export const cornerOf = (shape: Box['shape'], height: number): number =>
  shape === 'outcome' ? Math.min(ROUND, height / 2) : CUT;

/** How far the corners of questions and measures are cut. */
const CUT = 8;
/** How round the corners of outcomes are at most, and those of the others. */
const ROUND = 17;
const SLIGHT = 3;

/** The outline of a box as an SVG path, its upper left corner at 0, 0. Each kind has a shape of its own; a missing item is open to one side. */
export function outline(
  shape: Box['shape'],
  width: number,
  height: number,
  openTo: 'left' | 'right' = 'right',
): string {
  switch (shape) {
    case 'outcome':
      return rounded(width, height, Math.min(ROUND, height / 2));
    case 'kpq':
      return `M${CUT},0H${width - CUT}L${width},${CUT}V${height - CUT}L${width - CUT},${height}H${CUT}L0,${height - CUT}V${CUT}Z`;
    case 'measure':
      return `M0,0H${width - CUT}L${width},${CUT}V${height}H0Z`;
    case 'missing':
      return openTo === 'left' ? `M0,0H${width}V${height}H0` : `M${width},0H0V${height}H${width}`;
    case 'unknown':
      return `M0,0H${width}V${height}H0Z`;
    default:
      return rounded(width, height, SLIGHT);
  }
}

const rounded = (width: number, height: number, radius: number): string => {
  const arc = `a${radius},${radius} 0 0 1 `;
  const [across, down] = [width - 2 * radius, height - 2 * radius];
  return `M${radius},0h${across}${arc}${radius},${radius}v${down}${arc}${-radius},${radius}h${-across}${arc}${-radius},${-radius}v${-down}${arc}${radius},${-radius}Z`;
};
