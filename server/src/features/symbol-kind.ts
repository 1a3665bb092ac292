import type { Kind } from '@goldthread/grammar';
import { SymbolKind } from 'vscode-languageserver-types';

/** The protocol knows the parts of programs only: each kind is shown with the sign of one that looks likely. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  outcome: SymbolKind.Event,
  kpq: SymbolKind.Key,
  measure: SymbolKind.Number,
  theme: SymbolKind.Namespace,
  priority: SymbolKind.Class,
  group: SymbolKind.Array,
  action: SymbolKind.Method,
  milestone: SymbolKind.Event,
  framework: SymbolKind.Package,
  goal: SymbolKind.Interface,
  requirement: SymbolKind.Interface,
  document: SymbolKind.File,
  partner: SymbolKind.Object,
  role: SymbolKind.Object,
  term: SymbolKind.Constant,
  section: SymbolKind.Namespace,
  statistic: SymbolKind.Number,
  budget: SymbolKind.Struct,
  line: SymbolKind.Field,
};

/** The sign by which clients show items of a kind. */
export const symbolKindOf = ({ key, root }: Kind): SymbolKind =>
  root ? SymbolKind.Module : (kinds[key] ?? SymbolKind.String);
