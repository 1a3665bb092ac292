import { isIdShaped, kindOf } from '@goldthread/grammar';
import type { Link } from '../../model/item.ts';
import type { Plan } from '../../workspace/plan.ts';
import { titlesFor } from '../fix-titles.ts';
import { addingItem, replacing } from '../fixes.ts';
import { type Fix, type ItemRule, named, type RuleContext } from '../rule.ts';
import { kindsCy, namedCy, oneCy } from '../welsh.ts';
import { endsOf, fieldOf, writtenIn } from './follow.ts';
import { meantById, unseparated } from './suggest.ts';
import { keyFor, oneOfKinds, planWords, planWordsCy, quoted, titleFrom } from './words.ts';

/** A link names an id that nothing has. */
export const unknownId: ItemRule = {
  id: 'reference/unknown-id',
  severity: 'error',
  says: 'A link names an id that nothing has.',
  why: 'A link to nothing breaks the golden thread without anybody noticing.',
  source: 'House rule',
  breaks:
    'plan healthy-county: Healthy County\n\noutcome active: People are more active\n\npriority parks: Open our parks\n  outcomes: activ\n',
  clean:
    'plan healthy-county: Healthy County\n\noutcome active: People are more active\n\npriority parks: Open our parks\n  outcomes: active\n  why: Walking helps more than anything else: [[active]].\n',
  kinds: 'all',
  reads: 'neighbours',
  item(item, context) {
    for (const { link, followed } of endsOf(item, context)) {
      if (followed?.end !== 'no-item') continue;
      const { library } = followed;
      context.report(item.placed, link, {
        item,
        message: () => whatIsWrong(link, library, context),
        messageCy: () => whatIsWrongCy(link, library, context),
        fixes: () => mendsFor(link, library, context),
      });
    }
  },
};

function whatIsWrong(link: Link, library: Plan | undefined, context: RuleContext): string {
  const several = unseparated(link, writtenIn(link), context);
  if (several)
    return `Ids are separated by commas: “${several.text}”. Without them ${quoted(writtenIn(link))} is read as one id, and nothing has it.`;
  const [, id, part] = printed.exec(link.id) ?? [];
  if (part !== undefined)
    return `Of ${quoted(id ?? '')} only “:number” or “:value” can be printed, and here stands “:${part}”. Write one of those, or leave it out: then the title is printed.`;
  const meant = meantById(link, library, context);
  const title = meant?.item?.title ? `, ${named(meant.item)}` : '';
  const advice = meant ? `Did you mean ‘${meant.text}’${title}?` : adviceFor(link, library);
  return `Nothing in ${library ? planWords(library) : 'this plan'} has the id ${quoted(link.id)}, so this link leads nowhere. ${advice}`;
}

function whatIsWrongCy(link: Link, library: Plan | undefined, context: RuleContext): string {
  const several = unseparated(link, writtenIn(link), context);
  if (several)
    return `Coma sydd rhwng un id a’r nesaf: “${several.text}”. Hebddo mae ${quoted(writtenIn(link))} yn cael ei ddarllen fel un id, ac nid oes dim â’r id hwnnw.`;
  const [, id, part] = printed.exec(link.id) ?? [];
  if (part !== undefined)
    return `Dim ond “:number” neu “:value” y gellir eu hargraffu o ${quoted(id ?? '')}, a “:${part}” sydd yma. Ysgrifennwch un o’r rheini, neu gadewch ef allan: yna caiff y teitl ei argraffu.`;
  const meant = meantById(link, library, context);
  const title = meant?.item?.title ? `, ${namedCy(meant.item)}` : '';
  const advice = meant ? `Ai ‘${meant.text}’${title} oedd dan sylw?` : adviceCy(link, library);
  return `Nid oes dim yn ${library ? planWordsCy(library) : 'y cynllun hwn'} â’r id ${quoted(link.id)}, felly nid yw’r ddolen hon yn arwain i unman. ${advice}`;
}

function mendsFor(link: Link, library: Plan | undefined, context: RuleContext): Fix[] {
  const { placed } = link.from;
  const several = unseparated(link, writtenIn(link), context);
  if (several) {
    const edits = several.commas.map((comma) => ({ placed, ...comma }));
    return edits.length > 0 ? [{ title: titlesFor(placed).separateIds, edits }] : [];
  }
  const meant = meantById(link, library, context);
  return [
    ...(meant ? [replacing(titlesFor(placed).changeTo(`‘${meant.text}’`), placed, link, meant.text)] : []),
    ...(library ? [] : creating(link)),
    ...asWords(link),
  ];
}

/** An id in double brackets, and what is to be printed of the item. */
const printed = /^([^:]+):([^:]*)$/;

/** What to do where nothing is like the id. */
function adviceFor(link: Link, library: Plan | undefined): string {
  const field = fieldOf(link);
  const right = field ? `the id of ${oneOfKinds(field)}` : 'an id that is there';
  if (library) return `Change it to ${right}.`;
  if (field?.orWords) return `Change it to ${right}, or begin a name that is no id with a capital letter.`;
  return isIdShaped(link.id)
    ? `Change it to ${right}, or add what is missing.`
    : `Change it to ${right}: small letters and hyphens, several with commas.`;
}

/** The same in Welsh. */
function adviceCy(link: Link, library: Plan | undefined): string {
  const field = fieldOf(link);
  const right = field ? `id eitem o’r math ${kindsCy(field.to ?? [])}` : 'id sydd yno';
  if (library) return `Newidiwch ef i ${right}.`;
  if (field?.orWords) return `Newidiwch ef i ${right}, neu dechreuwch enw nad yw’n id â phrif lythyren.`;
  return isIdShaped(link.id)
    ? `Newidiwch ef i ${right}, neu ychwanegwch yr hyn sydd ar goll.`
    : `Newidiwch ef i ${right}: llythrennau bach a chysylltnodau, a sawl un â chomas.`;
}

/** Mends that make the item: one for each kind that the field names and that may stand at column 0. */
function creating(link: Link): Fix[] {
  const { from, id } = link;
  if (!isIdShaped(id)) return [];
  const place = from.plan?.kind ?? 'plan';
  return (fieldOf(link)?.to ?? []).flatMap((key) => {
    const kind = kindOf(key);
    if (!kind?.in.includes(place)) return [];
    const { language } = from.placed.file.tree;
    const title = titlesFor(from.placed).create(language === 'cy' ? oneCy(key) : kind.noun, id);
    return [addingItem(title, from.placed, `${keyFor(kind, from)} ${id}: ${titleFrom(id)}`)];
  });
}

/** A mend that makes words of what is read as an id, where the field takes words and nothing else stands in it. */
function asWords(link: Link): Fix[] {
  const isAlone = link.from.links.every((other) => other === link || other.entry !== link.entry);
  if (!fieldOf(link)?.orWords || !isAlone || link.library !== undefined) return [];
  const words = titleFrom(link.id);
  return words === link.id
    ? []
    : [replacing(titlesFor(link.from.placed).keepAsWords(words), link.from.placed, link, words)];
}
