import type { KeyLanguage } from '@goldthread/grammar';
import type { Rule } from '../../checks/rule.ts';
import { saysIn, whyIn } from '../../checks/rules-in-welsh.ts';
import { coded, escaped } from '../shown.ts';
import { wordsFor } from '../words.ts';

const phrases = {
  en: { source: 'Source' },
  cy: { source: 'Ffynhonnell' },
};

/** What a rule asks, why, and where the reason comes from, as Markdown. */
export function ruleWords(rule: Rule, language: KeyLanguage): string {
  const { id, source } = rule;
  const from = `*${wordsFor(phrases, language).source}: ${escaped(source.replace(/\.$/, ''))}.*`;
  return [coded(id), `**${escaped(saysIn(rule, language))}**`, escaped(whyIn(rule, language)), from].join('\n\n');
}
