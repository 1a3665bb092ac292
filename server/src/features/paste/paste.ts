import { type KeyLanguage, meaningAnywhere } from '@goldthread/grammar';
import type { PlanFile, Range } from '../../workspace/plan-file.ts';
import { insertionAt } from '../insertion.ts';
import { offersBetween } from './between.ts';
import { readHtml } from './html.ts';
import { offersInProse } from './in-prose.ts';
import type { Offer } from './offer.ts';
import { readPlain } from './plain.ts';

/** Longer texts are pasted as they are, in UTF-16 units. */
const MOST = 1_000_000;
/** Of so many lines it is told whether they are a piece of a plan. */
const MOST_LINES = 200;
/** What an editor copies with its colours: the text alone says more. */
const fromEditor = /white-space:\s*pre|vscode-editor-data/i;
const keyLine = /^\s*([\p{L}\p{M}\p{N}-]+)(?:\s+[^\s:]+)?\s*:(?!\/)/u;

/**
 * What pasted text could become at a place, the best first: bullets actions, or items like those above; a table one in Markdown;
 * paragraphs text as deep as it has to be. Nothing where the text is as good as it is, or is a piece of a plan.
 */
export function pasteOffers(file: PlanFile, range: Range, text: string, html?: string): Offer[] {
  if (text.length > MOST) return [];
  const at = insertionAt(file, range);
  const isFormatted = html !== undefined && html !== '' && !fromEditor.test(html.slice(0, 5_000));
  if (!isFormatted && isPlanText(text, at.language)) return [];
  const pieces = isFormatted ? readHtml(html) : readPlain(text);
  if (pieces.length === 0) return [];
  const offers = at.prose ? offersInProse(at, at.prose, pieces) : offersBetween(at, pieces);
  const seen = new Set([text, text.replace(/\r\n?|\n/g, at.lineEnd)]);
  return offers.filter((offer) => !seen.has(offer.text) && seen.add(offer.text));
}

/** True for lines that are a piece of a plan already: the first says what it is, and another one where there are several. */
function isPlanText(text: string, language: KeyLanguage): boolean {
  const lines = text.split(/\r\n?|\n/, MOST_LINES).filter((line) => line.trim());
  const isKey = (line: string): boolean => {
    const word = keyLine.exec(line.slice(0, 200))?.[1];
    return word !== undefined && meaningAnywhere(word, language) !== undefined;
  };
  return isKey(lines[0] ?? '') && (lines.length === 1 || lines.slice(1).some(isKey));
}
