import type { Connection } from 'vscode-languageserver';
import type { Handler } from '../handler.ts';
import { type CheckSummary, checkRequest, type NewPlanParams, newPlanRequest } from '../protocol.ts';

/** What is asked about plans as a whole: a check of all, the text of a new one. */
export const plans: Handler = {
  capabilities: {},
  listen(connection: Connection, { surroundings, allDiagnostics, answerAnywhere }) {
    connection.onRequest(
      checkRequest,
      answerAnywhere<void, CheckSummary>({ files: 0, errors: 0, warnings: 0, others: 0 }, async () => {
        const counts = { files: 0, errors: 0, warnings: 0, others: 0 };
        for await (const { found } of allDiagnostics()) {
          counts.files++;
          for (const { severity } of found)
            counts[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'others']++;
        }
        return counts;
      }),
    );
    connection.onRequest(
      newPlanRequest,
      answerAnywhere<NewPlanParams, string>('', (params) => newPlan(surroundings.firstPlan, params)),
    );
  },
};

/** The first plan with another title, body and period. What could break out of its line is taken out. */
function newPlan(template: string, { title, organisation, period }: NewPlanParams): string {
  const values: Readonly<Record<string, string>> = { organisation, period };
  const oneLine = (value: string): string => value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return template
    .replace(/^(plan [^:]*:).*$/m, (line, key: string) => (oneLine(title) ? `${key} ${oneLine(title)}` : line))
    .replace(/^( {2}(organisation|period):).*$/gm, (line, key: string, name: string) => {
      const value = oneLine(values[name] ?? '');
      return value ? `${key} ${value}` : line;
    });
}
