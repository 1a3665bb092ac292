import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlPage } from '../../../server/src/documents/html/page.ts';
import { makeView } from '../../../server/src/documents/views.ts';
import { pictureAddresses } from '../../../server/src/lsp/preview/pictures.ts';
import { root } from '../paths.ts';
import { folder, type Plan } from './plans.ts';

/** What tells the browser to hold the page to running nothing and loading nothing from elsewhere. */
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>\n?/;

/** The document of a plan as a page of its own. Without its policy, so that nothing is safe by that alone. */
export function alone({ snapshot, file }: Plan): string {
  const language = 'en';
  const html = htmlPage(makeView('document').page(snapshot, file, { language, chosen: {} }), {
    language,
    interactive: false,
    remotePictures: false,
    picture: pictureAddresses([{ folder: `file://${folder}`, base: '/plans/' }]),
    style: readFileSync(join(root, 'server/templates/document.css'), 'utf8'),
  });
  if (!policy.test(html)) throw new Error('A page has no policy.');
  return html.replace(policy, '');
}
