import type { Page } from 'playwright-core';
import type { ViewName } from '../../../server/src/documents/view.ts';

/** Words that stand before and after what a hostile plan says. */
const words = { before: 'The sentinel before all others', after: 'The sentinel after all others' };

/** Words by which a view that shows no sections shows that it goes on. */
const wordsOfViews: Partial<Record<ViewName, string>> = {
  thread: 'Sentinels stand',
  matrix: 'Sentinels stand',
  measures: 'Sentinels counted',
  coverage: 'A guarded page',
};

const section = (id: string, title: string): string =>
  `section ${id}: ${title}\n  text: Words of a sentinel, **strong words** and [a link](https://example.org/).\n`;

const thread = `
outcome sentinel-outcome: Sentinels stand
kpq sentinel-question: Do sentinels stand?
  outcomes: sentinel-outcome
  measure sentinel-measure: Sentinels counted
priority sentinel-priority: Let sentinels stand
  outcomes: sentinel-outcome
  kpqs: sentinel-question
  goals: sentinel-goal
framework sentinel-framework: Framework of sentinels
  goal sentinel-goal: A guarded page
`;

/** The keys of the sentinels in Welsh. */
const welsh: Readonly<Record<string, string>> = {
  section: 'adran',
  text: 'testun',
  outcome: 'canlyniad',
  outcomes: 'canlyniadau',
  kpq: 'cpa',
  kpqs: 'cpau',
  measure: 'mesur',
  priority: 'blaenoriaeth',
  goal: 'amcan',
  goals: 'amcanion',
  framework: 'fframwaith',
};

