import type { FromPage, PageState } from '../messages.ts';
import { readState } from '../read-state.ts';
import type { PageWords } from '../words.ts';

/** What the editor gives to a page. */
interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => EditorApi;

const editor = acquireVsCodeApi();

/** What the page says of itself. */
export const words = JSON.parse(document.body.dataset.words ?? '{}') as PageWords;

/** Says something to the extension. */
export const say = (message: FromPage): void => editor.postMessage(message);

/** What the page shows and how; kept by the editor, so that it outlives the page. */
export let state: PageState = readState(editor.getState());

/** Milliseconds for which a page that is scrolled is waited for to come to rest, before its place is given to the editor. */
const pause = 200;

let keeping: ReturnType<typeof setTimeout> | undefined;

/** Changes the state. */
export function remember(changes: Partial<PageState>): void {
  state = { ...state, ...changes };
  clearTimeout(keeping);
  const isPlace = Object.keys(changes).every((name) => name === 'top');
  if (isPlace) keeping = setTimeout(() => editor.setState(state), pause);
  else editor.setState(state);
}

/** An element of the shell. */
export function part<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no ${id}.`);
  return element as T;
}

/** Milliseconds for which words are shown: time to read two lines. */
const shownFor = 8_000;

let telling: ReturnType<typeof setTimeout> | undefined;

/** Shows some words for a while, and has them read out. */
export function tell(text: string): void {
  const said = part('_said');
  said.textContent = '';
  clearTimeout(telling);
  // A change of the text is what is read out, also where the words are the same as before.
  requestAnimationFrame(() => {
    said.textContent = text;
    telling = setTimeout(() => {
      said.textContent = '';
    }, shownFor);
  });
}
