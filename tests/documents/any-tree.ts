import fc from 'fast-check';
import type { Cell, Flow, Inline } from '../../server/src/documents/tree.ts';

/** Words that are full of signs. */
const words = fc
  .array(
    fc.constantFrom(
      ...' <>&"\'\n\t\u0000\u000b\ufffe\ud800{}%w:',
      'word',
      ']]>',
      '<w:p>',
      '&amp;',
      'w:name="_Toc1"',
      '#let x',
      '$x$',
      '*_`@',
      '//',
    ),
    {
      maxLength: 8,
    },
  )
  .map((signs) => signs.join(''));

const { line } = fc.letrec<{ line: Inline[]; inline: Inline }>((tie) => ({
  line: fc.array(tie('inline'), { maxLength: 3 }),
  inline: fc.oneof(
    { depthSize: 'small' },
    fc
      .record({ lang: fc.constantFrom('cy', 'en', 'x y', ''), text: words })
      .map((one): Inline => ({ type: 'text', ...one })),
    words.map((text): Inline => ({ type: 'code', text })),
    words.map((text): Inline => ({ type: 'broken', text })),
    fc.constant<Inline>({ type: 'break' }),
    fc.nat(3).map((n): Inline => ({ type: 'note', label: String(n), note: `note-${n}`, anchor: `mark-${n}` })),
    words.map((alt): Inline => ({ type: 'image', path: 'a', alt })),
    fc
      .tuple(
        fc.constantFrom(
          'strong' as const,
          'emphasis' as const,
          'deleted' as const,
          'inserted' as const,
          'removed' as const,
        ),
        tie('line'),
      )
      .map(([type, children]): Inline => ({ type, children })),
    tie('line').map((children): Inline => ({ type: 'mention', anchor: 'here', children })),
    fc
      .tuple(tie('line'), words)
      .map(([children, at]): Inline => ({ type: 'link', href: `https://example.org/${at}`, children })),
  ),
}));

const { flow } = fc.letrec<{ flow: Flow[]; piece: Flow }>((tie) => ({
  flow: fc.array(tie('piece'), { maxLength: 4 }),
  piece: fc.oneof(
    { depthSize: 'small' },
    line.map((children): Flow => ({ type: 'paragraph', children })),
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), line, words)
      .map(([level, children, anchor]): Flow => ({ type: 'heading', level, children, anchor })),
    words.map((text): Flow => ({ type: 'code', text })),
    fc.constant<Flow>({ type: 'rule' }),
    fc
      .array(
        fc.array(
          line.map((children): Cell => ({ children })),
          { maxLength: 3 },
        ),
        { maxLength: 3 },
      )
      .map(([first, ...rows]): Flow => ({ type: 'table', head: first ? [first] : [], rows })),
    fc
      .tuple(
        fc.boolean(),
        fc.nat(40_000),
        fc.array(fc.tuple(tie('flow'), fc.option(words, { nil: undefined })), { maxLength: 3 }),
      )
      .map(
        ([ordered, start, all]): Flow => ({
          type: 'list',
          ordered,
          start,
          points: all.map(([flow, number]) => ({ flow, number })),
        }),
      ),
    tie('flow').map((flow): Flow => ({ type: 'quote', flow })),
    fc
      .array(fc.tuple(line, tie('flow')), { maxLength: 2 })
      .map((facts): Flow => ({ type: 'facts', facts: facts.map(([name, flow]) => ({ name, flow })) })),
    fc.array(fc.tuple(fc.nat(3), tie('flow')), { maxLength: 2 }).map(
      (notes): Flow => ({
        type: 'notes',
        notes: notes.map(([n, flow]) => ({ anchor: `note-${n}`, label: String(n), flow })),
      }),
    ),
    fc.tuple(tie('flow'), words).map(([flow, anchor]): Flow => ({ type: 'group', role: 'panel', anchor, flow })),
    fc
      .tuple(tie('flow'), words)
      .map(([same, title]): Flow => ({ type: 'drawing', svg: '', title, description: title, same })),
    line.map(
      (children): Flow => ({
        type: 'statistics',
        statistics: [{ value: children, label: children, details: [children] }],
      }),
    ),
    fc.tuple(words, line).map(([alt, caption]): Flow => ({ type: 'figure', path: 'a', alt, caption })),
  ),
}));

/** Documents of every piece that there is, one in another, with words that other programs could take for their own language. */
export const anyFlow: fc.Arbitrary<Flow[]> = flow;
