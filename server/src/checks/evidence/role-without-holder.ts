import { headSpan, type ItemRule, named } from '../rule.ts';
import { namedCy } from '../welsh.ts';

/** What roles of several people are called: nobody holds them by name. In English the last word says so, before “of” or “for”. */
const bodies = new Set(
  'team teams unit units board boards group groups desk department departments division divisions panel panels committee committees forum service services office staff officers visitors wardens volunteers council cabinet partnership network'.split(
    ' ',
  ),
);
/** In Welsh the first word says so: “Tîm Troseddau Gwledig”. */
const welshBodies = new Set('tîm uned bwrdd grŵp adran panel pwyllgor swyddogion fforwm cyngor gwasanaeth'.split(' '));

/** An office names nobody who holds it. */
export const roleWithoutHolder: ItemRule = {
  id: 'evidence/role-without-holder',
  severity: 'hint',
  completeness: true,
  says: 'An office does not say who holds it.',
  why: 'An office without a name may be vacant, or the name forgotten.',
  source: 'House rule',
  breaks: 'plan p: Plan\n\nrole head-of-parks: Head of Parks\n',
  clean:
    'plan p: Plan\n\nrole head-of-parks: Head of Parks\n  holder: Priya Nair\n\nrole tree-team: Tree planting team\n',
  kinds: ['role'],
  reads: 'itself',
  item(role, context) {
    if (role.has('holder') || isOfSeveral(role.title)) return;
    context.report(role.placed, headSpan(role), {
      item: role,
      message: `Nobody is named as ${role.title ? named(role) : 'the holder of this role'}, so readers cannot tell whether the office is vacant. Add “holder:” and the name.`,
      messageCy: () =>
        `Nid oes neb wedi’i enwi fel ${role.title ? namedCy(role) : 'deiliad y rôl hon'}, felly ni all darllenwyr wybod a yw’r swydd yn wag. Ychwanegwch “deiliad:” a’r enw.`,
    });
  },
};

/** True for the title of a team, a board or another body. */
function isOfSeveral(title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const before = words.findIndex((word) => word === 'of' || word === 'for');
  const head = before > 0 ? words[before - 1] : words.at(-1);
  return bodies.has(head ?? '') || welshBodies.has(words[0] ?? '');
}
