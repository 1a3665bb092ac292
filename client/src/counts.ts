import { l10n } from 'vscode';

/** How many problems there are of a sort. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** Counts in words, such as “2 errors, 1 warning”; undefined where there are none. */
export function inWords({ errors, warnings }: Counts): string | undefined {
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors));
  if (warnings > 0) parts.push(warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings));
  return parts.length === 0
    ? undefined
    : parts.join(l10n.t({ message: ', ', comment: ['Between “2 errors” and “1 warning”'] }));
}
