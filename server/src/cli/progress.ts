import type { Terminal } from './terminal.ts';

/** Work that takes less than this is over before anybody wonders, in milliseconds. */
const PATIENCE = 1000;
/** How long one state of the line stands at least, in milliseconds. */
const PACE = 100;

/** Tells somebody who waits how far the work has come: one line of the standard error, rewritten, and gone at the end. */
export class Progress {
  private readonly terminal: Terminal;
  private readonly began = performance.now();
  private shown = 0;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** Shows how far something has come, if the work has taken long enough for somebody to wonder. */
  tell(what: string): void {
    if (performance.now() - this.shown >= PACE) this.begin(what);
  }

  /** Shows that something else begins, if the work has taken long enough for somebody to wonder. */
  begin(what: string): void {
    const now = performance.now();
    if (!this.terminal.watched || now - this.began < PATIENCE) return;
    this.shown = now;
    this.terminal.err(`\r\u001B[K${what}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.shown > 0) this.terminal.err('\r\u001B[K');
    this.shown = 0;
  }
}
