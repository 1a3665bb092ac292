import type { Kind } from '@goldthread/grammar';
import { SymbolKind } from 'vscode-languageserver-types';

/** The symbol by which an editor shows the items of a kind, by its key. */
const symbols: Readonly<Record<string, SymbolKind>> = {
  plan: SymbolKind.Module,
  part: SymbolKind.Module,
  library: SymbolKind.Module,
  outcome: SymbolKind.Interface,
  kpq: SymbolKind.Property,
  measure: SymbolKind.Number,
  theme: SymbolKind.Package,
  priority: SymbolKind.Class,
  group: SymbolKind.Package,
  action: SymbolKind.Method,
  milestone: SymbolKind.Event,
  framework: SymbolKind.Namespace,
  goal: SymbolKind.Interface,
  requirement: SymbolKind.Interface,
  document: SymbolKind.File,
  partner: SymbolKind.Object,
  role: SymbolKind.Object,
  term: SymbolKind.Constant,
  section: SymbolKind.Namespace,
  statistic: SymbolKind.Number,
  panel: SymbolKind.Package,
  figure: SymbolKind.File,
  table: SymbolKind.Array,
  chart: SymbolKind.Array,
  budget: SymbolKind.Struct,
  line: SymbolKind.Field,
};

/** The symbol of a kind; words such as a vision, a value or a quotation are strings. */
export const symbolOf = ({ key }: Kind): SymbolKind => symbols[key] ?? SymbolKind.String;
