/**
 * The program that reads a PDF: it is told of one by the program that starts it, and answers with its words. It is a process of its own
 * because a PDF can be made to take any time and any memory of whoever reads it.
 */
import process from 'node:process';
import { pdfReader } from '../../importers/readers/pdf/pdf.ts';
import type { Source } from '../../importers/source.ts';
import type { PdfAnswer, PdfTask } from './messages.ts';

/** How often the memory is looked at, in milliseconds. */
const often = 100;

const most = Number(process.argv[2]);

process.on('disconnect', () => process.exit());
/** Ends where more memory is taken than is given. */
function look(): void {
  if (process.memoryUsage.rss() > most) process.exit(1);
}
setInterval(look, often).unref();

process.once('message', async ({ bytes, name, changes }: PdfTask) => {
  const progress = (done: number, all: number): void => {
    look();
    process.send?.({ done, all } satisfies PdfAnswer);
  };
  let answer: PdfAnswer;
  try {
    // This reader gives no plans.
    answer = { source: (await pdfReader.read(bytes, { name, changes, progress })) as Source };
  } catch (error) {
    answer = { fault: error instanceof Error && error.name === 'ImportFault' ? error.message : '' };
  }
  process.send?.(answer, () => process.disconnect());
});
