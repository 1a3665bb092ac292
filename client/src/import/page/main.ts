import type { FromPage, Note, ToPage } from '../messages.ts';

/** What the editor gives to a page. */
interface EditorApi {
  postMessage(message: unknown): void;
}

declare const acquireVsCodeApi: () => EditorApi;

/** What the page says of notes: `{0}` is how many. */
interface Words {
  readonly settled: string;
  readonly settledOne: string;
  readonly settledMany: string;
  readonly others: string;
}

/** So many notes are shown at once; the others are a click away. */
const shownAtOnce = 5;

const editor = acquireVsCodeApi();
const say = (message: FromPage): void => editor.postMessage(message);
const words = JSON.parse(document.body.dataset.words ?? '{}') as Words;

function part<T extends Element>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
}

const left = part<HTMLElement>('#_left');
const way = part<HTMLElement>('#_way');
const shown = part<HTMLElement>('#_notes');
const others = part<HTMLElement>('#_others');

/** The block that is marked. */
let marked: Element | undefined;
/** Which notes are shown. */
let version = 0;

/** Marks a block, and shows it where it is out of sight. */
function mark(row: Element | null, isToBeSeen: boolean): void {
  marked?.removeAttribute('aria-current');
  marked = row ?? undefined;
  marked?.setAttribute('aria-current', 'true');
  if (isToBeSeen) marked?.scrollIntoView({ block: 'nearest' });
}

const rowOf = (number: number): Element | null => document.getElementById(`_row-${number}`);

function showNotes(notes: readonly Note[] | undefined): void {
  if (notes === undefined) return;
  const count = notes.length;
  const said = count === 0 ? words.settled : count === 1 ? words.settledOne : words.settledMany;
  const text = said.replace('{0}', String(count));
  // What is the same as before is not read out once more.
  if (left.textContent !== text) left.textContent = text;
  way.hidden = count === 0;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.note : undefined;
  const items = notes.map(itemOf);
  shown.replaceChildren(...items.slice(0, shownAtOnce));
  const rest = items.slice(shownAtOnce);
  others.hidden = rest.length === 0;
  part<HTMLElement>('#_others > summary').textContent = words.others.replace('{0}', String(rest.length));
  part<HTMLElement>('#_others > ul').replaceChildren(...rest);
  if (focused !== undefined) focusNote(Math.min(Number(focused), count - 1));
}

/** Who goes through the list by keyboard goes on where they were. */
function focusNote(number: number): void {
  document.querySelector<HTMLElement>(`[data-note="${number}"]`)?.focus({ preventScroll: true });
}

function itemOf({ kind, words: said }: Note, number: number): HTMLElement {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.className = '_kind';
  name.textContent = kind;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.note = String(number);
  button.textContent = said === '' ? kind : said;
  item.append(name, ' ', button);
  return item;
}

/** What a click is for already. */
const taken = 'a[href], button, summary';

document.addEventListener('click', ({ target, detail }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLElement>('button');
  const { look, note, block } = button?.dataset ?? {};
  if (look !== undefined) say({ type: 'look', number: Number(look) });
  else if (note !== undefined) say({ type: 'note', version, number: Number(note) });
  else if (block !== undefined) show(Number(block), false);
  else if (!target.closest(taken)) {
    // A click that ends a selection is for the selection.
    if (detail === 1 && getSelection()?.isCollapsed === false) return;
    const row = target.closest<HTMLElement>('[data-row]');
    if (row !== null) show(Number(row.dataset.row), detail > 1);
  }
});

function show(number: number, focus: boolean): void {
  mark(rowOf(number), false);
  say({ type: 'block', number, focus });
}

/** Up and down go from block to block, as the Tab key does, and leave out what stands between them. */
document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const button = document.activeElement?.closest<HTMLElement>('button[data-block]');
  if (step === undefined || !button || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const all = [...document.querySelectorAll<HTMLElement>('button[data-block]')];
  const next = all[all.indexOf(button) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
});

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'cursor') {
    const row = data.block === undefined ? null : rowOf(data.block);
    if (row !== (marked ?? null)) mark(row, data.isToBeSeen);
  } else if (data.type === 'notes') {
    version = data.version;
    showNotes(data.notes);
  }
});

say({ type: 'ready' });
