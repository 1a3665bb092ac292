/** Plans are bundled into the suites as their text. */
declare module '*.plan' {
  const text: string;
  export default text;
}
