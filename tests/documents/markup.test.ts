import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { attribute, escaped, joined, Markup, markup } from '../../server/src/documents/markup.ts';

test('words are escaped, markup is not', () => {
  expect(markup`<p title="${'"a" & \'b\''}">${'<b>'}${markup`<i>${1}</i>`}${undefined}</p>`.text).toBe(
    '<p title="&quot;a&quot; &amp; &#39;b&#39;">&lt;b&gt;<i>1</i></p>',
  );
});

test('lists of markup stand behind one another', () => {
  expect(markup`<ul>${['a', '<'].map((word) => markup`<li>${word}</li>`)}</ul>`.text).toBe(
    '<ul><li>a</li><li>&lt;</li></ul>',
  );
  expect(joined([markup`a`, new Markup('<br>')]).text).toBe('a<br>');
});

test.each([
  ['a null character', '\0', '\ufffd'],
  ['a control', 'a\u0007\u001b', 'a\ufffd\ufffd'],
  ['the first half of a character', '\ud83d!', '\ufffd!'],
  ['the second half', '!\ude00', '!\ufffd'],
  ['a whole one', '\u{1f600}', '\u{1f600}'],
  ['spaces and line ends', 'a\tb\r\nc\u00a0', 'a\tb\r\nc\u00a0'],
  ['the end of a comment', '-->', '--&gt;'],
  ['the end of a section', ']]>', ']]&gt;'],
  ['Welsh letters', 'tŷ, dŵr', 'tŷ, dŵr'],
])('what stands for %s', (_, written, shown) => {
  expect(escaped(written)).toBe(shown);
});

test('attributes are left out where they have no value', () => {
  expect(attribute('id', undefined).text).toBe('');
  expect(attribute('hidden', false).text).toBe('');
  expect(attribute('hidden', true).text).toBe(' hidden');
  expect(attribute('start', 0).text).toBe(' start="0"');
  expect(attribute('id', '').text).toBe(' id=""');
});

test('what was escaped reads back as it was, in text and in attributes', () => {
  const words = [...Array(0x3000).keys()]
    .map((code) => String.fromCharCode(code))
    .filter((sign) => escaped(sign) !== '\ufffd' && !/[\r\0]/.test(sign))
    .join('');
  const read = parseDocument(markup`<p title="${words}">${words}</p>`.text).children[0];
  expect(read).toMatchObject({ attribs: { title: words }, children: [{ data: words }] });
});
