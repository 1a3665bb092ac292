import type { Disposable, LogOutputChannel, TextDocument } from 'vscode';
import { language } from './client.ts';

/** True for a document that the server looks at. */
export const isPlan = ({ languageId, uri }: TextDocument): boolean => languageId === language && uri.scheme !== 'git';

/** Milliseconds within which several events become one update. */
const pause = 100;

/** A piece of work that waits until nothing has asked for it for a moment. */
export interface Later extends Disposable {
  readonly soon: () => void;
}

/** Makes a piece of work into one that waits for a pause between events. What goes wrong in it is logged: the next event tries again. */
export function later(log: LogOutputChannel, work: () => void | Promise<void>): Later {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn(String(error));
    }
  };
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    },
    dispose: () => clearTimeout(timer),
  };
}
