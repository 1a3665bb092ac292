import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importDocument } from '../../server/src/importers/import.ts';
import { type Claims, claimsOf } from './claims.ts';
import type { Expectations } from './expectation.ts';
import { type Kept, keptOf } from './kept.ts';
import { score, type Tally } from './score.ts';

/** A document that was brought in and compared with what a person finds in it. */
export interface Compared {
  readonly name: string;
  readonly plan: string;
  readonly claims: Claims;
  readonly tallies: readonly Tally[];
  readonly kept: Kept;
  /** Milliseconds that the import took, and bytes of the document. */
  readonly time: number;
  readonly size: number;
}

/** Brings a document in and compares it. */
export async function compare(path: string, expectations: Expectations): Promise<Compared> {
  const bytes = await readFile(path);
  const name = basename(path);
  const began = performance.now();
  const { plan, account } = await importDocument(new Uint8Array(bytes), { name });
  const time = performance.now() - began;
  const claims = await claimsOf(plan);
  const kept = keptOf(bytes.toString('utf8'), name, plan, account);
  return { name, plan, claims, tallies: score(expectations, claims), kept, time, size: bytes.length };
}
