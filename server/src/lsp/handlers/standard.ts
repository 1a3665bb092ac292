import type { Handler } from '../handler.ts';
import { callHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentSymbols } from './document-symbols.ts';
import { documents } from './documents.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { linkedEditing } from './linked-editing.ts';
import { links } from './links.ts';
import { plans } from './plans.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { renameFiles } from './rename-files.ts';
import { selection } from './selection.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { thread } from './thread.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** The features of the protocol that all editors share, and the lists of Goldthread’s own client. */
export const standardHandlers: readonly Handler[] = [
  callHierarchy,
  codeActions,
  codeLens,
  completion,
  definition,
  documentSymbols,
  documents,
  folding,
  formatting,
  highlight,
  hover,
  inlayHints,
  linkedEditing,
  links,
  plans,
  references,
  rename,
  renameFiles,
  selection,
  semanticTokens,
  thread,
  workspaceSymbols,
];
