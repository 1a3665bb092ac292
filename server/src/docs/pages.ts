import { textmateGrammar } from '@goldthread/grammar';
import { rules } from '../checks/index.ts';
import { settingsSchema } from '../config.ts';
import { themeSchema } from '../documents/theme/schema.ts';
import type { Files } from '../examples.ts';
import { profiles } from '../profiles/index.ts';
import { importParts } from './import.ts';
import { languagePage } from './language.ts';
import { refresh } from './markdown.ts';
import { readmeParts } from './readme.ts';
import { rulesPage } from './rules.ts';
import { sampleParts } from './samples.ts';
import type { Sources } from './sources.ts';

/** Every file that the program writes about itself, by its path from the root of the repository. */
export const writtenFiles = ({ templates, libraries, samples, pages }: Sources): Files => ({
  'docs/language.md': languagePage(templates.language ?? '', libraries),
  'docs/rules.md': rulesPage(templates.rules ?? '', libraries),
  'docs/goldthread.schema.json': json(settingsSchema(rules, profiles)),
  'server/schemas/theme.schema.json': json(themeSchema()),
  'syntaxes/plan.tmLanguage.json': json(textmateGrammar()),
  'docs/import.md': refresh(pages['docs/import.md'] ?? '', importParts()),
  'README.md': refresh(pages['README.md'] ?? '', readmeParts(samples, libraries)),
  'samples/README.md': refresh(pages['samples/README.md'] ?? '', sampleParts(samples, libraries)),
});

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
