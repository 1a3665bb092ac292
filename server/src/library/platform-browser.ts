import { documentStyle, libraries } from '../lsp/shipped-texts.ts';
import type { Platform } from './ground.ts';

/** What Goldthread stands on in a browser, where the bundler puts it in the place of `platform.ts`. */
export const platform: Platform = {
  libraries: () => libraries,
  style: () => documentStyle,
};
