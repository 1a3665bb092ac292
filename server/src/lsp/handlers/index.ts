import type { Handler } from '../handler.ts';
import { documentHandlers } from './documents-and-pages.ts';
import { standardHandlers } from './standard.ts';

/** All features that clients can ask for. */
export const handlers: readonly Handler[] = [...standardHandlers, ...documentHandlers];
