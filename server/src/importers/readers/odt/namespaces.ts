const oasis = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The namespaces of OpenDocument (ISO/IEC 26300), with the prefixes that its standard has for them. */
export const namespaces: Readonly<Record<string, string>> = {
  [`${oasis}office:1.0`]: 'office',
  [`${oasis}text:1.0`]: 'text',
  [`${oasis}table:1.0`]: 'table',
  [`${oasis}style:1.0`]: 'style',
  [`${oasis}drawing:1.0`]: 'draw',
  [`${oasis}xsl-fo-compatible:1.0`]: 'fo',
  [`${oasis}svg-compatible:1.0`]: 'svg',
  [`${oasis}chart:1.0`]: 'chart',
  [`${oasis}meta:1.0`]: 'meta',
  [`${oasis}presentation:1.0`]: 'presentation',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};
