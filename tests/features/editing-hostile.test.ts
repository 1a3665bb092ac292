import { expect, test } from 'vitest';
import { actionsAt } from '../../server/src/features/code-actions/index.ts';
import { figure } from '../../server/src/features/figure.ts';
import { formattingEdits } from '../../server/src/features/formatting.ts';
import { onEnter } from '../../server/src/features/on-enter.ts';
import { pasteOffers } from '../../server/src/features/paste/paste.ts';
import { edited } from '../helpers/edited.ts';
import { editorFor } from '../helpers/editor.ts';
import { randomFrom } from '../helpers/random.ts';

const can = { createsFiles: true, snippets: true, explains: true };

const pieces = [
  'plan p: Plan',
  '# language: cy',
  'priority x: X',
  'priority',
  '  outcomes: nothing, x',
  '  why:',
  '    Words',
  '    - One',
  '      - Two',
  '• One',
  '\to\tTwo',
  '1. Three',
  '  action: A',
  '  milestone: M',
  '    due: 2027',
  'outcom o: O',
  '  text:',
  '',
  '',
  '\t\tdata: x.csv',
  'tŷ: ŵ',
  '👩‍👩‍👧 e\u0301',
  '- a: b',
  'include: parts/a.plan',
  '  # note',
  '  lead-in: We will',
  'library l: L',
  ':',
  '\u00a0\u00a0lead: nobody',
  '[[x',
  '  :  :',
];

/** Texts put together from lines that mean something and lines that do not. */
function* hostileTexts(count: number): Generator<string> {
  const random = randomFrom(7);
  for (let made = 0; made < count; made++) {
    const lineEnd = ['\n', '\r\n', '\r'][Math.floor(random() * 3)] as string;
    const lines = Array.from(
      { length: Math.floor(random() * 14) },
      () => pieces[Math.floor(random() * pieces.length)] as string,
    );
    yield lines.join(lineEnd) + (random() < 0.5 ? lineEnd : '');
  }
}

test('nothing throws anywhere in any text, and no edits overlap', () => {
  const random = randomFrom(11);
  for (const text of ['', '\n', '# only a comment\n', '\uFEFFplan p: P', ...hostileTexts(150)]) {
    const { file, snapshot } = editorFor(text);
    edited(text, formattingEdits(file));
    for (let place = 0; place < 6; place++) {
      const from = Math.floor(random() * (text.length + 2));
      const to = random() < 0.5 ? from : Math.min(text.length, from + Math.floor(random() * 60));
      const range = { start: file.positionAt(from), end: file.positionAt(Math.max(from, to)) };
      edited(text, onEnter(file, range.start));
      pasteOffers(file, range, '• One\n• Two\n', '<ul><li>One<li>Two</ul>');
      figure(file, range, 'a.png');
      for (const { edits = [] } of actionsAt(snapshot, file, range, can)) {
        const own = edits.filter((edit) => edit.file === file.path);
        expect(() => edited(text, own)).not.toThrow();
      }
    }
  }
  const { file, snapshot } = editorFor('plan p: P\n');
  for (const start of [
    { line: 99, character: 99 },
    { line: -1, character: -1 },
  ]) {
    const range = { start, end: start };
    onEnter(file, start);
    pasteOffers(file, range, '• One');
    figure(file, range, 'a.png');
    actionsAt(snapshot, file, range, can);
  }
});
