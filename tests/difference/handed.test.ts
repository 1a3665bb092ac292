import { expect, test } from 'vitest';
import { differences, told } from './differences.ts';
import { move, put, withEdits } from './edits.ts';

const parks = `plan parks: Parks Plan

framework f: A Framework
  goal green: A green county

role gardener: Head Gardener
role mayor: Mayor

outcome near: Everyone has a park nearby

priority parks: Better parks
  outcomes: near
  lead: gardener
  partners: The friends of the parks
  goals: f.green

  priority benches: Benches in parks
    action seats: Put up benches

priority streets: Better streets
  lead: mayor
`;

const files = { 'parks.plan': parks.replace('f.green', 'green') };

const saidOf = (...edits: Parameters<typeof withEdits>[1]): string =>
  differences(files, withEdits(files, edits)).map(told).join('\n');

test('a sub-priority that leaves the one above it has no longer what that gave it', () => {
  expect(saidOf(move('priority benches', 'before', 'priority streets'))).toBe(`\
Priority Better parks
  ~ Priority ‘Benches in parks’ moved out of it, into the plan itself, and so no longer has the lead ‘Head Gardener’, the partners ‘The friends of the parks’, the outcome ‘Everyone has a park nearby’ and the goal ‘A green county’`);
});

test('one that goes into another has what that gives it', () => {
  expect(saidOf(move('priority benches', 'into', 'priority streets'))).toBe(`\
Priority Better parks
  ~ Priority ‘Benches in parks’ moved to priority ‘Better streets’, and so no longer has the partners ‘The friends of the parks’, the outcome ‘Everyone has a park nearby’ and the goal ‘A green county’ and has the lead ‘Mayor’ in place of ‘Head Gardener’`);
});

test('of what it says itself nothing is said', () => {
  const own = put('  priority benches: Benches in parks', '  priority benches: Benches in parks\n    lead: mayor');
  const given = withEdits(files, [own]);
  const text = differences(given, withEdits(given, [move('priority benches', 'into', 'priority streets')])).map(told);
  expect(text.join('\n')).not.toMatch(/Head Gardener|Mayor/);
});

test('actions that are moved together have another lead', () => {
  const two = withEdits(files, [put('Put up benches\n', 'Put up benches\n    action paint: Paint the benches\n')]);
  const now = withEdits(two, [
    move('action seats', 'into', 'priority streets'),
    move('action paint', 'into', 'priority streets'),
  ]);
  const text = differences(two, now).map(told).join('\n');
  expect(text).toContain('the partners ‘The friends of the parks’');
  expect(text).toContain('2 actions moved to priority ‘Better streets’, and so no longer have the');
  expect(text).toContain('have the lead ‘Mayor’ in place of ‘Head Gardener’: ‘');
});

test('what an item says itself in one state and has from above in the other is no change of it', () => {
  const own = put('    action seats: Put up benches', '    action seats: Put up benches\n      lead: gardener');
  const given = withEdits(files, [own]);
  expect(differences(files, given).map(told).join('\n')).toBe('');
  expect(differences(given, files).map(told).join('\n')).toBe('');
  // The lead of an action goes to the priority over it: new there, and nothing is taken from the action.
  const low = put('  lead: mayor\n', '  action lights: Put up lights\n    lead: mayor\n');
  const moved = differences(
    withEdits(files, [low]),
    withEdits(files, [
      low,
      put('    lead: mayor\n', ''),
      put('priority streets: Better streets\n', 'priority streets: Better streets\n  lead: mayor\n'),
    ]),
  );
  expect(moved.map(told).join('\n')).toBe(`\
Priority Better streets
  ~ Lead is new: ‘Mayor’`);
});
