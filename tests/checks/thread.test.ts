import { expect, test } from 'vitest';
import { found, readMarks } from '../helpers/fixture.ts';

test('an outcome in a section of a priority is one of the priority’s', () => {
  const { plan, expected } = readMarks(`plan p: Our plan

priority homes: Warm homes
  kpqs: how
  why: Cold homes make people ill.
  action: Insulate the homes
  section: What we want to see
    section: This year
      outcome: Homes are dry

theme out: Out and about
  priority roads: Safe roads
# ^^^^^^^^^^^^^^ thread/priority-without-outcome
    kpqs: how
    why: People are hurt.
    action: Mend the roads

section: What others want
  outcome: Roads are quiet

outcome well: People are well

kpq how: How well are people?
  outcomes: well
`);
  expect(found(plan, ['thread']).filter((mark) => mark.endsWith('priority-without-outcome'))).toEqual(expected);
});
