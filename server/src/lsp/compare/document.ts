import { differencePage } from '../../difference/document/page.ts';
import { HtmlWriter } from '../../documents/html/writer.ts';
import { joined, Markup, markup, noMarkup } from '../../documents/markup.ts';
import type { Compared } from './comparisons.ts';
import { linked } from './linked.ts';
import type { Places } from './places.ts';

/** The whole document as it is now, with the changes marked in it, and ways from its pieces to the text. Pictures are told in words. */
export function documentOf({ before, after, difference, labels }: Compared, places: Places): Markup {
  const page = differencePage(
    { before, after, plans: [difference], clashes: [] },
    { style: '', labels: () => labels, picture: () => undefined },
  );
  const writer = new HtmlWriter({
    language: page.language,
    interactive: false,
    remotePictures: false,
    picture: () => undefined,
  });
  return joined(
    page.blocks.map((block) => {
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
