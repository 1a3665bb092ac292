import { fieldOn } from '@goldthread/grammar';
import { directionOf } from '../../checks/measure/direction.ts';
import type { Finding } from '../../checks/rule.ts';
import { now } from '../../checks/rule.ts';
import type { Item } from '../../model/item.ts';
import { direct, linking, questionsOf } from '../../model/links.ts';
import type { Series } from '../charts/series.ts';
import { baselineShown, periodShown, targetShown } from '../dates.ts';
import type { ItemNames } from '../item-names.ts';
import { Labels } from '../labels.ts';
import { plain } from '../plain-words.ts';
import type { Fact, Flow, Inline } from '../tree.ts';
import type { MeasureWords } from './words.ts';

/** What fields are called where no plan says otherwise. */
const labels = { en: new Labels([], 'en', true), cy: new Labels([], 'cy', true) };

/** What is known of a measure that stands below a question or an outcome, each with its name; what is not known is left out. */
export function factsOf(
  measure: Item,
  about: Item | undefined,
  series: Series,
  names: ItemNames,
  words: MeasureWords,
): Fact[] {
  const { language } = names;
  const written = measure.placed.file.tree.language;
  const nameOf = (key: string): string => {
    const field = fieldOn('measure', key);
    return field ? labels[language].name(field) : key;
  };
  const others = (found: readonly Item[]): Item[] => found.filter((item) => item !== about);
  const direction = directionOf(measure);
  const latest = series.figures.at(-1);
  const owners = direct(names.model, measure, 'owner').map(({ item }) => item);
  const value = (key: string): Inline[] => lineOf(inLanguage(measure, key, language));
  return [
    ...items(words.answers, others(questionsOf(names.model, measure)), names),
    ...items(words.outcome, others(outcomesOf(measure, names)), names),
    ...items(words.shows, shownBy(measure, names), names),
    ...(measure.above('priority') ? items(words.in, [measure.above('priority') as Item], names) : []),
    ...fact(nameOf('unit'), value('unit')),
    ...fact(nameOf('baseline'), lineOf(baselineShown(measure.value('baseline'), written, language))),
    ...fact(
      words.latest,
      latest ? lineOf(words.inPeriod(latest.written, periodShown(latest.label, written, language))) : [],
    ),
    ...fact(nameOf('target'), lineOf(targetShown(measure.value('target'), written, language))),
    ...fact(nameOf('direction'), direction ? lineOf(words.directions[direction]) : value('direction')),
    ...fact(nameOf('frequency'), value('frequency')),
    ...(owners.length > 0 ? items(nameOf('owner'), owners, names) : fact(nameOf('owner'), value('owner'))),
    ...fact(nameOf('source'), value('source')),
  ];
}

const lineOf = (words: string): Inline[] => (words ? [plain(words)] : []);

/** The value of a field in the language of the page where the plan has it, else in its own. */
function inLanguage(item: Item, key: string, language: string): string {
  const translated = item.field(key, language);
  return (translated && item.valueOf(translated)) || item.value(key);
}

const fact = (name: string, value: readonly Inline[]): Fact[] =>
  value.length > 0 ? [{ name: [plain(name)], flow: [{ type: 'paragraph', children: value }] }] : [];

/** Items as a fact: one in its line, several as a list. */
function items(name: string, found: readonly Item[], names: ItemNames): Fact[] {
  const [first, ...others] = found;
  if (!first) return [];
  if (others.length === 0) return fact(name, [names.mention(first)]);
  const points = found.map((item) => ({
    flow: [{ type: 'paragraph', children: [names.mention(item)] } satisfies Flow],
  }));
  return [{ name: [plain(name)], flow: [{ type: 'list', ordered: false, points }] }];
}

/** The outcomes that a measure is about: those that it names or stands in, and those that its questions ask about. */
function outcomesOf(measure: Item, { model }: ItemNames): Item[] {
  const found = [measure, ...questionsOf(model, measure)].flatMap((item) =>
    direct(model, item, 'outcomes').map((one) => one.item),
  );
  return [...new Set(found)];
}

/** The actions whose effect a measure shows. */
const shownBy = (measure: Item, { model }: ItemNames): readonly Item[] => linking(model, measure, 'measures', 'action');

/** The rules whose findings are told as they are: the figures are there, and something is wrong with them. */
const toldRules: ReadonlySet<string> = new Set([
  'measure/data-missing',
  'measure/data-malformed',
  'measure/target-against-direction',
]);

/** What the checks miss in a measure, in one sentence, and what they say is wrong with its figures. */
export function lacksOf(
  measure: Item,
  findings: readonly Finding[],
  language: 'en' | 'cy',
  words: MeasureWords,
): Flow[] {
  const lacks: Readonly<Record<string, string>> = words.lacks;
  const own = findings.filter(({ item }) => item === measure);
  const rules = new Set(own.map(({ rule }) => rule));
  const missing = Object.keys(lacks).flatMap((rule) => (rules.has(rule) ? (lacks[rule] ?? []) : []));
  const told = own.flatMap((finding) => {
    if (!toldRules.has(finding.rule)) return [];
    return language === 'cy' ? finding.messageCy() : now(finding.message);
  });
  const sentences = [...(missing.length > 0 ? [`${words.missing} ${missing.join(', ')}.`] : []), ...told];
  return sentences.map((sentence) => ({ type: 'paragraph', role: 'missing', children: [plain(sentence)] }));
}
