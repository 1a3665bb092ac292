// A Langium server for the grammar beside it, as its template makes one; nothing is added.
import { inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule, startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { GoldthreadGeneratedModule, GoldthreadGeneratedSharedModule } from './generated/module.ts';

const connection = createConnection(ProposedFeatures.all);
const context = { connection, ...NodeFileSystem };
const shared = inject(createDefaultSharedModule(context), GoldthreadGeneratedSharedModule);
shared.ServiceRegistry.register(inject(createDefaultModule({ shared }), GoldthreadGeneratedModule));
startLanguageServer(shared);
