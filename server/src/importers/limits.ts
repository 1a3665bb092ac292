const kilo = 1024;
const mega = kilo * kilo;

/**
 * How much of a document is read. A document beyond any of these is refused with a sentence that says which, so that no file can take the
 * memory or the time of whoever opens it. Plans are far below: 5,000 pages are within all of them.
 */
export const limits = {
  /** Bytes of a file. */
  fileBytes: 256 * mega,

  /** Files in a zip archive, which is what `.docx` and `.odt` are. */
  archiveEntries: 10_000,
  /** Bytes of one of them, unpacked: 5,000 pages of Word, with all their marks, are 30 to 60 MB. */
  entryBytes: 64 * mega,
  /** Bytes of all of them that are read, unpacked. */
  archiveBytes: 192 * mega,
  /** How many times larger an entry may be unpacked than packed, once it is larger than `ratioFrom`. */
  ratio: 250,
  /** Bytes unpacked below which the ratio is not looked at: small things of one repeated mark are packed very well. */
  ratioFrom: 16 * mega,

  /** Elements inside elements in XML. */
  xmlDepth: 256,
  /** Elements that are held at once: those of a whole XML document, or of one piece where it is read piece by piece. */
  xmlElements: 500_000,
  /** Characters of words and values that are held at once, with 16 for each element. */
  xmlCharacters: 8 * mega,

  /** Pictures of a document. */
  pictures: 2_000,
  /** Bytes of one of them. */
  pictureBytes: 32 * mega,
  /** Bytes of all of them. */
  picturesBytes: 128 * mega,

  /** Blocks of a document: headings, paragraphs, points, with empty ones and those in tables. 5,000 pages of text have about 50,000. */
  blocks: 250_000,
  /** Cells of a table. */
  cells: 200_000,
} as const;
