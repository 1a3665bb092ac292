import { formatted } from '@goldthread/grammar';
import about from '../../package.json' with { type: 'json' };
import { rules as allRules } from '../checks/index.ts';
import { defaultSettings, severityOf } from '../checks/settings.ts';
import { formats as allFormats } from '../documents/formats.ts';
import type { Format, Profile, Rule } from '../index.ts';
import { profiles as allProfiles } from '../profiles/index.ts';
import { GoldthreadError } from './error.ts';
import { explained, ruleFault } from './explain.ts';
import { platform } from './platform.ts';

/** How many columns a page has that nobody prints on a terminal. */
const WIDTH = 100;

export const { version } = about;

export const rules: readonly Rule[] = allRules.map((rule) => {
  const { id, says, why, source } = rule;
  return { id, severity: severityOf(rule, defaultSettings), says, why, source };
});

export const profiles: readonly Profile[] = allProfiles.map(({ id, title, meaning }) => ({ id, title, meaning }));

export const formats: readonly Format[] = allFormats.map(({ name, ending, meaning }) => ({ name, ending, meaning }));

/** Lays the text of a plan out. */
export const format = (text: string): string => formatted(text);

/** The page of a check, as text without colour. */
export function explain(check: string): string {
  const page = explained(check, platform.libraries, { colour: false, width: WIDTH });
  if (page === undefined) throw new GoldthreadError(ruleFault(check));
  return page;
}
