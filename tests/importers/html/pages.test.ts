import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHtml } from '../../../server/src/importers/readers/html/reader.ts';
import { readMarkdownFile } from '../../../server/src/importers/readers/markdown/reader.ts';
import { account } from './outline.ts';

/** Pages as other bodies publish them, in words of our own; beside each, its blocks as a person would have them. */
const folder = join(import.meta.dirname, 'pages');

test.each(readdirSync(folder).filter((name) => /\.(?:page|md)$/.test(name)))('%s', async (name) => {
  const bytes = readFileSync(join(folder, name));
  const source = (name.endsWith('.md') ? readMarkdownFile : readHtml)(bytes, { changes: 'taken' });
  const properties = Object.entries(source.properties).filter(([, value]) => value !== undefined);
  const text = [...properties.map(([key, value]) => `${key}: ${value}`), '', account(source), ''].join('\n');
  await expect(text).toMatchFileSnapshot(join(folder, `${name}.txt`));
});
