import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from './languageserver.ts';

/** Ends a request that nobody waits for any more. */
export function checkWanted(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'No longer wanted');
}
