import { scaleBand } from 'd3-scale';
import { joined, type Markup, markup, noMarkup } from '../markup.ts';
import { textWidth } from '../text-width.ts';
import { lyingAxis, uprightAxis } from './axes.ts';
import { numberShown } from './figures.ts';
import { apart, type Room, round, type Scale, scaleFor } from './frame.ts';
import { Labels } from './labels.ts';
import { cut, headOf, type Panel, type PanelAsking } from './line-panel.ts';
import { lookOf, patternOf } from './marks.ts';
import { labelsOf } from './same.ts';
import type { Figure, Series } from './series.ts';

/** The width of what tells one series from another. */
const KEY_WIDTH = 200;

/** Bars side by side, from zero: one group for each period or name, the baseline first; targets as lines across. */
export function barPanel(asking: PanelAsking): Panel {
  const { series, first, size, language, id } = asking;
  const keyLines = series.length > 1 ? Math.ceil(series.length / keysAcross(size.width)) : 0;
  const top = 34 + keyLines * (size.type + 8);
  const bottom = size.type + 16;
  const scale = scaleFor(series, size, { top, bottom }, language, true);
  const targets = targetLabels(asking);
  const words = targets.flatMap(({ lines }) => lines.map((line) => textWidth(line, size.type, true)));
  const right = words.reduce((most, width) => Math.max(most, width + 8), 16);
  const room: Room = { left: round(scale.width + 10), right: round(right), top, bottom };
  const groups = groupsOf(series, asking.words.baseline);
  const across = scaleBand(
    groups.map((_, index) => String(index)),
    [room.left, size.width - room.right],
  ).padding(0.25);
  const wide = across.bandwidth() / Math.max(1, series.length);
  const labels = new Labels(size.type);
  const bars = series.map((one, index) => {
    const drawn = groups.map(({ figures }, place) => {
      const x = round((across(String(place)) ?? 0) + index * wide);
      return barOf(figures[index], one, {
        x,
        width: round(Math.max(0.5, wide)),
        id,
        number: first + index,
        isHollow: groups[place]?.isBaseline === true,
        scale,
        asking,
        labels,
      });
    });
    return markup`<g class="${lookOf(first + index)}">${joined(drawn)}</g>`;
  });
  const marks = groups.map(({ label }, index) => ({
    x: round((across(String(index)) ?? 0) + across.bandwidth() / 2),
    label: cut(label, size.type, Math.max(across.step() - 6, 60)),
  }));
  const patterns = series.map((_, index) => patternOf(id, first + index));
  return {
    isFromZero: true,
    svg: markup`<defs>${joined(patterns)}</defs>${uprightAxis(scale, room, size, headOf(asking, scale))}${lyingAxis(marks, room, size)}${joined(bars)}${targetsOf(asking, scale, room, targets)}${keyOf(asking)}`,
  };
}

const keysAcross = (width: number): number => Math.max(1, Math.floor(width / KEY_WIDTH));

interface BarGroup {
  readonly label: string;
  readonly isBaseline: boolean;
  readonly figures: readonly (Figure | undefined)[];
}

/** What stands side by side: the baselines, then each period or name. */
function groupsOf(series: readonly Series[], baseline: string): BarGroup[] {
  const baselines = series.map((one) =>
    one.figures.some(({ label }) => label === one.baseline?.label) ? undefined : one.baseline,
  );
  const first = baselines.some((figure) => figure?.value !== undefined)
    ? [{ label: baseline, isBaseline: true, figures: baselines }]
    : [];
  const others = labelsOf(series).map((label) => ({
    label,
    isBaseline: false,
    figures: series.map(({ figures }) => figures.find((figure) => figure.label === label)),
  }));
  return [...first, ...others];
}

interface BarPlace {
  readonly x: number;
  readonly width: number;
  readonly id: string;
  readonly number: number;
  readonly isHollow: boolean;
  readonly scale: Scale;
  readonly asking: PanelAsking;
  readonly labels: Labels;
}

