import type { Kind } from './types.ts';

type Row = Omit<Kind, 'item' | 'noun' | 'nouns'> & { noun?: string; nouns?: string };

const kind = (row: Row): Kind => ({
  item: true,
  ...row,
  noun: row.noun ?? row.key,
  nouns: row.nouns ?? row.noun?.concat('s') ?? row.plural,
});

/** Every kind of item, in the order in which the reference prints them. */
// biome-ignore format: one row a line, as a table
export const kinds: readonly Kind[] = [
  // Files
  { key: 'plan', cy: 'cynllun', plural: 'plans', pluralCy: 'cynlluniau', root: true, in: [],
    meaning: 'The plan itself: its first line, with what is on the cover and the control sheet below it.', example: 'plan our-borough: Our Borough Plan 2026–2030' },
  { key: 'part', cy: 'rhan', plural: 'parts', pluralCy: 'rhannau', root: true, in: [],
    meaning: 'A further file of a plan; it stands where the plan says `include`.', example: 'part our-borough: Priority 1' },
  { key: 'library', cy: 'llyfrgell', plural: 'libraries', pluralCy: 'llyfrgelloedd', root: true, in: [],
    meaning: 'Items that several plans share: frameworks, partners, terms, outcomes, questions.', example: 'library county-partners: Partners across the county' },

  // The golden thread
  { key: 'vision', cy: 'gweledigaeth', plural: 'visions', pluralCy: 'gweledigaethau', untitled: true, in: ['plan', 'section', 'theme', 'priority'],
    meaning: 'What life will be like when the plan has worked.', example: 'vision: A borough where everyone can live well' },
  { key: 'mission', cy: 'cenhadaeth', plural: 'missions', pluralCy: 'cenadaethau', untitled: true, in: ['plan', 'section', 'theme', 'priority'],
    meaning: 'What the body is for.', example: 'mission: To serve the people of the borough' },
  { key: 'value', cy: 'gwerth', plural: 'values', pluralCy: 'gwerthoedd', in: ['plan', 'section', 'theme', 'priority'],
    meaning: 'How the body wants to behave.', example: 'value: We are open about what we do' },
  { key: 'principle', cy: 'egwyddor', plural: 'principles', pluralCy: 'egwyddorion', in: ['plan', 'section', 'theme', 'priority'],
    meaning: 'A rule by which the body decides.', example: 'principle: We act early rather than late' },
  { key: 'aim', cy: 'nod', plural: 'aims', pluralCy: 'nodau', in: ['plan', 'section', 'theme', 'priority'],
    meaning: 'A broad intent, wider than an outcome.', example: 'aim: To make the borough a place where people want to stay' },
  { key: 'duty', cy: 'dyletswydd', plural: 'duties', pluralCy: 'dyletswyddau', nouns: 'duties', in: ['plan', 'section', 'priority', 'duty'],
    meaning: 'What the body must do by law.', example: 'duty: To hold the Chief Constable to account\n  cites: s.1(7)' },
  { key: 'outcome', cy: 'canlyniad', plural: 'outcomes', pluralCy: 'canlyniadau', in: ['plan', 'library', 'priority', 'section'],
    meaning: 'A change that people should see.', example: 'outcome safe: Communities are safe and crime is reduced' },
  { key: 'kpq', cy: 'cpa', plural: 'kpqs', pluralCy: 'cpau', noun: 'key performance question', in: ['plan', 'library', 'outcome', 'theme'],
    meaning: 'A key performance question: what must be answered to know whether an outcome is being reached.', example: 'kpq how-safe: How safe are our communities?\n  outcomes: safe' },
  { key: 'measure', cy: 'mesur', plural: 'measures', pluralCy: 'mesurau', in: ['plan', 'library', 'kpq', 'priority'],
    meaning: 'Something that is counted or judged to answer a question.', example: 'measure asb: Anti-social behaviour incidents recorded\n  unit: incidents\n  direction: decrease' },
  { key: 'theme', cy: 'thema', plural: 'themes', pluralCy: 'themâu', in: ['plan'],
    meaning: 'A priority area: several priorities under one heading.', example: 'theme neighbourhoods: Delivering safer neighbourhoods' },
  { key: 'priority', cy: 'blaenoriaeth', plural: 'priorities', pluralCy: 'blaenoriaethau', nouns: 'priorities', in: ['plan', 'theme', 'priority'],
    meaning: 'What will be worked on; it may hold priorities of its own.', example: 'priority road-safety: Improve road safety\n  outcomes: safe' },
  { key: 'group', cy: 'grŵp', plural: 'groups', pluralCy: 'grwpiau', untitled: true, in: ['priority', 'section'],
    meaning: 'Some actions under a heading of their own.', example: 'group: Working with schools' },
  { key: 'action', cy: 'gweithred', plural: 'actions', pluralCy: 'gweithredoedd', in: ['priority', 'group', 'section', 'action'],
    meaning: 'What will be done.', example: 'action: Open two new community hubs\n  lead: head-of-housing\n  due: 2027-03' },
  { key: 'milestone', cy: 'carreg-filltir', plural: 'milestones', pluralCy: 'cerrig-milltir', in: ['plan', 'action'],
    meaning: 'A dated step on the way.', example: 'milestone: First hub opens\n  due: 2026-09' },

  // What plans lean on
  { key: 'framework', cy: 'fframwaith', plural: 'frameworks', pluralCy: 'fframweithiau', in: ['plan', 'library'],
    meaning: 'A strategy, a set of goals or an Act that the plan answers to.', example: 'framework well-being-goals: The seven well-being goals' },
  { key: 'goal', cy: 'amcan', plural: 'goals', pluralCy: 'amcanion', in: ['framework', 'goal'],
    meaning: 'What a framework aims at.', example: 'goal resilient-wales: A resilient Wales' },
  { key: 'requirement', cy: 'gofyniad', plural: 'requirements', pluralCy: 'gofynion', in: ['framework', 'goal'],
    meaning: 'What a framework asks of the body or its plan.', example: 'requirement measuring: How performance will be measured\n  cites: s.7(1)(e)' },
  { key: 'document', cy: 'dogfen', plural: 'documents', pluralCy: 'dogfennau', in: ['plan', 'library'],
    meaning: 'Another document, outside this plan.', example: 'document annual-report: Annual report 2018' },
  { key: 'partner', cy: 'partner', plural: 'partners', pluralCy: 'partneriaid', in: ['plan', 'library'],
    meaning: 'An organisation that the plan works with.', example: 'partner health-board: Betsi Cadwaladr University Health Board\n  aliases: BCUHB' },
  { key: 'role', cy: 'rôl', plural: 'roles', pluralCy: 'rolau', in: ['plan', 'library'],
    meaning: 'An office that somebody holds.', example: 'role leader: Leader of the Council\n  holder: Ada Price' },
  { key: 'term', cy: 'term', plural: 'terms', pluralCy: 'termau', in: ['plan', 'library'],
    meaning: 'A word or abbreviation that the glossary explains.', example: 'term: ANPR\n  means: Automatic number plate recognition' },

  // Narrative and evidence
  { key: 'section', cy: 'adran', plural: 'sections', pluralCy: 'adrannau', untitled: true, in: ['plan', 'section', 'theme', 'priority'],
    meaning: 'Headed text: a foreword, a chapter, a box.', example: 'section foreword: Foreword\n  text: This plan sets out what we will do.' },
  { key: 'statistic', cy: 'ystadegyn', plural: 'statistics', pluralCy: 'ystadegau', in: ['plan', 'section', 'priority', 'panel'],
    meaning: 'A figure worth showing.', example: 'statistic: Calls answered\n  value: 12,730\n  when: last year' },
  { key: 'panel', cy: 'panel', plural: 'panels', pluralCy: 'paneli', untitled: true, in: ['plan', 'section', 'priority'],
    meaning: 'Several statistics under one heading.', example: 'panel: Our area at a glance' },
  { key: 'quote', cy: 'dyfyniad', plural: 'quotes', pluralCy: 'dyfyniadau', untitled: true, in: ['plan', 'section', 'priority'],
    meaning: 'What somebody said.', example: 'quote: I feel heard now\n  by: A resident' },
  { key: 'figure', cy: 'ffigur', plural: 'figures', pluralCy: 'ffigurau', untitled: true, in: ['plan', 'section', 'priority'],
    meaning: 'A picture.', example: 'figure: Our area\n  image: images/map.png\n  alt: Map of the borough and its five wards' },
  { key: 'table', cy: 'tabl', plural: 'tables', pluralCy: 'tablau', untitled: true, in: ['plan', 'section', 'priority'],
    meaning: 'A table, written in Markdown under `text` or read from a CSV file.', example: 'table: Staff by area\n  data: data/staff.csv' },
  { key: 'chart', cy: 'siart', plural: 'charts', pluralCy: 'siartiau', untitled: true, in: ['plan', 'section', 'priority'],
    meaning: 'A drawing of measures or of data.', example: 'chart: Incidents by year\n  measures: asb\n  style: line' },
  { key: 'budget', cy: 'cyllideb', plural: 'budgets', pluralCy: 'cyllidebau', in: ['plan', 'section'],
    meaning: 'Money: its lines and their total.', example: 'budget: Revenue budget\n  year: 2026/27\n  total: £14.2m' },
  { key: 'line', cy: 'llinell', plural: 'lines', pluralCy: 'llinellau', noun: 'budget line', in: ['budget', 'line'],
    meaning: 'One line of a budget; lines nest into groups.', example: 'line: Housing\n  amount: £2.4m' },
  { key: 'approval', cy: 'cymeradwyaeth', plural: 'approvals', pluralCy: 'cymeradwyaethau', untitled: true, in: ['plan'],
    meaning: 'A sign-off.', example: 'approval: Signed\n  by: leader\n  date: 2026-03-24' },
  { key: 'contact', cy: 'cyswllt', plural: 'contacts', pluralCy: 'cysylltiadau', untitled: true, in: ['plan', 'section'],
    meaning: 'How to reach the body.', example: 'contact:\n  email: plan@example.gov.uk' },
].map(kind);
