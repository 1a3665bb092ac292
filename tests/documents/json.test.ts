import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { editionOf, hostileEditions, sampleEditions, textIn } from './editions.ts';
import { faultsOf } from './sound-html.ts';

const schema = readFileSync(new URL('../../server/schemas/document.schema.json', import.meta.url), 'utf8');
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));

interface Published {
  readonly printed: string;
  readonly anchor: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly html: Readonly<Record<string, string | readonly string[]>>;
}

interface Json {
  readonly document: Readonly<Record<string, string>>;
  readonly plan: Published;
  readonly items: readonly (Published & { readonly ref: string })[];
}

function read(text: string): Json {
  const json = JSON.parse(text) as Json;
  validate(json);
  expect(validate.errors ?? []).toEqual([]);
  return json;
}

const htmlIn = ({ plan, items }: Json): string[] => [plan, ...items].flatMap(({ html }) => Object.values(html).flat());

test('prose is there as Markdown and as HTML, titles as they are printed', () => {
  const { document, items } = read(
    textIn(
      editionOf(`plan p: Our Plan
  organisation: Ashmere
  date: 2026-03-09
  period: 2026-04-01 to 2030-03-31
  translations: cy

term epc: EPC

priority homes: Better homes, by [[epc]]
  title cy: Cartrefi gwell
  why: Cold homes make **people** ill. See [[epc]].
  why: More.
  why cy: Mae cartrefi oer yn gwneud pobl yn sâl.
`),
      'json',
      '.json',
    ),
  );
  expect(document).toEqual({
    title: 'Our Plan',
    language: 'en',
    publisher: 'Ashmere',
    creator: 'Ashmere',
    date: '2026-03-09',
    period: '2026-04-01/2030-03-31',
    identifier: 'p',
  });
  expect(items[1]).toMatchObject({
    ref: 'p.homes',
    printed: 'Better homes, by EPC',
    anchor: 'homes',
    fields: { why: ['Cold homes make **people** ill. See [[epc]].', 'More.'] },
    html: {
      why: [
        '<p>Cold homes make <strong>people</strong> ill. See <a class="mention" href="#epc">EPC</a>.</p>',
        '<p>More.</p>',
      ],
      'why cy': '<p lang="cy">Mae cartrefi oer yn gwneud pobl yn sâl.</p>',
    },
  });
});

describe.each(sampleEditions)('%s', (_, edition) => {
  test('is as the schema describes it, with sound HTML', () => {
    const json = read(textIn(edition, 'json', '.json'));
    expect(htmlIn(json).flatMap(faultsOf)).toEqual([]);
    expect(json.items).toHaveLength(
      [...edition.source.snapshot.model.items(edition.source.plan)].filter(({ kind }) => !kind.root).length,
    );
  });
});

test.each(hostileEditions)('%s is as the schema describes it, with sound HTML', (_, edition) => {
  const html = htmlIn(read(textIn(edition, 'json', '.json')));
  expect(html.map((one) => one.replaceAll(/ src="(?!https?:)/g, ' src="picture:')).flatMap(faultsOf)).toEqual([]);
});
