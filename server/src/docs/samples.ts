import { kinds } from '@goldthread/grammar';
import type { Diagnostic } from '../checks/diagnose.ts';
import { rules } from '../checks/index.ts';
import type { Severity } from '../checks/rule.ts';
import type { Engine } from '../engine.ts';
import { engineFor, type Files } from '../examples.ts';
import type { Item } from '../model/item.ts';
import { severities } from '../reporters/style.ts';
import { countedFindings, number } from '../reporters/words.ts';
import { ruleLink } from './libraries.ts';
import { bullets, code, link, listed, paragraphs, table } from './markdown.ts';
import { type Reading, type Remark, readingTitles, remarks } from './readings.ts';

/** A sample: the plans of one folder. */
interface Sample {
  readonly name: string;
  readonly files: Files;
  readonly engine: Engine;
  readonly diagnostics: readonly Diagnostic[];
}

const rulesPage = '../docs/rules.md';
const sayings = new Map(rules.map(({ id, says }) => [id, says]));

/** The parts of the page about the samples that the program keeps up to date. */
export function sampleParts(texts: Files, libraries: Files): Record<string, string> {
  const samples = Object.keys(remarks).map((name) => {
    const files = Object.fromEntries(Object.entries(texts).filter(([path]) => path.startsWith(`samples/${name}/`)));
    const engine = engineFor(files, libraries);
    const diagnostics = Object.keys(files).flatMap((path) => engine.diagnostics(path));
    return { name, files, engine, diagnostics };
  });
  return {
    findings: findingsTable(samples),
    counts: countsTable(samples),
    ...Object.fromEntries(samples.map((sample) => [sample.name, readings(sample)])),
  };
}

/** How much of each severity was found in each sample. */
const findingsTable = (samples: readonly Sample[]): string =>
  table(
    ['Sample', 'Files', 'Lines', 'Errors', 'Warnings', 'Hints'],
    samples.map(({ name, files, diagnostics }) => {
      const lines = Object.values(files).reduce((sum, text) => sum + text.split('\n').length - 1, 0);
      const found = (severity: Severity): string =>
        number(diagnostics.filter((one) => one.severity === severity).length);
      return [
        link(code(name), `#${name}`),
        number(Object.keys(files).length),
        number(lines),
        ...(['error', 'warning', 'hint'] as const).map(found),
      ];
    }),
  );

/** How many items of each kind there are in each sample. */
function countsTable(samples: readonly Sample[]): string {
  const counts = samples.map(({ files, engine: { model, workspace } }) => {
    const items = workspace.plans
      .filter(({ root }) => files[root.path] !== undefined)
      .flatMap((plan) => [...model.items(plan)]);
    return Map.groupBy(items, ({ key }) => key);
  });
  const held = kinds.filter(({ key }) => counts.some((ofSample) => ofSample.has(key)));
  return table(
    ['', ...samples.map(({ name }) => name)],
    held.map((kind) => [kind.plural, ...counts.map((ofSample) => number(ofSample.get(kind.key)?.length ?? 0))]),
  );
}

/** What was found in a sample and what to make of it. */
function readings({ name, diagnostics }: Sample): string {
  const said = remarks[name] ?? [];
  const byRemark = Map.groupBy(diagnostics, (diagnostic) => said.find((remark) => fits(remark, diagnostic)));
  const pieces = (Object.keys(readingTitles) as Reading[]).map((reading) => {
    const lines = said
      .filter((remark) => remark.reading === reading)
      .flatMap((remark) => {
        const found = byRemark.get(remark) ?? [];
        return found.length > 0 ? [`${remark.words} (${countedByRule(found)})`] : [];
      });
    return titled(readingTitles[reading], lines);
  });
  const unread = [...Map.groupBy(byRemark.get(undefined) ?? [], ({ rule }) => rule)];
  const others = unread.map(([rule, found]) => `${sayings.get(rule) ?? ''} (${countedByRule(found)})`);
  if (diagnostics.length === 0) return 'Goldthread finds nothing to complain of.';
  return paragraphs(`Goldthread finds ${totals(diagnostics)}.`, ...pieces, titled('Also found', others));
}

const titled = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? paragraphs(`**${title}**`, bullets(lines)) : '';

const fits = (remark: Remark, { rule, item }: Diagnostic): boolean =>
  remark.rules.includes(rule) && (remark.items === undefined || isIn(item, remark.items));

/** True for an item that has one of these ids, or stands in one that has. */
function isIn(item: Item | undefined, ids: readonly string[]): boolean {
  for (let at = item; at; at = at.parent) if (at.id !== undefined && ids.includes(at.id)) return true;
  return false;
}

/** The rules of some findings, each with how often: “8 × `thread/kpq-without-measure`”. */
function countedByRule(found: readonly Diagnostic[]): string {
  const byRule = [...Map.groupBy(found, ({ rule }) => rule)];
  return byRule.map(([rule, own]) => `${number(own.length)} × ${ruleLink(rule, rulesPage)}`).join(', ');
}

/** How much was found in all: “7 errors, 25 warnings and 19 hints”. */
function totals(diagnostics: readonly Diagnostic[]): string {
  const counts = severities.map((severity) => ({
    severity,
    count: diagnostics.filter((one) => one.severity === severity).length,
  }));
  return listed(
    counts.flatMap(({ severity, count }) => (count > 0 ? [countedFindings(count, severity)] : [])),
    'and',
  );
}
