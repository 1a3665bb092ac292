import { readPeriod } from '@goldthread/grammar';
import { shortened, wordsOfProse } from '../../features/shown.ts';
import type { Item } from '../../model/item.ts';
import { joined, type Markup, markup } from '../markup.ts';
import type { WholeDocument } from './annex.ts';
import type { Edition } from './edition.ts';

/** The longest description, in UTF-16 units: search engines show no more. */
const LONGEST = 300;

/** What is said of a document to those who look for it. Dates and periods as ISO 8601 writes them; what the plan does not say is undefined. */
export interface Metadata {
  readonly title: string;
  readonly description: string | undefined;
  readonly language: string;
  readonly publisher: string | undefined;
  readonly creator: string | undefined;
  readonly date: string | undefined;
  readonly version: string | undefined;
  readonly status: string | undefined;
  readonly area: string | undefined;
  readonly period: string | undefined;
  readonly identifier: string | undefined;
}

/** What the head of a plan says of the document. */
export function metadataOf(edition: Edition, { title }: Pick<WholeDocument, 'title'> = edition): Metadata {
  const { root, language } = edition;
  const { plan } = edition.source;
  const value = (key: string): string | undefined => (root && shownValue(edition, root, key)) || undefined;
  const written = root?.placed.file.tree.language ?? 'en';
  const period = readPeriod(root?.value('period') ?? '', written).value;
  return {
    title,
    description: descriptionOf(edition),
    language,
    publisher: value('organisation') ?? value('force'),
    creator: value('author') ?? value('organisation'),
    date: isoDate(root?.value('date') ?? ''),
    version: value('version'),
    status: value('status'),
    area: value('area'),
    period: period && `${period.first}/${period.last ?? '..'}`,
    identifier: plan.id || undefined,
  };
}

/** The value of a field of the plan: a title where it is an item that the field names. */
function shownValue({ language, source }: Edition, root: Item, key: string): string {
  const link = root.links.find(({ relation }) => relation === key);
  const named = link && source.snapshot.model.target(link);
  const translated = root.field(key, language);
  return shortened(named ? named.title : translated ? root.valueOf(translated) : root.value(key), LONGEST);
}

/** Only a day, a month or a year is a date to other programs. */
const isoDate = (written: string): string | undefined => (/^\d{4}(?:-\d\d){0,2}$/.test(written) ? written : undefined);

/** Footnotes, which are not what a plan is about. */
const footnotes = /^[ \t]*\[\^[^\]\s]{1,40}\]:[^\r\n]*(?:\r?\n[ \t]*[^\s][^\r\n]*)*/gm;

/** What the plan is about: its synopsis, else its strapline, else its vision. */
function descriptionOf(edition: Edition): string | undefined {
  const { root, language, source } = edition;
  const { model } = source.snapshot;
  const inWords = (item: Item, key: string): string => {
    const entry = item.field(key, language) ?? item.field(key);
    return entry ? wordsOfProse(model, item, item.proseOf(entry).replace(footnotes, ''), LONGEST) : '';
  };
  const vision = [...model.items(source.plan)].find(({ key }) => key === 'vision');
  const found = root && (inWords(root, 'synopsis') || inWords(root, 'strapline') || inWords(root, 'subtitle'));
  return found || (vision && (shortened(vision.title, LONGEST) || inWords(vision, 'text'))) || undefined;
}

/** The elements that say it in the head of a page: Dublin Core terms, and properties of a report as schema.org has them. */
export function metadataHtml(metadata: Metadata): Markup {
  const { title, description, language, publisher, creator, date, version, area, period, identifier } = metadata;
  const terms = {
    title,
    description,
    language,
    publisher,
    creator,
    issued: date,
    spatial: area,
    temporal: period,
    identifier,
    type: 'Text',
    format: 'text/html',
  };
  const properties = {
    name: title,
    description,
    inLanguage: language,
    publisher,
    author: creator,
    datePublished: date,
    version,
    spatialCoverage: area,
    temporalCoverage: period,
    identifier,
  };
  return joined([
    markup`<link rel="schema.dcterms" href="http://purl.org/dc/terms/">\n`,
    ...present(terms).map(([name, value]) => markup`<meta name="dcterms.${name}" content="${value}">\n`),
    ...present(properties).map(([name, value]) => markup`<meta itemprop="${name}" content="${value}">\n`),
  ]);
}

const present = (values: Readonly<Record<string, string | undefined>>): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
