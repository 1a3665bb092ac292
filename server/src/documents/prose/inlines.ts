import type { Token } from 'markdown-it';
import { plain, wordsOf } from '../plain-words.ts';
import type { Inline } from '../tree.ts';
import { decoded, isOnWeb, mayLead, pathOf } from './address.ts';
import type { ProseContext } from './context.ts';
import { mentioned } from './line.ts';

/** How deep marks in a line may nest; deeper ones are left out, their words are not. */
const deepest = 40;

/** What the words of a line can ask of the prose they stand in. */
export interface LineContext {
  readonly prose: ProseContext;
  /** The mark of a footnote, by its place among the footnotes. */
  mark(note: number): Inline;
  /** Called with every address that a link or a picture has, and the title beside it. */
  used(address: string, title: string): void;
}

type Marked = 'strong' | 'emphasis' | 'deleted';

/** Something that has begun and not yet ended. One that is too deep has the list of what it stands in. */
interface Open {
  readonly type: Marked | 'link' | 'line';
  readonly children: Inline[];
  readonly token?: Token | undefined;
}

const marks: Readonly<Record<string, Marked>> = { strong: 'strong', em: 'emphasis', s: 'deleted' };

/** The words of a line from its tokens. A link holds no other links: the parser sees to that. */
export function readInlines(tokens: readonly Token[], context: LineContext): Inline[] {
  const line: Open = { type: 'line', children: [] };
  const opened: Open[] = [line];
  for (const token of tokens) {
    const current = opened.at(-1) ?? line;
    if (token.nesting === 1) {
      const type = token.type === 'link_open' ? 'link' : (marks[token.tag] ?? 'strong');
      const isFlat = opened.length > deepest && type !== 'link';
      opened.push({ type, children: isFlat ? current.children : [], token });
    } else if (token.nesting === -1) {
      if (opened.length > 1) opened.pop();
      const above = opened.at(-1) ?? line;
      if (current.type === 'link') add(above.children, linked(current, context));
      else if (current.type !== 'line' && current.children !== above.children)
        above.children.push({ type: current.type, children: current.children });
    } else add(current.children, madeOf(token, context));
  }
  return line.children;
}

/** Adds what follows, words to words. */
function add(children: Inline[], more: readonly Inline[]): void {
  for (const inline of more) {
    const last = children.at(-1);
    if (inline.type === 'text' && last?.type === 'text') children[children.length - 1] = plain(last.text + inline.text);
    else if (inline.type !== 'text' || inline.text) children.push(inline);
  }
}

function madeOf(token: Token, context: LineContext): Inline[] {
  switch (token.type) {
    case 'softbreak':
      return [plain(' ')];
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'code_inline':
      return [{ type: 'code', text: token.content }];
    case 'mention':
      return [mentioned(token.content, true, context.prose)];
    case 'footnote_ref':
      return [context.mark(token.meta?.id as number)];
    case 'image':
      return pictureOf(token, context);
    default:
      return [plain(token.content)];
  }
}

const attributeOf = (token: Token | undefined, name: string): string => String(token?.attrGet(name) ?? '');

/** A link, as what it leads to allows: out of the document, to an item of the plan, or else its words with the address behind them. */
function linked({ token, children }: Open, context: LineContext): Inline[] {
  const href = attributeOf(token, 'href');
  const title = attributeOf(token, 'title');
  context.used(href, title);
  const behind = title ? [plain(` (${title})`)] : [];
  const words = wordsOf(children);
  const isBlank = children.every((inline) => inline.type === 'text' && inline.text.trim() === '');
  if (mayLead(href)) return [{ type: 'link', href, children: isBlank ? [plain(decoded(href))] : children }, ...behind];
  const address = decoded(href);
  if (href.startsWith('#') && href !== '#') {
    const item = context.prose.mention(address.slice(1), words || undefined, undefined);
    if (item.type === 'mention') return [isBlank ? item : { ...item, children }, ...behind];
  }
  const told = address === '' || address === words || `mailto:${words}` === address;
  return [...children, ...(told ? [] : [plain(isBlank ? address : ` (${address})`)]), ...behind];
}

/** A picture. Words that stand with it as its title are printed behind it. */
function pictureOf(token: Token, context: LineContext): Inline[] {
  const source = attributeOf(token, 'src');
  const title = attributeOf(token, 'title');
  context.used(source, title);
  const alt = wordsOf(readInlines(token.children ?? [], { ...context, mark: () => plain('') }));
  const path = pathOf(source);
  const inWorkspace = path === undefined ? undefined : context.prose.picture(path);
  const picture: Inline =
    inWorkspace !== undefined
      ? { type: 'image', path: inWorkspace, alt }
      : isOnWeb(source)
        ? { type: 'image', href: source, alt }
        : { type: 'image', alt: alt || decoded(source) };
  return title ? [picture, plain(` (${title})`)] : [picture];
}
