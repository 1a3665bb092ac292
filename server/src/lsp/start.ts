import { launch } from '../launch.ts';

/** When what the server has compiled is kept, in milliseconds after its start: by then it has served its first requests. */
const SERVED = 5_000;

// An editor starts the server by this file, without the command line.
launch(new URL('./lsp-server.cjs', import.meta.url), SERVED);
