import { expect, test } from 'vitest';
import { printed } from '../../server/src/features/shown.ts';
import { editorFor } from '../helpers/editor.ts';

const { snapshot, file } = editorFor(`plan p: Plan
  numbering: priorities

priority homes: Better homes
statistic rent: Rent
  value: 18%
`);
const { plan } = file;
const root = plan && snapshot.model.root(plan);

const shown = (text: string): string => {
  if (!root) throw new Error('There is no plan');
  return printed(snapshot.model, root, text);
};

test.each([
  ['See [[homes]].', 'See Better homes.'],
  ['[[ homes ]] and [[homes|all homes]]', 'Better homes and all homes'],
  ['[[homes|]]', 'Better homes'],
  ['Priority [[homes:number]]: [[rent:value]]', 'Priority 1: 18%'],
  ['[[nowhere]] and [[wfg.goal]]', 'nowhere and wfg.goal'],
  ['[[homes]](https://example.org)', '[[homes]](https://example.org)'],
  ['[[]] [[|words]] [[homes', '[[]] [[|words]] [[homes'],
])('%s is printed as %s', (text, words) => {
  expect(shown(text)).toBe(words);
});

test('takes time in proportion to the length of a title, whatever stands in it', () => {
  const began = performance.now();
  for (const text of [`[[${' '.repeat(200_000)}`, '[[a|'.repeat(50_000), `[[a${' '.repeat(200_000)}|`]) shown(text);
  expect(performance.now() - began).toBeLessThan(2_000);
});
