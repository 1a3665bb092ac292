/** A day as `xs:date` has it, its time zone left out; undefined for what is none. */
export function dayIn(words: string): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]{1,20})?(?:Z|[+-]\d\d:\d\d)?$/.exec(words)?.[1];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** From one day to another as a plan writes it, the shortest that says the same: `2021`, `2021/22`, `2021-05`, `2021-Q2`, a day, two days. */
export function periodOf(first: string, last: string): string {
  if (first === last) return first;
  const [year, month] = [first.slice(0, 4), first.slice(5, 7)];
  if (first.endsWith('-01') && last === endOf(year, Number(month))) return `${year}-${month}`;
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  const next = String(Number(year) + 1);
  if (first === `${year}-04-01` && last === `${next}-03-31`) return `${year}/${next.slice(2)}`;
  const quarter = (Number(month) - 1) / 3;
  if (Number.isInteger(quarter) && first.endsWith('-01') && last === endOf(year, Number(month) + 2))
    return `${year}-Q${quarter + 1}`;
  return `${first} to ${last}`;
}

/** The last day of a month. */
const endOf = (year: string, month: number): string =>
  new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
