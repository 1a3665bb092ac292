import { expect, test } from 'vitest';
import { type FromPage, views } from '../../client/src/preview/messages.ts';
import { isAddress, readMessage } from '../../client/src/preview/read-message.ts';
import { firstState, readState } from '../../client/src/preview/read-state.ts';
import { viewNames } from '../../server/src/documents/view.ts';

const messages: readonly FromPage[] = [
  { type: 'whole', view: 'matrix', language: 'cy', chosen: { columns: 'kpqs' }, placed: false },
  { type: 'choose', chosen: {} },
  { type: 'reveal', file: 0, line: 12, focus: true },
  { type: 'scroll', file: 2, line: 0 },
  { type: 'locate', item: 'borough.warm-homes' },
  { type: 'mend', version: 3, problem: 0, mend: 1 },
  { type: 'explain', version: 3, problem: 0 },
  { type: 'toggle', from: 'a.b', relation: 'outcomes', to: 'a.c', on: false },
  { type: 'open', href: 'https://example.org/a?b=c#d' },
  { type: 'print' },
];

test.each(messages)('$type is read as it was sent, and nothing more of it', (message) => {
  expect(readMessage({ ...message, more: 'and more' })).toEqual(message);
});

/** What no value of a message may be, whatever its name. */
const wrong = [null, undefined, -1, 1.5, Number.NaN, 1e9, '', 'x'.repeat(3_000), [], {}, { a: 1 }, { '': 'x' }, true];

test.each(messages)('$type with anything else in it is no message', (message) => {
  const real = JSON.stringify(message);
  for (const name of Object.keys(message)) {
    for (const value of wrong) {
      const read = readMessage({ ...message, [name]: value });
      // What is left is a message that a page may send: another choice, another truth.
      if (read !== undefined) expect(readMessage(JSON.parse(JSON.stringify(read)))).toEqual(read);
      if (name === 'type') expect(read).toBeUndefined();
    }
    const { [name as 'type']: _, ...rest } = message;
    if (name !== 'language') expect(readMessage(rest), `${real} without ${name}`).toBeUndefined();
  }
});

test.each([undefined, null, 0, 'print', [], [{ type: 'print' }], { type: 'eval' }, { type: 'constructor' }])(
  '%j is no message',
  (raw) => expect(readMessage(raw)).toBeUndefined(),
);

test('a choice cannot reach what every object has', () => {
  const raw = JSON.parse('{"type":"choose","chosen":{"__proto__":"x","constructor":"y"}}') as unknown;
  const read = readMessage(raw);
  const chosen = read?.type === 'choose' ? read.chosen : {};
  expect(Object.getPrototypeOf(chosen)).toBeNull();
  expect(Object.prototype).not.toHaveProperty('x');
});

test.each([
  ['https://example.org', true],
  ['http://example.org/a b', false],
  ['mailto:plan@ashmere.example', true],
  ['tel:+441234567890', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['command:workbench.action.quit', false],
  ['vscode://file/etc/passwd', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['//example.org', false],
  [' https://example.org', false],
  ['https://example.org\u0000', false],
  ['https:example.org', false],
])('the address %j is opened: %s', (href, opens) => expect(isAddress(href)).toBe(opens));

test('the views are those of the server, in its order', () => expect(views).toEqual(viewNames));

test('what a page kept is read as far as it can be meant', () => {
  const state = {
    ...firstState,
    plan: 'file:///a.plan',
    locked: true,
    view: 'thread',
    language: 'cy',
    chosen: { thread: { theme: 'x' } },
    zoom: 150,
    problems: false,
    printed: true,
    top: ['outcome/a', 0.5],
  };
  expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  for (const raw of [
    undefined,
    null,
    7,
    'x',
    [],
    { view: 'eval', zoom: 1e9, chosen: [1], top: ['a'], language: '<' },
  ]) {
    expect(readState(raw)).toEqual({ ...firstState, language: undefined, top: undefined });
  }
});
