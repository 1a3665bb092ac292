/** What the columns of tables in plans say, by their headings. This is data; each row has examples, which are tests. */

/** What a table lists. */
export type TableKind = 'action' | 'measure' | 'term' | 'milestone' | 'role' | 'partner' | 'outcome' | 'line';

interface Column {
  /** A regular expression for a heading in small letters. */
  readonly heading: string;
  /** In a table of what, and as which field: `title` for what the item is. */
  readonly of: Partial<Record<TableKind, string>>;
  readonly examples: readonly string[];
}

/** The first row that matches counts. */
export const columns: readonly Column[] = [
  {
    heading:
      '(?:key |our |main |proposed |specific )?(?:actions?|activity|activities|tasks?|deliverables?|commitments?|steps?|what (?:we|i) will do|what will we do|initiatives?|interventions?|gweithred(?:oedd)?|camau?(?: gweithredu)?)(?: …)?',
    of: { action: 'title' },
    examples: ['Action', 'What we will do', 'Key actions'],
  },
  {
    heading:
      '(?:key |our |success |performance |headline )*(?:measures?|indicators?|kpis?|metrics?|performance measures?|what (?:we|i)(?: will)? (?:count|measure|monitor|track)|mesur(?:au)?|dangosydd(?:ion)?)(?: …)?',
    of: { measure: 'title', action: 'measures' },
    examples: ['Measure', 'Indicator', 'KPI', 'Success measure'],
  },
  {
    heading: '(?:our |intended |expected )?(?:outcomes?|results?|canlyniad(?:au)?)',
    of: { outcome: 'title', action: 'outcome', measure: 'outcome' },
    examples: ['Outcome'],
  },
  {
    heading:
      '(?:lead|leads|led by|(?:executive|senior|strategic|political|operational|corporate) (?:lead|sponsor|owner|responsible officer)|lead (?:officer|organisation|partner|agency|body|role|directorate|service|member|department|director|executive)|senior responsible owner|portfolio holder|cabinet member|owner|who|responsible(?: officer| body| person| lead)?|responsibility|accountable(?: officer)?|sro|arweinydd|swyddog arweiniol|pwy)(?: …)?',
    of: { action: 'lead', measure: 'owner', milestone: 'lead' },
    examples: [
      'Lead',
      'Lead officer',
      'Executive lead',
      'Senior responsible officer',
      'Lead department',
      'Responsible',
      'Owner',
      'Who',
    ],
  },
  {
    heading:
      '(?:partners?|(?:key|supporting|delivery|main|other) partners?|(?:contributing|supporting|other) departments?|with|working with|partneriaid)(?: …)?',
    of: { action: 'partners', partner: 'title' },
    examples: ['Partners', 'Contributing departments'],
  },
  {
    heading:
      '(?:by when|when|quarter|due(?: date)?|deadline|timescales?|timeline|target date|completion(?: date)?|date|by|delivery date|end date|erbyn(?: pryd)?|dyddiad|amserlen)',
    of: { action: 'due', milestone: 'due' },
    examples: ['By when', 'Timescale', 'Target date'],
  },
  { heading: '(?:start(?: date)?|from|starts|dechrau)', of: { action: 'start' }, examples: ['Start date'] },
  {
    heading: '(?:status|rag(?: status| rating)?|progress|statws)',
    of: { action: 'status', milestone: 'status' },
    examples: ['Status'],
  },
  { heading: '(?:cost|budget|resources?|funding|cost)(?: …)?', of: { action: 'cost' }, examples: ['Cost'] },
  {
    heading:
      '(?:baseline|actual|outturn|current(?: position| level| performance)?|where we are(?: now)?|now|today|latest|starting point|gwaelodlin|nawr|ar hyn o bryd)(?: …)?',
    of: { measure: 'baseline' },
    examples: ['Baseline', 'Baseline (2019/20)', 'Where we are (2023/24)', 'Now'],
  },
  {
    heading:
      '(?:targets?|ambition .{0,12}\\d{4}.{0,6}|trajectory|where we (?:want|aim|need) to be|our (?:target|goal|ambition)|targed(?:au)?)(?: …)?',
    of: { measure: 'target' },
    examples: ['Target', 'Target 2030', 'Ambition (2030)', 'Where we want to be (2027/28)'],
  },
  { heading: '(?:unit|units|uned)', of: { measure: 'unit' }, examples: ['Unit'] },
  {
    heading: '(?:direction|desired direction|polarity|good is|cyfeiriad)(?: …)?',
    of: { measure: 'direction' },
    examples: ['Direction'],
  },
  {
    heading: '(?:frequency|reported|reporting|how often|amledd)(?: …)?',
    of: { measure: 'frequency' },
    examples: ['Frequency'],
  },
  { heading: '(?:source|data source|ffynhonnell)', of: { measure: 'source' }, examples: ['Data source'] },
  {
    heading: '(?:terms?|abbreviations?|acronyms?|word|phrase|term|talfyriad)',
    of: { term: 'title' },
    examples: ['Term', 'Acronym'],
  },
  {
    heading: '(?:meaning|definitions?|explanation|description|stands for|what it means|in full|full name|ystyr)',
    of: { term: 'means' },
    examples: ['Meaning', 'Definition'],
  },
  {
    heading: '(?:milestones?|key dates?|carreg filltir|cerrig milltir)(?: …)?',
    of: { milestone: 'title', action: 'milestone' },
    examples: ['Milestone'],
  },
  {
    heading: '(?:priority|priorities|objective|goal|aim|ambition|pillar|theme|blaenoriaeth|amcan)',
    of: { action: 'priority', measure: 'priority' },
    examples: ['Priority'],
  },
  {
    heading: '(?:no|ref|reference|number|#|id|rhif)\\.?',
    of: { action: 'number', measure: 'number' },
    examples: ['Ref', 'No.'],
  },
];
