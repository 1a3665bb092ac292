import morphdom from 'morphdom';
import type { PreviewProblem, PreviewUpdate } from '../../../../server/src/lsp/protocol.ts';
import type { Block, Blocks } from './blocks.ts';
import { part, remember, say, state, words } from './host.ts';
import { type Places, page, topOf } from './places.ts';

/** Signs of the severities, beside the words: a colour alone says nothing to many. */
const signs: Readonly<Record<string, string>> = { error: '✕', warning: '▲', info: 'ℹ' };

/** CSS pixels at 100 %: the page with its margin beside it, and what stands between two notes. */
const widthWithMargin = 1000;
const gap = 8;

/** What the checks found at one block, in the order of lines: numbers of problems. */
interface Found {
  readonly block: Block;
  readonly problems: readonly number[];
}

/**
 * Notes on what the checks found, each with its mends as buttons: in the margin beside what they are about, or below it where the window
 * has no room for a margin. A switch hides them all.
 */
export class Problems {
  readonly #blocks: Blocks;
  readonly #places: Places;
  readonly #switch = part<HTMLButtonElement>('_problems');
  readonly #count = part('_count');
  readonly #notes = new Map<string, HTMLElement>();
  #problems: readonly PreviewProblem[] = [];
  #version = 0;
  #soon = 0;

  constructor(blocks: Blocks, places: Places) {
    this.#blocks = blocks;
    this.#places = places;
    this.#switch.addEventListener('click', () => {
      remember({ problems: !state.problems });
      this.show();
    });
    blocks.root.addEventListener('click', ({ target }) => target instanceof Element && this.#press(target));
    new ResizeObserver(() => this.#settle()).observe(page);
    new ResizeObserver(() => this.#settle()).observe(blocks.root);
  }

  /** Takes what is new, and shows it where that changes anything. */
  update({ version, problems, places, order, whole }: PreviewUpdate): void {
    this.#version = version;
    this.#problems = problems ?? this.#problems;
    if (whole || problems !== undefined || places !== undefined || order !== undefined) this.show();
  }

  /** Shows the notes, or hides them. */
  show(): void {
    const count = this.#problems.filter(isShown).length;
    this.#switch.setAttribute('aria-pressed', String(state.problems));
    this.#count.textContent = count === 0 ? '' : String(count);
    this.#switch.setAttribute('aria-label', count === 0 ? words.problems : `${words.problems}: ${count}`);
    const found = state.problems ? this.#found() : new Map<string, Found>();
    const focus = document.activeElement;
    for (const [key, note] of this.#notes) {
      if (found.has(key)) continue;
      note.remove();
      this.#notes.delete(key);
    }
    for (const [key, { block, problems }] of found) {
      const made = this.#note(problems);
      const there = this.#notes.get(key);
      const note = there === undefined ? made : (morphdom(there, made) as HTMLElement);
      this.#notes.set(key, note);
      if (block.element.nextSibling !== note) block.element.after(note);
    }
    page.classList.toggle('_noted', found.size > 0);
    if (focus !== null && !focus.isConnected) this.#refocus();
    this.#settle();
  }

  /** What was found, by the block at which to show it. In the document everything has a place; in other views, only what is shown. */
  #found(): Map<string, Found> {
    const found = new Map<string, { block: Block; problems: number[] }>();
    this.#problems.forEach((problem, number) => {
      if (!isShown(problem)) return;
      const { file, range } = problem;
      const place = { file, line: range.start.line };
      const block = this.#places.blockAt(place) ?? (isDocument() ? this.#places.firstBlock(file) : undefined);
      if (block?.place == null || (!isDocument() && place.line > block.place[2])) return;
      const there = found.get(block.key);
      if (there === undefined) found.set(block.key, { block, problems: [number] });
      else there.problems.push(number);
    });
    for (const { problems } of found.values()) problems.sort((a, b) => this.#lineOf(a) - this.#lineOf(b) || a - b);
    return found;
  }

  #lineOf(number: number): number {
    return this.#problems[number]?.range.start.line ?? 0;
  }

  /** The notes of a block. */
  #note(numbers: readonly number[]): HTMLElement {
    const notes = make('div', '_notes');
    notes.setAttribute('role', 'group');
    notes.setAttribute('aria-label', words.problemsHere);
    for (const number of numbers) {
      const problem = this.#problems[number];
      if (problem === undefined) continue;
      const note = notes.appendChild(make('div', `_note _${problem.severity}`));
      const line = note.appendChild(make('p', ''));
      const sign = make('span', '_sign', signs[problem.severity] ?? '');
      sign.setAttribute('aria-hidden', 'true');
      line.append(sign, ' ', make('strong', '', problem.severityWord), ' ', problem.message);
      const buttons = note.appendChild(make('p', '_mends'));
      problem.mends.forEach((title, mend) => {
        const button = buttons.appendChild(make('button', '', title));
        button.dataset.problem = String(number);
        button.dataset.mend = String(mend);
      });
      const why = buttons.appendChild(make('button', '_why', words.why));
      why.dataset.problem = String(number);
      why.setAttribute('aria-label', `${words.why} ${problem.message}`);
      for (const button of buttons.children) button.setAttribute('type', 'button');
    }
    return notes;
  }

  #press(target: Element): void {
    const { problem, mend } = target.closest<HTMLElement>('._notes button')?.dataset ?? {};
    if (problem === undefined) return;
    const about = { version: this.#version, problem: Number(problem) };
    say(mend === undefined ? { type: 'explain', ...about } : { type: 'mend', ...about, mend: Number(mend) });
  }

  /** The button that had the focus is gone with its problem: the next takes it. */
  #refocus(): void {
    const next = [...this.#blocks.root.querySelectorAll<HTMLElement>('._notes button')].find(
      (button) => topOf(button) >= page.scrollTop,
    );
    (next ?? page).focus({ preventScroll: true });
  }

  /** Puts the notes beside what they are about, below one another, before the page is painted next. */
  #settle(): void {
    cancelAnimationFrame(this.#soon);
    this.#soon = requestAnimationFrame(() => {
      const scale = state.zoom / 100;
      const isWide = page.clientWidth >= widthWithMargin * scale;
      page.classList.toggle('_wide', isWide);
      if (this.#notes.size === 0) return;
      const notes = this.#blocks.list.flatMap(({ key, place }) => {
        const note = this.#notes.get(key);
        const first = note?.querySelector<HTMLElement>('button')?.dataset.problem;
        if (note === undefined || place === null) return [];
        const target = this.#places.elementAt({ file: place[0], line: this.#lineOf(Number(first)) });
        return [{ note, y: topOf(target ?? note) / scale, height: note.offsetHeight }];
      });
      const start = topOf(this.#blocks.root) / scale;
      let free = 0;
      for (const { note, y, height } of notes) {
        const top = Math.max(y - start, free);
        note.style.top = isWide ? `${top}px` : '';
        free = top + height + gap;
      }
    });
  }
}

/** Hints stay in the text, as they stay out of the editor’s own list of problems. */
const isShown = ({ severity }: PreviewProblem): boolean => severity !== 'hint';

const isDocument = (): boolean => state.view === 'document';

function make<K extends keyof HTMLElementTagNameMap>(tag: K, look: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (look !== '') element.className = look;
  element.textContent = text;
  return element;
}
