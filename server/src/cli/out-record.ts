import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putFile } from './write-file.ts';

/** The name of the record, in the folder that it is of. */
export const recordName = '.goldthread-build';

/** The digest of a content by which it is known again: SHA-256, in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

/** A line of the record, as the program `sha256sum` writes and checks it. */
const line = /^([0-9a-f]{64}) [ *](.+)$/;

/**
 * What was written to a folder: each file with a digest of its content. So it is known which files there are as they were
 * written, and may be replaced, and which ones are somebody else’s, or were worked on since. Not every format has a place for a mark,
 * and a mark does not tell of work on a file; a record does both.
 */
export class OutRecord {
  private readonly path: string;
  private readonly digests = new Map<string, string>();
  private isChanged = false;

  /** Reads the record of a folder; empty where there is none. */
  constructor(folder: string) {
    this.path = join(folder, recordName);
    for (const [, digest = '', name = ''] of linesOf(this.path)) this.digests.set(name, digest);
  }

  /** True for a file that has the content with which it was written. */
  has(name: string, digest: string): boolean {
    return this.digests.get(name) === digest;
  }

  /** Takes in that a file is being written. */
  note(name: string, digest: string): void {
    if (this.has(name, digest)) return;
    this.digests.set(name, digest);
    this.isChanged = true;
  }

  /** Writes the record, where something is new in it. */
  save(): void {
    if (!this.isChanged) return;
    const lines = [...this.digests]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, digest]) => `${digest}  ${name}\n`);
    putFile(this.path, lines.join(''));
    this.isChanged = false;
  }
}

function linesOf(path: string): (readonly string[])[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((text) => line.exec(text) ?? [])
      .filter((found) => found.length > 0);
  } catch {
    return [];
  }
}
