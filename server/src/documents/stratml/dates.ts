/** A day as an `xs:date`; undefined for what is none. The year 0 is none there. */
export const dateOf = (day: string | undefined): string | undefined =>
  day !== undefined && /^(?!0000)\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
