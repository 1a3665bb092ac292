import { valueSpan } from '@goldthread/grammar';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import type { BlockRule, Span } from '../rule.ts';
import { prosesIn } from './prose.ts';

/** Words that say nothing of where a link leads, in English and Welsh. */
const empty = new Set([
  'click',
  'click here',
  'details',
  'find out more',
  'follow this link',
  'here',
  'learn more',
  'link',
  'more',
  'more info',
  'more information',
  'read more',
  'see here',
  'see more',
  'this link',
  'this page',
  'cliciwch yma',
  'dolen',
  'darllen mwy',
  'darllenwch fwy',
  'mwy',
  'mwy o wybodaeth',
  'rhagor',
  'rhagor o wybodaeth',
  'y ddolen hon',
  'yma',
]);

/** `[words](address)`, `[words][note]`, `[[id|words]]` and `<address>`; words of some length say something. */
const link =
  /(?<!!)\[(?<words>[^[\]]{1,400})\](?=[([])|\[\[(?<id>[^[\]|\r\n]{1,200})\|(?<shown>[^[\]]{1,400})\]\]|<(?<address>https?:\/\/[^\s<>]+)>/g;
const anyLink = (text: string): boolean => text.includes('[') || text.includes('<http');
const webAddress = /^(?:https?:\/\/\S+|www\.[^\s/]+\/\S+)$/i;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The words of a link say nothing of where it leads. */
export const linkText: BlockRule = {
  id: 'access/link-text',
  severity: 'warning',
  says: 'The words of a link do not say where it leads.',
  why: 'Screen readers read links out as a list; “click here” or a web address says nothing there.',
  source: 'WCAG 2.2, success criterion 2.4.4 (A)',
  breaks:
    'plan p: Health Plan\n\nrole nurse: Chief Nurse\n\nsection help: Getting help\n  text: For vaccinations, [click here](https://example.org/jabs) or ask [[nurse|here]].\n',
  clean:
    'plan p: Health Plan\n\nrole nurse: Chief Nurse\n\nsection help: Getting help\n  text: You can [book a vaccination](https://example.org/jabs) or ask the [[nurse]].\n',
  block(content, context) {
    const { placed } = content;
    const { text } = placed.block;
    if (!anyLink(text)) return;
    for (const { item, entry } of prosesIn(content)) {
      const { start, end } = valueSpan(placed.block, entry);
      for (const match of text.slice(start, end).matchAll(link)) {
        const { words, id, shown, address } = match.groups ?? {};
        const written = words ?? shown ?? address ?? '';
        const at = start + match.index + match[0].indexOf(written, id === undefined ? 0 : id.length + 3);
        const span: Span = { start: at, end: at + written.length };
        const isAddress = address !== undefined || webAddress.test(written.trim());
        if (!isAddress && !empty.has(plain(written))) continue;
        const whole: Span = { start: start + match.index, end: start + match.index + match[0].length };
        context.report(placed, span, {
          item,
          message: isAddress
            ? 'This link shows its web address, which is read out letter by letter. Say in words where it leads: “[our annual report](https://…)”.'
            : `‘${written.trim()}’ does not say where the link leads, and links are read out without the words around them. Put words there that say it, such as the title of the page.`,
          messageCy: () =>
            isAddress
              ? 'Mae’r ddolen hon yn dangos ei chyfeiriad gwe, sy’n cael ei ddarllen yn uchel fesul llythyren. Dywedwch mewn geiriau i ble mae’n arwain: “[ein hadroddiad blynyddol](https://…)”.'
              : `Nid yw ‘${written.trim()}’ yn dweud i ble mae’r ddolen yn arwain, ac mae dolenni’n cael eu darllen yn uchel heb y geiriau o’u cwmpas. Rhowch eiriau yno sy’n dweud hynny, er enghraifft teitl y dudalen.`,
          fixes: id === undefined ? [] : [replacing(titlesFor(placed).printTitle, placed, whole, `[[${id}]]`)],
        });
      }
    }
  },
};

/** Words in small letters, without emphasis and punctuation around them. */
const plain = (words: string): string =>
  words.length > 60 ? '' : words.replace(edges, '').replace(/\s+/g, ' ').toLowerCase();
