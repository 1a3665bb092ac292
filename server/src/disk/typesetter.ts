import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { FormatFault } from '../documents/format-fault.ts';
import type { Sheet, Typeset, Typesetter } from '../documents/pdf/sheet.ts';
import { noFontsPath } from './shipped.ts';
import type { Answer, Task } from './typeset/messages.ts';

/** How long a document may take, in seconds: the longest that we know takes one. */
const LIMIT = 60;

/** After so many documents, or with so much memory in bytes, the program is ended: the next document begins with a new one. */
const MOST = 200;
const MEMORY = 700 * 1024 * 1024;

export interface TypesetOptions {
  /** How long a document may take, in seconds. */
  readonly limit?: number;
  /** `wasm` for the engine that any machine has. */
  readonly engine?: 'wasm';
}

/** The program that typesets: it is started once, and waits for more; it never keeps the process that started it from its end. */
export class TypesetProgram {
  /** Makes a PDF. Documents are made one after another. */
  readonly typeset: Typesetter;
  private readonly options: TypesetOptions;
  private child: ChildProcess | undefined;
  private made = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: TypesetOptions = {}) {
    this.options = options;
    this.typeset = (sheet) => {
      const next = this.last.then(() => this.run(sheet));
      this.last = next.catch(() => undefined);
      return next;
    };
  }

  /** Starts the program before it is needed. */
  start(): void {
    this.child ??= this.started();
  }

  /** Ends the program. It is started again when it is needed. */
  async close(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    this.made = 0;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    hold(child);
    await ended.catch(() => undefined);
  }

  private async run({ data, files, fonts }: Sheet): Promise<Typeset> {
    this.start();
    const answer = await this.ask(this.child as ChildProcess, { data, files: [...files], fonts });
    if (++this.made >= MOST || answer.memory > MEMORY) await this.close();
    if ('fault' in answer) throw new FormatFault(`The pages of the PDF can’t be set: ${answer.fault}.`);
    return { bytes: answer.pdf, remarks: answer.remarks };
  }

  /** The answer to a task. While it is awaited, the process that asks does not end. */
  private ask(child: ChildProcess, task: Task): Promise<Answer> {
    const { limit = LIMIT } = this.options;
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        child.off('message', answered);
        child.off('error', failed);
        child.off('exit', left);
        release(child);
        settle();
      };
      const give = (why: string): void =>
        end(() => {
          void this.close();
          reject(new FormatFault(why));
        });
      const answered = (answer: unknown): void => end(() => resolve(answer as Answer));
      const failed = (error: Error): void => give(`The program that makes PDF can’t be started: ${error.message}.`);
      const left = (): void => give('The program that makes PDF ended before it was done. Is there enough memory?');
      const late = (): void =>
        give(
          `The PDF was not done after ${limit} seconds, and is given up. Is the plan very long, or a picture very large?`,
        );
      const timer = setTimeout(late, limit * 1000);
      child.on('message', answered);
      child.on('error', failed);
      child.on('exit', left);
      hold(child);
      child.send(task, (error) => error && failed(error));
    });
  }

  private started(): ChildProcess {
    // Beside this file: in the sources, or in the package.
    const isSource = import.meta.url.endsWith('.ts');
    const program = fileURLToPath(new URL(isSource ? './typeset/typeset.ts' : './typeset.js', import.meta.url));
    const child = fork(program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: {
        ...process.env,
        // The same letters on every machine: those that are given, and no others.
        FONTCONFIG_FILE: noFontsPath(),
        TYPST_FONT_PATHS: undefined,
        ...(this.options.engine ? { GOLDTHREAD_TYPST: this.options.engine } : {}),
      },
    });
    // One that ends while nothing is asked is forgotten; what is asked next starts another.
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    release(child);
    return child;
  }
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
