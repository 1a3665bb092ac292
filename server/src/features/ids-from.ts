import { idFrom, type KeyLanguage } from '@goldthread/grammar';

/** Small words that an id is as clear without. */
const small: Readonly<Record<KeyLanguage, ReadonlySet<string>>> = {
  en: new Set(
    'a an and are as at be been being but by can for from had has have how i in into is it its more of on or our so than that the their them they this to was we were what which who will with you your'.split(
      ' ',
    ),
  ),
  cy: new Set(
    'a ac am ar â at bod bydd byddwn ein eu ei fel fod gan gyda i mae mewn na nag neu o oes ond sut sy sydd un y yn yr yng ym'.split(
      ' ',
    ),
  ),
};

/** How many words a short id has. */
const FEW = 3;

/** What an item with a title may be called: a short id, then one of the whole title. None where the title gives none. */
export function idsFrom(title: string, language: KeyLanguage): readonly string[] {
  const whole = idFrom(title).replace(/-+$/, '');
  if (whole === '') return [];
  const words = whole.split('-');
  const telling = words.filter((word) => !small[language].has(word));
  return [(telling.length > 0 ? telling : words).slice(0, FEW).join('-'), whole];
}
