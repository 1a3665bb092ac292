import type { Handler } from '../handler.ts';
import { comparing } from './compare.ts';
import { exporting } from './export.ts';
import { importing } from './import.ts';
import { paste } from './paste.ts';
import { preview } from './preview.ts';

/** The features of Goldthread’s own client that make and read documents: they take most of the program. */
export const documentHandlers: readonly Handler[] = [comparing, exporting, importing, paste, preview];
