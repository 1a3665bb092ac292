import { profileNamed } from '../profiles/index.ts';
import type { Rule, Severity } from './rule.ts';

/** What a project asks of its plans: from `goldthread.json`, or from the command line. */
export interface Settings {
  /** The profiles, in order: where two set a rule, the later one counts. */
  readonly profiles: readonly string[];
  /** Rules set by the project itself, over the profiles: by id, or a whole group as `group/*`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** True to ask for everything even of a draft. */
  readonly final: boolean;
  /** How its documents look: the path of a theme. In the file it is seen from the folder of that file. */
  readonly theme?: string;
}

/** What is asked where nobody says otherwise. */
export const defaultSettings: Settings = { profiles: ['basic'], rules: {}, final: false };

/** The severity of a rule as it is set, before drafts are gone easy on; `off` where the rule is silenced. */
export function severityOf(rule: Rule, settings: Settings): Severity | 'off' {
  const group = `${rule.id.slice(0, rule.id.indexOf('/'))}/*`;
  let severity: Severity | 'off' = rule.severity;
  const profiles = settings.profiles.map(profileNamed);
  for (const rules of [...profiles.map((profile) => profile?.rules ?? {}), settings.rules])
    severity = rules[rule.id] ?? rules[group] ?? severity;
  return severity;
}
