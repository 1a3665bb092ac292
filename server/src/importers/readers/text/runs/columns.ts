import type { Role } from '../../../reading/phrases.ts';
import type { Doubt } from '../../../source.ts';
import { isLabel } from '../headings.ts';
import { roleOf } from '../roles.ts';
import { doubtAt, glimpse, type Rough } from '../rough.ts';
import { Affinity } from './affinity.ts';
import { isLikeAction } from './point-words.ts';

/**
 * Blocks of pages whose columns ran together, each under the heading that it belongs to by its looks: points under what will be done,
 * questions under the questions, what stands elsewhere as an outcome under the outcomes, and paragraphs under why. Nothing is moved out of
 * the part of the page between two titles, and a doubt says where something was.
 */
export function inColumns(blocks: readonly Rough[], doubts: Doubt[]): Rough[] {
  const outcomes = new Set(
    blocks.flatMap((block, index) =>
      block.type === 'point' && roleBefore(blocks, index) === 'outcomes' ? [block.text] : [],
    ),
  );
  const sections = sectionsOf(withQuestions(withTitlesFirst(blocks)));
  const found: Rough[] = [];
  for (let index = 0; index < sections.length; index++) {
    const section = sections[index] as Section;
    const next = sections[index + 1];
    const both =
      next && endsInRole(section) && !isLabel(next.title?.text ?? '') ? apart(section, next, blocks) : undefined;
    for (const part of both ?? [section]) {
      const sorted = inRoles(part, outcomes);
      const isMoved = both !== undefined || sorted.some((block, at) => block !== part.blocks[at]);
      if (isMoved && part.title) {
        const message = `The columns of the page at “${glimpse(part.title.text)}” ran together. Its paragraphs and points were put under the headings that they fit by their wording: look whether each stands where the document has it.`;
        doubts.push(doubtAt('columns', part.title.spot, message));
      }
      if (part.title) found.push(part.title);
      found.push(...sorted);
    }
    if (both) index++;
  }
  return found;
}

/** A title with what stands up to the next. */
interface Section {
  readonly title: Rough | undefined;
  readonly blocks: Rough[];
}

const roleOfHeading = (block: Rough): Role | undefined =>
  block.type === 'heading' && !isLabel(block.text) ? roleOf(block.text) : undefined;

const isTitle = (block: Rough): boolean => block.type === 'heading' && roleOfHeading(block) === undefined;

function roleBefore(blocks: readonly Rough[], index: number): Role | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at] as Rough;
    if (block.type === 'heading') return roleOf(block.text);
  }
  return undefined;
}

/** A theme with headings of blocks before its first title: the title stands before them. */
function withTitlesFirst(blocks: readonly Rough[]): Rough[] {
  const found = [...blocks];
  for (let index = 0; index < found.length; index++) {
    const block = found[index] as Rough;
    const next = found[index + 1];
    if (block.type !== 'heading' || block.level !== 1 || !next || roleOfHeading(next) === undefined) continue;
    const title = found.findIndex((other, at) => at > index && isTitle(other));
    if (title > 0 && found[title]?.level === 2) found.splice(index + 1, 0, ...found.splice(title, 1));
  }
  return found;
}

/** Questions that count on, far from the heading for them that has nothing under it: the columns of the page ran together. */
function withQuestions(blocks: readonly Rough[]): Rough[] {
  const heading = blocks.findIndex(
    (block, index) => roleOfHeading(block) === 'kpqs' && blocks[index + 1]?.type === 'heading',
  );
  if (heading < 0) return [...blocks];
  const { line } = (blocks[heading] as Rough).spot;
  const asked = blocks.filter(
    ({ type, text, mark, spot }, index) =>
      index > heading && type === 'point' && /^\d/.test(mark) && text.endsWith('?') && spot.line === line,
  );
  if (asked.length < 3) return [...blocks];
  const moved = new Set(asked);
  const rest = (from: number, until?: number): Rough[] =>
    blocks.slice(from, until).filter((block) => !moved.has(block));
  return [...rest(0, heading + 1), ...asked, ...rest(heading + 1)];
}

