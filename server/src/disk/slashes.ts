import process from 'node:process';

/** A path of this system with forward slashes. */
export const withSlashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);
