/** A plan file that is bundled as its text. */
declare module '*.plan' {
  const text: string;
  export default text;
}
