import { differencePage } from '../../difference/document/page.ts';
import { HtmlWriter } from '../../documents/html/writer.ts';
import { joined, Markup, markup, noMarkup } from '../../documents/markup.ts';
import type { Flow } from '../../documents/tree.ts';
import type { Block } from '../../documents/view.ts';
import type { Compared } from './comparisons.ts';
import { linked } from './linked.ts';
import type { Places } from './places.ts';

/** A block without the title of the page that begins it: the page in the editor has its own. */
const withoutTitle = (block: Block): Block => ({
  ...block,
  flow: block.flow.map((one) =>
    one.type === 'group' && one.role === 'summary' ? { ...one, flow: one.flow.filter(isNoTitle) } : one,
  ),
});

const isNoTitle = (flow: Flow): boolean => flow.type !== 'heading' || flow.level > 1;

/** The whole document as it is now, with the changes marked in it, and ways from its pieces to the text. Pictures are told in words. */
export function documentOf({ before, after, difference, remarks, labels }: Compared, places: Places): Markup {
  const page = differencePage(
    { before, after, plans: [difference], clashes: [], remarks },
    { style: '', labels: () => labels, picture: () => undefined },
  );
  const writer = new HtmlWriter({
    language: page.language,
    interactive: false,
    remotePictures: false,
    picture: () => undefined,
  });
  return joined(
    page.blocks.map(withoutTitle).map((block) => {
      const { source, role } = block;
      // The cover has colours of its own, and its text is the first line.
      const way =
        source && role !== 'cover'
          ? markup`<p class="block _way">${linked(places.now(source.path, source.line), 'Go to the text')}</p>`
          : noMarkup;
      return markup`${way}${new Markup(writer.block(block))}\n`;
    }),
  );
}
