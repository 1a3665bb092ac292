import { colon, id, include, keysOf, scope, type TextMateCaptures, type TextMateRule } from './textmate/rule.ts';
import { valueRepository, valueRules } from './textmate/values.ts';
import { type Field, type FieldName, fields, type Kind, kinds } from './vocabulary/index.ts';

/** A TextMate grammar, as it stands in a `.tmLanguage.json` file. */
export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly TextMateRule[];
  readonly repository: Readonly<Record<string, TextMateRule>>;
  readonly injections: Readonly<Record<string, TextMateRule>>;
}

const proseScope = 'meta.embedded.block.markdown.plan';
const columnZero = ['plan', 'library'];

/** The parser takes up to three words between key and colon, so that `outcome safe homes: …` can be mended. */
const anyName = '[^\\s:]+(?:\\s+[^\\s:]+){0,2}';

/** How the name of a field is coloured, by what it means. */
const nameRules: Readonly<Record<FieldName, TextMateRule>> = {
  language: include('languages'),
  period: include('period'),
  key: include('keys'),
};

/** The start of a line up to its value. Groups: 1 indentation, 2 key, 3 name, 4 colon. */
const head = (keys: string): string => `^\\x{FEFF}?(\\s*)(${keys})(?:(?:\\s+(${anyName}))?\\s*(:)\\s*`;

/** Deeper lines, blank lines and comments: none of them ends what stands above. */
const deeper = '^(?=\\1\\s+\\S|\\s*(?:#|$))';

const holdsItems = (kind: Kind): boolean => kinds.some((other) => other !== kind && other.in.includes(kind.key));

/** Kinds whose titles look like headings: they open a file, or may stand at column 0 and hold other items. */
const isHeading = (kind: Kind): boolean =>
  kind.root === true || (holdsItems(kind) && kind.in.some((place) => columnZero.includes(place)));

/** Kinds that a line in prose can be where it is only indented too far: what may stand in most places. */
const kindsInProse = kinds.filter(
  (kind) => kind.root || kind.in.some((place) => [...columnZero, 'section', 'priority'].includes(place)),
);

/** The line of an item: with a colon, or still being written. */
const itemLine = (list: readonly Kind[]): string => `${head(keysOf(list))}(\\S(?:.*\\S)?)?|\\s+(${id})\\s*$|\\s*$)`;

const itemCaptures = (heading: boolean): TextMateCaptures => ({
  2: scope('keyword.control.kind'),
  3: { patterns: [include('ids')] },
  4: colon,
  5: { name: `entity.name.section.plan${heading ? ' markup.heading.plan' : ''}`, patterns: [include('mention')] },
  6: scope('entity.name.function.id'),
});

const itemRule = (list: readonly Kind[], heading: boolean): TextMateRule => ({
  match: itemLine(list),
  captures: itemCaptures(heading),
});

/** Fields that differ in nothing but their key, with the lines that continue their value. */
function fieldRule(same: readonly Field[]): TextMateRule {
  const { name, type } = same[0] as Field;
  const start = {
    begin: `${head(keysOf(same))}|\\s*$)`,
    beginCaptures: {
      2: scope('support.type.property-name'),
      ...(name && { 3: { patterns: [nameRules[name]] } }),
      4: colon,
    },
  };
  if (type !== 'prose')
    return {
      ...start,
      while: deeper,
      patterns: [include('comment-line'), ...valueRules(same), include('further-line'), include('entries')],
    };
  return {
    ...start,
    while: `^(?!\\s+(?:${keysOf(kindsInProse)})\\s+[^\\s:]+\\s*:\\s*\\S)(?:(?=\\1\\s+\\S)|(?=\\s*$)|\\s*(#.*))`,
    whileCaptures: { 1: { patterns: [include('comment')] } },
    patterns: [include('prose')],
  };
}

/** One rule for each set of fields that differ in nothing but their key. */
function fieldRules(list: readonly Field[]): readonly TextMateRule[] {
  const sets = Map.groupBy(list, ({ key, type, name, orWords, choices }) =>
    [type, name, orWords, choices && key].join(' '),
  );
  return [...sets.values()].map(fieldRule);
}

