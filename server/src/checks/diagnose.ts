import { nearest } from '@goldthread/grammar';
import type { Item } from '../model/item.ts';
import type { PlacedBlock, PlanFile, Range } from '../workspace/plan-file.ts';
import { type Allowance, type AllowanceProblem, type AllowanceRule, allowances } from './allow.ts';
import type { Checker } from './checker.ts';
import { type Finding, now, type Rule, type Severity } from './rule.ts';
import { type Settings, severityOf } from './settings.ts';
import { allowUnknownRule } from './syntax/allow-unknown-rule.ts';
import { allowWithoutReason } from './syntax/allow-without-reason.ts';
import { unusedAllow } from './syntax/unused-allow.ts';

/** A change of text in a file. */
export interface FileEdit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/**
 * A finding as the outside sees it: in a file, in the language of its keys, with positions as editors count them and the severity
 * that is asked for.
 */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly item: Item | undefined;
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly FileEdit[];
    readonly leavesGap?: boolean;
  }[];
}

/** A finding that an allowance takes away, with the reason that stands there. */
export interface AllowedFinding {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** What is found in a file, and what would be if nobody had a reason to leave it; each in the order of the text. */
export interface Diagnosis {
  readonly diagnostics: Diagnostic[];
  readonly allowed: AllowedFinding[];
}

/** The rules by id, with the severity that the settings give each. */
export class RuleBook {
  private readonly rules = new Map<string, { rule: Rule; severity: Severity | 'off' }>();
  private readonly final: boolean;

  constructor(rules: readonly Rule[], settings: Settings) {
    for (const rule of rules) this.rules.set(rule.id, { rule, severity: severityOf(rule, settings) });
    this.final = settings.final;
  }

  /** The severity of a finding of a rule in a plan with this status. */
  severity(id: string, status: string): Severity | 'off' {
    const known = this.rules.get(id);
    if (!known) return 'off';
    if (known.severity !== 'off' && this.final && known.rule.finalSeverity) return known.rule.finalSeverity;
    if (known.severity === 'off' || !known.rule.completeness) return known.severity;
    return status === 'draft' && !this.final ? 'hint' : known.severity;
  }

  /** The rule with an id. */
  rule(id: string): Rule | undefined {
    return this.rules.get(id)?.rule;
  }

  /** The id of the rule that was most likely meant: one that has the word as its name, else the one most like it. */
  nearest(word: string): string | undefined {
    for (const id of this.rules.keys()) if (id.endsWith(`/${word}`)) return id;
    return nearest(word, this.rules.keys());
  }
}

/** All that is found in a file, and what its allowances take away. */
export function diagnose(checker: Checker, book: RuleBook, file: PlanFile): Diagnosis {
  const byBlock = new Map<PlacedBlock, Finding[]>();
  for (const placed of checker.notedBlocks(file)) byBlock.set(placed, checker.findings(placed));
  for (const finding of file.plan ? checker.planFindings(file.plan) : []) {
    if (finding.placed.file !== file) continue;
    const findings = byBlock.get(finding.placed);
    if (findings) findings.push(finding);
    else byBlock.set(finding.placed, [finding]);
  }
  const { status } = checker.facts(file.plan);
  const diagnostics: Diagnostic[] = [];
  const allowed: AllowedFinding[] = [];
  const notes = new Map([...byBlock.keys()].map((placed) => [placed, allowances(placed)] as const));
  const about = Map.groupBy([...notes.values()].flat(), ({ within }) => within);
  for (const [placed, findings] of byBlock) {
    for (const finding of findings) {
      const reason = reasonFor(finding, about.get(placed) ?? []);
      const severity = book.severity(finding.rule, status);
      if (severity === 'off') continue;
      const diagnostic = toDiagnostic(finding, severity);
      if (reason === undefined) diagnostics.push(diagnostic);
      else allowed.push({ diagnostic, reason });
    }
  }
  for (const [placed, found] of notes) {
    const content = checker.model.content(placed);
    if (!content) continue;
    for (const { rule, problem } of problemsOf(found, book, status)) {
      const severity = book.severity(rule.id, status);
      if (severity === 'off') continue;
      const report = rule.describe(problem, content, checker);
      diagnostics.push(toDiagnostic({ rule: rule.id, placed, ...problem, ...report }, severity));
    }
  }
  return {
    diagnostics: diagnostics.sort(byPlace),
    allowed: allowed.sort((a, b) => byPlace(a.diagnostic, b.diagnostic)),
  };
}

/** The reason that an allowance gives for a finding; undefined where none takes it away. Notes on each allowance that it is about something. */
function reasonFor(finding: Finding, allowed: readonly Allowance[]): string | undefined {
  if (allowed.length === 0) return undefined;
  const by = allowed.filter(
    ({ rule, from, to }) => rule === finding.rule && finding.start >= from && finding.start < to,
  );
  for (const allowance of by) allowance.used = true;
  return by.find(({ reason }) => reason)?.reason;
}

/** What is wrong with the allowances of a block: a rule that is not there, no reason, nothing that they allow. */
function problemsOf(
  allowed: readonly Allowance[],
  book: RuleBook,
  status: string,
): { rule: AllowanceRule; problem: AllowanceProblem }[] {
  const problems: { rule: AllowanceRule; problem: AllowanceProblem }[] = [];
  for (const { rule: found, reason, used, span, name, over: place } of allowed) {
    if (!book.rule(found))
      problems.push({ rule: allowUnknownRule, problem: { ...name, found, place, meant: book.nearest(found) } });
    else if (!reason) problems.push({ rule: allowWithoutReason, problem: { ...span, found, place } });
    else if (!used && book.severity(found, status) !== 'off')
      problems.push({ rule: unusedAllow, problem: { ...span, found, place } });
  }
  return problems;
}

function toDiagnostic(finding: Finding, severity: Severity): Diagnostic {
  const { rule, placed, start, end, message, messageCy, item, related = [], fixes = [] } = finding;
  const isWelsh = placed.file.tree.language === 'cy';
  return {
    rule,
    severity,
    message: capitalised(isWelsh ? messageCy() : now(message)),
    file: placed.file.path,
    range: placed.range(start, end),
    item,
    related: related.map((place) => ({
      message: isWelsh ? place.messageCy() : place.message,
      file: place.placed.file.path,
      range: place.placed.range(place.start, place.end),
    })),
    fixes: now(fixes).map(({ title, edits, leavesGap }) => ({
      title,
      ...(leavesGap && { leavesGap }),
      edits: edits.map((edit) => ({
        file: edit.placed.file.path,
        range: edit.placed.range(edit.start, edit.end),
        newText: edit.text,
      })),
    })),
  };
}

/** A message begins with a capital, whatever it names first. */
const capitalised = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [first, second] = [a.range.start, b.range.start];
  return (
    first.line - second.line ||
    first.character - second.character ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
