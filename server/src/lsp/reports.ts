import type {
  CancellationToken,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  Diagnostic as ProtocolDiagnostic,
  ServerCapabilities,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic } from '../checks/diagnose.ts';
import type { Severity } from '../checks/rule.ts';
import { digestOf } from './digest.ts';
import type { ClientCapabilities, Desk } from './handler.ts';
import { DiagnosticSeverity, DiagnosticTag, DocumentDiagnosticReportKind } from './languageserver.ts';
import { pathOf } from './paths.ts';
import type { Surroundings } from './surroundings.ts';
import { checkWanted } from './wanted.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The address of a rule’s page, which the server gives itself. */
export const rulePage = (rule: string): string => `goldthread:rules/${rule}.md`;

/** A diagnostic as the protocol has it. `showsPages` is for clients that can show the page of a rule. Its mends are not part of it: they are worked out when they are asked for. */
export const toProtocol = (
  { rule, severity, message, range, related }: Diagnostic,
  uri: (path: string) => string,
  showsPages: boolean,
): ProtocolDiagnostic => ({
  range,
  severity: severities[severity],
  code: rule,
  ...(showsPages && { codeDescription: { href: rulePage(rule) } }),
  source: 'Goldthread',
  message,
  ...(rule.includes('/unused') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  ...(related.length > 0
    ? {
        relatedInformation: related.map((one) => ({
          location: { uri: uri(one.file), range: one.range },
          message: one.message,
        })),
      }
    : {}),
});

/** How long nobody may have typed before files that are not looked at are told about, in milliseconds. */
const QUIET = 150;

/** What the client is told of a file: the findings, and a number that is another one when they are others. */
interface Report {
  readonly path: string;
  readonly id: string;
  readonly items: ProtocolDiagnostic[];
}

/** The number of a report on a file that is gone. */
const GONE = '0';

/**
 * Tells the client what is wrong: when it asks, where it can ask; else as soon as it changes. Never both for a file.
 */
export class Reports {
  private readonly connection: Connection;
  private readonly desk: Desk;
  private readonly surroundings: Surroundings;
  /** What was told last of each file, by path: its number, and a digest of it. */
  private readonly told = new Map<string, { readonly id: string; readonly digest: string }>();
  /** The number of the last answer to a client that asked about one file. Of reports on all files it uses those alone that are not open. */
  private readonly answered = new Map<string, string>();
  private lastId = 0;
  /** Files that have changed and that the client is to be told of. */
  private readonly waiting = new Set<string>();
  private isScheduled = false;
  /** How often anything may have changed. */
  private changes = 0;
  private isEnded = false;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** Those who wait until something has changed. */
  private readonly listening = new Set<() => void>();

  constructor(connection: Connection, desk: Desk, surroundings: Surroundings) {
    this.connection = connection;
    this.desk = desk;
    this.surroundings = surroundings;
    connection.languages.diagnostics.on(
      desk.answerAnywhere<DocumentDiagnosticParams, DocumentDiagnosticReport>(
        { kind: DocumentDiagnosticReportKind.Full, items: [] },
        async ({ textDocument, previousResultId }, token) => {
          const path = pathOf(textDocument.uri);
          const found = await this.found(path, token);
          if (!found) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
          const { id, items } = found;
          this.answered.set(path, id);
          return id === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
            : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
        },
      ),
    );
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, stream) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        const { changes } = this;
        const items = await this.workspaceReports(known, token);
        checkWanted(token);
        // An editor that listens asks again at once: it is answered when there is something to say.
        if (!stream || items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full)) return { items };
        // What changed while the reports were put together may be in none of them.
        if (changes === this.changes) await this.news(token);
        checkWanted(token);
      }
    });
  }

  /** How the client is told, as capabilities. */
  capabilities({ pullsDiagnostics }: ClientCapabilities): ServerCapabilities {
    if (!pullsDiagnostics) return {};
    return {
      diagnosticProvider: { identifier: 'goldthread', interFileDependencies: true, workspaceDiagnostics: true },
    };
  }

  /** A file that is open has changed. */
  changed(path: string): void {
    if (!this.desk.client.pullsDiagnostics) this.waiting.add(path);
    this.everything();
  }

  /** A file is no longer open. */
  closed(path: string, uri: string): void {
    this.waiting.delete(path);
    this.answered.delete(path);
    if (!this.desk.client.pullsDiagnostics && this.told.delete(path))
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Anything may be otherwise than before. */
  everything(): void {
    if (this.isEnded) return;
    this.changes++;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.tellOthers(), QUIET);
    if (this.waiting.size > 0) void this.tellChanged();
  }

  /** Nobody is to be told anything any more. */
  end(): void {
    this.isEnded = true;
    clearTimeout(this.quiet);
    for (const listener of this.listening) listener();
  }

  /** What is wrong in all files of all projects. */
  async *all(): AsyncGenerator<{ path: string; found: readonly Diagnostic[] }> {
    for (const project of this.desk.projects.all()) {
      await project.ready();
      for (const file of project.heldFiles) yield { path: file.path, found: project.diagnostics(file) };
      yield* project.diagnosticsElsewhere(project.paths());
    }
  }

  /** What is wrong in one file, open or not; undefined where there is no such file. */
  private async found(path: string, token: CancellationToken): Promise<Report | undefined> {
    const project = this.desk.projects.known(path);
    if (!project) return undefined;
    await project.ready();
    checkWanted(token);
    const file = project.file(path);
    if (file && project.isHeld(path)) return this.report(path, project.diagnostics(file));
    for await (const { found } of project.diagnosticsElsewhere([path])) return this.report(path, found);
    return undefined;
  }

  /** A report on every file. */
  private async workspaceReports(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const gone = new Set(known.keys());
    const take = ({ path, id, items }: Report): void => {
      const uri = this.desk.uri(path);
      const version = this.desk.version(path);
      gone.delete(uri);
      reports.push(
        known.get(uri) === id
          ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: id }
          : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items },
      );
    };
    for (const project of this.desk.projects.all()) {
      await project.ready();
      for (const file of project.heldFiles) {
        checkWanted(token);
        take(this.report(file.path, project.diagnostics(file)));
      }
      const stale = new Set(project.staleElsewhere());
      for (const path of project.paths()) {
        if (project.isHeld(path) || stale.has(path)) continue;
        const id = this.told.get(path)?.id;
        if (id !== undefined && known.get(this.desk.uri(path)) === id) take({ path, id, items: [] });
        else stale.add(path);
      }
      for await (const { path, found } of project.diagnosticsElsewhere(stale)) {
        checkWanted(token);
        take(this.report(path, found));
      }
    }
    for (const uri of gone)
      if (known.get(uri) !== GONE)
        reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: GONE, items: [] });
    return reports;
  }

  /** Waits until something has changed, or nobody waits any more. */
  private async news(token: CancellationToken): Promise<void> {
    await new Promise<void>((resolve) => {
      const listener = (): void => {
        cancelled.dispose();
        this.listening.delete(listener);
        resolve();
      };
      const cancelled = token.onCancellationRequested(listener);
      this.listening.add(listener);
    });
  }

  /** Tells of the files that changed as soon as other messages are worked through. */
  private async tellChanged(): Promise<void> {
    if (this.isScheduled) return;
    this.isScheduled = true;
    await this.surroundings.giveWay();
    this.isScheduled = false;
    const paths = [...this.waiting];
    this.waiting.clear();
    for (const path of paths) await this.tell(path);
  }

  private async tell(path: string): Promise<void> {
    const project = this.desk.projects.known(path);
    if (!project) return;
    if (project.isBusy) await project.ready();
    const file = project.file(path);
    if (this.isEnded || !file || !project.isOpen(path)) return;
    const before = this.told.get(path)?.id;
    const { id, items } = this.report(path, project.diagnostics(file));
    if (id !== before) void this.connection.sendDiagnostics({ uri: this.desk.uri(path), diagnostics: items });
  }

  /** When nobody types: other open files, or a hint to the client that it may ask for them. */
  private async tellOthers(): Promise<void> {
    const { client, projects } = this.desk;
    for (const project of projects.all()) await project.ready();
    if (this.isEnded) return;
    this.changes++;
    for (const listener of this.listening) listener();
    if (!client.pullsDiagnostics)
      for (const project of projects.all()) for (const file of project.openFiles) await this.tell(file.path);
    else if (client.refreshesDiagnostics && this.hasNews()) this.connection.languages.diagnostics.refresh();
  }

  /** True where an open file has other findings than the client was told when it asked. */
  private hasNews(): boolean {
    for (const project of this.desk.projects.all())
      for (const file of project.openFiles) {
        const before = this.answered.get(file.path);
        if (before !== undefined && this.report(file.path, project.diagnostics(file)).id !== before) return true;
      }
    return false;
  }

  /** The findings of a file for the client, under a number that is another one when they are others. */
  private report(path: string, found: readonly Diagnostic[]): Report {
    const items = found.map((diagnostic) => toProtocol(diagnostic, this.desk.uri, this.desk.client.showsTexts));
    const digest = digestOf(JSON.stringify(items));
    const known = this.told.get(path);
    if (known?.digest === digest) return { path, id: known.id, items };
    const id = String(++this.lastId);
    this.told.set(path, { id, digest });
    return { path, id, items };
  }
}
