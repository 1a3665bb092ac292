import { attribute, joined, Markup, markup, noMarkup } from '../markup.ts';
import { wordsOf } from '../plain-words.ts';
import type { Drawing, Fact, Flow, FootNote, Inline, Point, Statistic } from '../tree.ts';
import { flat } from './flat.ts';
import { changeTags, inlinesHtml } from './inlines.ts';
import { classes, deepest, lineOf, type Scribe } from './scribe.ts';
import { tableHtml } from './tables.ts';

type FlowOf<Type extends Flow['type']> = Extract<Flow, { type: Type }>;

/** What stands on lines of its own as HTML. */
export function flowsHtml(flow: readonly Flow[], scribe: Scribe, depth = 0): Markup {
  const shown = depth > deepest ? flat(flow) : flow;
  return joined(shown.map((one) => flowHtml(one, scribe, depth)));
}

function flowHtml(flow: Flow, scribe: Scribe, depth: number): Markup {
  const place = markup`${lineOf(flow.line, scribe)}${attribute('lang', flow.lang)}`;
  const words = (line: readonly Inline[]) => inlinesHtml(line, scribe);
  switch (flow.type) {
    case 'heading':
      return headingHtml(flow, place, scribe);
    case 'paragraph':
      return markup`<p${classes(flow.role)}${place}>${words(flow.children)}</p>`;
    case 'list':
      return listHtml(flow, place, scribe, depth);
    case 'table':
      return tableHtml(flow, scribe);
    case 'quote':
      return markup`<figure class="quote"${place}><blockquote>${flowsHtml(flow.flow, scribe, depth + 1)}</blockquote>${
        flow.by ? markup`<figcaption>${words(flow.by)}</figcaption>` : noMarkup
      }</figure>`;
    case 'code':
      return markup`<pre${place}><code>${flow.text}</code></pre>`;
    case 'rule':
      return markup`<hr${place}>`;
    case 'figure':
      return figureHtml(flow, place, scribe);
    case 'facts':
      return markup`<dl${classes('facts', flow.role)}${place}>${flow.facts.map((fact) => factHtml(fact, scribe, depth))}</dl>`;
    case 'statistics':
      return markup`<dl class="statistics"${place}>${flow.statistics.map((one) => statisticHtml(one, scribe))}</dl>`;
    case 'notes':
      return markup`<ol class="notes"${place}>${flow.notes.map((note) => noteHtml(note, scribe, depth))}</ol>`;
    case 'group':
      return groupHtml(flow, place, scribe, depth);
    case 'drawing':
      return drawingHtml(flow, place, scribe, depth);
  }
}

/** Things that belong together; what came or went is marked as such. */
function groupHtml({ role, anchor, flow }: FlowOf<'group'>, place: Markup, scribe: Scribe, depth: number): Markup {
  const tag = role === 'inserted' || role === 'removed' ? changeTags[role][0] : markup`div`;
  return markup`<${tag}${classes('group', role)}${attribute('id', anchor)}${place}>${flowsHtml(flow, scribe, depth + 1)}</${tag}>`;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => new Markup(name));

function headingHtml({ level, anchor, number, children }: FlowOf<'heading'>, place: Markup, scribe: Scribe): Markup {
  const tag = headings[Math.min(6, Math.max(1, Math.trunc(level))) - 1] as Markup;
  const before = number ? markup`<span class="number">${number}</span> ` : noMarkup;
  return markup`<${tag}${attribute('id', anchor)}${place}>${before}${inlinesHtml(children, scribe)}</${tag}>`;
}

function listHtml(
  { ordered, start, role, points }: FlowOf<'list'>,
  place: Markup,
  scribe: Scribe,
  depth: number,
): Markup {
  const written = points.map((point) => pointHtml(point, scribe, depth));
  if (!ordered) return markup`<ul${classes(role)}${place}>${written}</ul>`;
  const first = start === undefined || start === 1 ? noMarkup : attribute('start', start);
  return markup`<ol${classes(role)}${first}${place}>${written}</ol>`;
}

