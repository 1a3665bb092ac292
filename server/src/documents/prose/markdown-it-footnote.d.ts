declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  /** Footnotes: `[^1]` in the text, `[^1]: words` anywhere. */
  const footnotes: (parser: MarkdownIt) => void;
  export default footnotes;
}
