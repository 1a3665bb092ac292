import {
  type Connection,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type Diagnostic as ProtocolDiagnostic,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Diagnostic } from '../checks/diagnose.ts';
import type { Severity } from '../checks/rule.ts';
import type { ClientCapabilities, Desk } from './handler.ts';
import type { Surroundings } from './surroundings.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The address of a rule’s page, which the server gives itself. */
export const rulePage = (rule: string): string => `goldthread:rules/${rule}.md`;

/** A diagnostic as the protocol has it. Its mends are not part of it: they are worked out when they are asked for. */
export const toProtocol = (
  { rule, severity, message, range, related }: Diagnostic,
  uri: (path: string) => string,
): ProtocolDiagnostic => ({
  range,
  severity: severities[severity],
  code: rule,
  codeDescription: { href: rulePage(rule) },
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

/**
 * Tells the client what is wrong: when it asks, where it can ask; else as soon as it changes. Never both for a file.
 */
export class Reports {
  private readonly connection: Connection;
  private readonly desk: Desk;
  private readonly surroundings: Surroundings;
  /** What was told last of each file, by path, and under which number. */
  private readonly told = new Map<string, { id: string; json: string }>();
  private lastId = 0;
  private readonly waiting = new Set<string>();
  private isScheduled = false;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, desk: Desk, surroundings: Surroundings) {
    this.connection = connection;
    this.desk = desk;
    this.surroundings = surroundings;
    connection.languages.diagnostics.on(
      desk.answer<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
        'plan',
        { kind: DocumentDiagnosticReportKind.Full, items: [] },
        ({ file, project }, { previousResultId }) => {
          const { id, items } = this.take(file.path, project.diagnostics(file));
          return id === previousResultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
            : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
        },
      ),
    );
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, result) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for await (const { path, found } of this.all()) {
        if (token.isCancellationRequested) break;
        const uri = desk.uri(path);
        const report = this.take(path, found);
        const unchanged = known.get(uri) === report.id;
        items.push(
          unchanged
            ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: report.id }
            : { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: report.id, items: report.items },
        );
        known.delete(uri);
        if (result && !unchanged) result.report({ items: items.splice(0) });
      }
      return { items };
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
    this.waiting.add(path);
    void this.schedule();
  }

  /** A file is no longer open. */
  closed(path: string, uri: string): void {
    this.waiting.delete(path);
    if (!this.desk.client.pullsDiagnostics && this.told.delete(path))
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.everything();
  }

  /** Anything may be otherwise than before. */
  everything(): void {
    void this.schedule();
  }

  /** What is wrong in all files of all projects. */
  async *all(): AsyncGenerator<{ path: string; found: readonly Diagnostic[] }> {
    for (const project of this.desk.projects.all()) {
      await project.ready();
      const { workspace } = project.snapshot();
      for (const file of workspace.files.values())
        if (!file.plan?.shipped) yield { path: file.path, found: project.diagnostics(file) };
      yield* project.diagnosticsElsewhere();
    }
  }

  /** Tells of the files that changed as soon as other messages are worked through, and of all others when it is quiet. */
  private async schedule(): Promise<void> {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.tellOthers(), QUIET);
    if (this.isScheduled || this.desk.client.pullsDiagnostics) return;
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
    if (!file) return;
    const before = this.told.get(path)?.id;
    const { id, items } = this.take(path, project.diagnostics(file));
    if (id !== before) void this.connection.sendDiagnostics({ uri: this.desk.uri(path), diagnostics: items });
  }

  /** When nobody types: other open files, or a hint to the client that it may ask for them. */
  private async tellOthers(): Promise<void> {
    const { client, projects } = this.desk;
    for (const project of projects.all()) await project.ready();
    if (!client.pullsDiagnostics)
      for (const project of projects.all()) for (const file of project.openFiles) await this.tell(file.path);
    else if (client.refreshesDiagnostics && this.hasNews()) this.connection.languages.diagnostics.refresh();
  }

  /** True where an open file has other findings than the client was told. */
  private hasNews(): boolean {
    for (const project of this.desk.projects.all())
      for (const file of project.openFiles) {
        const before = this.told.get(file.path)?.id;
        if (this.take(file.path, project.diagnostics(file)).id !== before) return true;
      }
    return false;
  }

  /** The findings of a file for the client, under a number that is another one when they are others. */
  private take(path: string, found: readonly Diagnostic[]): { id: string; items: ProtocolDiagnostic[] } {
    const items = found.map((diagnostic) => toProtocol(diagnostic, this.desk.uri));
    const json = JSON.stringify(items);
    const known = this.told.get(path);
    if (known?.json === json) return { id: known.id, items };
    const id = String(++this.lastId);
    this.told.set(path, { id, json });
    return { id, items };
  }
}
