import { joined, type Markup, markup, noMarkup } from '../markup.ts';
import { fitting, type Room, type Scale, type Size } from './frame.ts';

/** The lines across a panel with their numbers, and above them what it shows. */
export function uprightAxis(scale: Scale, { left, right, top }: Room, { width, type }: Size, head: string): Markup {
  const lines = scale.ticks.map(({ value, label }) => {
    const y = scale.y(value);
    return markup`<line class="${value === 0 ? 'zero' : 'grid'}" x1="${left}" x2="${width - right}" y1="${y}" y2="${y}" stroke="currentColor" stroke-opacity="${value === 0 ? '0.8' : '0.2'}"/><text x="${left - 6}" y="${y + 4}" text-anchor="end" font-size="${type}">${label}</text>`;
  });
  const unit = head ? markup`<text class="unit" x="0" y="${top - 18}" font-size="${type}">${head}</text>` : noMarkup;
  return markup`<g class="axis">${joined(lines)}${unit}</g>`;
}

/** The labels below a panel: those that there is room for, each with a short line at its place. */
export function lyingAxis(
  marks: readonly { readonly x: number; readonly label: string }[],
  room: Room,
  size: Size,
): Markup {
  const y = size.height - room.bottom;
  const ticks = marks.map(
    ({ x }) => markup`<line x1="${x}" x2="${x}" y1="${y}" y2="${y + 4}" stroke="currentColor" stroke-opacity="0.8"/>`,
  );
  const labels = fitting(marks, size.type).map(
    ({ x, label }) =>
      markup`<text x="${x}" y="${y + 6 + size.type}" text-anchor="middle" font-size="${size.type}">${label}</text>`,
  );
  return markup`<g class="axis">${joined(ticks)}${joined(labels)}</g>`;
}
