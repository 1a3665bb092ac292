import type { Connection } from 'vscode-languageserver';
import type { Progress } from './project.ts';

/** How long nobody wonders, in milliseconds. */
const LONG = 400;

/** Shows how indexing gets on, where it takes long enough for somebody to wonder. */
export function progressOn(connection: Connection): Progress {
  const began = performance.now();
  let shown: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined;
  let last = -1;
  return (done, all) => {
    if (!shown && done < all && performance.now() - began > LONG) {
      shown = connection.window.createWorkDoneProgress();
      void shown.then((progress) => progress.begin('Goldthread', 0, 'Reading plans …'));
    }
    const share = Math.round((100 * done) / Math.max(1, all));
    if (share === last && done < all) return;
    last = share;
    void shown?.then((progress) => (done < all ? progress.report(share) : progress.done()));
  };
}
