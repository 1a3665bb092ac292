import { expect, test } from 'vitest';
import { writePlan } from '../../../server/src/importers/draft/write.ts';
import { readPlan } from '../../../server/src/importers/reading/read-plan.ts';
import type { Block } from '../../../server/src/importers/source.ts';

test('a remark on one point of a list ends no list, and stands over that point', () => {
  const spot = (line: number) => ({ line });
  const point = (text: string, line: number): Block => ({ type: 'point', text, depth: 0, mark: '•', spot: spot(line) });
  const blocks: Block[] = [
    { type: 'heading', text: 'Our Plan 2026-30', level: 1, isMarked: true, spot: spot(1) },
    { type: 'heading', text: 'Priority 1: Homes', level: 2, isMarked: true, spot: spot(2) },
    { type: 'paragraph', text: 'We will:', spot: spot(3) },
    point('visit 9,000 homes', 4),
    point('train 50 volunteers', 5),
    { type: 'remark', by: 'Sam', text: 'Really?', spot: spot(5) },
    point('launch a campaign', 6),
  ];
  const source = { properties: {}, blocks, removed: [], doubts: [], pictures: new Map() };
  expect(writePlan(readPlan(source).draft, { id: 'it' }).text).toContain(`\
  lead-in: We will:
  action: visit 9,000 homes

  # unsure (remark): Sam remarked: “Really?”
  action: train 50 volunteers

  action: launch a campaign
`);
});
