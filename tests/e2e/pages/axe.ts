import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { here } from '../paths.ts';

const source = readFileSync(createRequire(`${here}/`).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer depends on colours: all that another theme can change. */
const ofColours = ['color-contrast', 'link-in-text-block'];

interface Axe {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
}

/** What axe finds in a page: by all its rules, or by those alone that depend on colours. One line for each place, the first few of each rule. */
export async function axeFindings(page: Page, which: 'all' | 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const runOnly = which === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ofColours };
  return page.evaluate(
    async ({ runOnly }) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes
          .slice(0, 4)
          .map(
            ({ target, failureSummary = '' }) =>
              `${id} (${help}; ${nodes.length} in all): ${target.join(' ')} ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
          ),
      );
    },
    { runOnly },
  );
}

/** Words in drawings that are hard to read where they stand. axe looks at CSS backgrounds only, and a box in a drawing is none. */
export const faintWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document
      .createElement('canvas')
      .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
    canvas.canvas.width = canvas.canvas.height = 1;
    const rgba = (colour: string): number[] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const over = ([r = 0, g = 0, b = 0, a = 255]: number[], below: number[]): number[] =>
      [r, g, b].map((value, index) => (value * a + (below[index] ?? 255) * (255 - a)) / 255);
    const luminance = (colour: number[]): number => {
      const [r = 0, g = 0, b = 0] = colour.map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const background = (element: Element | null): number[] => {
      if (!element) return [255, 255, 255];
      const own = rgba(getComputedStyle(element).backgroundColor);
      return own[3] === 255 ? own.slice(0, 3) : over(own, background(element.parentElement));
    };
    const faint = new Map<string, string>();
    for (const text of document.querySelectorAll('svg text, svg tspan')) {
      const words = [...text.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.nodeValue)
        .join('')
        .trim();
      const styles = getComputedStyle(text);
      if (words === '' || !text.checkVisibility()) continue;
      const svg = text.closest('svg') as SVGSVGElement;
      const { left, top, width, height } = text.getBoundingClientRect();
      let below = background(svg.parentElement);
      for (const shape of svg.querySelectorAll('rect, path, circle, polygon')) {
        if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) break;
        const box = shape.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        if (
          shape.closest('defs, marker, pattern, clipPath') ||
          x < box.left ||
          x > box.right ||
          y < box.top ||
          y > box.bottom
        )
          continue;
        const point = new DOMPoint(x, y).matrixTransform((shape as SVGGraphicsElement).getScreenCTM()?.inverse());
        const { fill, fillOpacity } = getComputedStyle(shape);
        if (fill === 'none' || fill.startsWith('url') || !(shape as SVGGeometryElement).isPointInFill(point)) continue;
        const colour = rgba(fill);
        colour[3] = (colour[3] ?? 255) * Number(fillOpacity);
        below = over(colour, below);
      }
      const above = over(rgba(styles.fill), below);
      const [light = 0, dark = 0] = [luminance(above), luminance(below)].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      const size = Number.parseFloat(styles.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(styles.fontWeight) >= 700) ? 3 : 4.5;
      const name = text.closest('[class]')?.getAttribute('class') ?? '';
      if (ratio < needed)
        faint.set(
          name,
          `“${words.slice(0, 40)}” (${name}) has a contrast of ${ratio.toFixed(2)}: ${styles.fill} on ${below.map(Math.round).join()}`,
        );
    }
    return [...faint.values()];
  });
