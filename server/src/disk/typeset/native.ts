import { Buffer } from 'node:buffer';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Engine, filesOf, firstMessage, type Material, trial } from './engine.ts';
import type { Task } from './messages.ts';

/** The world of the template. No disk has this folder: nothing is read but what is given. */
const WORLD = '/goldthread-typeset-nowhere';
const MAIN = `${WORLD}/main.typ`;

/** After so many other documents, what was kept of one is forgotten. */
const KEPT = 3;

/** Typst as a library of this machine; undefined where there is none for it. */
export async function nativeEngine({ template, fonts }: Material): Promise<Engine | undefined> {
  const library = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined);
  if (!library) return undefined;
  const make = (more: readonly Uint8Array[]): NodeCompiler => {
    const fontBlobs = [...more, ...fonts].map((font) => Buffer.from(font));
    const made = library.NodeCompiler.create({ workspace: WORLD, fontArgs: [{ fontBlobs }] });
    made.addSource(MAIN, template);
    return made;
  };
  const plain = make([]);
  const print = (compiler: NodeCompiler, mainFilePath: string): Uint8Array => {
    const made = compiler.compile({ mainFilePath });
    const fault = made.takeError();
    if (fault || !made.result) throw new Error(fault ? firstMessage(compiler.fetchDiagnostics(fault)) : 'no pages');
    try {
      return compiler.pdf(made.result, { pdfStandard: 'ua-1' });
    } catch (error) {
      // The library gives what was wrong as text, in the way of its own language.
      const message = /message: "((?:[^"\\]|\\.)*)"/.exec(String(error))?.[1] ?? String(error);
      throw new Error(message);
    }
  };
  return {
    remarks: [],
    pdf(task: Task, unread) {
      const compiler = task.fonts.length > 0 ? make(task.fonts) : plain;
      try {
        for (const [path, bytes] of filesOf(task, unread)) compiler.mapShadow(WORLD + path, Buffer.from(bytes));
        return print(compiler, MAIN);
      } finally {
        for (const [path] of filesOf(task, unread)) compiler.unmapShadow(WORLD + path);
        compiler.evictCache(KEPT);
      }
    },
    canRead(name, bytes) {
      const path = `${WORLD}/trial/${name}`;
      plain.addSource(`${WORLD}/trial.typ`, `#set document(title: "?")\n${trial(`/trial/${name}`)}`);
      plain.mapShadow(path, Buffer.from(bytes));
      try {
        print(plain, `${WORLD}/trial.typ`);
        return true;
      } catch {
        return false;
      } finally {
        plain.unmapShadow(path);
      }
    },
  };
}
