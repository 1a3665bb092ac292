/** What is used of the protocol’s library while the server runs, in one place: each file that takes something of the library itself costs a third of a millisecond at each start. */
export {
  CodeLensRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  ErrorCodes,
  FileOperationPatternKind,
  LSPErrorCodes,
  PositionEncodingKind,
  ProgressType,
  ResponseError,
  StringValue,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
