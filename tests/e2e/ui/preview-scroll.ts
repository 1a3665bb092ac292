import { expect } from 'chai';
import { Preview, topLine } from './preview.ts';
import type { Workbench } from './workbench.ts';

/** Places at which both sides are compared, from either. */
const places = 30;

/** Pixels by which the page may be off: browsers round. */
const slack = 2;

/** Scrolls the text, then the page, to places all over a plan that is one file: each time both show the same element at the top. */
export async function scrollsTogether(workbench: Workbench, name: string, text: string): Promise<void> {
  await workbench.open(name);
  const preview = await Preview.beside(workbench);
  await preview.notePlaces();
  await workbench.focusText();
  const last = text.split('\n').length;
  const kinds: string[] = [];

  for (let place = 1; place <= places; place += 1) {
    await workbench.goTo(Math.round((place * (last - 10)) / places));
    kinds.push(await agreed(preview));
  }

  const height = await preview.page.evaluate((page) => page.scrollHeight - 2 * page.clientHeight);
  for (let place = 1; place <= places; place += 1) {
    const y = await preview.page.evaluate(
      (page, y) => {
        page.scrollTop = y;
        return page.scrollTop;
      },
      (place * height) / places,
    );
    kinds.push(await agreed(preview));
    // The text has followed, and the page has not answered.
    expect(await preview.scrolled()).to.be.closeTo(y, slack);
  }
  expect(kinds).to.include.members(['P', 'LI', 'FIGURE', 'TABLE']);
}

/** Waits until text and page show the same, and gives the kind of element that is at the top of both. */
async function agreed(preview: Preview): Promise<string> {
  let told = '';
  for (let turn = 0; turn < 60; turn += 1) {
    await preview.rest();
    const top = await topLine(preview.workbench);
    const elements = await preview.elements();
    const at = elements.findLastIndex(({ line }) => line <= top);
    const [last, next] = [elements[at], elements[at + 1]];
    const element = elements.find(({ line }) => line === last?.line);
    if (element === undefined || last === undefined) return 'nothing';
    if (element.y <= slack && (next === undefined || next.y >= -slack)) return last.kind;
    told = `Line ${top} is at the top of the text; ${last.kind} of line ${element.line} begins at ${element.y}, what follows it at ${next?.y}.`;
  }
  throw new Error(told);
}
