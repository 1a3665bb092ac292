/** The address of a file, with nothing in it encoded. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** True for two addresses that some disks take for one: they differ in capitals, or in how accents are spelled. */
export const isSame = (a: Address, b: Address): boolean => folded(a) === folded(b);

const folded = ({ scheme, authority, path }: Address): string =>
  `${scheme}://${authority}${path.replace(/\/+$/, '')}`.normalize('NFC').toLowerCase();

/** The first of some files that nothing may be written over: it is a plan, settings, or one of the sources. */
export function keptOf<File extends Address>(files: readonly File[], sources: readonly Address[]): File | undefined {
  const kept = new Set(sources.map(folded));
  return files.find((file) => kept.has(folded(file)) || /(?:\.plan|\/goldthread\.json)$/i.test(file.path));
}
