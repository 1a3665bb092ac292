/** How much of a PDF is read, beyond what `limits.ts` says of every document. */
export const bounds = {
  /** Pages: a document beyond is refused. */
  pages: 10_000,
  /** Characters of a page: what is beyond is left, and said. A page that is full of small print has 12,000. */
  charactersOfPage: 200_000,
  /** Characters of a document. */
  characters: 60_000_000,
  /** Lines and boxes that are drawn on a page and looked at, for tables. */
  rulesOfPage: 4_000,
  /** Lines of a page whose places are looked at: those of a page with more are read from top to bottom. A full page of figures in 15 columns has 900. */
  linesOfPage: 1_500,
  /** Remarks of a document. */
  remarks: 5_000,
  /** States of drawing, and pieces of marked content, inside each other. */
  depth: 500,
  /** Elements of the tree of tags of a page, and how deep they may stand inside each other. */
  tagsOfPage: 200_000,
  tagDepth: 200,
  /** Bookmarks. */
  bookmarks: 20_000,
  /** Pages one after the other that can't be read before the document is given up. */
  brokenPages: 50,
  /** Fields of forms and remarks of a page. */
  annotationsOfPage: 2_000,
  /** Doubts of the same sort: those beyond are counted only. */
  doubtsOfSort: 20,
} as const;
