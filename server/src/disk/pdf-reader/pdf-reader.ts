import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ImportFault } from '../../importers/fault.ts';
import { pdfReader } from '../../importers/readers/pdf/pdf.ts';
import type { Reader, ReadOptions } from '../../importers/readers/reader.ts';
import type { Source } from '../../importers/source.ts';
import type { PdfAnswer, PdfTask } from './messages.ts';

/** How much a document may take. */
export interface PdfLimits {
  /** Seconds until the next page is read, or after the last the whole is put together. */
  readonly page: number;
  /** Seconds for the whole. */
  readonly whole: number;
  /** Bytes of memory. */
  readonly memory: number;
}

/** The longest document that we know, of 5,000 pages, takes a minute and 1.1 GB. */
const usual: PdfLimits = { page: 30, whole: 600, memory: 2 * 1024 ** 3 };

/** The reader of PDF in a process of its own, which is ended when it takes too long or too much. */
export const pdfReaderApart = (limits: PdfLimits = usual): Reader => ({
  ...pdfReader,
  read: (bytes, options) => readApart(bytes, options, limits),
});

function readApart(bytes: Uint8Array, options: ReadOptions, limits: PdfLimits): Promise<Source> {
  const { signal, progress, name, changes } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const child = fork(programPath(), [String(limits.memory)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${Math.round(limits.memory / 1024 ** 2)}`],
    });
    let page = 0;
    const end = (settle: () => void): void => {
      clearTimeout(whole);
      clearTimeout(next);
      signal?.removeEventListener('abort', stop);
      child.removeAllListeners();
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      settle();
    };
    const give = (why: string): void => end(() => reject(new ImportFault(why)));
    const stop = (): void => end(() => reject(signal?.reason));
    const late = (): void =>
      give(
        `This PDF takes too long to read${page > 0 ? `, from page ${page} on` : ''}, and is given up. Print it to a new PDF, and bring that in; or bring it in in parts.`,
      );
    const whole = setTimeout(late, limits.whole * 1000);
    let next = setTimeout(late, limits.page * 1000);
    signal?.addEventListener('abort', stop);
    child.on('message', (message: unknown) => {
      const answer = message as PdfAnswer;
      if ('source' in answer) end(() => resolve(answer.source));
      else if ('fault' in answer) give(answer.fault || broken);
      else {
        page = answer.done + 1;
        clearTimeout(next);
        next = setTimeout(late, limits.page * 1000);
        progress?.(answer.done, answer.all);
      }
    });
    child.on('error', () =>
      give('The program that reads PDF can’t be started. Save the document as .docx or .txt, and bring that in.'),
    );
    child.on('exit', () =>
      give(
        `This PDF takes more than ${Math.round(limits.memory / 1024 ** 2)} MB of memory to read, and is given up. Print it to a new PDF, and bring that in; or bring it in in parts.`,
      ),
    );
    child.send({ bytes, name, changes } satisfies PdfTask, (error) => error && give(broken));
  });
}

const broken = 'This PDF is broken, and can’t be read. Open it in another program, save it again, and bring that in.';

/** Beside this file: in the sources, or in the package. */
function programPath(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(isSource ? './child.ts' : './pdf-reader.js', import.meta.url));
}