/** Fields whose key is a kind elsewhere, as `value` is: only the item above says which of the two a line is. */
const doubles = fields.filter((field) => kinds.some((kind) => kind.key === field.key || kind.cy === field.cy));
const owners = kinds.filter((kind) => doubles.some((field) => field.on.includes(kind.key)));

/** An item in whose block such a key is a field. */
const ownerRule = (owner: Kind): TextMateRule => ({
  begin: itemLine([owner]),
  beginCaptures: itemCaptures(isHeading(owner)),
  while: deeper,
  patterns: [
    include('comment-line'),
    ...fieldRules(doubles.filter((field) => field.on.includes(owner.key))),
    include('entries'),
  ],
});

const comments: Readonly<Record<string, TextMateRule>> = {
  'language-line': {
    match: '\\A\\x{FEFF}?((#)[ \\t]*(language)(:)[ \\t]*(cy|en)\\b.*)',
    captures: {
      1: scope('comment.line.number-sign'),
      2: scope('punctuation.definition.comment'),
      3: scope('keyword.other.language'),
      4: colon,
      5: scope('constant.language.code'),
    },
  },
  'comment-line': { match: '^\\x{FEFF}?\\s*(#.*)', captures: { 1: { patterns: [include('comment')] } } },
  comment: {
    match:
      '(#)\\s*(?:((?i:allow|caniat(?:á|a\\x{0301})u))(?:\\s*(:)\\s*|\\s+)([\\p{L}\\p{N}-]+/[\\p{L}\\p{N}-]*)\\s*(:)?)?.*',
    ...scope('comment.line.number-sign'),
    captures: {
      1: scope('punctuation.definition.comment'),
      2: scope('keyword.other.allow'),
      3: colon,
      4: scope('entity.name.function.rule'),
      5: colon,
    },
  },
};

const markdown = { contentName: proseScope, patterns: [include('mention'), { include: 'text.html.markdown' }] };

const prose: Readonly<Record<string, TextMateRule>> = {
  // On the line of the key, and in a block below, which ends with its indentation. A comment that is less deep does not
  // end it: the comment is taken whole, and Markdown sees an empty line.
  prose: {
    patterns: [
      { begin: '(?<=[\\s:])\\G(?=\\S)', while: '(?!)', ...markdown },
      {
        begin: '^(\\s+)(?=\\S)',
        while: '(?:^|\\G)(?:\\1|\\s*$|\\s*(#.*))',
        whileCaptures: { 1: { patterns: [include('comment')] } },
        ...markdown,
      },
    ],
  },
  // Takes the indentation of a further line of a value, unless the line is an entry that is only indented too far.
  'further-line': { match: '^\\s+(?=\\S)(?![^\\s:]+(?:\\s+[^\\s:]+)?\\s*:)' },
};

/**
 * The TextMate grammar of the plan language, from the vocabulary: the colours of a plan before, or without, the language
 * server. It knows the shape of lines and values. Which key may stand where is the parser’s business: a key in the
 * wrong place is coloured, an unknown word is not.
 */
export function textmateGrammar(): TextMateGrammar {
  return {
    name: 'Goldthread plan',
    scopeName: 'source.plan',
    fileTypes: ['plan'],
    patterns: [include('language-line'), include('comment-line'), include('entries')],
    repository: {
      entries: {
        patterns: [
          ...owners.map(ownerRule),
          itemRule(kinds.filter(isHeading), true),
          itemRule(
            kinds.filter((kind) => !isHeading(kind)),
            false,
          ),
          ...fieldRules(fields.filter((field) => !doubles.includes(field))),
        ],
      },
      ...comments,
      ...prose,
      ...valueRepository,
    },
    injections: {
      [`L:${proseScope} - (markup.inline.raw | markup.fenced_code | markup.raw)`]: { patterns: [include('mention')] },
    },
  };
}
