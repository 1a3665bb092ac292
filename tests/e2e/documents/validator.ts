import { HtmlValidate, type RuleConfig, StaticConfigLoader } from 'html-validate';

/** Rules of the checker that are not asked for, each with the reason. All others of its presets are. */
const left: Readonly<Record<string, string>> = {
  'valid-id':
    'It wants ids to begin with a letter, as HTML 4 did. HTML takes any without spaces, which another rule looks at; ours are those of items, in any script, and those of the page itself begin with “_” so that they are never the same.',
  'long-title': 'It wants titles under 70 letters. The titles of plans and chapters are what they are.',
  'tel-non-breaking': 'It wants other spaces in telephone numbers than those that were written.',
};

const rules: RuleConfig = Object.fromEntries(Object.keys(left).map((name) => [name, 'off']));

/** The rules of the standard, of good practice and of access, as far as they can be told from the text of a page. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules,
  }),
);

/** What is wrong with the HTML of a page: a line for each place. */
export async function faultsOfHtml(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
