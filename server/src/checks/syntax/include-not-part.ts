import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { type KeyRule, type Mark, titleSpan } from '../rule.ts';
import { includedPaths } from './paths.ts';

/** An included file is not a part of the plan that includes it. */
export const includeNotPart: KeyRule = {
  id: 'syntax/include-not-part',
  severity: 'error',
  says: 'A file that is included is not a part of this plan.',
  why: 'Only a part can be put in; another plan or library stays one of its own, and is left out.',
  source: 'Language reference, “Vocabulary”',
  breaks: {
    'main.plan': 'plan town: Town Plan\n\ninclude: centre.plan\n',
    'centre.plan': 'plan centre: A livelier town centre\n',
  },
  clean: {
    'main.plan': 'plan town: Town Plan\n\ninclude: centre.plan\n',
    'centre.plan': 'part town: A livelier town centre\n',
  },
  readsOtherPlans: true,
  marks(content, mark) {
    const { placed, items } = content;
    for (const { isOutside, span, written, resolved } of includedPaths(content))
      if (!isOutside) mark(resolved, { placed, ...span, note: written });
    const [first] = items;
    if (first?.key === 'part' && first.id !== undefined)
      mark(placed.file.path, {
        placed,
        start: first.entry.nameStart,
        end: first.entry.nameEnd,
        note: first.id,
        item: first,
      });
  },
  key(path, marks, plan, context) {
    const { workspace } = context.model;
    const file = workspace.files.get(path);
    const all = marks.inOrder();
    const part = all.find((mark) => mark.item);
    for (const mark of all) {
      if (mark.item) continue;
      if (!file) {
        if (!path.endsWith('.plan') && workspace.host.exists(path))
          context.report(mark.placed, mark, {
            message: `‘${mark.note}’ is not a plan file, so it cannot be put in here. The name of a part ends in “.plan”.`,
            messageCy: () =>
              `Nid ffeil cynllun yw ‘${mark.note}’, felly ni ellir ei chynnwys yma. Mae enw rhan yn gorffen â “.plan”.`,
          });
      } else if (file === plan.root) continue;
      else if (file.tree.root !== 'part')
        context.report(mark.placed, mark, {
          message: notAPart(mark, file.tree.root, plan.id),
          messageCy: () => notAPartCy(mark, file.tree.root, plan.id),
        });
      else if (file.plan && file.plan !== plan)
        context.report(mark.placed, mark, {
          message: `‘${mark.note}’ is put in by the plan ‘${file.plan.id}’ already, and a part can stand in one plan only. Make a copy for this plan, or put what both need into a library.`,
          messageCy: () => {
            const { plan: other } = file;
            return `Mae’r cynllun ‘${other?.id ?? ''}’ yn cynnwys ‘${mark.note}’ eisoes, a dim ond mewn un cynllun y gall rhan fod. Gwnewch gopi ar gyfer y cynllun hwn, neu rhowch yr hyn sydd ei angen ar y ddau mewn llyfrgell.`;
          },
        });
      else if (part?.item && plan.id && part.note !== plan.id)
        context.report(mark.placed, mark, {
          message: `‘${mark.note}’ says that it is a part of ‘${part.note}’, and this plan is ‘${plan.id}’. Begin it with “part ${plan.id}: …”.`,
          messageCy: () =>
            `Mae ‘${mark.note}’ yn dweud ei bod yn rhan o ‘${part.note}’, a ‘${plan.id}’ yw’r cynllun hwn. Dechreuwch hi â “rhan ${plan.id}: …”.`,
          related: [
            {
              ...titleSpan(part.item),
              placed: part.placed,
              message: 'The part begins here',
              messageCy: () => 'Mae’r rhan yn dechrau yma',
            },
          ],
          fixes: [replacing(titlesFor(mark.placed).asPart(plan.id), part.placed, part, plan.id)],
        });
    }
  },
};

function notAPart({ note }: Mark, root: string | undefined, plan: string): string {
  const first = `“part ${plan || 'plan-id'}: …”`;
  return root === undefined
    ? `‘${note}’ does not say that it is a part, so it is left out. Begin it with ${first}.`
    : `‘${note}’ is a ${root} of its own and no part of this plan, so it is left out. Begin it with ${first}; or name a ${root} under “uses” to link to its items.`;
}

/** The same in Welsh. */
function notAPartCy({ note }: Mark, root: string | undefined, plan: string): string {
  const first = `“rhan ${plan || 'id-y-cynllun'}: …”`;
  return root === undefined
    ? `Nid yw ‘${note}’ yn dweud ei bod yn rhan, felly mae’n cael ei gadael allan. Dechreuwch hi â ${first}.`
    : `${root === 'library' ? 'Llyfrgell' : 'Cynllun'} ar wahân yw ‘${note}’, nid rhan o’r cynllun hwn, felly mae’n cael ei gadael allan. Dechreuwch y ffeil â ${first}; neu enwch ${root === 'library' ? 'y llyfrgell' : 'y cynllun'} o dan “defnyddio” i ddolennu â’r eitemau.`;
}
