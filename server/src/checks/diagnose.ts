import type { Item } from '../model/item.ts';
import type { PlanFile, PlacedBlock, Range } from '../workspace/plan-file.ts';
import { type Allowance, allowances } from './allow.ts';
import type { Checker } from './checker.ts';
import type { Finding, Rule, Severity, Span } from './rule.ts';
import { type Settings, severityOf } from './settings.ts';

/** A change of text in a file. */
export interface FileEdit {
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/** A finding as the outside sees it: in a file, with positions as editors count them and the severity that is asked for. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly item: Item | undefined;
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly FileEdit[] }[];
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
    if (known.severity === 'off' || !known.rule.completeness) return known.severity;
    return status === 'draft' && !this.final ? 'hint' : known.severity;
  }

  /** The rule with an id. */
  rule(id: string): Rule | undefined {
    return this.rules.get(id)?.rule;
  }
}

/** All diagnostics of a file, in the order of the text. */
export function diagnose(checker: Checker, book: RuleBook, file: PlanFile): Diagnostic[] {
  const byBlock = new Map<PlacedBlock, Finding[]>();
  for (const placed of file.blocks) {
    const findings = [...checker.findings(placed)];
    if (findings.length > 0) byBlock.set(placed, findings);
  }
  for (const finding of file.plan ? checker.planFindings(file.plan) : []) {
    if (finding.placed.file !== file) continue;
    const findings = byBlock.get(finding.placed);
    if (findings) findings.push(finding);
    else byBlock.set(finding.placed, [finding]);
  }
  const { status } = checker.facts(file.plan);
  const diagnostics: Diagnostic[] = [];
  for (const placed of file.blocks) {
    const findings = byBlock.get(placed) ?? [];
    const allowed = allowances(placed);
    for (const finding of withoutAllowed(findings, allowed)) {
      const severity = book.severity(finding.rule, status);
      if (severity !== 'off') diagnostics.push(toDiagnostic(finding, severity));
    }
    for (const { rule, span, report } of faultsOf(allowed, book, status)) {
      const severity = book.severity(rule, status);
      if (severity !== 'off') diagnostics.push(toDiagnostic({ rule, placed, ...span, ...report }, severity));
    }
  }
  return diagnostics.sort(byPlace);
}

/** The findings that no allowance takes away; notes on each allowance whether it did. */
function withoutAllowed(findings: readonly Finding[], allowed: readonly Allowance[]): readonly Finding[] {
  if (allowed.length === 0) return findings;
  return findings.filter((finding) => {
    const by = allowed.filter(({ rule, from, to }) => rule === finding.rule && finding.start >= from && finding.start < to);
    for (const allowance of by) allowance.used = true;
    return by.every(({ reason }) => !reason) || by.length === 0;
  });
}

interface AllowanceFault {
  readonly rule: string;
  readonly span: Span;
  readonly report: { message: string };
}

/** What is wrong with the allowances of a block: no reason, a rule that is not there, nothing that it allows. */
function faultsOf(allowed: readonly Allowance[], book: RuleBook, status: string): AllowanceFault[] {
  const faults: AllowanceFault[] = [];
  for (const { rule, reason, used, span } of allowed) {
    if (!book.rule(rule))
      faults.push({
        rule: 'syntax/allow-unknown-rule',
        span,
        report: { message: `There is no check called ‘${rule}’. Copy the name from the problem that you want to allow.` },
      });
    else if (!reason)
      faults.push({
        rule: 'syntax/allow-without-reason',
        span,
        report: { message: `An allowance needs a reason, so that a reviewer can agree with it. Write it after a colon: “# allow ${rule}: agreed with the Panel in October”.` },
      });
    else if (!used && book.severity(rule, status) !== 'off')
      faults.push({
        rule: 'syntax/unused-allow',
        span,
        report: { message: `‘${rule}’ has nothing to say here, so this allowance allows nothing. Delete the comment.` },
      });
  }
  return faults;
}

function toDiagnostic(finding: Finding, severity: Severity): Diagnostic {
  const { rule, placed, start, end, message, item, related = [], fixes = [] } = finding;
  return {
    rule,
    severity,
    message,
    file: placed.file.path,
    range: placed.range(start, end),
    item,
    related: related.map((place) => ({
      message: place.message,
      file: place.placed.file.path,
      range: place.placed.range(place.start, place.end),
    })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({
        file: edit.placed.file.path,
        range: edit.placed.range(edit.start, edit.end),
        newText: edit.text,
      })),
    })),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [first, second] = [a.range.start, b.range.start];
  return first.line - second.line || first.character - second.character || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
