import { fieldOn } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { choiceOf } from '../document/values.ts';
import { element, words, type XmlElement, xmlDocument } from '../xml.ts';
import { indicatorElement } from './indicators.ts';
import { OtherInformation } from './other.ts';
import type { Goal, Objective } from './outline.ts';
import type { Part } from './part.ts';
import { apart, factText } from './plain-text.ts';
import type { Scribe } from './scribe.ts';
import { stakeholdersOf, stakeholdersOfPlan } from './stakeholders.ts';

/** A plan in one part of the standard. */
export interface StratmlDocument {
  readonly xml: string;
  /** What the standard has no element for, in a few words each; it stands in OtherInformation. */
  readonly other: readonly string[];
}

/** Writes a plan in one part of the standard. */
export function stratmlDocument(scribe: Scribe, part: Part): StratmlDocument {
  const other = new OtherInformation(scribe, part);
  const { edition, labels, days } = scribe;
  const { root } = edition;
  const value = (key: string): string => (root ? scribe.value(root, key) : '');
  const field = fieldOn('plan', 'language');
  const language = field && factText(labels.name(field), edition.language);
  const xml = xmlDocument(
    element(
      part.root,
      [
        element('Name', (root && scribe.ownTitle(root)) || edition.title),
        words('Description', apart(['subtitle', 'strapline', 'synopsis'].map(value))),
        words('OtherInformation', apart([language, other.of(undefined)])),
        element('StrategicPlanCore', [
          ...organisations(scribe, part),
          statement(scribe, 'Vision', scribe.vision),
          statement(scribe, 'Mission', scribe.mission),
          ...scribe.values.map((item) =>
            element('Value', [element('Name', scribe.title(item)), words('Description', scribe.facts(item))]),
          ),
          ...scribe.outline.goals.map((goal) => goalElement(scribe, part, goal, other)),
        ]),
        element('AdministrativeInformation', [
          part.isFull ? words('Identifier', scribe.identifier(root)) : undefined,
          words('StartDate', days.start),
          words('EndDate', days.end),
          words('PublicationDate', days.published),
        ]),
      ],
      { xmlns: part.namespace, Type: part.isFull ? typeOf(root) : undefined },
    ),
  );
  return { xml, other: other.listed };
}

/** What sort of document it is, as Part 2 has it. */
const typeOf = (root: Item | undefined): string =>
  root && choiceOf(root, 'kind') === 'report' ? 'Performance_Report' : 'Performance_Plan';

/** The body whose plan it is, with the roles and partners of the plan. */
function organisations(scribe: Scribe, part: Part): XmlElement[] {
  const { root } = scribe.edition;
  const name = root ? scribe.value(root, 'organisation') : '';
  const stakeholders = stakeholdersOfPlan(scribe, part);
  if (!name && stakeholders.length === 0) return [];
  const identifier = scribe.identifier(root, 'organisation');
  return [element('Organization', [words('Name', name), words('Identifier', identifier), ...stakeholders])];
}

function statement(scribe: Scribe, name: string, item: Item | undefined): XmlElement | undefined {
  return (
    item &&
    element(name, [
      words('Description', apart([scribe.ownTitle(item), scribe.facts(item)])),
      words('Identifier', scribe.identifier(item)),
    ])
  );
}

function goalElement(scribe: Scribe, part: Part, goal: Goal, other: OtherInformation): XmlElement {
  const { item, objectives } = goal;
  const isElsewhere = item !== undefined && item.plan !== scribe.edition.source.plan;
  const written = objectives.filter((objective) => part.isFull || objective.item);
  return element('Goal', [
    element('Name', scribe.nameOf(goal)),
    element('Description', item && !isElsewhere ? described(scribe, item) : ''),
    words('Identifier', scribe.identifierOf(goal)),
    words('SequenceIndicator', item && scribe.number(item)),
    ...(item && !isElsewhere ? stakeholdersOf(scribe, part, item) : []),
    words('OtherInformation', apart([isElsewhere ? origin(scribe, item) : '', other.of(goal), serving(scribe, goal)])),
    ...written.map((objective) => objectiveElement(scribe, part, objective, other)),
  ]);
}

/** What an item says of itself; for an action behind the words that it completes, since objectives are read one by one. */
function described(scribe: Scribe, item: Item): string {
  const leadIn = item.key === 'action' && item.parent ? scribe.value(item.parent, 'lead-in') : '';
  return apart([leadIn, scribe.value(item, 'text'), scribe.value(item, 'why')]);
}

/** The plan that an outcome or a priority is of, where that is another one. */
function origin({ phrases, model }: Scribe, { plan }: Item): string {
  const root = plan && model.root(plan);
  return root ? factText(phrases.from, root.title) : '';
}

/** The priorities that work towards an outcome and stand under another goal: an objective has one place. */
function serving(scribe: Scribe, { item, objectives }: Goal): string {
  if (item?.key !== 'outcome') return '';
  const here = new Set(objectives.map((objective) => objective.item));
  const priorities = scribe.workingTowards(item).filter((one) => !here.has(one));
  return priorities.length === 0
    ? ''
    : factText(scribe.phrases.worksTowards, priorities.map((one) => scribe.call(one)).join('\n'));
}

function objectiveElement(scribe: Scribe, part: Part, objective: Objective, other: OtherInformation): XmlElement {
  const { item, indicators } = objective;
  return element('Objective', [
    element('Name', scribe.nameOf(objective)),
    words('Description', item && described(scribe, item)),
    words('Identifier', scribe.identifierOf(objective)),
    words('SequenceIndicator', item && scribe.number(item)),
    ...(item ? stakeholdersOf(scribe, part, item) : []),
    words('OtherInformation', other.of(objective)),
    ...(part.isFull ? indicators.map((one) => indicatorElement(scribe, one, other.of(one))) : []),
  ]);
}
