import { expect, test } from 'vitest';
import { applyFix } from '../helpers/apply.ts';
import { diagnosticsOf } from '../helpers/engine.ts';
import { found, readMarks } from '../helpers/fixture.ts';

const expectMarks = (marked: string): void => {
  const { plan, expected } = readMarks(marked);
  expect(found(plan, ['kpq'])).toEqual(expected);
};

test('questions in English', () => {
  expectMarks(`plan p: Police and Crime Plan

kpq a: How safe are our communities?
kpq b: To what extent do victims feel supported?
kpq c: In what ways do people take part?
kpq d: How many people have no home?
kpq e: Are people safe at night?
#      ^^^ kpq/closed-question
kpq f: “Do people trust us?”
#       ^^ kpq/closed-question
kpq g: Don't people know where to turn?
#      ^^^^^ kpq/closed-question
kpq h: Are people safe, and how do we know?
kpq i: How well are victims supported? (asked each year)
kpq j: People feel safe
#      ^^^^^^^^^^^^^^^^ kpq/not-a-question
kpq k: Is crime falling
#      ^^^^^^^^^^^^^^^^ kpq/not-a-question
kpq l:
kpq m: Isolation: who is left out?
kpq n: 101 calls – how fast are they answered?
`);
});

test('questions in Welsh', () => {
  expectMarks(`# language: cy
cynllun p: Cynllun
  iaith: cy

cpa a: Pa mor ddiogel yw ein cymunedau?
cpa b: A yw pobl yn teimlo'n ddiogel?
#      ^ kpq/closed-question
cpa c: Ydy troseddu'n gostwng?
#      ^^^ kpq/closed-question
cpa d: Oes digon o dai?
#      ^^^ kpq/closed-question
cpa e: I ba raddau y mae dioddefwyr yn cael cefnogaeth?
cpa f: Sut mae pobl yn cymryd rhan?
cpa g: Faint o bobl sydd heb gartref?
cpa h: Mae pobl yn ddiogel
#      ^^^^^^^^^^^^^^^^^^^ kpq/not-a-question
cpa i: Ym mha ffyrdd y mae pobl yn elwa?
`);
});

test('in another language only the question mark is looked for', () => {
  expectMarks(`plan p: Plean
  language: ga

kpq a: Are daoine sábháilte?
kpq b: An bhfuil daoine sábháilte
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^ kpq/not-a-question
`);
});

test('a question without its mark gets one', () => {
  const plan = 'plan p: P\n\nkpq a: How clean is our air.\n';
  const [diagnostic] = diagnosticsOf(plan).filter(({ rule }) => rule === 'kpq/not-a-question');
  expect(diagnostic?.fixes).toHaveLength(1);
  expect(applyFix(plan, diagnostic!.fixes[0]!)).toEqual({ 'main.plan': 'plan p: P\n\nkpq a: How clean is our air?\n' });
  const statement = diagnosticsOf('plan p: P\n\nkpq a: The air is clean\n').filter(({ rule }) =>
    rule.startsWith('kpq/'),
  );
  expect(statement.map(({ fixes }) => fixes)).toEqual([[]]);
});
