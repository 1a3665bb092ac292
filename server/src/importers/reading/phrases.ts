/**
 * The headings that plans use, whatever their wording, by what they head. This is data: a plan that words a heading in a way that is not
 * understood is mended by a row here. Every row has examples, which are tests.
 *
 * A phrase is a regular expression in small letters, without punctuation at its end; `…` in it stands for one to six words of any sort,
 * and apostrophes are straight. It must match a heading from beginning to end.
 */

/** What a heading heads. */
export type Role =
  | 'plan-priorities'
  | 'why'
  | 'actions'
  | 'outcomes'
  | 'kpqs'
  | 'measures'
  | 'aims'
  | 'vision'
  | 'mission'
  | 'values'
  | 'principles'
  | 'duties'
  | 'partners'
  | 'statistics'
  | 'glossary'
  | 'contact'
  | 'contents'
  | 'control-sheet'
  | 'milestones'
  | 'foreword';

/** Headings of one role in one language. */
export interface Phrases {
  readonly role: Role;
  readonly language: 'en' | 'cy';
  readonly phrases: readonly string[];
  /** Headings as printed that are of this role, and some that are not. */
  readonly examples: readonly string[];
  readonly others?: readonly string[] | undefined;
}

/** The first row that matches counts, so what is narrow stands before what is wide. */
export const phrases: readonly Phrases[] = [
  {
    role: 'contents',
    language: 'en',
    phrases: ['contents', 'table of contents', "what's inside", 'in this (plan|document|strategy)', '… contents page'],
    examples: ['Contents', 'TABLE OF CONTENTS'],
    others: ['Table of actions'],
  },
  { role: 'contents', language: 'cy', phrases: ['cynnwys', 'tabl cynnwys'], examples: ['Cynnwys'] },
  {
    role: 'control-sheet',
    language: 'en',
    phrases: [
      'document control( sheet)?',
      '(version|document) (control|history|information|details)',
      'about this document',
    ],
    examples: ['DOCUMENT CONTROL SHEET', 'Version control'],
  },
  {
    role: 'control-sheet',
    language: 'cy',
    phrases: ['rheoli(\\s+r)? dogfen(nau)?', 'rheolaeth fersiwn(au)?'],
    examples: ['Rheoli dogfennau'],
  },
  {
    role: 'foreword',
    language: 'en',
    phrases: [
      '(a )?(joint )?(foreword|preface|welcome|introduction) (by|from) …',
      '(a )?(joint )?foreword( and introduction)?',
      '… foreword',
      '(a )?(welcome|message) from …',
      'preface',
      'welcome',
    ],
    examples: ['Foreword by PCC', "Chief Constable's foreword", 'A message from the Leader', 'Foreword'],
    others: ['Welcome new residents'],
  },
  {
    role: 'foreword',
    language: 'cy',
    phrases: ['rhagair( gan …)?', 'rhagair …', 'croeso( gan …)?', 'neges gan …'],
    examples: ['Rhagair gan yr Arweinydd', 'Rhagair'],
  },
  {
    role: 'why',
    language: 'en',
    phrases: [
      '(why|so why) (is|are) (this|these|it) (a |an |our )?(priority|priorities|important|objective|aim|ambition|goal|necessary)( for …| to …)?',
      '(why|so why) (this|it|they) (matters|matter|is important|is a priority|are important)( for …| to …)?',
      "why (we|i|we're|we are) (have )?(chosen|chose|choose|focusing on|doing|need|needed|care about|want|prioritised|selected) …",
      'why (do )?we (need|want|have|chose|choose|care) …',
      'why',
      'why now',
      'why …( matters?)',
      '(the|our) (case for change|challenge|challenges|rationale|need)',
      'rationale( for …)?',
      "(what is|what's) the (issue|problem|challenge)",
      '(the )?reason(s)? (for|why|behind) …',
      'what (you|people|residents|communities) (told us|said|have told us)',
      'what (is|are) the (evidence|data|facts) (tell(ing)?|say(ing)?)( us)?',
      'what the (evidence|data) (tells|says)( us)?',
    ],
    examples: [
      'WHY IS THIS A PRIORITY?',
      'Why is this important to us?',
      'Why this matters',
      'Why we chose this objective',
      'The challenge',
      'Rationale',
      'What you told us',
    ],
    others: ['Why not get in touch with your councillor today?', 'How we will do it'],
  },
  {
    role: 'why',
    language: 'cy',
    phrases: [
      'pam (mae|bod|fod|y mae|ydy|yw) …',
      'pam (mae hyn|ei fod)( yn)? (bwysig|flaenoriaeth)',
      'pam',
      'yr her(iau)?',
      'y rhesymeg',
      'pam (rydym|ydym|dewiswyd|y dewiswyd) …',
    ],
    examples: ['Pam mae hyn yn flaenoriaeth?', 'Yr her', 'Pam mae hyn yn bwysig?'],
  },
  {
    role: 'outcomes',
    language: 'en',
    phrases: [
      '(what|which) (outcomes?|results?|impacts?|difference|change|changes) (do|does|will|would) (we|i|this|it|you|people|the …) …',
      'what (will|would) (success|good|the future) look(s)? like( for …| in …| by …)?',
      'what (success|good) (will look|looks|will feel) like( for …| in …)?',
      "what (will be|is|'ll be) different( for …| by …| in …)?",
      'what (difference|impact) (will|would|do|we|this) …',
      "(the )?(difference|change|changes|impact) (we|this|i|you|people) (want|will|would|intend|expect|aim|hope|'ll) …",
      '(our |my |the |intended |expected |desired |planned |key |strategic |long term |long-term |police and crime |well-being |wellbeing |population |local )*(outcomes?)( for …| by …| we …| i …| that …)?',
      'how (will )?(things|life|it|…) will be different( …)?',
      '(by|in) \\d{4}( |,|:)*(we|i|our|there|people|residents|every|you|this)? ?(will|want|expect|aim|hope|intend)?( to)?( have| be| see| achieve)?( achieved)?',
      '(we|i) (will )?know (we|i) (have|are|will have) (succeeded|been successful|achieved …|succeeding) (when|if|because)( …)?',
      '(we|i) will have (succeeded|been successful) when( …)?',
      'where (do )?(we|i) (want|need|aim|hope) to (be|get)( …)?',
      'what we (want|hope|expect|aim|intend|will|plan) to (achieve|see|happen)( …)?',
      'what (we|i) want( to be different)?',
      'what do we want to (achieve|see|happen)( …)?',
      "what we('ll| will) achieve( …)?",
      'what will (we|this|it) (achieve|deliver|mean)( …)?',
      'success (will look|looks) like( …)?',
    ],
    examples: [
      'WHAT OUTCOMES DO WE WANT?',
      'Outcomes',
      'Our outcomes',
      'What success looks like',
      'What will success look like in 2030?',
      'What will be different?',
      'The difference we will make',
      'By 2030 we will have achieved',
      'What we want to achieve',
      'Intended outcomes for children',
    ],
    others: ['How will we know?', 'What will I do?', 'Outcome of the consultation exercise on 3 May'],
  },
  {
    role: 'outcomes',
    language: 'cy',
    phrases: [
      '(pa|beth yw) (g)?(c)?anlyniadau( …)?',
      '(ein |fy |y |ei )?(canlyniadau|deilliannau)( …)?',
      'pa ganlyniadau …',
      'beth (fydd|a fydd) yn wahanol( …)?',
      'sut (olwg|bydd) (fydd|fyddai|llwyddiant)( …)?',
      'beth (rydym|ydym|yr ydym)( ni)?( am| eisiau| yn)? …',
    ],
    examples: ['Pa ganlyniadau rydym ni eu heisiau?', 'Beth fydd yn wahanol?', 'Ein canlyniadau', 'Deilliannau'],
  },
  {
    role: 'kpqs',
    language: 'en',
    phrases: [
      '(our |my |the )?key (performance |evaluation |strategic )?questions?( …)?',
      '(our |my |the )?(performance|evaluation) questions?( …)?',
      'questions? (we|i) (will|want to) (ask|answer)( …)?',
      'kpqs?',
    ],
    examples: ['KEY PERFORMANCE QUESTIONS', 'Key questions', 'Questions we will ask ourselves'],
    others: ['Questions?', 'Frequently asked questions'],
  },
  {
    role: 'kpqs',
    language: 'cy',
    phrases: ['(ein |y )?cwestiynau (perfformiad )?allweddol( …)?', 'cpau?'],
    examples: ['Cwestiynau Perfformiad Allweddol'],
  },
  {
    role: 'measures',
    language: 'en',
    phrases: [
      'how (will|do|would|can|are) (we|i|you|people|the …) (know|measure|measuring|monitor|judge|tell|assess|track)( …)?',
      "how (we|i|we'll|we will|i will) (will )?(know|measure|measuring|monitor|judge|tell|assess|track)( …)?",
      'how (success|progress|performance|this|it|success and progress) (will|is|are) (be )?(measured|monitored|judged|tracked|assessed)( …)?',
      '(our |my |the |key |success |performance |headline |outcome |national |local |population |progress |strategic |well-being |wellbeing )*(measures?|indicators?|metrics|kpis?)( of …| for …| and targets?| of success)?',
      'measuring (success|progress|performance|impact|our …|what …|the …)( …)?',
      '(measures|indicators) of (success|progress|performance)',
      'what (we|i) will (measure|monitor|track)( …)?',
      'targets?( and …| for …)?',
      'what will (we|i) measure',
      '(performance|measurement|monitoring) framework',
    ],
    examples: [
      'How will we know?',
      'How will we measure success?',
      'Success measures',
      'Key performance indicators',
      "How we'll know we have made a difference",
      'Measures',
      'What we will measure',
      'How progress will be measured',
    ],
    others: ['Road safety measures taken in 2019 and later in the county'],
  },
  {
    role: 'measures',
    language: 'cy',
    phrases: [
      '(ein |y )?(mesurau|dangosyddion)( …)?',
      'sut (byddwn|fyddwn|y byddwn|fydd|rydym)( ni)?( yn)? (gwybod|mesur|monitro)( …)?',
      'mesur (llwyddiant|cynnydd|perfformiad)( …)?',
      'targedau',
    ],
    examples: ['Sut byddwn ni yn gwybod?', 'Mesurau llwyddiant', 'Dangosyddion'],
  },
  {
    role: 'milestones',
    language: 'en',
    phrases: ['(key |our )?milestones?( …)?', '(key )?(timeline|timescales?)( …)?'],
    examples: ['Key milestones', 'Milestones to 2027'],
  },
  {
    role: 'milestones',
    language: 'cy',
    phrases: ['(ein |y )?cerrig milltir( …)?'],
    examples: ['Cerrig milltir allweddol'],
  },
  {
    role: 'actions',
    language: 'en',
    phrases: [
      'what (will|shall|must|can|should|do|are) (i|we|the …|you|our …|partners) (going to |plan to |intend to |planning to )?(do|doing|deliver|delivering)( …)?',
      "what (we|i|the …|our …|partners) (will|shall|'ll|plan to|intend to|are going to|are doing to|must|need to|are) (do|doing|deliver|delivering)( …)?",
      "what (we'll|i'll) (do|deliver)( …)?",
      'what (needs to|must|will|is going to) (happen|be done|change|we do)( …)?',
      'what (happens|comes|we do|will we do|we will do) next',
      "how (we|i) (are|am|will|'ll|plan to|intend to|shall) (be )?(doing|do|deliver|delivering|achieve|achieving|get|make|making|go|help|work)( …)?",
      "how (we'll|i'll) (do|deliver|achieve|get|make)( …)?",
      'how (will|do|shall|are|can|am) (we|i|the …|you|our …) (going to )?(do|doing|deliver|achieve|get|make|help|work)( …)?',
      'how (this|it|the …) will be (done|achieved|delivered)( …)?',
      '(our |my |the |key |priority |main |strategic |specific |planned |proposed |immediate |supporting |delivery |local |high level |headline |year one |first year )*(actions?|activities|activity|commitments?|pledges?|deliverables?|steps|tasks|interventions|initiatives|projects)( …)?',
      '(our |the |key )*(next steps)( …)?',
      '(to (do|achieve|deliver) this|in order to (do|achieve) this|to make this happen)( …)?( (we|i) will)?',
      '(we|i) (will|shall|commit to|are committed to|pledge to|plan to|intend to|promise to)( continue to)?',
      'action plan( …)?',
      'delivery plan( …)?',
      '(how we|making) (it )?happen',
      'what (i|we) (want|expect|ask|require) (of |from )?(the )?…( to do)',
      'actions? (we|i) will take',
      'areas? of focus',
      '(our |key |main )?(focus|areas of work)( for …)?',
      "we'll",
    ],
    examples: [
      'WHAT WILL I DO?',
      'What will we do?',
      'What we will do',
      'How we are doing it:',
      'How we will deliver this',
      'Key actions',
      'Actions',
      'Next steps',
      'Our commitments',
      'To achieve this we will',
      'We will:',
      'What we’ll do next',
      'Key deliverables for 2026/27',
    ],
    others: [
      'Project Servator',
      'Action Fraud is the national reporting centre for fraud and cyber crime in this country',
    ],
  },
  {
    role: 'actions',
    language: 'cy',
    phrases: [
      'beth (fyddaf|fyddwn|a wnaf|a wnawn|wnaf|wnawn|byddwn|y byddwn|rydym)( i| ni)?( …)?',
      'sut (rydym|ydym|byddwn|y byddwn)( ni)? yn (gwneud|cyflawni|mynd)( …)?',
      '(ein |y )?(camau( gweithredu)?|gweithredoedd|camau nesaf|ymrwymiadau)( …)?',
      '(byddaf|byddwn)( i| ni)?( yn)?( …)?',
      'cynllun gweithredu( …)?',
    ],
    examples: ['Beth fyddaf i yn ei wneud?', 'Camau gweithredu', 'Byddwn yn:', 'Beth fyddwn ni yn ei wneud?'],
  },
  {
    role: 'aims',
    language: 'en',
    phrases: [
      '(our |my |the |overall |strategic )*(aims?|ambitions?|intent|purpose)( is| are)?( to)?',
      '(our |my |the )?overall (aim|ambition)( …)?',
    ],
    examples: ['Our aim', 'Aims', 'Our ambition is'],
    others: ['Ambition 3: Thriving towns'],
  },
  {
    role: 'aims',
    language: 'cy',
    phrases: ['(ein |fy |y )?(nod|nodau|uchelgais)( …)?'],
    examples: ['Ein nod', 'Nodau'],
  },
  {
    role: 'vision',
    language: 'en',
    phrases: [
      '(our |my |the |a |shared |strategic )*vision( statement| for …| is)?',
      '(our |my )?vision and …',
      "what we('re| are) (aiming|striving|working) for",
    ],
    examples: ['MY VISION', 'Our vision', 'Vision statement', 'A vision for the county'],
    others: ['National Policing Vision 2025', 'Vision Express opens'],
  },
  {
    role: 'vision',
    language: 'cy',
    phrases: ['(ein |fy |y )?(ng?|w)?g?weledigaeth( …)?'],
    examples: ['Ein gweledigaeth', 'Fy ngweledigaeth'],
  },
  {
    role: 'mission',
    language: 'en',
    phrases: ['(our |my |the )?mission( statement| is)?', '(our |my )?purpose'],
    examples: ['Our mission', 'Mission statement'],
    others: ['Mission 1: A growing economy'],
  },
  {
    role: 'mission',
    language: 'cy',
    phrases: ['(ein |y )?(cenhadaeth|chenhadaeth|pwrpas)'],
    examples: ['Ein cenhadaeth'],
  },
  {
    role: 'values',
    language: 'en',
    phrases: ['(our |my |the |core |force |shared |corporate )*values( and behaviours| are| statement)?'],
    examples: ['Our values', 'Values and behaviours', 'Core values'],
  },
  { role: 'values', language: 'cy', phrases: ['(ein |y )?(gwerthoedd)( …)?'], examples: ['Ein gwerthoedd'] },
  {
    role: 'principles',
    language: 'en',
    phrases: [
      '(our |my |the |guiding |key |design |shared |core |underpinning )*(principles)( for …| of …)?',
      '(the |our )?(five )?ways of working',
      'how we (will )?work',
    ],
    examples: ['Guiding principles', 'Our principles', 'Five ways of working'],
  },
  {
    role: 'principles',
    language: 'cy',
    phrases: ['(ein |y )?(h?egwyddorion|pum ffordd o weithio)( …)?'],
    examples: ['Ein hegwyddorion'],
  },
  {
    role: 'duties',
    language: 'en',
    phrases: ['(our |my |the |statutory |legal |key )*(duties|responsibilities|roles and responsibilities)( …)?'],
    examples: ['STATUTORY DUTIES', 'Our legal duties'],
  },
  { role: 'duties', language: 'cy', phrases: ['(ein |y )?dyletswyddau( …)?'], examples: ['Dyletswyddau statudol'] },
  {
    role: 'partners',
    language: 'en',
    phrases: [
      '(our |key |the |delivery )*(partners|partner organisations|partnerships)',
      'who (we|i) (will )?work with',
      'who will (help|be involved|we work with)',
      'working with',
    ],
    examples: ['Our partners', 'Key partners', 'Who we work with'],
    others: ['What our partners are telling us'],
  },
  { role: 'partners', language: 'cy', phrases: ['(ein |y )?partneriaid( …)?'], examples: ['Ein partneriaid'] },
  {
    role: 'statistics',
    language: 'en',
    phrases: [
      '(key )?(facts|facts and figures|figures|statistics|stats|numbers)',
      '… at a glance',
      '… in numbers',
      '… in figures',
    ],
    examples: ['Key facts', 'Our county at a glance', 'The borough in numbers'],
  },
  {
    role: 'statistics',
    language: 'cy',
    phrases: ['(ffeithiau|ystadegau|ffigurau)( …)?', '… mewn (ffigurau|rhifau)'],
    examples: ['Ffeithiau allweddol'],
  },
  {
    role: 'glossary',
    language: 'en',
    phrases: [
      '(glossary|abbreviations|acronyms|definitions|jargon buster)( …)?',
      '(list|table) of (abbreviations|acronyms|terms)( …)?',
      'terms( we)?( use|used|explained)?',
      '(words|terms) (we|i) use',
      'what (these|the|our) (words|terms) mean',
    ],
    examples: ['Glossary', 'Glossary of terms', 'List of abbreviations', 'Words we use'],
  },
  { role: 'glossary', language: 'cy', phrases: ['(geirfa|byrfoddau|rhestr termau)( …)?'], examples: ['Geirfa'] },
  {
    role: 'contact',
    language: 'en',
    phrases: [
      '(contact|contacts|contacting|contact us|contact details|contact information|get in touch|getting in touch|how to contact)( …)?',
      'have your say',
      'further information',
    ],
    examples: ['Contact us', 'Get in touch', 'How to contact us'],
  },
  {
    role: 'contact',
    language: 'cy',
    phrases: ['(cysylltu|cysylltwch|manylion cyswllt|sut i gysylltu)( …)?'],
    examples: ['Cysylltu â ni'],
  },
  {
    role: 'plan-priorities',
    language: 'en',
    phrases: [
      '(our |my |the |key |strategic |corporate |policing |police and crime |plan |council |local |overarching |main |high level |well-being |wellbeing |shared )*(… )?(priorities|objectives|goals|ambitions|pillars|missions|themes|priority areas|priority themes|commitments to you|strategic aims|focus areas)( are| for …| and …| at a glance| on a page)?',
      '(our|the|my) (plan|priorities|strategy|framework) (on a page|at a glance|in brief)',
      'what (we|i) (will|want to) (focus on|prioritise)',
    ],
    examples: [
      'My priorities are:',
      'Our strategic objectives',
      'MY PRIORITIES',
      'Well-being objectives',
      'Our plan on a page',
    ],
    others: ['Priority 1: Roads', 'Objective 2 Healthy homes'],
  },
  {
    role: 'plan-priorities',
    language: 'cy',
    phrases: ['(ein |fy |y )?(blaenoriaethau|amcanion|amcanion llesiant|pileri|themâu)( …)?'],
    examples: ['Ein blaenoriaethau', 'Amcanion llesiant'],
  },
];
