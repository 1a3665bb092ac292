import type { Handler } from '../handler.ts';
import { callHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import { codeLens } from './code-lens.ts';
import { comparing } from './compare.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentSymbols } from './document-symbols.ts';
import { documents } from './documents.ts';
import { exporting } from './export.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover.ts';
import { importing } from './import.ts';
import { inlayHints } from './inlay-hints.ts';
import { linkedEditing } from './linked-editing.ts';
import { links } from './links.ts';
import { paste } from './paste.ts';
import { plans } from './plans.ts';
import { preview } from './preview.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { renameFiles } from './rename-files.ts';
import { selection } from './selection.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { thread } from './thread.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** All features that clients can ask for. */
export const handlers: readonly Handler[] = [
  callHierarchy,
  codeActions,
  codeLens,
  comparing,
  completion,
  definition,
  documentSymbols,
  documents,
  exporting,
  folding,
  formatting,
  highlight,
  hover,
  importing,
  inlayHints,
  linkedEditing,
  links,
  paste,
  plans,
  preview,
  references,
  rename,
  renameFiles,
  selection,
  semanticTokens,
  thread,
  workspaceSymbols,
];