function pointHtml({ anchor, number, flow, line, lang }: Point, scribe: Scribe, depth: number): Markup {
  const marks = markup`${classes(number === undefined ? undefined : 'numbered')}${attribute('id', anchor)}${lineOf(line, scribe)}${attribute('lang', lang)}`;
  const inside = closeHtml(flow, scribe, depth);
  return number === undefined
    ? markup`<li${marks}>${inside}</li>`
    : markup`<li${marks}><span class="number">${number}</span> <div>${inside}</div></li>`;
}

/** What stands in a point or a fact: where it is one paragraph, with lists below it or not, the words alone. */
function closeHtml(flow: readonly Flow[], scribe: Scribe, depth: number): Markup {
  const [first, ...rest] = flow;
  const isOne = first?.type === 'paragraph' && !first.role && !first.lang && rest.every(({ type }) => type === 'list');
  if (!isOne) return flowsHtml(flow, scribe, depth + 1);
  return markup`${inlinesHtml(first.children, scribe)}${flowsHtml(rest, scribe, depth + 1)}`;
}

/** A picture with its caption. Where both say the same, it is said once. */
function figureHtml({ path, alt, caption, anchor }: FlowOf<'figure'>, place: Markup, scribe: Scribe): Markup {
  const { options, words } = scribe;
  const source = path === undefined ? undefined : options.picture(path);
  const told = caption !== undefined && same(alt, wordsOf(caption));
  const picture =
    source !== undefined
      ? markup`<img src="${source}" alt="${told ? '' : alt}">`
      : markup`<p class="missing picture">${alt && !told ? `${words.picture} ${alt}` : words.noPicture}</p>`;
  const below = caption ? markup`<figcaption>${inlinesHtml(caption, scribe)}</figcaption>` : noMarkup;
  return markup`<figure class="figure"${attribute('id', anchor)}${place}>${picture}${below}</figure>`;
}

const same = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function factHtml({ anchor, name, flow, line, lang }: Fact, scribe: Scribe, depth: number): Markup {
  const marks = markup`${attribute('id', anchor)}${lineOf(line, scribe)}${attribute('lang', lang)}`;
  return markup`<div${marks}><dt>${inlinesHtml(name, scribe)}</dt><dd>${closeHtml(flow, scribe, depth)}</dd></div>`;
}

function statisticHtml({ anchor, value, label, details, line, lang }: Statistic, scribe: Scribe): Markup {
  const more = details.map((detail) => markup`<dd class="details">${inlinesHtml(detail, scribe)}</dd>`);
  const marks = markup`${attribute('id', anchor)}${lineOf(line, scribe)}${attribute('lang', lang)}`;
  return markup`<div${marks}><dt>${inlinesHtml(label, scribe)}</dt><dd class="value">${inlinesHtml(value, scribe)}</dd>${more}</div>`;
}

function noteHtml({ anchor, back, label, flow }: FootNote, scribe: Scribe, depth: number): Markup {
  const way = back
    ? markup` <a class="back" href="#${back}"><span aria-hidden="true">↩\ufe0e</span><span class="unseen">${scribe.words.back} ${label}</span></a>`
    : noMarkup;
  return markup`<li id="${anchor}"><span class="number">${label}</span> <div>${closeHtml(flow, scribe, depth)}${way}</div></li>`;
}

/** A drawing, and behind it the same for those who don’t see it. Where it is wider than the page it scrolls by itself, by keyboard too. */
function drawingHtml({ svg, title, same: flow }: Drawing, place: Markup, scribe: Scribe, depth: number): Markup {
  const byKeyboard = scribe.options.interactive ? noMarkup : markup` tabindex="0" aria-label="${title}"`;
  const inWords = flow.length
    ? markup`<details><summary>${scribe.words.same}</summary>${flowsHtml(flow, scribe, depth + 1)}</details>`
    : noMarkup;
  return markup`<div class="drawn"${place}><figure class="drawing"${byKeyboard}>${new Markup(svg)}</figure>${inWords}</div>`;
}