/** A plan with a section after its first line and another after its last, and at its end something that each view shows. */
export function withSentinels(plan: string): string {
  const isWelsh = plan.startsWith('# language: cy');
  const keyed = (text: string): string =>
    isWelsh
      ? text.replace(/^( *)([a-z]+)(?=[ :])/gm, (_, space: string, key: string) => space + (welsh[key] ?? key))
      : text;
  const first = /^(?:plan|part|library|cynllun|rhan|llyfrgell)\b.*(?:\r?\n|$)/m.exec(plan);
  const end = first ? first.index + first[0].length : 0;
  const head = plan.slice(0, end).replace(/(?<!\n)$/, '\n');
  const fields = /^(?: .*\r?\n|\s*\r?\n|#.*\r?\n)*/.exec(plan.slice(end))?.[0].length ?? 0;
  const [before, after] = [section('sentinel-before', words.before), section('sentinel-after', words.after)].map(keyed);
  return `${head}${plan.slice(end, end + fields)}${before}${plan.slice(end + fields)}\n${after}${keyed(thread)}`;
}

/** How a page stands: what nothing in a plan may change. */
export interface Standing {
  /** How the sentinels and the bar look, one line for each element, each property. */
  readonly looks: Readonly<Record<string, string>>;
  /** What should not be there. */
  readonly faults: readonly string[];
}

const sides = ['top', 'right', 'bottom', 'left'];

/** The properties that say how something looks, where it is, and whether it can be used. */
const ofLook = [
  ...'color background-color background-image display visibility opacity position z-index float clear'.split(' '),
  ...'transform rotate scale translate filter clip-path mix-blend-mode box-shadow text-shadow zoom'.split(' '),
  ...'font-family font-size font-style font-weight line-height letter-spacing word-spacing white-space'.split(' '),
  ...'text-align text-transform text-indent text-decoration-line direction unicode-bidi writing-mode'.split(' '),
  ...'overflow-x overflow-y content list-style-type animation-name transition-duration'.split(' '),
  ...'pointer-events cursor user-select outline-style'.split(' '),
  ...sides.flatMap((side) => [side, `margin-${side}`, `padding-${side}`]),
  ...sides.flatMap((side) => ['width', 'style', 'color'].map((what) => `border-${side}-${what}`)),
];

const ofSize = ['width', 'height'];

/** Looks at a page of which `blocks` is the part that shows the plan. */
export const standing = (page: Page, blocks: string, view: ViewName): Promise<Standing> =>
  page.evaluate(look, {
    blocks,
    words,
    wordsOfView: wordsOfViews[view],
    ofLook,
    ofSize,
    origin: new URL(page.url()).origin,
  });

interface Looked {
  readonly blocks: string;
  readonly words: typeof words;
  /** Undefined for the document. */
  readonly wordsOfView: string | undefined;
  readonly ofLook: readonly string[];
  readonly ofSize: readonly string[];
  readonly origin: string;
}

/** Runs in the page. */
function look({ blocks, words, wordsOfView, ofLook, ofSize, origin }: Looked): Standing {
  const faults: string[] = [];
  const looks: Record<string, string> = {};
  const room = document.querySelector(blocks);
  if (!room) return { looks, faults: [`There is no ${blocks}.`] };

  const isShown = (element: Element): boolean => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return false;
    const above = document.elementFromPoint(left + Math.min(width, 60) / 2, top + height / 2);
    return above !== null && (element.contains(above) || above.contains(element));
  };
  const takeLooks = (name: string, element: Element, properties: readonly string[]): void => {
    const styles = getComputedStyle(element);
    looks[name] = properties.map((property) => `${property}: ${styles.getPropertyValue(property)}`).join('\n');
  };
  const withWords = (text: string): Element | undefined => {
    const walker = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (walker.currentNode.nodeValue?.includes(text)) return walker.currentNode.parentElement ?? undefined;
    return undefined;
  };

  if (wordsOfView !== undefined) {
    if (!room.textContent?.includes(wordsOfView)) faults.push(`“${wordsOfView}” is not there.`);
  } else {
    for (const name of ['before', 'after'] as const) {
      // The contents name the heading first; the last element with the words is the heading itself.
      const heading = [...room.querySelectorAll('h1, h2, h3, h4, h5, h6')].find((one) =>
        one.textContent?.includes(words[name]),
      );
      const block = heading?.closest('.block');
      if (!heading || !block || !isShown(heading)) {
        faults.push(`The sentinel ${name} is not shown.`);
        continue;
      }
      const elements = [block, ...block.querySelectorAll('*')];
      // Whether the margins of what is in a block are its own depends on how long the page is.
      for (const [index, element] of elements.entries())
        takeLooks(`${name} ${index} ${element.localName}`, element, index > 0 ? [...ofLook, ...ofSize] : ofLook);
    }
    const text = withWords('Words of a sentinel');
    if (!text || !isShown(text)) faults.push('The words of the sentinel are not shown.');
  }
  for (const element of document.querySelectorAll('#_bar, #_bar *')) {
    if (element.closest('#_controls, #_problems')) continue;
    // How large its parts are follows from what it offers.
    takeLooks(`bar ${element.id || element.localName}`, element, ofLook);
  }
  for (const tab of document.querySelectorAll('#_tabs [role="tab"]'))
    if (!isShown(tab)) faults.push(`${tab.id} is covered.`);

  const elements =
    /^(?:a|article|aside|b|blockquote|br|button|caption|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|footer|h[1-6]|header|hr|img|input|label|li|nav|ol|optgroup|option|p|pre|s|section|select|small|span|strong|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|ul|svg|g|path|rect|circle|line|polyline|polygon|text|tspan|title|desc|defs|marker|pattern|clipPath|use)$/;
  const attributes =
    /^(?:alt|aria-[a-z]+|checked|class|colspan|cx|cy|d|d[xy]|dir|disabled|dominant-baseline|fill|fill-opacity|focusable|font-[a-z]+|height|hidden|href|id|lang|marker-[a-z]+|marker[A-Z][a-z]+|open|opacity|orient|pathLength|patternTransform|patternUnits|points|preserveAspectRatio|r|ref[XY]|role|rowspan|r[xy]|scope|span|src|start|stroke|stroke-[a-z]+|tabindex|text-anchor|textLength|title|transform|translate|type|value|viewBox|width|x|x[12]|xmlns|y|y[12]|data-[a-z-]+|loading|decoding|clip-path|name|for|referrerpolicy|rel|vector-effect)$/;
  const ids = new Set<string>();
  for (const element of document.querySelectorAll('[id]')) {
    if (ids.has(element.id)) faults.push(`Two elements have the id ${element.id}.`);
    ids.add(element.id);
  }
  for (const element of room.querySelectorAll('*')) {
    if (!elements.test(element.localName)) faults.push(`<${element.localName}> is there.`);
    for (const { name, value } of element.attributes) {
      // The page itself puts its notes beside what they are about.
      const isOwn = name === 'style' && /^_/.test(element.className) && /^top: [\d.]+px;$/.test(value);
      if (!attributes.test(name) && !isOwn)
        faults.push(`<${element.localName} ${name}="${value.slice(0, 80)}"> is there.`);
      if (name === 'href' && !/^(?:https?:\/\/|mailto:|tel:|#)/.test(value)) faults.push(`A link leads to ${value}.`);
      if (name === 'src' && !value.startsWith('/plans/') && !value.startsWith(`${origin}/plans/`))
        faults.push(`A picture is ${value}.`);
      if (name === 'class' && !/^[\p{L}\d _-]*$/u.test(value)) faults.push(`A class is ${value}.`);
      if (/^(?:fill|stroke|clip-path|marker-[a-z]+)$/.test(name) && /url\((?!#)/.test(value))
        faults.push(`${name} is ${value}.`);
    }
  }
  if (typeof document.getElementById !== 'function' || !(document.body instanceof HTMLBodyElement))
    faults.push('The document is clobbered.');
  if (document.querySelectorAll('body').length !== 1 || document.querySelectorAll('main').length !== 1)
    faults.push('There are several bodies.');
  for (const key in {}) faults.push(`Every object has ${key} now.`);
  return { looks, faults: [...new Set(faults)] };
}
