import { setTimeout as wait } from 'node:timers/promises';

/** Something is over when nothing more has happened for so long, in milliseconds: editors and other programs write in several steps. */
const QUIET = 50;
/** So long is waited at most, where something happens all the time. */
const LONGEST = 1000;

/** Rings when something happens; one who waits hears it when it is over. */
export class Bell {
  private rings = 0;
  private isStopped = false;
  private wake: (() => void) | undefined;

  /** Something happens. */
  ring(): void {
    this.rings++;
    this.wake?.();
  }

  /** Nobody is to wait any more. */
  stop(): void {
    this.isStopped = true;
    this.wake?.();
  }

  /** Waits until something has happened since the last time, and is over; false where nobody is to wait any more. */
  async hears(): Promise<boolean> {
    if (this.rings === 0 && !this.isStopped)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    this.wake = undefined;
    for (let before = -1, waited = 0; before !== this.rings && waited < LONGEST && !this.isStopped; waited += QUIET) {
      before = this.rings;
      await wait(QUIET);
    }
    this.rings = 0;
    return !this.isStopped;
  }
}
