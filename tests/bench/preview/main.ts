// Measures how long it takes from a keystroke to the page: what the language server takes, and what is seen in a window of VS Code,
// beside VS Code’s own preview of the same text in Markdown.
import { parseArgs } from 'node:util';
import { viewNames } from '../../../server/src/documents/view.ts';
import { samples } from '../../helpers/samples.ts';
import { generatePlan } from '../generate.ts';
import { serverTimes } from './server.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000,10000' },
    views: { type: 'string', default: viewNames.join(',') },
  },
});

const sample = Object.values(samples).reduce((longest, text) => (text.length > longest.length ? text : longest));
const plans: readonly (readonly [name: string, text: string])[] = [
  ['the longest sample', sample],
  ...values.lines
    .split(',')
    .filter(Boolean)
    .map((lines) => [`${lines} lines`, generatePlan('long', Number(lines))] as const),
];

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const kilobytes = (value: number): string =>
  value < 1_000 ? `${value} B` : `${(value / 1_000).toFixed(value < 10_000 ? 1 : 0)} kB`;

console.log(
  'The language server, from a keystroke to what has changed on the page, in ms: p50 / p95 (processor time); sent p50 / at most, of a page of so much',
);
for (const [name, text] of plans)
  for (const view of values.views.split(',')) {
    const { p50, p95, processor, sent, most, page, first } = await serverTimes(text, view);
    const times = `${milliseconds(p50)} / ${milliseconds(p95)} (${milliseconds(processor)})`;
    const sizes = `${kilobytes(sent)} / ${kilobytes(most)} of ${kilobytes(page)}`;
    console.log(`${name}, ${view}: ${times}; ${sizes}; the whole page in ${milliseconds(first)} ms`);
  }
