import { faultsOf } from '../pages/stage.ts';
import type { Tally } from '../tally.ts';
import { WebPages } from './html.ts';
import { type AllMade, type Check, makeAll, sameBytes } from './made.ts';
import { pdfChecks, pdfTools } from './pdf.ts';
import { missing, type Tool } from './tools.ts';
import { officeTools, wordInOffice, wordSchemas } from './word.ts';
import { wordsInPdf } from './words.ts';
import { workbookChecks } from './workbook.ts';

/** A set of checks, with the programs that it needs. */
interface Part {
  readonly tools: readonly Tool[];
  checks(made: AllMade): Iterable<Check>;
}

/** Builds every sample in every format, and reads back what was built with programs that know nothing of ours. */
export async function runDocuments(tally: Tally, words: string): Promise<void> {
  const began = performance.now();
  const made = await makeAll();
  tally.passed('every sample is built in every format', Math.round(performance.now() - began));
  await using pages = await WebPages.open(made);
  const parts: readonly Part[] = [
    { tools: [], checks: sameBytes },
    { tools: [], checks: () => pages.checks() },
    { tools: pdfTools, checks: pdfChecks },
    { tools: [], checks: wordsInPdf },
    { tools: [], checks: wordSchemas },
    { tools: officeTools, checks: wordInOffice },
    { tools: [], checks: workbookChecks },
  ];
  const queue: Check[] = [];
  for (const { tools, checks } of parts) {
    const why = missing(tools);
    for (const check of checks(made))
      if (!check.name.includes(words)) continue;
      else if (why === undefined) queue.push(check);
      else if (process.env.CI) tally.failed(check.name, why);
      else tally.skipped(`${check.name}: ${why}`);
  }
  const work = async (): Promise<void> => {
    for (let check = queue.shift(); check; check = queue.shift()) await tried(check, tally);
  };
  await Promise.all([work(), work()]);
}

async function tried({ name, run }: Check, tally: Tally): Promise<void> {
  const began = performance.now();
  const faults = await faultsOf(async () => [...(await run())]);
  if (faults.length === 0) tally.passed(name, Math.round(performance.now() - began));
  else tally.failed(name, faults.slice(0, 30).join('\n'));
}
