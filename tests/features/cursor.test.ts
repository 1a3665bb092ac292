import { expect, test } from 'vitest';
import { editorFor } from '../helpers/editor.ts';

/** Kind and part of what stands at the mark, the item’s title and the link’s id. */
const seen = (plan: string): string => {
  const { entry, part, item, link } = editorFor(plan).cursor;
  return [entry?.definition?.key, part, item?.title, link?.id].map((one) => one ?? '–').join(' ');
};

const head = 'plan p: Plan\n\n';

test.each([
  ['‸plan p: Plan\n', 'plan key Plan –'],
  ['plan‸ p: Plan\n', 'plan key Plan –'],
  ['plan p‸: Plan\n', 'plan name Plan –'],
  ['plan p: Pl‸an\n', 'plan value Plan –'],
  ['plan p: Plan‸\n', 'plan value Plan –'],
  ['plan p: Plan\n‸\n', '– margin – –'],
  [`${head}priority x: X\n  outcomes: sa‸fe\n`, 'outcomes value X safe'],
  [`${head}priority x: X\n  outcomes: safe, ‸other\n`, 'outcomes value X other'],
  [`${head}priority x: X\n‸  outcomes: safe\n`, 'outcomes margin X –'],
  [`${head}priority x: X\n  why:\n    Some ‸words\n  action: Do\n`, 'why value X –'],
  [`${head}priority x: X\n  why:\n    Some words\n  action: Do‸\n`, 'action value Do –'],
  [`${head}priority x: X\n  action: Do\n    due: 2027‸`, 'due value Do –'],
  [`${head}priority x: X\n\n# A comm‸ent\noutcome safe: Safe\n`, '– margin – –'],
  [`${head}section s: About [[x‸]]\n`, 'section value About [[x]] x'],
])('%j', (plan, expected) => {
  expect(seen(plan)).toBe(expected);
});
