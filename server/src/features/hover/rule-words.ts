import type { KeyLanguage } from '@goldthread/grammar';
import type { Rule } from '../../checks/rule.ts';
import { coded, escaped } from '../shown.ts';
import { wordsFor } from '../words.ts';

const phrases = {
  en: { source: 'Source' },
  cy: { source: 'Ffynhonnell' },
};

/** What a rule asks, why, and where the reason comes from, as Markdown. */
export function ruleWords({ id, says, why, source }: Rule, language: KeyLanguage): string {
  const from = `*${wordsFor(phrases, language).source}: ${escaped(source.replace(/\.$/, ''))}.*`;
  return [coded(id), `**${escaped(says)}**`, escaped(why), from].join('\n\n');
}
