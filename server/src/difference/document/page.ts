import { Edition, type EditionSource } from '../../documents/edition/edition.ts';
import { dataAddress } from '../../documents/edition/picture.ts';
import { htmlPage } from '../../documents/html/page.ts';
import { plain } from '../../documents/plain-words.ts';
import { hasFonts, themeCss } from '../../documents/theme/css.ts';
import type { Flow } from '../../documents/tree.ts';
import type { Block, Page } from '../../documents/view.ts';
import type { Clash, Face, PlanDifference, Remark } from '../change.ts';
import { type Pair, pairsOf, type State } from '../compare.ts';
import { match } from '../match.ts';
import { groupsOf, isSame, saidOfNothing } from '../outline.ts';
import type { Side } from '../side.ts';
import { Marks } from './marks.ts';
import { Names } from './names.ts';
import { withNotes } from './notes.ts';
import { setApart } from './past.ts';
import type { Places } from './sentences.ts';
import { clashesFlow, planSummary, remarksFlow } from './summary.ts';

/** How the documents of plans are made and look. */
export interface PageLook extends Pick<EditionSource, 'style' | 'theme' | 'language' | 'picture'> {
  /** The headings that the profiles of a project give its plans: `EditionSource.labels`. */
  labels?(path: string): EditionSource['labels'];
}

/** Two states of some plans, and how they differ: what `compare` makes of them. */
export interface Compared {
  readonly before: State;
  readonly after: State;
  readonly plans: readonly PlanDifference[];
  readonly clashes: readonly Clash[];
  readonly remarks?: readonly Remark[];
}

/** What is said of one plan: the summary of its changes, and its document with the changes in it. */
interface Told {
  readonly difference: PlanDifference;
  readonly blocks: readonly Block[];
  readonly places: Places;
  readonly language: 'en' | 'cy';
}

/** A difference as one page in one file that needs no other: what changed, and then the plans as they are now, with the changes marked. */
export function htmlDifference(compared: Compared, look: PageLook): string {
  const { style, theme } = look;
  const page = differencePage(compared, look);
  return htmlPage(page, {
    language: page.language,
    interactive: false,
    remotePictures: false,
    picture: (path) => {
      const picture = look.picture(path);
      return picture && dataAddress(picture);
    },
    style: theme ? `${style}\n${themeCss(theme)}` : style,
    hasFonts: theme && hasFonts(theme),
    description: 'What changed in the plan, and the plan as it is now with the changes marked.',
  });
}

/**
 * The page of a difference: what changed, plan by plan, with ways to the places; then the plans as they are now, in which what came is
 * marked and what went stands marked where it stood. What is alike in both states has no place on it.
 */
export function differencePage(
  { before, after, plans, clashes, remarks = [] }: Compared,
  look: PageLook,
): Page & { readonly language: string } {
  const pairs = pairsOf(before, after);
  const shown = plans.flatMap((difference, index) => {
    const pair = pairs[index];
    return !pair || isSame(difference) ? [] : [{ difference, pair }];
  });
  const told = shown.map(({ difference, pair }, index) =>
    tell(difference, pair, look, shown.length > 1 ? `_plan-${index + 1}-` : ''),
  );
  const [only] = told;
  const face = only && faceOf(only.difference);
  const title = told.length === 1 && face ? `What changed in ${called(face)}` : 'What changed';
  const summary: Flow[] = [
    { type: 'heading', level: 1, anchor: '_changes', children: [plain(title)] },
    ...clashesFlow(clashes, (item) => placeIn(told, item)),
    ...(told.length + clashes.length === 0 ? [paragraph(saidOfNothing(remarks))] : []),
    ...remarksFlow(remarks),
    ...told.flatMap(({ difference, places }): Flow[] => {
      const one = faceOf(difference);
      const heading: Flow = { type: 'heading', level: 2, children: [plain(one ? called(one) : '')] };
      return [
        ...(told.length > 1 && one ? [heading] : []),
        ...planSummary(difference, places, told.length > 1 ? 3 : 2),
      ];
    }),
  ];
  const language = told[0]?.language ?? 'en';
  return {
    title,
    language,
    controls: [],
    blocks: [
      {
        key: '_changes',
        role: 'difference',
        depth: 0,
        flow: [{ type: 'group', role: 'summary', lang: language === 'en' ? undefined : 'en', flow: summary }],
      },
      ...told.flatMap(({ blocks }) => blocks),
    ],
  };
}

const paragraph = (text: string): Flow => ({ type: 'paragraph', children: [plain(text)] });

const faceOf = ({ before, after }: PlanDifference): Face | null => after ?? before;

const called = ({ title, id, kind }: Face): string => title || id || `a ${kind} without a title`;

const placeIn = (told: readonly Told[], item: Face): string | undefined => {
  for (const { places } of told) {
    const place = places(item);
    if (place !== undefined) return place;
  }
  return undefined;
};

function tell(difference: PlanDifference, [before, after]: Pair, look: PageLook, prefix: string): Told {
  if (!after) return { difference, blocks: [], places: () => undefined, language: 'en' };
  const young = editionOf(after, look);
  const gone = goneFaces(difference);
  const anchorOf: Places = (item) => (gone.has(item) ? undefined : young.anchorOf(item.ref));
  const places: Places = (item) => {
    const anchor = anchorOf(item);
    return anchor === undefined ? undefined : prefix + anchor;
  };
  const marked = before ? markedBlocks(before, after, young, look) : young.document.blocks;
  const notes = new Map(
    groupsOf(difference).flatMap(({ item, told }) => {
      const anchor = anchorOf(item);
      // What is shown word by word stands in the words of the document.
      const shown = told.filter(({ pieces }) => !pieces.some((piece) => typeof piece !== 'string' && 'words' in piece));
      return anchor === undefined || shown.length === 0 ? [] : [[anchor, shown] as const];
    }),
  );
  const blocks = withNotes(marked, notes, anchorOf).map(belowTitle);
  return {
    difference,
    places,
    language: young.language,
    blocks: prefix
      ? blocks.map((block) => ({ ...block, key: prefix + block.key, flow: setApart(block.flow, prefix) }))
      : blocks,
  };
}

/** The title of a document below that of the page: a page has one. */
const belowTitle = (block: Block): Block => ({
  ...block,
  flow: block.flow.map((one) => (one.type === 'heading' && one.level === 1 ? { ...one, level: 2 } : one)),
});

/** What a difference names as it was and that does not stand in the document any more, or that another item may be called like. */
function goneFaces({ changes }: PlanDifference): ReadonlySet<Face> {
  const gone = new Set<Face>();
  for (const change of changes) {
    if (change.type === 'removed') gone.add(change.item);
    if (change.type === 'moved' && change.from?.id === null) gone.add(change.from);
    if (change.type === 'link' && !change.isMade && change.other.id === null) gone.add(change.other);
  }
  return gone;
}

function markedBlocks(before: Side, after: Side, young: Edition, look: PageLook): Block[] {
  const old = editionOf(before, { ...look, language: young.language });
  const names = new Names(old, young, match(before, after));
  return new Marks(names).blocks(old.document.blocks, young.document.blocks);
}

const editionOf = ({ snapshot, plan }: Side, look: PageLook): Edition =>
  new Edition({
    snapshot,
    plan,
    name: '',
    hasAllAnchors: true,
    style: look.style,
    theme: look.theme,
    language: look.language,
    labels: look.labels?.(plan.root.path),
    show: (path) => path,
    picture: (path) => look.picture(path),
  });
