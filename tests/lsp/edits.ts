import type { Diagnostic } from 'vscode-languageserver';
import { Engine } from '../../server/src/engine.ts';
import { handlers } from '../../server/src/lsp/handlers/index.ts';
import { uriOf } from '../../server/src/lsp/paths.ts';
import { toProtocol } from '../../server/src/lsp/reports.ts';
import { memoryHost } from '../../server/src/workspace/host.ts';
import { county, someChange } from '../helpers/changes.ts';
import { randomFrom } from '../helpers/random.ts';
import { Client } from './client.ts';
import { memorySurroundings } from './surroundings.ts';
import { serverHere } from './transport.ts';

const FOLDER = '/plans';

/** A plan that nothing open depends on, until somebody types its id. */
const stranger = 'plan coast: The Coast Plan\n\noutcome dunes: The dunes stay\n';

const start: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...county, 'county/coast.plan': stranger }).map(([path, text]) => [`${FOLDER}/${path}`, text]),
);
const paths = Object.keys(start);

/** What a fresh engine finds in each file, as the protocol has it. */
function fresh(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Diagnostic[]> {
  const engine = new Engine(memoryHost({}));
  for (const { path, text } of memorySurroundings(new Map()).libraries) engine.ship(path, text);
  for (const [path, text] of texts) engine.set(path, text);
  return new Map(
    [...texts.keys()].map((path) => [path, engine.diagnostics(path).map((one) => toProtocol(one, uriOf, true))]),
  );
}

/** Where what the server finds is not what a fresh engine finds. */
export interface Difference {
  readonly step: number;
  readonly path: string;
  readonly what: string;
  readonly served: readonly Diagnostic[];
  readonly expected: readonly Diagnostic[];
}

/**
 * Makes random changes to several files through the protocol: types in open files, opens and closes them, changes others on the disk.
 * What the server finds in all files has to be what a fresh engine finds; gives the first difference.
 */
export async function differenceAfter(
  seed: number,
  edits: number,
  tell = (_: number) => {},
): Promise<Difference | undefined> {
  const random = randomFrom(seed);
  const disk = new Map(Object.entries(start));
  const client = await new Client(serverHere(memorySurroundings(disk), handlers), { folders: [FOLDER] }).start();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const open = (path: string): void => client.open(path, disk.get(path) ?? '');
  for (const path of paths.slice(0, 3)) open(path);

  function step(): string {
    const path = pick(paths);
    const isOpen = client.texts.has(path);
    const chance = random();
    if (!isOpen && chance < 0.5) {
      open(path);
      return `opens ${path}`;
    }
    const change = someChange(client.texts.get(path) ?? disk.get(path) ?? '', random);
    const what = `${path} ${JSON.stringify(change)}`;
    if (!isOpen) {
      const text = disk.get(path) ?? '';
      disk.set(path, text.slice(0, change.start) + change.text + text.slice(change.end));
      client.tellFiles({ [path]: 2 });
      return `${what} on the disk`;
    }
    if (chance < 0.04) {
      if (random() < 0.5) disk.set(path, client.text(path));
      client.close(path);
      return `closes ${path}`;
    }
    if (chance < 0.06) {
      client.change(path, pick(Object.values(start)));
      return `${path} as a whole`;
    }
    client.edit(path, change.start, change.end, change.text);
    return what;
  }

  try {
    for (let number = 0; number < edits; number++) {
      // Random changes wear a plan down: from time to time it is whole again.
      if (number % 40 === 39) for (const path of client.texts.keys()) client.change(path, start[path] ?? '');
      const what = step();
      tell(number);
      if (random() < 0.4) continue;
      const texts = new Map(paths.map((path) => [path, client.texts.get(path) ?? disk.get(path) ?? '']));
      const scratch = fresh(texts);
      for (const path of paths) {
        const served = await client.diagnostics(path);
        const expected = scratch.get(path) ?? [];
        if (JSON.stringify(served) !== JSON.stringify(expected)) return { step: number, path, what, served, expected };
      }
    }
    return undefined;
  } finally {
    await client.end();
  }
}
