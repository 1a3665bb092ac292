import type { Names } from '../../../mending/naming.ts';
import { markOf, sentencesOf } from '../../../mending/sentences.ts';
import { type Beginning, beginningOf, isFragment } from '../../../mending/starters.ts';
import type { Role } from '../../../reading/phrases.ts';
import { isLabel } from '../headings.ts';
import type { Line } from '../lines.ts';
import { couldHead } from '../looks.ts';
import { roleOf } from '../roles.ts';
import { type Rough, rough } from '../rough.ts';
import { cutAtCapitals } from './capitals.ts';
import { seam } from './items.ts';
import { first, isAction, isNextMark, isQuestion, itemKey, plain } from './point-words.ts';
import { itemsOf } from './starts.ts';
import { type KnownTitles, titleIn } from './titles.ts';

/** What is known of a document before its pages are cut into blocks. */
export interface Knowledge {
  readonly names: Names;
  readonly titles: KnownTitles;
  /** The document lost the ends of its lines: `lineEnd` and `seam` stand where they were. */
  readonly isDamaged: boolean;
  /** Points that stand in several places, by `itemKey`. */
  readonly items: ReadonlySet<string>;
}

/** A list that is open. */
interface Open {
  /** How its points begin; undefined before the first. */
  beginning: Beginning | undefined;
  readonly depth: number;
}

/** So many sentences a point with a number may have. */
const longestPoint = 30;

/** Headings under which points stand. */
const listRoles = new Set<Role>(['actions', 'outcomes', 'kpqs', 'measures', 'aims', 'plan-priorities', 'milestones']);

