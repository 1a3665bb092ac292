/**
 * The program that typesets: it is told of documents by the program that starts it, one after another, and answers each with a
 * PDF. It is a process of its own so that it can be stopped, whatever it is at, and so that its memory is given back.
 */
import process from 'node:process';
import { documentTemplate, houseFonts, typstFolder } from '../shipped.ts';
import { boxFont, diamond } from './box-font.ts';
import { withoutLetters } from './coverage.ts';
import type { Engine } from './engine.ts';
import type { Answer, Done, Task } from './messages.ts';
import { nativeEngine } from './native.ts';
import { wasmEngine } from './wasm.ts';

/** So many characters without letters are named. */
const NAMED = 20;

const fonts = houseFonts();

async function start(): Promise<Engine> {
  const material = { template: documentTemplate(), fonts: [...fonts, boxFont()] };
  const native = process.env.GOLDTHREAD_TYPST === 'wasm' ? undefined : await nativeEngine(material);
  return native ?? (await wasmEngine(material, typstFolder()));
}

async function pages(engine: Engine, task: Task): Promise<Omit<Done, 'memory'>> {
  const { unread, pdf } = await printed(engine, task);
  return { pdf, remarks: [...engine.remarks, ...missing(task), ...new Set(unread.map(unreadable))] };
}

/** Pages without the pictures that can’t be read: which these are is found out only where there are some. */
async function printed(engine: Engine, task: Task): Promise<{ readonly pdf: Uint8Array; readonly unread: string[] }> {
  try {
    return { pdf: await engine.pdf(task, []), unread: [] };
  } catch (error) {
    const unread = task.files.flatMap(([name, bytes]) => (engine.canRead(name, bytes) ? [] : [name]));
    if (unread.length === 0) throw error;
    return { pdf: await engine.pdf(task, unread), unread };
  }
}

const unreadable = (name: string): string =>
  `The picture ${name.replace(/^\d+-/, '')} can’t be read, and is told in words. Save it again as PNG, JPEG or SVG.`;

function missing(task: Task): string[] {
  const signs = withoutLetters(task.data, [...task.fonts, ...fonts]).filter((sign) => sign !== diamond);
  if (signs.length === 0) return [];
  const named = signs.slice(0, NAMED).join(' ');
  const more = signs.length > NAMED ? ` and ${signs.length - NAMED} others` : '';
  const each = signs.length > 1 ? 'They are printed as boxes' : 'It is printed as a box';
  return [
    `The letters of the PDF have none for ${named}${more}. ${each}; who copies the text gets ${signs.length > 1 ? 'them' : 'it'}. A theme can bring letters that have ${signs.length > 1 ? 'them' : 'it'}.`,
  ];
}

const engine = start();

process.on('disconnect', () => process.exit());
process.on('message', async (task: Task) => {
  const memory = (): number => process.memoryUsage.rss();
  let answer: Answer;
  try {
    answer = { ...(await pages(await engine, task)), memory: memory() };
  } catch (error) {
    answer = { fault: error instanceof Error ? error.message : String(error), memory: memory() };
  }
  process.send?.(answer);
});
// What goes wrong at the start is told with the first answer.
engine.catch(() => undefined);
