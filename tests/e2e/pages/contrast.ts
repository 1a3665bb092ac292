import type { Page } from 'playwright-core';

/**
 * Words that are hard to read where they stand, of those that axe does not judge: words in drawings, where what is behind them is no CSS
 * background, and the bar where the system gives the colours.
 */
export const faintWords = (page: Page): Promise<string[]> => page.evaluate(look);

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Runs in the page. */
function look(): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

  const read = (colour: string, opacity = 1): Colour => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, (alpha / 255) * opacity];
  };
  const over = (above: Colour, below: Colour): Colour => {
    const mixed = (index: 0 | 1 | 2): number => above[index] * above[3] + below[index] * (1 - above[3]);
    return [mixed(0), mixed(1), mixed(2), 1];
  };
  const luminance = ([red, green, blue]: Colour): number => {
    const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255);
  };
  const background = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1];
    const own = read(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, background(element.parentElement));
  };

  /** What is behind the middle of some words in a drawing. */
  const behind = (text: Element, drawing: Element): Colour => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    let below = background(drawing.parentElement);
    for (const shape of drawing.querySelectorAll<SVGGeometryElement>('rect, path, circle, polygon')) {
      if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) break;
      const box = shape.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      const { fill, fillOpacity } = getComputedStyle(shape);
      if (fill === 'none' || fill.startsWith('url') || shape.closest('defs, marker, pattern, clipPath')) continue;
      if (!shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM()?.inverse()))) continue;
      below = over(read(fill, Number(fillOpacity)), below);
    }
    return below;
  };

  const faint = new Map<string, string>();
  for (const element of document.querySelectorAll('svg text, svg tspan, #_bar button')) {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const words = own
      .map(({ nodeValue }) => nodeValue)
      .join('')
      .trim();
    if (words === '' || !element.checkVisibility()) continue;
    const styles = getComputedStyle(element);
    const drawing = element.closest('svg');
    const below = drawing ? behind(element, drawing) : background(element);
    const above = over(read(drawing ? styles.fill : styles.color), below);
    const [light = 0, dark = 0] = [luminance(above), luminance(below)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = Number.parseFloat(styles.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(styles.fontWeight) >= 700);
    if (ratio >= (isLarge ? 3 : 4.5)) continue;
    const name = element.id || (element.closest('[class]')?.getAttribute('class') ?? '');
    const colours = [above, below].map((colour) => colour.slice(0, 3).map(Math.round).join());
    faint.set(name, `“${words.slice(0, 40)}” (${name}) has a contrast of ${ratio.toFixed(2)}: ${colours.join(' on ')}`);
  }
  return [...faint.values()];
}
