/** ASCII, the pound sign, and the dashes and quotation marks of print: of these, the letters and figures are those of ASCII alone. */
const plain = /^[\0-\x7f£\u2010-\u2027]*$/;

/**
 * Gives for a text the expression to read it with: one for plain text, which most texts are, or one that knows the letters of all
 * alphabets. That takes a millisecond or more to make ready, so it is made when a text needs it.
 */
export function byAlphabet(forPlain: RegExp, forAny: () => RegExp): (text: string) => RegExp {
  let any: RegExp | undefined;
  return (text) => {
    if (plain.test(text)) return forPlain;
    any ??= forAny();
    return any;
  };
}
