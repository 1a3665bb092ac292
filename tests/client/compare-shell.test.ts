import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { type CompareShell, compareShell } from '../../client/src/compare/shell.ts';

const shell = (content: CompareShell['content']): string =>
  compareShell({
    title: 'A <plan> & "more"',
    said: 'What has changed since <b>',
    content,
    source: 'https://source.example',
    styles: ['https://source.example/document.css?a=1&b=2'],
    ways: [
      { words: 'List', address: undefined },
      { words: '<i>', address: 'command:show?"' },
    ],
    place: (number) => `command:open?[1,${number}]"`,
  });

interface Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const look = (node: { children?: unknown[] }): void => {
    if ('name' in node && 'attribs' in node) found.push(node as unknown as Element);
    for (const child of node.children ?? []) look(child as typeof node);
  };
  look(parseDocument(html) as unknown as { children: unknown[] });
  return found;
}

test('nothing runs, and nothing but our own style sheets is loaded', () => {
  const meta = elementsOf(shell({ html: '' })).find(({ attribs }) => attribs['http-equiv'] !== undefined);
  expect(meta?.attribs.content).toBe(
    "default-src 'none'; style-src https://source.example; form-action 'none'; base-uri 'none'",
  );
});

test('words are words', () => {
  const names = elementsOf(shell({ words: '<script>alert(1)</script>' })).map(({ name }) => name);
  expect(names).not.toContain('script');
  expect(names).not.toContain('plan');
  expect(names).not.toContain('b');
  expect(names).not.toContain('i');
});

test('links to places become links to the command; words that look like one do not', () => {
  const html = '<a href="#_place-12">An item</a> href=&quot;#_place-3&quot;';
  const [link] = elementsOf(shell({ html })).filter(
    ({ name, attribs }) => name === 'a' && attribs.href?.includes('open'),
  );
  expect(link?.attribs.href).toBe('command:open?[1,12]"');
  expect(shell({ html })).toContain('href=&quot;#_place-3&quot;');
});
