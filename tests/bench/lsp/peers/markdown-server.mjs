// vscode-markdown-languageservice in the thinnest of servers: it checks every link of a document when the document changes.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import markdownIt from 'markdown-it';
import {
  createConnection,
  Emitter,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, DiagnosticLevel, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const engine = markdownIt({ html: true });
const [changed, created, deleted] = [new Emitter(), new Emitter(), new Emitter()];
const onDisk = new Map();
let roots = [];

function open(path) {
  const uri = URI.file(path).toString();
  const known = documents.get(uri) ?? onDisk.get(uri);
  if (known || !existsSync(path)) return known;
  const document = TextDocument.create(uri, 'markdown', 0, readFileSync(path, 'utf8'));
  onDisk.set(uri, document);
  return document;
}

const workspace = {
  get workspaceFolders() {
    return roots;
  },
  getAllMarkdownDocuments: async () =>
    roots
      .flatMap((root) => readdirSync(root.fsPath, { recursive: true }).map((name) => `${root.fsPath}/${name}`))
      .filter((path) => path.endsWith('.md'))
      .map(open),
  hasMarkdownDocument: (uri) => documents.get(uri.toString()) !== undefined,
  openMarkdownDocument: async (uri) => open(uri.fsPath),
  stat: async (uri) => (existsSync(uri.fsPath) ? { isDirectory: statSync(uri.fsPath).isDirectory() } : undefined),
  readDirectory: async () => [],
  onDidChangeMarkdownDocument: changed.event,
  onDidCreateMarkdownDocument: created.event,
  onDidDeleteMarkdownDocument: deleted.event,
};

const service = createLanguageService({
  workspace,
  parser: { slugifier: githubSlugifier, tokenize: async (document) => engine.parse(document.getText(), {}) },
  logger: { level: LogLevel.Off, log() {} },
});

const level = DiagnosticLevel.error;
const options = {
  validateReferences: level,
  validateFragmentLinks: level,
  validateFileLinks: level,
  validateMarkdownFileLinkFragments: level,
  validateUnusedLinkDefinitions: level,
  validateDuplicateLinkDefinitions: level,
  ignoreLinks: [],
};
const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

documents.onDidChangeContent(async ({ document }) => {
  changed.fire(document);
  const diagnostics = await service.computeDiagnostics(document, options, token);
  connection.sendDiagnostics({ uri: document.uri, diagnostics });
});
connection.onInitialize((params) => {
  roots = (params.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri));
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, workspaceSymbolProvider: true } };
});
connection.onWorkspaceSymbol(({ query }) => service.getWorkspaceSymbols(query, token));
documents.listen(connection);
connection.listen();
