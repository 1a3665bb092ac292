import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Content, gherkin, langium, markdown, plan, schema, steps, yaml } from './content.ts';
import type { ServerCommand, Session } from './session.ts';

/** A server to be measured, and what it gets to read. */
export interface Server extends ServerCommand {
  readonly name: string;
  readonly content: Content;
  readonly ending: string;
  /** Lines at the end of which is typed. */
  readonly typed: RegExp;
  /** Puts what the server needs besides the content into a folder. */
  prepare?(folder: string): void;
  /** Waits until all files are known; without it the first diagnostics say so. Called before the server is told that it may begin. */
  indexed?(session: Session): Promise<unknown>;
}

const here = import.meta.dirname;
const modules = join(here, 'node_modules');

export const goldthread: Server = {
  name: 'Goldthread',
  args: [join(here, '../../../server/dist/lsp.cjs'), '--stdio'],
  pulls: true,
  languageId: 'goldthread',
  content: plan,
  ending: '.plan',
  typed: /\w$/,
};

/** Servers that people use for the same kind of work. */
export const peers: readonly Server[] = [
  {
    name: 'Langium 4.4',
    args: [join(here, 'peers/langium-server.mjs'), '--stdio'],
    pulls: false,
    languageId: 'plan',
    content: langium,
    ending: '.gplan',
    typed: /^(?!.*(outcomes|kpqs|lead|owner|uses|delivers|priorities|why):).*\w$/,
  },
  {
    name: 'Markdown 0.5',
    args: [join(here, 'peers/markdown-server.mjs'), '--stdio'],
    pulls: false,
    languageId: 'markdown',
    content: markdown,
    ending: '.md',
    typed: /\w$/,
    indexed: (session) => session.request('workspace/symbol', { query: '' }),
  },
  {
    name: 'YAML 2.0',
    args: [join(modules, 'yaml-language-server/bin/yaml-language-server'), '--stdio'],
    pulls: false,
    languageId: 'yaml',
    settings: { yaml: { validate: true, schemas: { './schema.json': '*.yaml' } } },
    content: yaml,
    ending: '.yaml',
    typed: /\w"?$/,
    prepare: (folder) => writeFileSync(join(folder, 'schema.json'), schema),
  },
  {
    name: 'Cucumber 1.7',
    args: [join(modules, '@cucumber/language-server/bin/cucumber-language-server.cjs'), '--stdio'],
    pulls: false,
    languageId: 'gherkin',
    content: gherkin,
    ending: '.feature',
    typed: /^ {2}Scenario.*\w$/,
    settings: { cucumber: { features: ['**/*.feature'], glue: ['steps/*.js'] } },
    prepare: (folder) => {
      mkdirSync(join(folder, 'steps'), { recursive: true });
      writeFileSync(join(folder, 'steps/steps.js'), steps);
    },
    indexed: (session) => session.logs(/step definition/i),
  },
];
