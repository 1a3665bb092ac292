import type { PlanDifference } from '../../../server/src/difference/change.ts';
import type { Edition } from '../../../server/src/documents/edition/edition.ts';
import { formatNamed } from '../../../server/src/documents/formats.ts';
import type { Draft } from '../../../server/src/importers/draft/draft.ts';
import { writePlan } from '../../../server/src/importers/draft/write.ts';
import type { Plan } from '../../../server/src/workspace/plan.ts';
import { differences, type Files, printed } from '../../difference/differences.ts';
import { editionsOf } from '../../documents/editions.ts';
import { engineFor } from '../../helpers/engine.ts';
import { filesOfSample, sampleNames } from '../../helpers/samples.ts';

/** A plan that is published and brought in again, among the files that it stands with. */
export interface Published {
  readonly name: string;
  readonly files: Files;
  readonly edition: Edition;
}

/** The plans of some files. */
export const publishedIn = (files: Files): Published[] =>
  editionsOf(engineFor(files)).map((edition) => ({ name: edition.source.name, files, edition }));

/** All sample plans. */
export const published: readonly Published[] = sampleNames.flatMap((name) => publishedIn(filesOfSample(name)));

/** What changes in the plans where one is replaced by what was brought in, printed; its findings left out, as comments are not brought in. */
export function changedBy({ files, edition }: Published, text: string): string {
  const { plan } = edition.source;
  const gone = new Set(filesOf(plan));
  const others = Object.entries(files).filter(([path]) => !gone.has(path));
  const after = { ...Object.fromEntries(others), [plan.root.path]: text };
  return printed(differences(files, after).map(withoutFindings));
}

const filesOf = (plan: Plan): string[] => plan.files.map(({ path }) => path);

const withoutFindings = (plan: PlanDifference): PlanDifference => ({
  ...plan,
  findings: { new: [], mended: [], allowed: [] },
});

/** What is printed where nothing has changed. */
export const unchanged = printed([]);

/** The text of a plan that a reader gave. */
export const textOf = (draft: Draft): string => writePlan(draft).text;

/** The files of an edition in a format, by name. */
export async function built(edition: Edition, format: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = (await formatNamed(format)?.write(edition)) ?? [];
  return new Map(
    files.map(({ name, content }) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content]),
  );
}

/** The bytes of the first file of an edition in a format. */
export async function bytesOf(edition: Edition, format: string): Promise<Uint8Array> {
  const [bytes] = (await built(edition, format)).values();
  if (!bytes) throw new Error(format);
  return bytes;
}
