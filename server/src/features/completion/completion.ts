import { contextOf } from '@goldthread/grammar';
import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import { rules } from '../../checks/index.ts';
import type { PlanFile, Position, Range } from '../../workspace/plan-file.ts';
import { itemPage } from '../hover/item-page.ts';
import { keyPage } from '../hover/key-page.ts';
import { ruleWords } from '../hover/rule-words.ts';
import type { Snapshot } from '../snapshot.ts';
import { bracketOffers } from './brackets.ts';
import { commentOffers } from './comments.ts';
import { keyOffers } from './keys.ts';
import { nameOffers } from './names.ts';
import { type Abilities, isLike, MOST, type Offer, type Offered, type Offers } from './offer.ts';
import { siteAt, type ValueSite } from './site.ts';
import { type Spot, spotAt } from './spot.ts';
import { valueOffers } from './values.ts';

/** How completion is asked for. */
export interface CompletionAsked {
  readonly abilities: Abilities;
  /** The character that made the editor ask; undefined where the writer asked. */
  readonly typed?: string | undefined;
}

/** What could be written at a position of a file, the likeliest first. */
export function complete(
  snapshot: Snapshot,
  file: PlanFile,
  position: Position,
  { abilities, typed }: CompletionAsked,
): CompletionList {
  const spot = spotAt(snapshot, file, position, typed);
  const found = offersAt(spot, abilities);
  if (!found) return { isIncomplete: false, items: [] };
  const { span } = found;
  const offers = typed === ' ' ? goingOn(spot, found) : found.offers;
  const range: Range = {
    start: { line: spot.position.line, character: span.start - spot.lineStart },
    end: { line: spot.position.line, character: span.end - spot.lineStart },
  };
  const items = offers.slice(0, MOST).map((offer, index) => itemFor(offer, index, range, abilities));
  return { isIncomplete: offers.length > MOST, items };
}

function offersAt(spot: Spot, abilities: Abilities): Offers | undefined {
  const site = siteAt(spot);
  switch (site?.at) {
    case 'comment':
      return commentOffers(spot);
    case 'key':
      return mayBegin(spot) ? keyOffers(spot, site, abilities) : undefined;
    case 'name':
      return nameOffers(spot, site);
    case 'value':
      return (mayLink(site) ? bracketOffers(spot) : undefined) ?? withColon(spot, site, valueOffers(spot, site));
    default:
      return undefined;
  }
}

/** Whether double brackets mean something in a value: in titles and in words. */
const mayLink = ({ field }: ValueSite): boolean => !field || field.type === 'text' || field.type === 'prose';

/** Whether words are wanted at the beginning of a line: a space that is typed there asks only where lines beside it begin. */
function mayBegin({ typed, holder, column, own }: Spot): boolean {
  if (typed === undefined) return true;
  if (typed !== ' ' || own || !holder) return false;
  return column === (holder.children[0]?.indent ?? holder.indent + 2);
}

/** The same with the colon that is still missing between the key and the first word of the value; nothing behind that. */
function withColon({ text }: Spot, { colonAt }: ValueSite, found: Offers | undefined): Offers | undefined {
  if (!found || colonAt === undefined) return found;
  const { span, offers } = found;
  if (text.slice(colonAt, span.start).trim() !== '') return undefined;
  const start = { start: colonAt, end: span.end };
  return { span: start, offers: offers.map((offer) => ({ ...offer, text: `: ${offer.text}` })) };
}

/** What may go on behind a space that was just typed: nothing where what stands before it is complete. */
function goingOn({ text, offset }: Spot, { span, offers }: Offers): readonly Offer[] {
  const typed = text.slice(span.start, offset).trim();
  if (typed === '') return offers;
  const isComplete = offers.some((offer) => offer.text.trim() === typed || offer.label === typed);
  return isComplete ? [] : offers.filter((offer) => isLike(typed, offer));
}

function itemFor(offer: Offer, index: number, range: Range, { snippets, asksAgain }: Abilities): CompletionItem {
  const { label, beside, detail, kind, text, snippet, found, again, item, more, besides } = offer;
  const data: Offered | undefined =
    item?.plan && item.id !== undefined ? { plan: item.plan.root.path, id: item.id } : more;
  const isSnippet = snippets && snippet !== undefined;
  const newText = isSnippet ? snippet : text;
  return {
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText },
    ...(beside !== undefined && { labelDetails: { description: beside } }),
    ...(detail !== undefined && { detail }),
    ...(found !== undefined && { filterText: found }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(newText.includes('\n') && {
      insertTextMode: isSnippet ? InsertTextMode.adjustIndentation : InsertTextMode.asIs,
    }),
    ...(again && asksAgain && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
    ...(besides?.length && {
      additionalTextEdits: besides.map(({ placed, start, end, text }) => ({
        range: placed.range(start, end),
        newText: text,
      })),
    }),
    ...(data && { data }),
  };
}

/** More about something that is offered, for a reader of a file, as Markdown; undefined where it is gone. */
export function describeOffered(snapshot: Snapshot, file: PlanFile, offered: Offered): string | undefined {
  const { language } = file.tree;
  if ('rule' in offered) {
    const rule = rules.find(({ id }) => id === offered.rule);
    return rule && ruleWords(rule, language);
  }
  if ('word' in offered) {
    const definition = contextOf(offered.place, language).words.get(offered.word);
    return definition && keyPage(definition, language);
  }
  const { model, workspace } = snapshot;
  const plan = workspace.plans.find(({ root }) => root.path === offered.plan);
  const item = plan && model.withId(plan, offered.id)[0];
  return item && itemPage(model, item, file);
}
