import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigmo from 'vscode-oniguruma';
import textmate, { type IGrammar, type IOnigLib, type IRawGrammar } from 'vscode-textmate';
import { textmateGrammar } from '../../../grammar/src/textmate.ts';

/** A piece of a line, in columns, and its scopes without the outermost. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** A Markdown grammar in small, with the shape of the one in VS Code: blocks that end by `while`, inline rules within. */
const markdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#block' }],
  repository: {
    block: {
      patterns: [{ include: '#heading' }, { include: '#fence' }, { include: '#list' }, { include: '#paragraph' }],
    },
    heading: {
      match: '(?:^|\\G)[ ]{0,3}(#{1,6}\\s+(.*?)\\s*)$\\n?',
      captures: { 1: { name: 'markup.heading.markdown' } },
    },
    fence: {
      begin: '(^|\\G)(\\s*)(```)\\s*$',
      end: '(^|\\G)(\\2|\\s{0,3})(```)\\s*$',
      name: 'markup.fenced_code.block.markdown',
    },
    list: {
      begin: '(^|\\G)([ ]{0,3})([*+-])([ \\t])',
      while: '((^|\\G)([ ]{2,4}|\\t))|(^[ \\t]*$)',
      name: 'markup.list.unnumbered.markdown',
      patterns: [{ include: '#block' }],
    },
    paragraph: {
      begin: '(^|\\G)[ ]{0,3}(?=[^ \\t\\n])',
      while: '(^|\\G)((?=\\s*[-=]{3,}\\s*$)|[ ]{4,}(?=[^ \\t\\n]))',
      name: 'meta.paragraph.markdown',
      patterns: [
        { match: '\\*\\*[^*]+\\*\\*', name: 'markup.bold.markdown' },
        { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
        { match: '\\[[^\\]]*\\]\\([^)]*\\)', name: 'meta.link.inline.markdown' },
      ],
    },
  },
};

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));

/** The engine for regular expressions that VS Code uses. */
export const engine: Promise<IOnigLib> = onigmo.loadWASM(wasm).then(() => ({
  createOnigScanner: (patterns: string[]) => new onigmo.OnigScanner(patterns),
  createOnigString: (text: string) => new onigmo.OnigString(text),
}));

/** The grammar as VS Code loads it. */
export async function loadPlanGrammar(): Promise<IGrammar> {
  const grammars: Record<string, object> = { 'source.plan': textmateGrammar(), 'text.html.markdown': markdown };
  const registry = new textmate.Registry({
    onigLib: engine,
    loadGrammar: async (name) => (grammars[name] ?? null) as IRawGrammar | null,
  });
  return (await registry.loadGrammar('source.plan')) as IGrammar;
}

/** The pieces of each line of a text. A carriage return before a line feed stays on its line, but is in no piece. */
export function tokenise(grammar: IGrammar, text: string): Piece[][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.trimEnd().length),
      scopes: scopes.slice(1),
    }));
  });
}
