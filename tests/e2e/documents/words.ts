import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { lettersOf, wordsOfDocument, wordsOfPlan } from '../../documents/words-of-plan.ts';
import type { AllMade, Check } from './made.ts';

/**
 * That every title and every word of prose of a plan is in its PDF. Other formats are tried the same way without such programs
 * (`tests/documents/whole.test.ts`).
 */
export function* wordsInPdf({ plans }: AllMade): Generator<Check> {
  for (const { name, edition, path } of plans)
    yield {
      name: `pdf: ${name} has every word`,
      run: async () => {
        const wanted = [...new Set([...wordsOfPlan(edition), ...wordsOfDocument(edition)])];
        const there = lettersOf(await wordsOnPages(path('pdf')));
        return wanted.filter((words) => !there.includes(words)).map((words) => `It does not say: ${words}`);
      },
    };
}

/** The words on the pages of a PDF, one after the other, running heads left out as what is only for the eye. */
async function wordsOnPages(path: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const words: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
    /** The marks that are open, true for those of what is only for the eye. */
    const open: boolean[] = [];
    for (const item of items)
      if ('str' in item) {
        if (!open.includes(true)) words.push(item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push((item as { readonly tag?: string }).tag === 'Artifact');
  }
  await task.destroy();
  return words.join('');
}
