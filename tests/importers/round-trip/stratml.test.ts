import { expect, test } from 'vitest';
import { fields, type KeyLanguage, kinds, monthName } from '../../../grammar/src/index.ts';
import { Labels } from '../../../server/src/documents/labels.ts';
import { itemsOf } from '../../../server/src/importers/draft/draft.ts';
import { readStratml } from '../../../server/src/importers/readers/stratml/reader.ts';
import { editionsOf } from '../../documents/editions.ts';
import { diagnosticsOf, engineFor } from '../../helpers/engine.ts';
import { lostWords } from '../stratml/words.ts';
import { built, published, textOf } from './round-trip.ts';

/** Kinds that StratML has an element for, with an identifier. */
const named: ReadonlySet<string> = new Set([
  'outcome',
  'priority',
  'action',
  'kpq',
  'measure',
  'vision',
  'value',
  'role',
  'partner',
]);

/** Words that documents put before values, and which become keys; and the names of months, which become figures. */
const said = new Set(
  ['en', 'cy'].flatMap((language) => {
    const labels = new Labels([], language as KeyLanguage, true);
    const names = fields.flatMap((field) => field.on.map((kind) => labels.name(field, kind)));
    const months = Array.from({ length: 12 }, (_, index) => monthName(index + 1, language as KeyLanguage));
    const roles = 'Part of, Lead, Partner, Assurance, Performer, Questions and measures, Answer, Baseline';
    return [...names, ...months, ...kinds.map(({ noun }) => noun), roles].flatMap((words) =>
      words.toLowerCase().split(/[ ,]+/),
    );
  }),
);

/** A plan in which StratML is all that there is: the plan that it carries is taken out. */
const bare = published.map(({ name, files }) => {
  const edition = editionsOf(engineFor(files), { withoutPlan: true }).find(({ source }) => source.name === name);
  if (!edition) throw new Error(name);
  return { name, edition };
});

test.each(bare)('$name is read from StratML alone, and no word is lost', async ({ edition }) => {
  for (const [name, bytes] of await built(edition, 'stratml')) {
    const read = readStratml(bytes, name);
    const lost = lostWords(new TextDecoder().decode(bytes).replace(/Identifier>[^<]*/g, 'Identifier>'), read).filter(
      (word) => !said.has(word) && !/^\d+$/.test(word),
    );
    expect(lost).toEqual([]);
    const text = textOf(read.draft);
    expect(
      diagnosticsOf(text).filter(({ severity, rule }) => severity === 'error' && rule.startsWith('syntax/')),
    ).toEqual([]);
    if (name.includes('part-1')) continue;
    const { model } = edition.source.snapshot;
    const wanted = [...model.items(edition.source.plan)].filter(
      ({ key, title }) => named.has(key) && !title.includes('[['),
    );
    const found = new Set([...itemsOf(read.draft.plan)].map(({ kind, title }) => `${kind} ${title}`));
    const gone = wanted.map(({ key, title }) => `${key} ${title}`).filter((one) => !found.has(one));
    expect(gone.length / wanted.length).toBeLessThan(0.2);
  }
});
