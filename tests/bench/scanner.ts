/**
 * The least that reading a plan could take: where each line starts, how deep it is and where its first colon stands, and nothing
 * kept but the line starts. The yardstick for the parser.
 */
export function scanLines(text: string): number {
  const starts: number[] = [];
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    starts.push(at);
    const start = at;
    while (text.charCodeAt(at) === 32) at++;
    seen += at - start;
    let colon = -1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === 13) break;
      if (code === 58 && colon < 0) colon = at;
    }
    seen += colon;
  }
  return starts.length + seen;
}
