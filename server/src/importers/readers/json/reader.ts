import { ImportFault } from '../../fault.ts';
import { limits } from '../../limits.ts';
import type { Reader, ReadPlan } from '../reader.ts';
import { draftOf, itemsIn, type WrittenPlan } from './draft.ts';
import { type JsonObject, listAt, objectAt, Place, wordsAt } from './shape.ts';

/** The names of the schemas that are read: what `build --to json` writes, and what `model` prints. */
const DOCUMENT = 'goldthread/schemas/document.schema.json';
const MODEL = 'goldthread/schemas/model.schema.json';

/** The version of both. Files of a later one may say what nobody here understands. */
const VERSION = 1;

/** A plan as Goldthread writes it for other programs. */
export const jsonReader: Reader = {
  name: 'json',
  endings: ['json'],
  meaning: 'what “build --to json” or “model” wrote',
  recognises: (bytes) => /^\s*\{\s*["}]/.test(textOf(bytes.subarray(0, 1024), false)),
  read: async (bytes) => readJsonPlan(bytes),
};

/**
 * Reads a plan that was written for other programs.
 *
 * @throws {ImportFault} where it is no such file, or one of a later version; the message says where.
 */
export function readJsonPlan(bytes: Uint8Array): ReadPlan {
  const top = new Place();
  const file = objectAt(parsed(bytes), top);
  const { $schema: schema } = file;
  if (schema !== DOCUMENT && schema !== MODEL)
    throw new ImportFault(
      'This JSON was not written by Goldthread: it does not begin with the name of its schema. Only what “goldthread build --to json” and “goldthread model” write can be imported.',
    );
  if (file['version'] !== VERSION)
    throw new ImportFault(
      `This file is of version ${shown(file['version'])}, and this Goldthread reads version ${VERSION}. ${
        Number(file['version']) > VERSION ? 'A newer Goldthread reads it.' : 'Build it again from the plan.'
      }`,
    );
  const plan = schema === DOCUMENT ? documentIn(file, top) : onlyPlanIn(file, top);
  return { draft: draftOf(plan), removed: [], doubts: [] };
}

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length > limits.fileBytes) throw new ImportFault('This file is too large to be read.');
  try {
    return JSON.parse(textOf(bytes, true)) as unknown;
  } catch (error) {
    const why = error instanceof SyntaxError ? placeOf(error.message) : '';
    throw new ImportFault(
      `This is not JSON${why}. The file may not have been copied whole: build it again from the plan.`,
    );
  }
}

/** The text of bytes, by the first of them. */
function textOf(bytes: Uint8Array, isFatal: boolean): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: isFatal }).decode(bytes);
}

/** Where the engine says that a text stops being JSON. */
function placeOf(message: string): string {
  const line = /line (\d{1,9}) column/.exec(message)?.[1];
  return line === undefined ? '' : ` from line ${line} on`;
}

const shown = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value).slice(0, 20) : 'no number';

function documentIn(file: JsonObject, top: Place): WrittenPlan {
  const at = top.at('plan');
  return { plan: objectAt(file['plan'], at), at, items: itemsIn(file['items'], top.at('items')) };
}

/** The plan of a file that may hold several. */
function onlyPlanIn(file: JsonObject, top: Place): WrittenPlan {
  const place = top.at('plans');
  const plans = listAt(file['plans'], place).map((plan, index) => objectAt(plan, place.at(index)));
  const [plan] = plans;
  if (!plan) throw place.fault('holds no plan');
  if (plans.length > 1) {
    const names = plans.map((one, index) => wordsAt(one['ref'], place.at(index).at('ref')).slice(0, 60));
    throw new ImportFault(
      `This file holds ${plans.length} plans (${names.slice(0, 10).join(', ')}), and one is imported at a time. Write each to a file of its own: goldthread model ${names[0]}.plan`,
    );
  }
  return { plan, at: place.at(0), items: itemsIn(file['items'], top.at('items')) };
}
