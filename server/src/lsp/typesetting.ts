import type { TypesetProgram } from '../disk/typesetter.ts';
import type { Typesetter } from '../documents/pdf/sheet.ts';

/** The program that makes PDF holds much memory: it is ended when nobody has asked for one for so many milliseconds. */
const IDLE = 60_000;

let program: Promise<TypesetProgram> | undefined;
let running = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Makes pages for print, in a program of its own. What starts that is loaded when it is first asked for. */
export const typeset: Typesetter = async (sheet) => {
  clearTimeout(idle);
  running++;
  try {
    program ??= import('../disk/typesetter.ts').then((loaded) => new loaded.TypesetProgram());
    return await (await program).typeset(sheet);
  } finally {
    if (--running === 0) idle = setTimeout(close, IDLE).unref();
  }
};

const close = async (): Promise<void> => (await program)?.close();
