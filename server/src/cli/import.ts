import { basename, dirname, extname, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { shownFrom } from '../disk/shown-path.ts';
import { withSlashes } from '../disk/slashes.ts';
import { fileStem } from '../documents/edition/plan-names.ts';
import { UniqueNames } from '../documents/edition/unique-names.ts';
import { ImportFault } from '../importers/fault.ts';
import type { Imported, ImportOptions } from '../importers/import.ts';
import { limits } from '../importers/limits.ts';
import { readers } from '../importers/readers/index.ts';
import type { Account } from '../importers/report/account.ts';
import { jsonReport, type ReportedFault, type ReportedImport } from '../importers/report/json.ts';
import { textReport } from '../importers/report/text.ts';
import { oneLine, printable } from '../reporters/display-width.ts';
import {
  type CommandOptions,
  checkOptions,
  eachOnce,
  idFor,
  isPlanFile,
  type NamedFormat,
  PLAN,
  readFormat,
  STDIN,
} from './import-options.ts';
import { readDocument } from './import-reading.ts';
import { type NewFile, PlanFolder } from './import-writing.ts';
import { quotedPath } from './init.ts';
import { Progress } from './progress.ts';
import { stopBetween } from './signals.ts';
import type { Terminal } from './terminal.ts';
import { exitCodes } from './usage-error.ts';

/** What the command stands on. */
export interface ImportGround {
  readonly formats: readonly NamedFormat[];
  /** How much of a file is read, in bytes. */
  readonly largest: number;
  /** @throws {ImportFault} where a document cannot be brought in. */
  readonly importDocument: (bytes: Uint8Array, options: ImportOptions) => Promise<Imported>;
}

/** The import as it is. What it needs is loaded when there is something to bring in. */
const theImport: ImportGround = {
  formats: readers,
  largest: limits.fileBytes,
  importDocument: async (bytes, options) => (await import('../library/importing.ts')).importHere(bytes, options),
};

/** How many things of each sort are named on the terminal. */
const MOST = 4;
/** The columns of a report in a file. */
const COLUMNS = 100;

const examples = (formats: readonly NamedFormat[]): string => {
  const widest = Math.max(0, ...formats.map(({ name }) => name.length));
  return `
Formats:
${formats.map(({ name, meaning }) => `  ${name.padEnd(widest)}  ${meaning}`).join('\n')}

Every word of a document gets into its plan. Where the document does not say something for sure, the plan has a note over
it, “# unsure”, which editors and “goldthread check --hints” show until it is taken out. The document stays as it is.
Nothing that is there is written over, unless you say --force.

Examples:
  goldthread import our-plan.docx               write a plan, called after its title, in this folder
  goldthread import our-plan.pdf -o plans/our-plan.plan
  goldthread import *.docx --out plans          several documents, into a folder
  goldthread import our-plan.docx --dry-run     print the plan; write nothing
  goldthread import our-plan.docx --report      write a report of all that became of it, too
  goldthread import - --as html < page.html     from the standard input

Ends with 0 where everything was brought in, and with 2 where it was used wrongly, or a document cannot be read or a plan
cannot be written.
`;
};

/** The command that makes plans of documents. */
export function importCommand(
  terminal: Terminal,
  finish: (code: number) => void,
  ground: ImportGround = theImport,
): Command {
  return new Command('import')
    .description('Make plans of documents: Word, PDF, web pages, text. Says what became of what, and what to look at.')
    .argument('<file...>', 'documents; - for the standard input')
    .option('-o, --out <path>', `the plan to write (${PLAN}), or a folder for plans; made if need be`)
    .addOption(
      new Option('--as <format>', 'what the documents are, where their names do not say').argParser((named: string) =>
        readFormat(named, ground.formats),
      ),
    )
    .addOption(new Option('--language <language>', 'the language of the documents').choices(['en', 'cy']))
    .addOption(
      new Option('--changes <what>', 'what becomes of changes that are tracked in them')
        .choices(['taken', 'refused'])
        .default('taken'),
    )
    .option(
      '--report [file]',
      'write all that became of them to a file (.txt, .json); beside the plan if none is named',
    )
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('--dry-run', 'write nothing: print the plan, and the report to the standard error')
    .option('--force', 'replace plans, pictures and reports that are there already')
    .addHelpText('after', examples(ground.formats))
    .action(async (named: string[], options: CommandOptions) => {
      checkOptions(named, options);
      finish(await new Importer(eachOnce(named, terminal.cwd), options, terminal, ground).run());
    });
}

/** Brings documents in, one after the other. */
class Importer {
  private readonly named: readonly string[];
  private readonly options: CommandOptions;
  private readonly terminal: Terminal;
  private readonly ground: ImportGround;
  private readonly show: (path: string) => string;
  private readonly folder: PlanFolder;
  private readonly names = new UniqueNames();
  private readonly imports: ReportedImport[] = [];
  private readonly faults: ReportedFault[] = [];
  /** Faults of the program itself, which are told when all else is done. */
  private readonly thrown: unknown[] = [];

  constructor(named: readonly string[], options: CommandOptions, terminal: Terminal, ground: ImportGround) {
    this.named = named;
    this.options = options;
    this.terminal = terminal;
    this.ground = ground;
    this.show = shownFrom(terminal.cwd);
    this.folder = this.folderAt(this.outFolder);
  }

  /** Gives what the program is to end with; throws the first fault of its own when everything else is done. */
  async run(): Promise<number> {
    const progress = new Progress(this.terminal);
    const release = stopBetween();
    for (const name of this.named) {
      await setImmediate();
      const source = name === STDIN ? 'the standard input' : this.show(withSlashes(this.resolved(name)));
      const fault = await this.bringIn(name, source, progress);
      progress.end();
      if (fault !== undefined) this.fail(source, fault);
    }
    this.reportAll();
    release();
    if (this.thrown.length > 0) throw this.thrown[0];
    return this.faults.length > 0 ? exitCodes.usage : exitCodes.clean;
  }

  /** Brings one document in; gives what hinders that, in a sentence. */
  private async bringIn(name: string, source: string, progress: Progress): Promise<string | undefined> {
    const { as, language, changes, out } = this.options;
    if (as === undefined && extname(name).toLowerCase() === PLAN) return `${sentenceOf(source)} is a plan already.`;
    progress.begin(`Reading ${oneLine(source)} …`);
    const { bytes, fault } = readDocument(name === STDIN ? undefined : this.resolved(name), this.ground.largest);
    if (bytes === undefined) return `${sentenceOf(source)} ${fault}.`;
    try {
      const imported = await this.ground.importDocument(bytes, {
        ...{ as, language, changes },
        name: name === STDIN ? `document.${as}` : basename(name),
        id: idFor(out),
        progress: (done, all) => progress.tell(`Reading ${oneLine(source)}: ${percentage(done, all)} …`),
      });
      progress.end();
      return this.take(source, imported);
    } catch (error) {
      if (error instanceof ImportFault) return `${sentenceOf(source)}: ${error.message}`;
      this.thrown.push(error);
      return `${sentenceOf(source)} could not be brought in, because of a fault of Goldthread’s own.`;
    }
  }

  /** Writes what a document became, or prints it. */
  private take(source: string, { plan, pictures, account }: Imported): string | undefined {
    const { dryRun, report, format } = this.options;
    const name = this.nameFor(account);
    const reported = {
      source,
      plan: this.folder.shown(name),
      pictures: [...pictures.keys()].map((path) => this.folder.shown(path)),
      account,
    };
    const files: NewFile[] = [...pictures].map(([path, content]) => ({ name: path, content }));
    files.push({ name, content: plan });
    if (report === true)
      files.push({
        name: `${name.slice(0, -PLAN.length)}.report.${format === 'json' ? 'json' : 'txt'}`,
        content: reportOf(format === 'json', [reported], []),
      });
    const hindrances = this.folder.hindrances(files);
    if (dryRun) {
      if (this.named.length > 1) this.terminal.out(`# ${reported.plan}\n`);
      this.terminal.out(plan.split('\n').map(printable).join('\n'));
      for (const hindrance of hindrances) this.terminal.err(`${oneLine(hindrance)}\n`);
    } else {
      const fault = hindrances.length > 0 ? hindrances.join('\n') : this.folder.write(files);
      if (fault !== undefined) return fault;
    }
    this.imports.push(reported);
    if (format === 'text') this.tell(reported);
    return undefined;
  }

  /** Prints the report of one document, and what to do next. */
  private tell(reported: ReportedImport): void {
    const { dryRun, report } = this.options;
    const { colour, width } = this.terminal;
    const { account, plan, source, pictures } = reported;
    const text = textReport(account, { colour: colour && !dryRun, width, source, plan, most: MOST });
    const [first = ''] = pictures;
    const also = pictures.length > 0 ? `Its pictures are in ${dirname(first)}. ` : '';
    const more = report === undefined ? '. All that became of the document: --report' : '';
    const next = `${also}What is still missing in it: goldthread check ${quotedPath(plan)}${more}`;
    if (dryRun) this.terminal.err(`${text}\n`);
    else this.terminal.out(`${text}\n${oneLine(next)}\n\n`);
  }

  /** Writes and prints what is about all documents together. */
  private reportAll(): void {
    const { report, format, dryRun } = this.options;
    if (typeof report === 'string' && !dryRun && this.imports.length > 0) {
      const path = this.resolved(report);
      const isJson = extname(path).toLowerCase() === '.json';
      const fault = this.folderAt(dirname(path)).write([
        { name: basename(path), content: reportOf(isJson, this.imports, this.faults) },
      ]);
      if (fault !== undefined) this.fail(this.show(withSlashes(path)), fault);
    }
    if (format !== 'json') return;
    const text = jsonReport(this.imports, this.faults);
    if (dryRun) this.terminal.err(text);
    else this.terminal.out(text);
  }

  private fail(source: string, message: string): void {
    this.faults.push({ source, message });
    this.terminal.err(`${message.split('\n').map(oneLine).join('\n')}\n`);
  }

  /** The name of the file for a plan: what was asked for, else the id of the plan; each another one. */
  private nameFor({ items: [plan] }: Account): string {
    const { out } = this.options;
    if (out !== undefined && isPlanFile(out)) return basename(this.resolved(out));
    return `${this.names.of(fileStem(plan?.id ?? ''))}${PLAN}`;
  }

  private get outFolder(): string {
    const { out = '.' } = this.options;
    return isPlanFile(out) ? dirname(this.resolved(out)) : this.resolved(out);
  }

  private folderAt(folder: string): PlanFolder {
    const { show, named } = this;
    const sources = named.filter((name) => name !== STDIN).map((name) => this.resolved(name));
    return new PlanFolder(folder, { show, sources, force: this.options.force === true });
  }

  private resolved(name: string): string {
    return resolve(this.terminal.cwd, name);
  }
}

/** The reports of some documents, as a file has them. */
function reportOf(isJson: boolean, imports: readonly ReportedImport[], faults: readonly ReportedFault[]): string {
  if (isJson) return jsonReport(imports, faults);
  const told = imports.map(({ account, source, plan }) =>
    textReport(account, { colour: false, width: COLUMNS, source, plan }),
  );
  return told.join('\n\n');
}

/** The name of a document at the start of a sentence. */
const sentenceOf = (source: string): string => source.replace(/^the s/, 'The s');

/** How much is done of all that there is: `40 %`. */
const percentage = (done: number, all: number): string =>
  `${all > 0 ? Math.min(100, Math.round((done / all) * 100)) : 0} %`;
