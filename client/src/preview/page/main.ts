import type { PreviewUpdate } from '../../../../server/src/lsp/protocol.ts';
import type { ToPage } from '../messages.ts';
import { Blocks } from './blocks.ts';
import { Controls } from './controls.ts';
import { part, remember, say, state, tell } from './host.ts';
import { followLinks, goTo } from './links.ts';
import { Marks } from './marks.ts';
import { Matrix } from './matrix.ts';
import { Places, page } from './places.ts';
import { Problems } from './problems.ts';
import { Scroll } from './scroll.ts';
import { tabs } from './tabs.ts';
import { around, Thread } from './thread.ts';
import { zoom } from './zoom.ts';

const blocks = new Blocks();
const places = new Places(blocks);
const scroll = new Scroll(blocks, places);
const marks = new Marks(blocks.root, places);
const problems = new Problems(blocks, places);
const matrix = new Matrix(blocks.root);
const thread = new Thread(blocks.root, (item) => choose(around, item));
const controls = new Controls(choose, (language) => {
  remember({ language });
  askWhole();
});
const showTab = tabs(showView);
/** Where to go in a view once it is there. */
let sought: string | undefined;
followLinks(blocks.root, (anchor) => {
  if (state.view === 'document') return;
  sought = anchor;
  showView('document');
});
zoom(blocks.root, () => scroll.keep());

const printed = part('_printed');
printed.addEventListener('click', () => {
  remember({ printed: !state.printed });
  showPrinted();
});
part('_print').addEventListener('click', () => say({ type: 'print' }));

/** The view that the blocks are of. */
let shown: string | undefined;

/** Asks for all of the view. */
function askWhole(): void {
  const { view, language, chosen, top } = state;
  say({ type: 'whole', view, language, chosen: chosen[view] ?? {}, placed: top !== undefined || sought !== undefined });
}

/** Shows another view. */
function showView(view: string): void {
  if (view === state.view) return;
  remember({ view, top: undefined });
  showTab(view);
  askWhole();
}

/** The reader chooses something in a control of the view. */
function choose(name: string, value: string): void {
  const chosen = { ...state.chosen[state.view], [name]: value };
  remember({ chosen: { ...state.chosen, [state.view]: chosen } });
  say({ type: 'choose', chosen });
}

function showPrinted(): void {
  printed.setAttribute('aria-pressed', String(state.printed));
  document.body.classList.toggle('_printed', state.printed);
}

function update(news: PreviewUpdate): void {
  if (shown !== state.view) blocks.clear('');
  shown = state.view;
  page.dataset.view = shown;
  const touched = blocks.update(news);
  if (touched === undefined) {
    askWhole();
    return;
  }
  // Even the same language, set again, has browsers work out the style of the whole page again.
  if (blocks.root.lang !== news.language) blocks.root.lang = news.language;
  document.title = news.title;
  controls.update(news);
  problems.update(news);
  if (state.view === 'matrix') matrix.update(touched);
  if (state.view === 'thread' || news.whole) thread.update();
  marks.show();
  // The last one alone is kept: a page may be open all day.
  performance.clearMarks('goldthread:patched');
  performance.mark('goldthread:patched', { detail: news.version });
  if (!news.whole) return;
  scroll.restore();
  if (sought !== undefined) goTo(blocks.root, sought);
  sought = undefined;
}

/** There is nothing to show. */
function nothing(words: string): void {
  shown = undefined;
  blocks.clear(words);
}

function settle(sync: Extract<ToPage, { type: 'settings' }>['sync']): void {
  scroll.follows = sync === 'both';
  marks.clicks = sync !== 'off';
  if (!marks.clicks) marks.cursor(undefined);
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'update') {
    if (data.plan !== state.plan || data.locked !== state.locked) remember({ plan: data.plan, locked: data.locked });
    update(data.update);
  } else if (data.type === 'nothing') nothing(data.words);
  else if (data.type === 'scroll') scroll.to(data);
  else if (data.type === 'cursor') marks.cursor(data);
  else if (data.type === 'settings') settle(data.sync);
  else if (data.type === 'say') tell(data.words);
});

showTab(state.view);
showPrinted();
askWhole();