function barOf(figure: Figure | undefined, { unit }: Series, place: BarPlace): Markup {
  if (figure?.value === undefined) return noMarkup;
  const { x, width, id, number, isHollow, scale, asking, labels } = place;
  const { size, language, series } = asking;
  const [zero, end] = [scale.y(0), scale.y(figure.value)];
  const fill = isHollow ? 'none' : `url(#${id}-fill-${number + 1})`;
  const bar = markup`<rect class="bar" x="${x}" y="${Math.min(zero, end)}" width="${width}" height="${round(Math.abs(zero - end))}" fill="${fill}" stroke="currentColor" stroke-width="1.5"${isHollow ? markup` stroke-dasharray="4 3"` : noMarkup}/>`;
  const label = numberShown(figure.value, unit, language);
  const wide = textWidth(label, size.type);
  const y = round(figure.value < 0 ? end + size.type + 3 : end - 6);
  // Of several bars side by side no number reaches over the next one.
  const isRoom = wide <= width + (series.length > 1 ? 2 : 12);
  if (!isRoom || !labels.place(label, [{ left: x + (width - wide) / 2, y }])) return bar;
  return markup`${bar}<text class="value" x="${round(x + width / 2)}" y="${y}" text-anchor="middle" font-size="${size.type}">${label}</text>`;
}

/** The targets as lines across, with their words beside them. */
function targetsOf({ first, size }: PanelAsking, scale: Scale, room: Room, labels: readonly TargetLabel[]): Markup {
  const heights = apart(
    labels.map(({ value }) => scale.y(value)),
    size.type * 2 + 6,
    size.height - room.bottom,
  );
  const drawn = labels.map(({ index, value, lines }, place) => {
    const y = scale.y(value);
    const end = size.width - room.right;
    const words = lines.map(
      (line, row) =>
        markup`<tspan x="${end + 6}" y="${round((heights[place] as number) + 4 + row * (size.type + 2))}">${line}</tspan>`,
    );
    return markup`<g class="target ${lookOf(first + index)}"><line class="halo" x1="${room.left}" x2="${end}" y1="${y}" y2="${y}" stroke-width="5"/><line x1="${room.left}" x2="${end}" y1="${y}" y2="${y}" stroke="currentColor" stroke-width="2" stroke-dasharray="3 4"/><text class="value" font-size="${size.type}" font-weight="600">${joined(words)}</text></g>`;
  });
  return joined(drawn);
}

interface TargetLabel {
  readonly index: number;
  readonly value: number;
  readonly lines: readonly string[];
}

/** How wide the words beside a target may be. */
const TARGET_WIDTH = 110;

/** The targets of a panel that can be drawn, and their words. */
const targetLabels = ({ series, size, language, words }: PanelAsking): TargetLabel[] =>
  series.flatMap(({ target, unit, title }, index) => {
    if (target?.value === undefined) return [];
    const number = numberShown(target.value, unit, language);
    const first = series.length > 1 ? cut(title, size.type, TARGET_WIDTH) : words.target;
    return [{ index, value: target.value, lines: [first, number] }];
  });

/** Which bars are which, above them; nothing where there is only one series. */
function keyOf({ series, first, size, id }: PanelAsking): Markup {
  if (series.length < 2) return noMarkup;
  const across = keysAcross(size.width);
  const keys = series.map(({ title }, index) => {
    const x = (index % across) * KEY_WIDTH;
    const y = Math.floor(index / across) * (size.type + 8);
    return markup`<g class="${lookOf(first + index)}"><rect class="bar" x="${x + 1}" y="${y + 1}" width="14" height="14" fill="url(#${id}-fill-${first + index + 1})" stroke="currentColor" stroke-width="1.5"/><text class="name" x="${x + 22}" y="${y + 12}" font-size="${size.type}">${cut(title, size.type, KEY_WIDTH - 30)}</text></g>`;
  });
  return markup`<g class="key">${joined(keys)}</g>`;
}
