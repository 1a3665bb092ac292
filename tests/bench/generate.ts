const verbs = ['Improve', 'Widen', 'Renew', 'Protect', 'Open', 'Restore', 'Join up', 'Simplify', 'Plan', 'Fund'];
const things = [
  'parks',
  'bus routes',
  'youth clubs',
  'libraries',
  'cycle lanes',
  'care homes',
  'flood walls',
  'markets',
  'schools',
  'clinics',
  'footpaths',
  'allotments',
  'harbours',
  'archives',
  'bridges',
  'nurseries',
  'halls',
];
const places = [
  'Ashmere',
  'Bryn Glas',
  'Carrick',
  'Dunmore',
  'Eastholm',
  'Fernley',
  'Glanrhyd',
  'Hollowell',
  'Inverlea',
  'Kestle',
  'Llanfair',
  'Marden',
  'Norwick',
];
const states = [
  'people feel at home',
  'families thrive',
  'air is clean',
  'streets are calm',
  'work is fair',
  'homes are warm',
  'rivers run clear',
];

const pick = (list: readonly string[], index: number): string => list[index % list.length] as string;

/** The text of one priority: about fifteen lines, a few of them prose, with links that lead somewhere. */
function priority(index: number, outcomes: number, kpqs: number, elsewhere: string | undefined): string[] {
  const title = `${pick(verbs, index * 7)} ${pick(things, index)} in ${pick(places, index * 3 + Math.floor(index / 17))} ${index}`;
  const lines = [
    `priority work-${index}: ${title}`,
    `  outcomes: change-${index % outcomes}`,
    `  kpqs: question-${(index % outcomes) + (index % 2 === 0 || outcomes + (index % outcomes) >= kpqs ? 0 : outcomes)}`,
    '  lead: director',
    '  why:',
    `    People in ${pick(places, index)} told us that ${pick(things, index + 5)} matter to them every day.`,
    `    We heard it at ${(index % 40) + 3} meetings, and it shows in what they use and what they avoid.`,
    '',
    `    - It touches ${(index * 37) % 900} households, some of them twice.`,
    `    - See also [[work-${Math.max(0, index - 1)}]].`,
    `  action: Survey the ${pick(things, index)} that are used most`,
    '    due: 2027-03',
    `  action: Agree with partners who looks after ${pick(things, index + 1)}`,
    '    due: 2027-Q4',
  ];
  if (elsewhere) lines.splice(3, 0, `  priorities: ${elsewhere}`);
  return [...lines, ''];
}

/**
 * A plan of about as many lines as asked: outcomes, questions with measures, then priorities. `before` is another plan that it
 * delivers; its first priorities are named.
 */
export function generatePlan(id: string, lines: number, before?: string): string {
  const outcomes = Math.max(2, Math.min(12, Math.floor(lines / 60)));
  const kpqs = outcomes * 2;
  const text = [
    `plan ${id}: The ${id} plan for ${pick(places, id.length)}`,
    '  organisation: The Council',
    '  period: 2026-04-01 to 2030-03-31',
    '  language: en',
    ...(before ? [`  uses: ${before}`, `  delivers: ${before}`] : []),
    '',
    'role director: Director of Place',
    '  holder: Sam Rowe',
    '',
  ];
  for (let index = 0; index < outcomes; index++)
    text.push(`outcome change-${index}: In ${pick(places, index)} ${pick(states, index)} by ${2026 + index}`, '');
  for (let index = 0; index < kpqs; index++)
    text.push(
      `kpq question-${index}: How well do we know that ${pick(states, index)} in ${pick(places, index * 5 + 1)}?`,
      `  outcomes: change-${index % outcomes}`,
      `  measure measure-${index}: People in ${pick(places, index)} who say that ${pick(states, index + 2)} (${index})`,
      '    unit: %',
      '    direction: increase',
      `    baseline: ${40 + (index % 20)}% in 2025/26`,
      `    target: ${65 + (index % 20)}% by 2029-03`,
      '    frequency: yearly',
      '    owner: director',
      '    source: Residents’ survey',
      '',
    );
  for (let index = 0; ; index++) {
    const next = priority(index, outcomes, kpqs, before && index < 3 ? `${before}.work-${index}` : undefined);
    if (text.length + next.length > lines) break;
    text.push(...next);
  }
  while (text.length < lines) text.push('# The plan ends here.');
  return `${text.join('\n')}\n`;
}

/** The files of a workspace by path: plans that deliver one another, in chains of ten. */
export function generateWorkspace(files: number, lines: number): Record<string, string> {
  const workspace: Record<string, string> = {};
  for (let index = 0; index < files; index++) {
    const before = index % 10 === 0 ? undefined : `plan-${index - 1}`;
    workspace[`plans/plan-${index}.plan`] = generatePlan(`plan-${index}`, lines, before);
  }
  return workspace;
}
