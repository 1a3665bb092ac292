import type { AllowedProblem, Face, FoundProblem, LooseEnd, PlanDifference, Remark } from '../../difference/change.ts';
import {
  excerpts,
  groupsOf,
  inSentence,
  isSame,
  nameOfKind,
  saidOfRemark,
  saidOfWhole,
  shownAllowed,
  shownMended,
  shownNew,
  type Told,
  threadCounts,
} from '../../difference/outline.ts';
import type { Piece } from '../../difference/tell.ts';
import { capital, kindWord, withArticle } from '../../difference/words-of-change.ts';
import { joined, type Markup, markup, noMarkup } from '../../documents/markup.ts';
import { counted } from '../../reporters/words.ts';
import type { Desk } from '../handler.ts';
import type { Compared } from './comparisons.ts';
import { documentOf } from './document.ts';
import { linked } from './linked.ts';
import { Places } from './places.ts';
import type { Comparison, Shown } from './protocol.ts';

/** What changed in a plan, to be read in the editor. */
export function comparisonOf(compared: Compared, shown: Shown, uri: Desk['uri']): Comparison {
  const { difference } = compared;
  const places = new Places(compared, uri);
  const html = shown === 'document' ? documentOf(compared, places) : new ComparisonWriter(compared, places).page();
  const face = difference.after ?? difference.before;
  return {
    title: face?.title || 'A plan without a title',
    isSame: isSame(difference) && compared.remarks.length === 0,
    html: html.text,
    places: places.all,
  };
}

/** How the three sorts of sentences begin: a word, so that no colour has to say it. */
const signs: Readonly<Record<Told['sign'], readonly [name: string, words: string]>> = {
  '+': ['came', 'New'],
  '-': ['went', 'Gone'],
  '~': ['changed', 'Changed'],
};

/** Writes a difference as markup; what is clicked leads to places by their numbers. */
class ComparisonWriter {
  private readonly difference: PlanDifference;
  private readonly remarks: readonly Remark[];
  private readonly places: Places;

  constructor({ difference, remarks }: Compared, places: Places) {
    this.difference = difference;
    this.remarks = remarks;
    this.places = places;
  }

  page(): Markup {
    const { renumbered } = this.difference;
    const groups = groupsOf(this.difference).map(
      ({ item, told }) =>
        markup`<section class="block told"><h2>${this.heading(item)}</h2><ul>${told.map((one) => this.told(one))}</ul></section>\n`,
    );
    const whole = saidOfWhole(this.difference);
    return joined([
      ...this.remarks.map((remark) => {
        const [begin, end] = saidOfRemark(remark);
        return markup`<p class="block told">${begin}${remark.file}${end}</p>\n`;
      }),
      whole ? markup`<p class="block told">${whole}</p>\n` : noMarkup,
      ...groups,
      renumbered.length > 0
        ? markup`<p class="block told">${counted(renumbered.length, 'item')} printed with another number.</p>\n`
        : noMarkup,
      this.thread(),
      this.findings('New problems', '+', shownNew(this.difference)),
      this.findings('Mended', '-', shownMended(this.difference)),
      this.findings('Allowed', '~', shownAllowed(this.difference)),
    ]);
  }

  private heading(item: Face): Markup {
    if (item.isPlan) return this.link(item, `The ${kindWord(item.kind)} itself`);
    const within = item.within === null ? noMarkup : markup` <span class="within">in “${item.within}”</span>`;
    const title = item.title || item.id || '';
    return markup`${this.link(item, `${nameOfKind(item)}${title && `: ${title}`}`)}${within}`;
  }

  private told({ sign, pieces }: Told): Markup {
    const [name, words] = signs[sign];
    return markup`<li class="${name}"><span class="sign">${words}</span> <span>${this.sentence(pieces)}</span></li>`;
  }

  private sentence(pieces: readonly Piece[]): Markup {
    const [first, ...others] = pieces;
    const begun = typeof first === 'string' ? [capital(first), ...others] : pieces;
    return joined(
      begun.map((piece) => {
        if (typeof piece === 'string') return markup`${piece}`;
        if ('item' in piece) return this.called(piece.item);
        if ('value' in piece) return piece.isFigure ? markup`${piece.value}` : markup`“${piece.value}”`;
        return joined(
          excerpts(piece.words).map(({ text, is }) => {
            const words = inSentence(text);
            if (is === 'same') return markup`${words}`;
            return is === 'added' ? markup`<ins>${words}</ins>` : markup`<del>${words}</del>`;
          }),
        );
      }),
    );
  }

  private thread(): Markup {
    const { before, after, thread } = this.difference;
    const counts = threadCounts(this.difference);
    if (!before || !after || counts.length + thread.loosened.length + thread.tied.length === 0) return noMarkup;
    const rows = counts.map(
      (count) =>
        markup`<tr><th scope="row">${capital(count.of)}</th><td>${count.before}</td><td>${count.after}</td></tr>`,
    );
    const table = markup`<table><thead><tr><td></td><th scope="col">Before</th><th scope="col">Now</th></tr></thead><tbody>${rows}</tbody></table>`;
    const end = (name: string, sign: string, { item, without }: LooseEnd, words: string): Markup =>
      markup`<li class="${name}"><span class="sign">${sign}</span> <span>${capital(kindWord(item.kind))} ${this.called(item)} ${words} ${withArticle(kindWord(without))}</span></li>`;
    const ends = [
      ...thread.loosened.map((one) => end('loose', 'Broken', one, 'is without')),
      ...thread.tied.map((one) => end('mended', 'Mended', one, 'is no longer without')),
    ];
    return markup`<section class="block told"><h2>Golden thread</h2>${rows.length > 0 ? table : noMarkup}${ends.length > 0 ? markup`<ul>${ends}</ul>` : noMarkup}</section>\n`;
  }

  private findings(
    title: string,
    sign: Told['sign'],
    findings: readonly (FoundProblem & Partial<AllowedProblem>)[],
  ): Markup {
    if (findings.length === 0) return noMarkup;
    const isBefore = sign === '-';
    const points = findings.map(({ message, severity, file, range, reason }) => {
      const words = linked(isBefore ? undefined : this.places.at(file, range.start.line, false), message);
      const allowed = reason === undefined ? '' : ` – was allowed: “${reason}”`;
      const [name, word] = isBefore
        ? ['mended', 'Mended']
        : reason === undefined
          ? ['loose', capital(severity)]
          : ['changed', 'Allowed'];
      return markup`<li class="${name}"><span class="sign">${word}</span> <span>${words}${allowed}</span></li>`;
    });
    return markup`<section class="block told"><h2>${title}</h2><ul>${points}</ul></section>\n`;
  }

  /** An item by what it is called, to click. */
  private called(item: Face): Markup {
    const title = item.title || item.id || '';
    return title === '' ? this.link(item, 'without a title') : markup`“${this.link(item, title)}”`;
  }

  private link(item: Face, words: string): Markup {
    return linked(this.places.of(item), words);
  }
}
