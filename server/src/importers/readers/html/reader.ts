import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Source } from '../../source.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { decodedPage } from './encoding.ts';
import { sourceOf } from './page.ts';
import { HtmlTree } from './tree.ts';

/** Bytes at the beginning of a file that are looked at to see whether it is a page. */
const beginning = 4_096;

/** A web page, whoever or whatever wrote it. */
export const htmlReader: Reader = {
  name: 'html',
  endings: ['html', 'htm', 'xhtml'],
  meaning: 'a web page, also as Word, LibreOffice or Google Docs save one',
  recognises: (bytes) =>
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(
      decodedPage(bytes.subarray(0, beginning)),
    ),
  read: async (bytes, options) => readHtml(bytes, options),
};

/**
 * Reads a page.
 *
 * @throws {ImportFault} where it is too large, or has no words.
 */
export function readHtml(bytes: Uint8Array, options: Pick<ReadOptions, 'changes'>): Source {
  if (bytes.length > limits.fileBytes)
    throw new ImportFault('This page is too large to be read. Divide it, and import the parts.');
  const tree = new HtmlTree();
  tree.markup(decodedPage(bytes));
  return sourceOf(tree, options);
}
