import { pathOf } from '../paths.ts';
import type { PreviewParams } from '../protocol.ts';

/**
 * Where a page finds the pictures of the workspace: what stands before the path of a picture in its folder, then the path with
 * everything encoded that means something in an address. Nothing outside the folders has an address.
 */
export function pictureAddresses(folders: PreviewParams['pictures']): (path: string) => string | undefined {
  const known = folders.map(({ folder, base }) => ({
    folder: `${pathOf(folder).replace(/\/+$/, '')}/`,
    base: base.endsWith('/') ? base : `${base}/`,
  }));
  known.sort((a, b) => b.folder.length - a.folder.length);
  return (path) => {
    const found = known.find(({ folder }) => path.startsWith(folder));
    if (!found || !path.isWellFormed()) return undefined;
    const steps = path.slice(found.folder.length).split('/');
    if (steps.some((step) => step === '' || step === '.' || step === '..')) return undefined;
    return found.base + steps.map(encodeURIComponent).join('/');
  };
}
