import { expect, test } from 'vitest';
import { importDocument } from '../../server/src/importers/import.ts';

/** Documents that nothing can be made of, whatever they are called, and what is said of them. */
test.each([
  ['plan.rtf', '{\\rtf1\\ansi Our plan\\par}', /^This is Rich Text Format \(RTF\)\..*save it as \.docx/],
  ['plan.txt', '{\\rtf1\\ansi Our plan\\par}', /^This is Rich Text Format/],
  ['plan.txt', '', /^The file is empty/],
  ['plan.txt', ' \n\n', /^This file has no words in it/],
  ['plan.md', '---\n\n***\n', /^There is not a word in this document/],
  ['plan.html', '<!doctype html><p> </p>', /^There is not a word in this document/],
])('%s of %j', async (name, text, message) => {
  const bytes = new TextEncoder().encode(text);
  await expect(importDocument(bytes, { name })).rejects.toThrow(message);
});
