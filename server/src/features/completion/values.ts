import { type Field, kinds, meaningIn } from '@goldthread/grammar';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { wordsFor } from '../words.ts';
import { dateOffers } from './dates.ts';
import { commonLanguages, languageName } from './languages.ts';
import { foundBy, type Offer, type Offers } from './offer.ts';
import { phrases } from './phrases.ts';
import { inList, inWhole } from './pieces.ts';
import { referenceOffers } from './references.ts';
import type { ValueSite } from './site.ts';
import type { Spot } from './spot.ts';
import { partsToInclude, writtenElsewhere } from './written.ts';

/** What may be written as the value of a field: what its type says. */
export function valueOffers(spot: Spot, { field, entry, start }: ValueSite): Offers | undefined {
  switch (field?.type) {
    case 'reference':
      return referenceOffers(spot, field, entry, start);
    case 'choice':
      return inWhole(spot, start, choices(spot, field));
    case 'language':
      return inWhole(spot, start, languages(spot));
    case 'languages':
      return inList(spot, start, languages(spot));
    case 'kinds':
      return inList(spot, start, plurals(spot));
    case 'date':
    case 'due':
    case 'period':
    case 'target':
    case 'baseline':
      return dateOffers(spot, field, start);
    case 'text':
      return inWhole(spot, start, field.name === 'key' ? noHeading(spot) : writtenElsewhere(spot, field));
    case 'words':
      return inList(spot, start, writtenElsewhere(spot, field));
    case 'path':
      return field.on.includes('plan-content') ? inWhole(spot, start, partsToInclude(spot)) : undefined;
    default:
      return undefined;
  }
}

function choices({ language }: Spot, { choices: english = [], choicesCy }: Field): Offer[] {
  const words = language === 'cy' && choicesCy ? choicesCy : english;
  return words.map((word, index) => {
    const found = foundBy(word, word === english[index] ? '' : (english[index] ?? ''));
    return { label: word, text: word, found, kind: CompletionItemKind.EnumMember };
  });
}

const languages = ({ language }: Spot): Offer[] =>
  commonLanguages.map((code) => {
    const name = languageName(code, language);
    const found = `${code} ${name ?? ''}`;
    return { label: code, text: code, detail: name, found, kind: CompletionItemKind.Constant };
  });

const plurals = ({ language }: Spot): Offer[] =>
  kinds
    .filter(({ root }) => !root)
    .map((kind) => {
      const plural = language === 'cy' ? kind.pluralCy : kind.plural;
      const found = foundBy(plural, plural === kind.plural ? '' : kind.plural);
      return { label: plural, text: plural, found, detail: meaningIn(kind, language), kind: CompletionItemKind.Class };
    });

/** What a label says that is to print nothing. */
const noHeading = ({ language }: Spot): Offer[] => [
  { label: 'none', text: 'none', detail: wordsFor(phrases, language).noHeading, kind: CompletionItemKind.EnumMember },
];
