import { ImportFault } from '../../fault.ts';
import { decoded } from '../../xml/decoded.ts';
import { elementsOf } from '../../xml/elements.ts';
import { readXml, type XmlElement } from '../../xml/xml.ts';
import type { Reader, ReadPlan } from '../reader.ts';
import { planFrom } from './plan.ts';
import { lineOf } from './words.ts';

/** The element of a whole document, in both parts of the standard and before it was one; the first that is found is read. */
const roots: ReadonlySet<string> = new Set(['StrategicPlan', 'PerformancePlanOrReport', 'StrategicPlanCore']);

/** So much of a file is looked at for what it is. */
const LOOK = 4096;

/** StratML: strategic plans (ISO 17469-1), and performance plans and reports (Part 2). */
export const stratmlReader: Reader = {
  name: 'stratml',
  endings: ['xml', 'stratml'],
  meaning: 'StratML (ISO 17469), Part 1 and Part 2',
  recognises: (bytes) =>
    /<(?:[\w.-]{1,40}:)?(?:StrategicPlan(?:Core)?|PerformancePlanOrReport)[\s/>]/.test(beginningOf(bytes)),
  read: async (bytes, { name }) => readStratml(bytes, name),
};

/** The first words of a file; empty where they are in no known letters. */
function beginningOf(bytes: Uint8Array): string {
  try {
    return [...decoded(bytes.subarray(0, LOOK))].join('');
  } catch {
    return '';
  }
}

/**
 * Reads a plan or report of StratML, leniently: whatever its namespace, the order of its elements, and what else stands in it. Every word of it
 * is in the plan or in `removed`. `name` is that of the file.
 *
 * @throws {ImportFault} where it is no XML, or XML of another sort.
 */
export function readStratml(bytes: Uint8Array, name: string): ReadPlan {
  const file = readXml(bytes);
  const { root, outside } = rootIn(file);
  if (!root)
    throw new ImportFault(
      `This XML is no StratML: it begins with “${file.name.slice(0, 60)}”, and neither StrategicPlan nor PerformancePlanOrReport stands in it. Only plans in StratML can be imported from XML.`,
    );
  const { draft, removed, doubts } = planFrom(root, name.replace(/\.[^.]{0,12}$/, '') || 'Plan');
  const around = outside.map(({ words, line }) => ({
    why: 'furniture' as const,
    words,
    spot: { line },
    times: 1,
  }));
  return { draft, removed: [...around, ...removed], doubts };
}

/** The element of the plan, which may stand in others, and the words outside of it. */
function rootIn(file: XmlElement): {
  readonly root: XmlElement | undefined;
  readonly outside: readonly { readonly words: string; readonly line: number }[];
} {
  let root: XmlElement | undefined;
  const outside: { words: string; line: number }[] = [];
  const waiting: XmlElement[] = [file];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!root && roots.has(next.name)) {
      root = next;
      continue;
    }
    const loose = lineOf({ ...next, children: next.children.filter((node) => typeof node === 'string') });
    if (loose) outside.push({ words: loose, line: next.line });
    waiting.push(...elementsOf(next).toReversed());
  }
  return { root, outside };
}
