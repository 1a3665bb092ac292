import { launch } from '../launch.ts';

/** When what the thread has compiled is kept, in milliseconds after its start: later on, what is made of it for speed takes its place. */
const WARM = 1_000;

// A thread that checks starts by this file: it needs little of the command line.
launch(new URL('./member.cjs', import.meta.url), WARM);