/** Cuts pages that are one run of words into blocks. */
export class Arranging {
  readonly blocks: Rough[] = [];
  private readonly knowledge: Knowledge;
  private line: Line | undefined;
  private words: string[] = [];
  private list: Open | undefined;
  private role: Role | undefined;
  /** The mark of the last point, while sentences may belong to it. */
  private waits: string | undefined;

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
  }

  /** Takes in a page. Paragraphs go on over its end; lists as well. */
  page(line: Line, text: string): void {
    this.end();
    this.line = line;
    const pieces = cutAtCapitals(text);
    for (const [index, piece] of pieces.entries()) {
      const before = this.blocks.at(-1);
      const isTitle =
        before?.type === 'heading' &&
        isLabel(before.text) &&
        pieces[index - 1]?.isHeading &&
        pieces[index + 1]?.isHeading;
      if (piece.isHeading) this.heading(piece.text, 'capitals');
      else if (isTitle && before && piece.text.split(/[\s\u2028]+/).length <= 9 && !/[.?!]$/.test(piece.text))
        before.text += ` ${plain(piece.text)}`;
      else for (const [at, part] of piece.text.split(seam).entries()) this.part(part, at > 0 || index > 0);
    }
  }

  /** Ends what is open. */
  end(): void {
    const text = plain(this.words.join(' '));
    this.words = [];
    if (text !== '') this.push('paragraph', text);
  }

  private push(type: Rough['type'], text: string, more: Partial<Rough> = {}): void {
    this.blocks.push({ ...rough(type, this.line as Line, plain(text), more), gap: 1 });
  }

  private heading(text: string, look: Rough['look']): void {
    this.end();
    this.role = roleOf(text);
    this.list = this.role && listRoles.has(this.role) ? { beginning: undefined, depth: 0 } : undefined;
    const level = look === 'capitals' ? (isLabel(text) ? 1 : this.role ? 3 : 2) : this.knowledge.titles.levelOf(text);
    this.push('heading', text, { look, level });
  }

  /** Words between two headings or seams. */
  private part(text: string, isNew: boolean): void {
    if (this.knowledge.isDamaged && isNew) this.end();
    if (this.knowledge.isDamaged) {
      this.damagedPart(text);
      return;
    }
    const sentences = sentencesOf(text);
    for (const index of sentences.keys()) this.sentence(sentences, index);
  }

  /** Words of a document that lost the ends of its lines: points where they begin as points do, otherwise a paragraph. */
  private damagedPart(text: string): void {
    if (this.knowledge.items.has(itemKey(markOf(text)?.rest ?? text))) {
      this.point(text);
      return;
    }
    const titled =
      this.blocks.at(-1)?.type === 'heading'
        ? undefined
        : titleIn(plain(text), this.knowledge.titles, this.knowledge.names);
    if (titled && titled.before === '' && titled.rest !== '') {
      this.heading(titled.title, 'plain');
      this.damagedPart(titled.rest);
      return;
    }
    if (
      text.length < 60 &&
      couldHead(plain(text)) &&
      roleOf(plain(text)) !== undefined &&
      !/[.?!]$/.test(text.trim())
    ) {
      this.heading(plain(text), 'plain');
      return;
    }
    const isList = this.isUnderList(text);
    const items = itemsOf(text, isList ? 'noun' : undefined, this.knowledge.names);
    const questions = items.filter(isQuestion).length;
    let wasPoint = false;
    for (const item of items) {
      const isAsked =
        isQuestion(markOf(item)?.rest ?? item) && (this.role === 'kpqs' || questions > 1 || markOf(item) !== undefined);
      const isListed = isList && !/[.]$/.test(item);
      const isMore: boolean = /^(?:We|I) (?:will|shall)\b/.test(item) && (wasPoint || this.role === 'actions');
      wasPoint = isAsked || isListed || isMore || isAction(item);
      if (wasPoint) this.end();
      if (wasPoint) this.point(item);
      else this.words.push(item);
    }
    this.end();
  }

  /** True for words without a stop under a heading that has points: each capital that no name has begins one. */
  private isUnderList(text: string): boolean {
    if (this.role === 'outcomes') return true;
    const heading = this.blocks.findLast(({ type }) => type === 'heading');
    if (heading?.look !== 'capitals' || (this.role !== undefined && !listRoles.has(this.role))) return false;
    if (this.role === undefined && this.blocks.at(-1) !== heading) return false;
    return !/[.?!]["”’)]?$/.test(text.trim()) && sentencesOf(text).length === 1;
  }

  private paragraph(text: string): void {
    this.end();
    this.words.push(text);
    this.end();
  }

  private point(text: string, depth = 0, printed = '•'): void {
    const marked = markOf(text);
    this.push('point', marked?.rest ?? text, { depth, mark: marked?.mark ?? printed });
  }

  private sentence(all: string[], index: number): void {
    const sentence = all[index] as string;
    const isList =
      this.list &&
      this.list.beginning === undefined &&
      this.itemsIn(sentence, undefined, beginningOf(sentence)).length >= 4;
    const titled = isList ? undefined : titleIn(sentence, this.knowledge.titles, this.knowledge.names);
    if (titled) {
      if (titled.before !== '') this.paragraph(titled.before);
      this.heading(titled.title, 'plain');
      if (titled.rest !== '') {
        all[index] = titled.rest;
        this.sentence(all, index);
      }
      return;
    }
    const marked = markOf(sentence);
    if (marked) {
      this.end();
      this.point(sentence, this.list?.beginning ? 1 : 0);
      this.waits = marked.mark;
      return;
    }
    const next = all.slice(index + 1, index + 1 + longestPoint).find((other) => markOf(other) !== undefined);
    if (this.waits !== undefined && index > 0 && next !== undefined && isNextMark(this.waits, markOf(next)?.mark)) {
      const point = this.blocks.at(-1);
      if (point?.type === 'point') {
        point.text += ` ${plain(sentence)}`;
        return;
      }
    }
    this.waits = undefined;
    const beginning = beginningOf(sentence);
    const following = all[index + 1] ?? '';
    if (
      !this.list &&
      beginning === 'verb' &&
      isAction(sentence) &&
      beginningOf(following) === 'verb' &&
      isAction(following)
    ) {
      this.end();
      this.list = { beginning, depth: 0 };
    }
    if (this.list && this.belongs(beginning, sentence, all, index)) return;
    this.words.push(sentence);
    if (/:\.?$/.test(sentence)) {
      this.end();
      this.list = { beginning: undefined, depth: 0 };
    }
  }

  /** Takes a sentence into the open list, as a point or as more of the last; closes the list where it is neither. */
  private belongs(beginning: Beginning, sentence: string, all: readonly string[], index: number): boolean {
    const list = this.list as Open;
    const items = this.itemsIn(sentence, list.beginning, beginning);
    if (list.beginning === undefined) {
      const next = all[index + 1];
      const isAlike = next !== undefined && first(next) === first(sentence);
      if (beginning === 'prose' && !isAlike && !isFragment(sentence)) {
        this.list = undefined;
        return false;
      }
      list.beginning = beginning === 'prose' && !isAlike ? 'noun' : beginning;
      this.points(items);
      return true;
    }
    const isParallel = (text: string): boolean => this.isParallel(text, list.beginning as Beginning);
    const leadsToMarks = sentence.endsWith(':') && markOf(all[index + 1] ?? '') !== undefined;
    if (isParallel(sentence) || leadsToMarks) {
      this.points(items);
      return true;
    }
    const near = index === 0 ? [] : all.slice(index + 1, index + 3);
    const goesOn =
      near.some((other) => isParallel(other) && !titleIn(other, this.knowledge.titles, this.knowledge.names)) &&
      list.beginning !== 'noun' &&
      list.beginning !== 'prose';
    const last = this.blocks.at(-1);
    if (goesOn && last?.type === 'point') {
      last.text += ` ${plain(sentence)}`;
      return true;
    }
    this.list = undefined;
    return false;
  }

  /** The points in a sentence: things in a row only where they are several and short. */
  private itemsIn(sentence: string, list: Beginning | undefined, beginning: Beginning): string[] {
    const { names } = this.knowledge;
    if (list === undefined && beginning === 'noun') {
      const things = itemsOf(sentence, 'noun', names);
      const short = things.filter((item) => item.split(/\s+/).length <= 8).length;
      if (!sentence.endsWith('.') || (things.length >= 4 && short >= things.length - 1)) return things;
    }
    return itemsOf(sentence, list ?? beginning, names);
  }

  private points(items: readonly string[]): void {
    this.end();
    for (const [index, item] of items.entries()) {
      // The last words of a list without stops may be the beginning of what follows it.
      if (index > 0 && index === items.length - 1 && beginningOf(item) === 'prose') this.words.push(item);
      else this.point(item);
    }
  }

  private isParallel(text: string, list: Beginning): boolean {
    const here = beginningOf(text);
    const last = this.blocks.at(-1);
    if (list === 'noun')
      return ((here === 'noun' || here === 'verb') && text.split(/\s+/).length <= 20) || isFragment(text);
    if (list === 'prose') return last?.type === 'point' && first(text) === first(last.text);
    return here === list;
  }
}
