import { readFileSync } from 'node:fs';
import { type Engine, filesOf, firstMessage, type Material, trial } from './engine.ts';
import type { Task } from './messages.ts';

/** What is used of the library (`typst-ts-web-compiler`). */
interface Library {
  initSync(given: { readonly module: Uint8Array }): unknown;
  readonly TypstCompilerBuilder: new () => {
    set_dummy_access_model(): void;
    add_raw_font(bytes: Uint8Array): Promise<void>;
    build(): Promise<Compiler>;
  };
}

interface Compiler {
  add_source(path: string, text: string): boolean;
  map_shadow(path: string, bytes: Uint8Array): boolean;
  unmap_shadow(path: string): boolean;
  compile(main: string, inputs: undefined, format: 'pdf', diagnostics: number): Compiled;
}

interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: unknown;
}

/** Diagnostics as objects. */
const AS_OBJECTS = 3;

const MAIN = '/main.typ';
const TRIAL = '/trial.typ';

/** Typst as a program for any machine (WebAssembly), from the folder that has its two files. */
export async function wasmEngine({ template, fonts }: Material, folder: URL): Promise<Engine> {
  const library = (await import(new URL('typst_ts_web_compiler.mjs', folder).href)) as Library;
  library.initSync({ module: readFileSync(new URL('typst_ts_web_compiler_bg.wasm', folder)) });
  const make = async (more: readonly Uint8Array[]): Promise<Compiler> => {
    const builder = new library.TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of [...more, ...fonts]) await builder.add_raw_font(font);
    const made = await builder.build();
    made.add_source(MAIN, template);
    return made;
  };
  const plain = await make([]);
  const print = (compiler: Compiler, main: string): Uint8Array => {
    const { result, diagnostics } = compiler.compile(main, undefined, 'pdf', AS_OBJECTS);
    if (!result) throw new Error(firstMessage(diagnostics));
    return result;
  };
  return {
    remarks: [
      'The PDF is tagged, but does not say that it follows PDF/UA: the engine that says so is not there for this machine, and another one made it.',
    ],
    async pdf(task: Task, unread) {
      const compiler = task.fonts.length > 0 ? await make(task.fonts) : plain;
      try {
        for (const [path, bytes] of filesOf(task, unread)) compiler.map_shadow(path, bytes);
        return print(compiler, MAIN);
      } finally {
        for (const [path] of filesOf(task, unread)) compiler.unmap_shadow(path);
      }
    },
    canRead(name, bytes) {
      const path = `/trial/${name}`;
      plain.add_source(TRIAL, trial(path));
      plain.map_shadow(path, bytes);
      try {
        print(plain, TRIAL);
        return true;
      } catch {
        return false;
      } finally {
        plain.unmap_shadow(path);
      }
    },
  };
}
