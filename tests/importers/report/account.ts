import type { Draft, DraftItem, DraftPart } from '../../../server/src/importers/draft/draft.ts';
import { writePlan } from '../../../server/src/importers/draft/write.ts';
import { type Account, type AccountInput, accountOf } from '../../../server/src/importers/report/account.ts';
import type { Doubt, Spot } from '../../../server/src/importers/source.ts';

/** An item of a draft. */
export const item = (
  kind: string,
  title: string,
  more: { parts?: DraftPart[]; spot?: Spot; confidence?: number; doubts?: Doubt[] } = {},
): DraftItem => ({ type: 'item', kind, title, parts: [], spot: {}, confidence: 1, doubts: [], ...more });

/** A plan of a town with a bit of everything that a report tells of. */
export function townDraft(): Draft {
  const safe = item('outcome', 'People feel safe', { spot: { page: 2 } });
  const lights = item('priority', 'Light the way home', {
    spot: { page: 4 },
    parts: [
      { type: 'field', key: 'why', value: 'Dark streets keep people at home.' },
      item('action', 'Put new lamps along the main walking routes', { spot: { page: 4 } }),
      item('action', 'Ask people which ways they take', {
        spot: { page: 5 },
        confidence: 0.6,
        doubts: [{ kind: 'split', message: 'Cut from the sentence before it.', spot: { page: 5 } }],
      }),
    ],
  });
  const parks = item('priority', 'Open the parks', { spot: { page: 6 }, confidence: 0.7 });
  const link = { relation: 'outcomes', to: safe, spot: { page: 4 } };
  return {
    plan: item('plan', 'Our Town Plan 2026–2030', { parts: [safe, lights, parks] }),
    labels: new Map(),
    links: [
      { ...link, from: lights, confidence: 1, words: 'People feel safe' },
      { ...link, from: parks, confidence: 0.72, words: 'People are feeling safer' },
    ],
  };
}

/** The account of that plan, with something of everything. */
export function townAccount(more: Partial<AccountInput> = {}): Account {
  const draft = more.draft ?? townDraft();
  return accountOf({
    document: {
      name: 'town.pdf',
      format: { name: 'docx', meaning: 'a document of Word' },
      misnamed: 'pdf',
      properties: {},
    },
    draft,
    written: writePlan(draft),
    words: { source: 1234, kept: 1200, accounted: 1234 },
    doubts: [{ kind: 'columns', message: 'Two columns were run together.', spot: { page: 7 } }],
    removed: [{ why: 'running head', words: 'Our Town Plan', spot: { page: 2 }, times: 11 }],
    prose: [{ words: 'The town lies on a river', spot: { page: 1 }, owner: draft.plan }],
    repeats: [{ words: 'What will we do?', became: 'label', times: 2, spot: { page: 4 } }],
    mends: [{ was: 'inpolicing', now: 'in policing', times: 2, spot: { page: 3 } }],
    ...more,
  });
}
