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
