import { expect } from 'chai';
import { lineAt, Preview } from './preview.ts';
import type { Workbench } from './workbench.ts';

/** Places at which both sides are compared, from either. */
const places = 30;

/** Rows that the editor leaves above a line that it is asked to show at its top, for the headings that stick there. */
const rowsAbove = 5;

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
    kinds.push(await agreed(preview, 0));
  }

  const start = await preview.scrolled();
  const elements = await preview.elements();
  const rare = elements.filter(({ kind }) => kind === 'FIGURE').slice(-places / 2);
  const others = elements.filter((_, index) => index % Math.ceil(elements.length / places) === 0);
  const tables = await preview.tables();
  expect(tables.length).to.be.greaterThan(0);
  for (const { y } of [...tables, ...rare, ...others].slice(0, places)) {
    const to = await preview.page.evaluate((page, y) => {
      page.scrollTop = y;
      return page.scrollTop;
    }, y + start);
    kinds.push(await agreed(preview, rowsAbove));
    // The text has followed, and the page has not answered.
    expect(await preview.scrolled()).to.be.closeTo(to, slack);
  }
  expect(kinds).to.include.members(['P', 'LI', 'FIGURE']);
}

/** Waits until what is at the top of the page is so many rows below the top of the text, and gives what kind of element it is. */
async function agreed(preview: Preview, rows: number): Promise<string> {
  let told = '';
  for (let turn = 0; turn < 60; turn += 1) {
    await preview.rest();
    if (await preview.isWorkedOut()) return 'WORKED OUT';
    const top = await lineAt(preview.workbench, rows);
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