function sectionsOf(blocks: readonly Rough[]): Section[] {
  const found: Section[] = [{ title: undefined, blocks: [] }];
  for (const block of blocks) {
    if (isTitle(block)) found.push({ title: block, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}

/** True where the last block of a section is the heading of a block that has nothing under it: what belongs there stands after the next title. */
const endsInRole = ({ title, blocks }: Section): boolean => {
  const last = blocks.at(-1);
  return title !== undefined && last !== undefined && roleOfHeading(last) !== undefined;
};

/** Two titles above mixed columns, each with the headings and the words that are its own. */
function apart(first: Section, second: Section, whole: readonly Rough[]): Section[] | undefined {
  const all = [...first.blocks, ...second.blocks];
  const headings = all.filter((block) => roleOfHeading(block) !== undefined);
  const own = new Map<Rough, 0 | 1>();
  const seen = new Set<Role | undefined>();
  for (const heading of headings) {
    const role = roleOfHeading(heading);
    own.set(heading, first.blocks.includes(heading) || !seen.has(role) ? 0 : 1);
    seen.add(role);
  }
  const sides: [Rough[], Rough[]] = [[...first.blocks], []];
  const texts = second.blocks.filter(({ type }) => type !== 'heading').map(({ text }) => text);
  const titles: [string, string] = [first.title?.text ?? '', second.title?.text ?? ''];
  const affinity = new Affinity(
    titles,
    texts,
    whole.map(({ text }) => text),
  );
  let role: Role | undefined;
  let side: 0 | 1 = 1;
  const asked = new Set<string>();
  for (const block of second.blocks) {
    const heading = own.get(block);
    if (heading !== undefined) {
      role = roleOfHeading(block);
      side = heading;
      sides[side].push(block);
    } else if (block.text.endsWith('?')) {
      sides[asked.has(block.text) ? 1 : 0].push(block);
      asked.add(block.text);
    } else if (role === 'outcomes' && !isLikeAction(block)) sides[side].push(block);
    else sides[affinity.sideOf(block.text) ?? 1].push(block);
  }
  return [
    { title: first.title, blocks: sides[0] },
    { title: second.title, blocks: sides[1] },
  ];
}

/** The blocks of a section under the headings that they fit. What fits none stays where it is. */
function inRoles({ blocks }: Section, outcomes: ReadonlySet<string>): Rough[] {
  const headings = blocks.filter((block) => roleOfHeading(block) !== undefined);
  if (headings.length < 2) return blocks;
  const under = new Map<Rough | undefined, Rough[]>([[undefined, []]]);
  for (const heading of headings) under.set(heading, []);
  const forRole = (role: Role): Rough | undefined => headings.find((heading) => roleOfHeading(heading) === role);
  let here: Rough | undefined;
  for (const block of blocks) {
    if (under.has(block)) {
      here = block;
      continue;
    }
    const role = roleFor(block, outcomes, here && roleOfHeading(here));
    const place = (role && (here && roleOfHeading(here) === role ? here : forRole(role))) ?? here;
    under.get(place)?.push(block);
  }
  return [...(under.get(undefined) ?? []), ...headings.flatMap((heading) => [heading, ...(under.get(heading) ?? [])])];
}

function roleFor(block: Rough, outcomes: ReadonlySet<string>, here: Role | undefined): Role | undefined {
  if (block.type === 'paragraph') return 'why';
  if (block.type !== 'point') return here;
  if (block.text.endsWith('?')) return 'kpqs';
  if (here === 'outcomes' && !isLikeAction(block)) return 'outcomes';
  if (outcomes.has(block.text) && !isLikeAction(block)) return 'outcomes';
  return here === 'outcomes' && outcomes.has(block.text) && !/ing$/.test(block.text.split(' ', 1)[0] as string)
    ? 'outcomes'
    : 'actions';
}
