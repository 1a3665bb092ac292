import { rules } from '../checks/index.ts';
import type { Rule } from '../checks/rule.ts';
import { defaultSettings, severityOf } from '../checks/settings.ts';
import { engineFor, type Files } from '../examples.ts';
import type { Item } from '../model/item.ts';
import { type Profile, profiles } from '../profiles/index.ts';
import { bullets, code, link, listed, paragraphs, plain, table } from './markdown.ts';

/** The shipped libraries, each with its frameworks and what they hold. */
export function libraryTable(libraries: Files): string {
  const engine = engineFor({}, libraries);
  engine.update();
  const { model, workspace } = engine;
  const rows = workspace.plans
    .filter(({ shipped }) => shipped)
    .map((plan) => {
      const frameworks = [...model.items(plan)].filter(({ key }) => key === 'framework');
      const file = plan.root.path.slice(plan.root.path.indexOf(':') + 1);
      return [
        link(code(plan.id), `../server/libraries/${file}`),
        plain(model.root(plan)?.title ?? ''),
        frameworks.map(frameworkWords).join('\n'),
      ];
    });
  return table(['Library', 'What it is', 'Its frameworks'], rows);
}

function frameworkWords(framework: Item): string {
  const held = [...framework.withBelow()];
  const counts = (['goal', 'requirement'] as const).flatMap((key) => {
    const count = held.filter((item) => item.key === key).length;
    return count > 0 ? [`${count} ${key}${count === 1 ? '' : 's'}`] : [];
  });
  return `${code(framework.id ?? '')}: ${listed(counts, 'and')}`;
}

/** What each profile is for and what it changes. */
export const profileEntries = (): string =>
  profiles
    .map((profile) =>
      paragraphs(
        `#### ${code(profile.id)}`,
        `**${profile.title}.** ${plain(profile.meaning)}`,
        bullets([
          ...(profile.libraries.length > 0 ? [`Leans on ${listed(profile.libraries.map(code), 'and')}.`] : []),
          ...labelWords(profile),
        ]),
      ),
    )
    .join('\n\n');

function labelWords({ labels }: Profile): string[] {
  const words = Object.entries(labels).map(([key, words]) => `“${words}” for ${code(key)}`);
  return words.length > 0 ? [`Headings where the plan gives no label of its own: ${words.join(', ')}.`] : [];
}

/** The severity of a rule in a profile, before drafts are gone easy on. */
export const severityIn = (rule: Rule, profile: string) =>
  severityOf(rule, { ...defaultSettings, profiles: [...new Set([...defaultSettings.profiles, profile])] });

/** The profiles besides the one that everybody has. */
export const furtherProfiles = profiles.filter(({ id }) => !defaultSettings.profiles.includes(id));

/** The rules that some profile sets otherwise than `basic`, with the severity in each. */
export function profileTable(): string {
  const set = rules.filter((rule) =>
    furtherProfiles.some(({ id }) => severityIn(rule, id) !== severityIn(rule, 'basic')),
  );
  return table(
    ['Check', 'basic', ...furtherProfiles.map(({ id }) => id)],
    set.map((rule) => {
      const usual = severityIn(rule, 'basic');
      const others = furtherProfiles.map(({ id }) => severityIn(rule, id));
      return [ruleLink(rule.id, ''), usual, ...others.map((severity) => (severity === usual ? '' : `**${severity}**`))];
    }),
  );
}

/** The anchor of a rule in the rule reference. It never changes: what links to it from outside may count on it. */
export const ruleAnchor = (id: string): string => id.replace('/', '-');

/** A link to a rule, from a page beside the rule reference or, with the path to it, from elsewhere. */
export const ruleLink = (id: string, page = 'rules.md'): string => link(code(id), `${page}#${ruleAnchor(id)}`);
