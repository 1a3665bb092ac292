import type { Handler } from '../handler.ts';
import { documents } from './documents.ts';
import { plans } from './plans.ts';

/** All features that clients can ask for. */
export const handlers: readonly Handler[] = [documents, plans];
