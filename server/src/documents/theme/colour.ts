/** A colour as theme files write it: `#rrggbb`. */
const written = /^#[0-9a-f]{6}$/i;

export const isColour = (text: string): boolean => written.test(text);

/** Red, green and blue, from 0 to 255. */
const channelsOf = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const colourOf = (channels: readonly number[]): string =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** How much light each value of a channel gives, from 0 to 1 (WCAG 2.2, “relative luminance”). */
const lights = Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** How light a colour is, from 0 to 1: relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => lights[value]);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours stand out from each other, from 1 to 21: the contrast ratio of WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [some, others] = [luminance(one), luminance(other)];
  return (Math.max(some, others) + 0.05) / (Math.min(some, others) + 0.05);
}

/** A colour with a share of another in it, from 0 to 1. */
export function mixed(colour: string, other: string, share: number): string {
  const into = channelsOf(other);
  return colourOf(channelsOf(colour).map((channel, index) => channel + ((into[index] ?? 0) - channel) * share));
}

const STEPS = 128;

/**
 * The colour nearest to one, lighter or darker, that does; itself where it does. Undefined where neither black nor white does: what
 * lies between is not looked at then.
 */
export function nearestThat(does: (colour: string) => boolean, colour: string): string | undefined {
  if (does(colour)) return colour;
  const ends = ['#000000', '#ffffff'].filter(does);
  if (ends.length === 0) return undefined;
  for (let step = 1; step < STEPS; step++)
    for (const end of ends) {
      const tried = mixed(colour, end, step / STEPS);
      if (does(tried)) return tried;
    }
  return ends[0];
}
