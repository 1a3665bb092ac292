/** Offices that people hold who sign plans or are quoted in them. This is data. */
export const offices =
  '(?:deputy |assistant |acting |interim |joint |vice[- ]|lord |executive |chief |cabinet )*(?:commissioner|chief constable|leader|chief executive(?: officer)?|chair(?:man|woman|person)?|mayor|minister|secretary of state|director(?: general)?|president|vice-chancellor|chancellor|principal|chief officer|chief fire officer|head|councillor|cabinet member|member|governor|manager|officer|sheriff|cathaoirleach|provost|convener|superintendent|comisiynydd|prif gwnstabl|arweinydd|prif weithredwr|cadeirydd|maer|gweinidog|cyfarwyddwr)';

const holder =
  /^(?:(?:Rt\.? Hon\.?|Sir|Dame|Lord|Lady|Baroness|Dr|Prof(?:essor)?|Cllr|Councillor|Mr|Mrs|Ms|Mx|Y Cynghorydd)\.? ?)*(?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}’'-]+|\p{Lu}\.|ap|ab|de|van|von|ferch)){1,4}(?: (?:OBE|CBE|MBE|QPM|DL|KC|QC|JP|MP|MS|AM|MSP))*$/u;

const office = new RegExp(`(?:^|\\b)${offices}\\b`, 'iu');

/** Somebody with an office. */
export interface OfficeHolder {
  readonly name: string;
  readonly office: string;
}

/** The longest signature, in UTF-16 units. */
const longest = 160;

/**
 * Reads a signature: a name and an office, in two lines, or in one with a comma or the end of bold letters between them; or several of
 * these, one to a line. `text` is Markdown in a line; none for anything else.
 */
export function officeHoldersOf(text: string): OfficeHolder[] {
  if (text.length > longest * 2) return [];
  const lines = text.split(/\\?\n/).map((line) => line.trim());
  const each = lines.map((line) => holderOf([line]));
  if (lines.length > 1 && each.every((holder) => holder !== undefined)) return each as OfficeHolder[];
  const one = text.length > longest ? undefined : holderOf(lines);
  return one ? [one] : [];
}

function holderOf(lines: readonly string[]): OfficeHolder | undefined {
  const [name = '', ...rest] = lines
    .flatMap((line) => line.replace(/^\*\*([^*]+)\*\*\s+(?=\p{L})/u, '$1, ').split(/,\s+|\s+[–—-]\s+/))
    .map((part) => part.replace(/[*_]/g, '').trim())
    .filter((part) => part !== '');
  const held = rest.join(', ').replace(/\s+/g, ' ');
  if (rest.length === 0 || !holder.test(name) || !office.test(held) || /[.!?]$/.test(held)) return undefined;
  return { name, office: held };
}
