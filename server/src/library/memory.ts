import { resolvePath } from '../workspace/host.ts';
import type { Ground } from './ground.ts';

const nowhere = { fault: 'is not there' };

/** Nothing at all: everything that is opened in memory is put on it. */
export const groundInMemory = (): Ground => ({
  texts: [],
  asked: [],
  faults: [],
  read: () => undefined,
  exists: () => false,
  picture: () => nowhere,
  template: () => nowhere,
  settings: { nearest: () => undefined, read: () => nowhere },
  path: (name) => (name.startsWith('/') ? '/' : '') + resolvePath('', name),
  show: (path) => path,
});
