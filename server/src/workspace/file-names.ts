/** The name of a project's settings. */
export const settingsName = 'goldthread.json';

/** True for the names and paths of plan files. */
export const isPlanName = (name: string): boolean => name.toLowerCase().endsWith('.plan');

/** What the paths of the libraries begin with that come with the program. */
export const shippedScheme = 'goldthread:';

/** True for the path of a file that stands on a disk, and not in the program. */
export const isOnDisk = (path: string): boolean => !path.startsWith(shippedScheme);
