import { jsonText } from '../../reporters/machine-text.ts';
import type { Account } from './account.ts';
import { lookFirst, toLookAt } from './first.ts';

/** The schema that describes the report. */
const SCHEMA = 'goldthread/schemas/import-report.schema.json';
/** Goes up when a program that reads the report would have to change. */
const VERSION = 1;
/** How many things are named to be looked at first. */
const MOST_FIRST = 10;

/** A document that was brought in, as the report tells of it. */
export interface ReportedImport {
  /** The path of the document, as it is printed. */
  readonly source: string;
  /** The path of the plan, as it is printed. */
  readonly plan: string;
  /** The paths of its pictures, as they are printed. */
  readonly pictures: readonly string[];
  readonly account: Account;
}

/** A document that could not be brought in: a sentence says why. */
export interface ReportedFault {
  readonly source: string;
  readonly message: string;
}

/** The reports of some documents as JSON, for other programs. `server/schemas/import-report.schema.json` describes it. */
export const jsonReport = (imports: readonly ReportedImport[], faults: readonly ReportedFault[]): string =>
  jsonText({
    $schema: SCHEMA,
    version: VERSION,
    imports: imports.map(({ source, plan, pictures, account }) => {
      const { document, links, ...others } = account;
      return {
        source,
        plan,
        pictures,
        format: document.format.name,
        misnamed: document.misnamed,
        carries: document.carries,
        properties: document.properties,
        first: lookFirst(toLookAt(account), MOST_FIRST),
        ...others,
        links: links.map(({ from, to, ...link }) => ({ from: from.line, ...link, to: to.line })),
      };
    }),
    faults,
  });
