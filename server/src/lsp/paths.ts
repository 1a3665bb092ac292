import { URI } from 'vscode-uri';

/**
 * The path under which the engine knows a file: for a file on a disk its absolute path with forward slashes (`c:/plans/a.plan` on
 * Windows, whatever the case of the drive letter), for others the URI with nothing encoded. Every spelling of a URI that means the same file gives the same path.
 */
export function pathOf(uri: string): string {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme !== 'file')
    return authority || path.startsWith('/') ? `${scheme}://${authority}${path}` : `${scheme}:${path}`;
  const local = drive.test(path) ? path.charAt(1).toLowerCase() + path.slice(2) : path;
  return authority ? `//${authority}${local}` : local;
}

/** The URI of a path of `pathOf`. */
export function uriOf(path: string): string {
  const other = schemed.exec(path);
  if (!other) return URI.file(path).toString();
  const [, scheme = '', authority, rest = ''] = other;
  return URI.from({ scheme, authority: authority ?? '', path: rest }).toString();
}

const drive = /^\/[A-Za-z]:/;
/** A scheme has two letters or more: one is a drive. */
const schemed = /^([a-z][a-z0-9+.-]+):(?:\/\/([^/]*))?(.*)$/is;

/** True for paths of files on a disk. */
export const isOnDisk = (path: string): boolean => !schemed.test(path);

/** The folder of a path, without a slash at its end; for one like `untitled:Untitled-1` its scheme. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end >= 0 ? path.slice(0, end) : path.slice(0, path.indexOf(':') + 1);
}

/** What the paths of texts begin with that come with the program: libraries, the pages of rules. */
const shipped = 'goldthread:';

/** True for the path of a text that comes with the program. */
export const isShipped = (path: string): boolean => path.startsWith(shipped);

/** True for a path or an address to which a client can go. */
export const canShow = ({ client }: { readonly client: { readonly showsTexts: boolean } }, path: string): boolean =>
  client.showsTexts || !isShipped(path);
