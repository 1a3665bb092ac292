import { entriesOf, type KeyLanguage } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { rules } from '../../checks/index.ts';
import { saysIn } from '../../checks/rules-in-welsh.ts';
import { wordsFor } from '../words.ts';
import type { Offer, Offers } from './offer.ts';
import { phrases } from './phrases.ts';
import type { Spot } from './spot.ts';

/** What is written before the name of the rule that a comment allows. */
const allowing: Readonly<Record<KeyLanguage, string>> = { en: 'allow', cy: 'caniatáu' };

/** The first line of a file whose keys are in Welsh, behind its sign. */
const welshKeys = 'language: cy';

const allowed = /^#[ \t]*(?:allow|caniat(?:á|a\u0301)u)(?:[ \t]*:[ \t]*|[ \t]+)(?<rule>[^\s:]*)$/i;
const begun = /^#[ \t]*(?<word>[\p{L}\p{M}]*)$/u;

/** The rules that a comment may allow, those first that find something in the entry below it. Undefined in other comments. */
export function commentOffers(spot: Spot): Offers | undefined {
  const { text, at, lineEnd, offset } = spot;
  const before = text.slice(at, offset);
  const rule = allowed.exec(before)?.groups?.rule;
  if (rule !== undefined) {
    const rest = /^[\w/-]*/.exec(text.slice(offset, lineEnd))?.[0] ?? '';
    const isFollowed = text.charAt(offset + rest.length) === ':';
    return { span: { start: offset - rule.length, end: offset + rest.length }, offers: ruleOffers(spot, isFollowed) };
  }
  const word = begun.exec(before)?.groups?.word;
  if (word === undefined || offset < lineEnd) return undefined;
  return { span: { start: offset - word.length, end: offset }, offers: beginnings(spot) };
}

/** What a comment may begin with that means something: a rule to allow; on the first line the language of the keys. */
function beginnings({ language, position }: Spot): Offer[] {
  const words = wordsFor(phrases, language);
  const label = allowing[language];
  const kind = CompletionItemKind.Keyword;
  const allow: Offer = { label, text: `${label} `, detail: words.allow, kind, again: true };
  if (position.line > 0) return [allow];
  return [{ label: welshKeys, text: welshKeys, detail: words.welshKeys, kind }, allow];
}

function ruleOffers(spot: Spot, isFollowed: boolean): Offer[] {
  const broken = rulesBroken(spot);
  const others = rules.filter(({ id }) => !broken.has(id));
  return [...rules.filter(({ id }) => broken.has(id)), ...others].map((rule) => ({
    label: rule.id,
    text: isFollowed ? rule.id : `${rule.id}: `,
    detail: saysIn(rule, spot.language),
    more: { rule: rule.id },
    kind: CompletionItemKind.Value,
  }));
}

/** The rules that find something in the entry below a line. */
function rulesBroken({ snapshot, file, placed, line }: Spot): Set<string> {
  if (!placed) return new Set();
  let below: { from: number; to: number } | undefined;
  for (const entry of entriesOf(placed.block))
    if (entry.line > line) {
      below = { from: entry.line, to: placed.block.lineAt(Math.max(entry.at, entry.end - 1)) };
      break;
    }
  if (!below) return new Set();
  const first = file.tree.lines[placed.index] ?? 0;
  const { from, to } = below;
  const found = snapshot
    .diagnostics(file)
    .filter(({ range }) => range.start.line >= first + from && range.start.line <= first + to);
  return new Set(found.map(({ rule }) => rule));
}
