/** Addresses that a document may lead to: on the web with the name of a host, or for a message or a call. */
const outside = /^(?:https?:\/\/[^\s/?#\\]|mailto:\S|tel:[+\d(])/i;
const web = /^https?:\/\/[^\s/?#\\]/i;

/** Addresses that are no path from the folder of the plan: with a scheme, or from the root of something. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|[/\\#?])/i;

/** True for an address that a link in a document may have. */
export const mayLead = (address: string): boolean => outside.test(address);

/** True for the address of a picture on the web. */
export const isOnWeb = (address: string): boolean => web.test(address);

/** The path that the address of a picture means, without what follows a question mark or number sign; undefined where it is none. */
export function pathOf(address: string): string | undefined {
  if (elsewhere.test(address)) return undefined;
  const path = decoded(address.replace(/[?#].*$/s, ''));
  return path && !elsewhere.test(path) ? path : undefined;
}

/** An address as people read it, without what stands in it for signs that addresses don’t take. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
