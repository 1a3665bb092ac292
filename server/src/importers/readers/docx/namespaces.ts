const transitional = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

/** The namespaces of Office Open XML by either of its standards (ISO/IEC 29500, transitional and strict), with the prefixes we read by. */
export const namespaces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({
      w: '/wordprocessingml/2006/main',
      r: '/officeDocument/2006/relationships',
      m: '/officeDocument/2006/math',
      wp: '/drawingml/2006/wordprocessingDrawing',
      a: '/drawingml/2006/main',
      pic: '/drawingml/2006/picture',
      c: '/drawingml/2006/chart',
      dgm: '/drawingml/2006/diagram',
      app: '/officeDocument/2006/extended-properties',
    }).flatMap(([prefix, path]) => [
      [transitional + path, prefix],
      [strict + path.replace('/2006', ''), prefix],
    ]),
  ),
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};
