import { launch } from '../launch.ts';

/** When what a command has compiled is kept, in milliseconds after its start; one that ends before keeps it at its end. */
const LONG = 10_000;

// The command line starts by this file.
launch(new URL('./cli.cjs', import.meta.url), LONG);
