import type { Properties } from '../../source.ts';
import { childOf, textOf } from '../../xml/elements.ts';
import type { XmlElement } from '../../xml/xml.ts';
import type { Package } from './package.ts';

/** What a Word document says of itself. */
export function propertiesOf(pack: Package): Properties {
  const core = pack.xml(pack.partOf('', 'core-properties') ?? 'docProps/core.xml');
  const app = pack.xml(pack.partOf('', 'extended-properties') ?? 'docProps/app.xml');
  return {
    title: said(core, 'dc:title'),
    subject: said(core, 'dc:subject'),
    author: said(core, 'dc:creator'),
    organisation: said(app, 'app:Company'),
    language: said(core, 'dc:language'),
    modified: dayOf(said(core, 'dcterms:modified')),
  };
}

const said = (root: XmlElement | undefined, name: string): string | undefined =>
  textOf(childOf(root, name)).replace(/\s+/g, ' ').trim() || undefined;

/** The day of a moment in ISO 8601. */
const dayOf = (moment: string | undefined): string | undefined => /^\d{4}-\d\d-\d\d/.exec(moment ?? '')?.[0];
