import { readFileSync } from 'node:fs';
import { Edition, type EditionSource } from '../../server/src/documents/edition/edition.ts';
import { formatNamed } from '../../server/src/documents/formats.ts';
import type { WrittenFile } from '../../server/src/documents/written-file.ts';
import type { Engine } from '../../server/src/engine.ts';
import { engineFor } from '../helpers/engine.ts';
import { filesOfSample, sampleNames } from '../helpers/samples.ts';
import { hostile, hostileFiles } from './hostile.ts';

const style = readFileSync(new URL('../../server/templates/document.css', import.meta.url), 'utf8');

/** The editions of all plans of an engine; those of shipped libraries left out. */
export function editionsOf(engine: Engine, options: Partial<EditionSource> = {}): Edition[] {
  const snapshot = engine.snapshot;
  const plans = engine.workspace.plans.filter(({ root }) => !root.path.startsWith('libraries/'));
  return plans.map(
    (plan) =>
      new Edition({
        snapshot,
        plan,
        name: plan.id || 'plan',
        style,
        show: (path) => path,
        picture: () => undefined,
        ...options,
      }),
  );
}

/** The edition of a plan; a text alone is `main.plan`. */
export function editionOf(
  example: string | Readonly<Record<string, string>>,
  options: Partial<EditionSource> = {},
): Edition {
  const [edition] = editionsOf(engineFor(example), options);
  if (!edition) throw new Error('There is no plan.');
  return edition;
}

/** The editions of all sample plans, by the names of the plans. */
export const sampleEditions: readonly (readonly [string, Edition])[] = sampleNames.flatMap((name) =>
  editionsOf(engineFor(filesOfSample(name))).map((edition) => [edition.source.name, edition] as const),
);

/** The hostile plans that are published: those that are plans, not parts without one. */
export const hostileEditions: readonly (readonly [string, Edition])[] = hostile.flatMap(({ name, plan }) =>
  editionsOf(engineFor({ ...hostileFiles, 'main.plan': plan })).map((edition) => [name, edition] as const),
);

/** The files of an edition in a format that is written at once. */
export function filesIn(edition: Edition, format: string): readonly WrittenFile[] {
  const found = formatNamed(format);
  if (!found) throw new Error(format);
  const files = found.write(edition);
  if (files instanceof Promise) throw new Error(`${format} is written in a while.`);
  return files;
}

/** The text of a file of an edition, by the end of its name. */
export function textIn(edition: Edition, format: string, end: string): string {
  const file = filesIn(edition, format).find(({ name }) => name.endsWith(end));
  if (typeof file?.content !== 'string') throw new Error(`There is no ${end}.`);
  return file.content;
}
