import { type KeyLanguage, readPath, textOf, valueSpan } from '@goldthread/grammar';
import { allowances } from '../checks/allow.ts';
import { rules } from '../checks/index.ts';
import { resolvePath } from '../workspace/host.ts';
import type { PlacedBlock, PlanFile, Range } from '../workspace/plan-file.ts';
import { proseLinks } from './prose-links.ts';
import type { Snapshot } from './snapshot.ts';
import { wordsFor } from './words.ts';

/** Words in a plan file that open something: a file by its path, a web page or a page of the program by its address. */
export interface PlanLink {
  readonly range: Range;
  readonly path?: string;
  readonly url?: string;
  /** What opens, in words. */
  readonly tooltip: string;
}

interface LinkWords {
  file(path: string): string;
  page(host: string): string;
  rule(id: string): string;
}

const words: Readonly<Record<KeyLanguage, LinkWords>> = {
  en: {
    file: (path) => `Open ‘${path}’`,
    page: (host) => `Open the web page at ${host}`,
    rule: (id) => `What ‘${id}’ checks, and why`,
  },
  cy: {
    file: (path) => `Agor ‘${path}’`,
    page: (host) => `Agor y dudalen we yn ${host}`,
    rule: (id) => `Beth mae ‘${id}’ yn ei wirio, a pham`,
  },
};

/**
 * What can be opened from a file: parts, pictures and tables of figures that are there; files that prose links to; web pages; the
 * pages of rules that comments allow. What stands between double brackets is left to the definition.
 */
export function links({ model, workspace }: Snapshot, file: PlanFile): PlanLink[] {
  const say = wordsFor(words, file.tree.language);
  const found: PlanLink[] = [];
  const isThere = (path: string): boolean => workspace.files.has(path) || workspace.host.exists(path);
  const addFile = (placed: PlacedBlock, start: number, end: number, written: string): void => {
    const path = resolvePath(file.path, written);
    if (isThere(path)) found.push({ range: placed.range(start, end), path, tooltip: say.file(written) });
  };
  for (const placed of file.blocks) {
    const { block } = placed;
    for (const { entry } of model.content(placed)?.paths ?? []) {
      const written = textOf(block, entry);
      const { start, end } = valueSpan(block, entry);
      if (written && !readPath(written).fault) addFile(placed, start, end, written);
    }
    for (const { start, end, path } of proseLinks(block.text, 0, block.text.length)) addFile(placed, start, end, path);
    for (const { start, end, url } of webLinks(block.text))
      found.push({ range: placed.range(start, end), url: url.href, tooltip: say.page(url.hostname) });
    for (const { rule, name } of allowances(placed))
      if (isRule(rule))
        found.push({
          range: placed.range(name.start, name.end),
          url: `goldthread:rules/${rule}.md`,
          tooltip: say.rule(rule),
        });
  }
  return found;
}

const isRule = (id: string): boolean => rules.some((rule) => rule.id === id);

const address = /https:\/\/[^\s<>"“”`|\\^{}]+/gi;
/** The longest address that is a link, in UTF-16 units. */
const LONGEST = 2_000;

/** The addresses of web pages in a text, without the punctuation behind them. Only those that are sent in secret. */
function* webLinks(text: string): Generator<{ start: number; end: number; url: URL }> {
  if (!/https:\/\//i.test(text)) return;
  for (const { 0: written, index } of text.matchAll(address)) {
    const end = endOfAddress(written);
    if (end > LONGEST) continue;
    const url = URL.canParse(written.slice(0, end)) ? new URL(written.slice(0, end)) : undefined;
    // A name before an @ looks like the page that one goes to, and is not.
    if (url?.hostname.includes('.') && !url.username && !url.password) yield { start: index, end: index + end, url };
  }
}

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Where an address ends: before punctuation that belongs to the sentence, and before a bracket that it did not open. */
function endOfAddress(written: string): number {
  if (written.length > LONGEST) return written.length;
  let end = written.length;
  for (; end > 0; end--) {
    const last = written.charAt(end - 1);
    const opener = openers[last];
    if (opener === undefined ? !/[.,;:!?'’‘*_~…»]/.test(last) : isBalanced(written.slice(0, end), opener, last)) break;
  }
  return end;
}

const isBalanced = (text: string, open: string, close: string): boolean =>
  text.split(open).length >= text.split(close).length;
