/** The name of a project's settings. */
export const settingsName = 'goldthread.json';

/** True for the names and paths of plan files. */
export const isPlanName = (name: string): boolean => name.toLowerCase().endsWith('.plan');
