import type { PreviewControl, PreviewUpdate } from '../../../../server/src/lsp/protocol.ts';
import { part, words } from './host.ts';

/** What the reader can choose in a view, as lists with their names; the first, where there is more than one language, is the language. */
export class Controls {
  readonly #root = part('_controls');
  readonly #choose: (name: string, value: string) => void;
  readonly #chooseLanguage: (language: string) => void;
  #controls: readonly PreviewControl[] = [];
  #shown = '';

  constructor(choose: (name: string, value: string) => void, chooseLanguage: (language: string) => void) {
    this.#choose = choose;
    this.#chooseLanguage = chooseLanguage;
  }

  update({ controls, language, languages }: PreviewUpdate): void {
    this.#controls = controls ?? this.#controls;
    const known: Readonly<Record<string, string>> = { en: words.english, cy: words.welsh };
    const choice: PreviewControl = {
      name: '',
      label: words.language,
      choices: languages.map((value) => ({ value, label: known[value] ?? value })),
      chosen: language,
    };
    const wanted = [...(languages.length > 1 ? [choice] : []), ...this.#controls];
    const shown = JSON.stringify(wanted);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const there = [...this.#root.querySelectorAll('label')];
    wanted.forEach((control, index) => {
      const label = there[index] ?? this.#root.appendChild(this.#made());
      fill(label, control);
    });
    for (const label of there.slice(wanted.length)) label.remove();
  }

  #made(): HTMLLabelElement {
    const label = document.createElement('label');
    const select = document.createElement('select');
    label.append(document.createElement('span'), select);
    select.addEventListener('change', () => {
      const name = select.dataset.name ?? '';
      if (name === '') this.#chooseLanguage(select.value);
      else this.#choose(name, select.value);
    });
    return label;
  }
}

/** Makes a list offer what a control offers. The list itself stays, and with it the focus. */
function fill(label: HTMLLabelElement, { name, label: words, choices, chosen }: PreviewControl): void {
  const select = label.querySelector('select');
  const title = label.querySelector('span');
  if (select === null || title === null) return;
  title.textContent = words;
  select.dataset.name = name;
  select.replaceChildren(...choices.map((choice) => new Option(choice.label, choice.value)));
  select.value = chosen;
}
