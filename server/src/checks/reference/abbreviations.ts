/**
 * Two capital letters, or a capital and a figure, within a few letters of each other, and the rest of the word: HMICFRS, PCSOs,
 * MoJ, A&E, CO2. Letters are those of Latin script, in plain ranges: every word of a plan is looked at.
 */
const abbreviation = /[A-ZÀ-ÖØ-ÞŴŶ][a-zß-öø-ÿŵŷ&]{0,4}[A-ZÀ-ÖØ-ÞŴŶ0-9][A-Za-zÀ-ɏ0-9&]*/g;

/** One way to write all forms of an abbreviation: in small letters, without the s of the plural. */
const keyed = (text: string): string => text.normalize('NFC').toLowerCase().replace(/s$/, '');

/** The key of a title that is one abbreviation and nothing else; undefined for other words. */
export function abbreviationKey(title: string): string | undefined {
  const [only] = title.match(abbreviation) ?? [];
  return only === title ? keyed(title) : undefined;
}

/** The key that an abbreviation has if an id is made of it: `epc` → that of EPC. */
export const keyOfId = (id: string): string => keyed(id);

/** The abbreviations in a text: the key of each, and where it stands. */
export function abbreviationsIn(text: string): readonly { key: string; at: number }[] {
  const found: { key: string; at: number }[] = [];
  abbreviation.lastIndex = 0;
  for (let match = abbreviation.exec(text); match; match = abbreviation.exec(text))
    found.push({ key: keyed(match[0]), at: match.index });
  return found;
}
