import {
  addBehind,
  drop,
  type Edit,
  everywhere,
  format,
  inOrder,
  move,
  put,
  putAll,
  rewrapped,
  split,
  withCrLf,
} from './edits.ts';

/** What somebody did to a plan, and what must be said of it. */
export interface Case {
  readonly name: string;
  readonly sample: string;
  /** What is done to the sample before, so that there is something to do afterwards. */
  readonly given?: readonly Edit[];
  readonly edits: readonly Edit[];
  /** The sentences, each below what it is about. */
  readonly says: string;
}

/** Edits that change nothing in the terms of the plan. */
export const unchanged: readonly Omit<Case, 'says'>[] = [
  { name: 'Windows line ends', sample: 'gwent', edits: [withCrLf] },
  { name: 'old Mac line ends', sample: 'wiltshire', edits: [everywhere((text) => text.replaceAll('\n', '\r'))] },
  {
    name: 'set in twice as deep',
    sample: 'leicestershire',
    edits: [everywhere((text) => text.replace(/^ +/gm, (spaces) => spaces + spaces))],
  },
  {
    name: 'a messed-up copy that was laid out anew',
    sample: 'south-wales',
    edits: [
      everywhere((text) =>
        text
          .replace(/^( *(?:action|priority|section|lead|value|statistic)(?: [a-z-]+)?): /gm, '$1 :   ')
          .replaceAll('\n\n', '\n\n\n'),
      ),
      format,
    ],
  },
  { name: 'prose broken at other places', sample: 'gwent', edits: [rewrapped(60)] },
  { name: 'prose in one line', sample: 'wiltshire', edits: [rewrapped(10_000)] },
  {
    name: 'empty lines between all items',
    sample: 'leicestershire',
    edits: [everywhere((text) => text.replace(/^ *(?:action|group|figure).*$/gm, '\n$&'))],
  },
  {
    name: 'comments',
    sample: 'north-wales',
    edits: [
      put('# The printed plan does not say which question', '# We say which question'),
      put('theme neighbourhoods:', '# The first theme\ntheme neighbourhoods:'),
    ],
  },
  {
    name: 'chapters in files of their own',
    sample: 'first-plan',
    edits: [
      split('priority good-homes', 'priority parks', {
        path: 'samples/first-plan/homes.plan',
        head: 'part first-plan: Homes',
      }),
      split('role chief-executive', 'partner kestrel-trust', {
        path: 'samples/first-plan/roles.plan',
        head: 'part first-plan: Who we are',
      }),
    ],
  },
  {
    name: 'a part that is called otherwise',
    sample: 'gwent',
    edits: [
      put('include: priority-5-effective-service-delivery.plan', 'include: service.plan'),
      (files) => {
        const { 'samples/gwent/priority-5-effective-service-delivery.plan': part = '', ...others } = files;
        return { ...others, 'samples/gwent/service.plan': part };
      },
    ],
  },
  {
    name: 'a link written at the other end',
    sample: 'first-plan',
    given: [
      move('measure rented-homes', 'behind', 'priority parks'),
      put('  unit: homes', '  kpqs: how-warm\n  unit: homes'),
    ],
    edits: [drop('kpqs: how-warm\n  unit'), put('people rent?\n', 'people rent?\n    measures: rented-homes\n')],
  },
  {
    name: 'links and fields in another order',
    sample: 'north-wales',
    edits: [
      put('kpqs: victims-supported, vulnerable-supported', 'kpqs: vulnerable-supported, victims-supported'),
      inOrder('  holder: Andy Dunbobbin', '  aliases: PCC, Commissioner', '  since: 2021-05'),
    ],
  },
];

export const cases: readonly Case[] = [
  {
    name: 'typewriter marks are set as a printer sets them',
    sample: 'first-plan',
    given: [
      put('Parks lift our mood and cool our streets.', `Parks "lift" our mood -- and cool our streets in 2-3 years...`),
    ],
    edits: [
      put(`"lift" our mood -- and`, '“lift” our mood – and'),
      put('2-3 years...', '2–3 years…'),
      put("ten minutes' walk", 'ten minutes’ walk'),
    ],
    says: `
Measure Homes more than ten minutes’ walk from a park – in ‘How close do people live to a park?’
  ~ Title has other quotation marks, dashes or dots; its words are the same
Priority 2 Bring parks closer to people
  ~ Why has other quotation marks, dashes or dots; its words are the same
`,
  },
  {
    name: 'a field with a name in the plural comes, another goes',
    sample: 'first-plan',
    edits: [
      put('    partners: kestrel-trust\n', ''),
      put('  holder: Maya Osei', '  holder: Maya Osei\n  aliases: CEO'),
    ],
    says: `
Action Build new homes for families at a fair rent – in ‘Make every home a good home’
  ~ Partners were taken out; they were ‘Kestrel Housing Trust’
Role Chief Executive
  ~ Aliases are new: ‘CEO’
`,
  },
  {
    name: 'two versions of a line are left by a merge',
    sample: 'first-plan',
    edits: [put('    target: 7,000 by 2030-03', '    target: 7,000 by 2030-03\n      target: 8,000 by 2030-03')],
    says: `
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Target changed from 7,000 by 2030-03 to 7,000 by 2030-03; 8,000 by 2030-03
`,
  },
  {
    name: 'what was said is put otherwise, and a row comes into a table',
    sample: 'first-plan',
    given: [
      put(
        'outcome warm-homes',
        'quote: Nobody had ever asked us\ntable: Risks\n  text:\n    | Risk | Answer |\n    |---|---|\n    | Floods | Walls |\n\noutcome warm-homes',
      ),
    ],
    edits: [
      put('Nobody had ever asked us', 'Nobody had asked us before'),
      put('    | Floods | Walls |\n', '    | Floods | Walls |\n    | Heat | Trees |\n'),
    ],
    says: `
Quote Nobody had asked us before
  ~ What was said changed: Nobody had [-ever -]asked us{+ before+}
Table Risks
  ~ Text changed: | Risk | Answer | | Floods | Walls |{+ | Heat | Trees |+}
`,
  },
  {
    name: 'an action is dropped',
    sample: 'first-plan',
    edits: [drop('action: Plant a small park')],
    says: `
Priority 2 Bring parks closer to people
  - Action ‘Plant a small park in each ward that has none’ was dropped
`,
  },
  {
    name: 'an action is new',
    sample: 'first-plan',
    edits: [addBehind('action: Open school gardens', 'action: Plant 500 street trees\n  lead: head-of-parks\n')],
    says: `
Priority 2 Bring parks closer to people
  + Action ‘Plant 500 street trees’ is new
`,
  },
  {
    name: 'actions are dropped in one place',
    sample: 'wiltshire',
    edits: [
      drop('action: Support Community Speedwatch schemes'),
      drop('action: Increase mobile enforcement'),
      drop('action: Protect the dedicated rural crime team'),
    ],
    says: `
Priority 1.5 Protect rural communities – in ‘Prevent crime and keep people safe’
  - Action ‘Protect the dedicated rural crime team’ was dropped
Priority 1.6 Make our roads safer – in ‘Prevent crime and keep people safe’
  - 2 actions were dropped: ‘Support Community Speedwatch schemes and ensuring it provides both education and intelligence for enforcement operations’ and ‘Increase mobile enforcement and use of driver safety awareness education programmes’
`,
  },
  {
    name: 'an action is moved to another priority',
    sample: 'first-plan',
    edits: [move('action: Build new homes', 'behind', 'action: Open school gardens')],
    says: `
Priority 1 Make every home a good home
  ~ Action ‘Build new homes for families at a fair rent’ moved to priority ‘Bring parks closer to people’
`,
  },
  {
    name: 'two actions are dropped, one is moved',
    sample: 'wiltshire',
    edits: [
      drop('action: Are good at tackling serious'),
      drop('action: Protect frontline community police'),
      drop('action: Deliver an outstanding community'),
      move('action: Work with partners to achieve sustained', 'behind', 'action: Increase mobile enforcement'),
    ],
    says: `
Priority 1.2 Community Policing is the best it can be – in ‘Prevent crime and keep people safe’
  - 2 actions were dropped: ‘Protect frontline community police officer numbers and PCSOs at 2019/20 levels’ and ‘Deliver an outstanding community policing service and fully meet national guidance on community policing’
Priority 1.3 Reduce Violent Crime – in ‘Prevent crime and keep people safe’
  - Action ‘Are good at tackling serious and organised crime threats across Wiltshire and Swindon’ was dropped
  ~ Action ‘Work with partners to achieve sustained reductions in serious violent crime, including knife crime’ moved to priority ‘Make our roads safer’
`,
  },
  {
    name: 'actions in another order',
    sample: 'wiltshire',
    edits: [
      inOrder(
        'action: Increase mobile enforcement',
        'action: Support Community Speedwatch',
        'action: With partners improve the safety',
      ),
    ],
    says: `
Priority 1.6 Make our roads safer – in ‘Prevent crime and keep people safe’
  ~ Action ‘Increase mobile enforcement and use of driver safety awareness education programmes’ stands first now
`,
  },
  {
    name: 'everything of one place the other way round',
    sample: 'south-wales',
    edits: [inOrder('partner home-office', 'partner welsh-government', 'partner welsh-forces', 'partner gwent-police')],
    says: `
The plan itself
  ~ 3 partners stand in another order: ‘Home Office’, ‘Welsh Government’ and ‘The other three Welsh forces’
`,
  },
  {
    name: 'a priority stands first',
    sample: 'wiltshire',
    edits: [move('priority roads', 'before', 'priority effective-police')],
    says: `
Priority 1 Prevent crime and keep people safe
  ~ Priority ‘Make our roads safer’ stands first now
`,
  },
  {
    name: 'a sub-priority is moved',
    sample: 'wiltshire',
    edits: [move('priority roads', 'behind', 'priority domestic-abuse')],
    says: `
Priority 1 Prevent crime and keep people safe
  ~ Priority ‘Make our roads safer’ moved to priority ‘Protect the most vulnerable people in society’
`,
  },
  {
    name: 'a priority moves to another theme',
    sample: 'north-wales',
    edits: [move('priority rural-crime', 'into', 'theme victims')],
    says: `
Theme Delivering safer neighbourhoods
  ~ Priority ‘Tackle and prevent rural and wildlife crime’ moved to theme ‘Supporting victims and communities’
`,
  },
  {
    name: 'a title changes',
    sample: 'first-plan',
    edits: [put('Bring parks closer to people', 'Bring parks and woods closer to people')],
    says: `
Priority 2 Bring parks and woods closer to people
  ~ Title changed: Bring parks {+and woods +}closer to people
`,
  },
  {
    name: 'a title is another one',
    sample: 'first-plan',
    edits: [put('Bring parks closer to people', 'A green borough')],
    says: `
Priority 2 A green borough
  ~ Title changed from ‘Bring parks closer to people’ to ‘A green borough’
`,
  },
  {
    name: 'an action without an id is called otherwise',
    sample: 'first-plan',
    edits: [put('Plant a small park in each ward that has none', 'Plant a small park in each ward without one')],
    says: `
Action Plant a small park in each ward without one – in ‘Bring parks closer to people’
  ~ Title changed: Plant a small park in each ward [-that has none-]{+without one+}
`,
  },
  {
    name: 'an id changes, and all that names it with it',
    sample: 'first-plan',
    edits: [
      putAll('green-space', 'parks-near'),
      putAll('head-of-parks', 'parks-lead'),
      putAll('[[good-homes]]', '[[homes]]'),
      put('priority good-homes', 'priority homes'),
    ],
    says: `
Outcome Everyone has a park within a short walk
  ~ Id changed from ‘green-space’ to ‘parks-near’
Priority 1 Make every home a good home
  ~ Id changed from ‘good-homes’ to ‘homes’
Role Head of Parks
  ~ Id changed from ‘head-of-parks’ to ‘parks-lead’
`,
  },
  {
    name: 'an id is given where there was none',
    sample: 'first-plan',
    edits: [put('action: Plant a small', 'action plant-parks: Plant a small')],
    says: `
Action Plant a small park in each ward that has none – in ‘Bring parks closer to people’
  ~ Id is new: ‘plant-parks’
`,
  },
  {
    name: 'another id and another title, with the same actions',
    sample: 'wiltshire',
    edits: [put('priority roads: Make our roads safer', 'priority travel: Nobody is hurt in traffic')],
    says: `
Priority 1.6 Nobody is hurt in traffic – in ‘Prevent crime and keep people safe’
  ~ Id changed from ‘roads’ to ‘travel’
  ~ Title changed from ‘Make our roads safer’ to ‘Nobody is hurt in traffic’
`,
  },
  {
    name: 'called otherwise and moved',
    sample: 'first-plan',
    edits: [
      move('action: Build new homes', 'behind', 'action: Open school gardens'),
      put('Build new homes for families at a fair rent', 'Build new homes for large families at a fair rent'),
    ],
    says: `
Priority 1 Make every home a good home
  ~ Action ‘Build new homes for large families at a fair rent’ moved to priority ‘Bring parks closer to people’
Action Build new homes for large families at a fair rent – in ‘Bring parks closer to people’
  ~ Title changed: Build new homes for {+large +}families at a fair rent
`,
  },
  {
    name: 'a link is broken',
    sample: 'first-plan',
    edits: [drop('outcomes: green-space')],
    says: `
Priority 2 Bring parks closer to people
  - no longer works towards outcome ‘Everyone has a park within a short walk’
`,
  },
  {
    name: 'a link is made',
    sample: 'first-plan',
    edits: [put('  outcomes: green-space', '  outcomes: green-space, warm-homes')],
    says: `
Priority 2 Bring parks closer to people
  + works towards outcome ‘People live in warm, safe homes’ now
`,
  },
  {
    name: 'links are made and broken',
    sample: 'north-wales',
    edits: [
      put(
        'wildlife crime\n    outcomes: safe\n    kpqs: how-safe, preventing-crime, confident-in-police',
        'wildlife crime\n    outcomes: supported, confidence\n    kpqs: confident-in-police',
      ),
    ],
    says: `
Priority Tackle and prevent rural and wildlife crime – in ‘Delivering safer neighbourhoods’
  + works towards outcomes ‘Victims and the vulnerable feel supported and safe’ and ‘People have confidence in the Police and the Criminal Justice System’ now
  - no longer works towards outcome ‘Communities are safe and crime is reduced’
  - no longer helps to answer KPQs ‘How safe are our communities?’ and ‘How well are we preventing and reducing crime?’
`,
  },
  {
    name: 'a question is dropped that a priority answered',
    sample: 'north-wales',
    edits: [drop('kpq how-safe'), putAll('how-safe, ', '')],
    says: `
The plan itself
  - KPQ ‘How safe are our communities?’ was dropped; priorities ‘Tackle and prevent rural and wildlife crime’, ‘Improve the efficiency and effectiveness of police officers and police staff’, ‘Improve road safety’, ‘Safeguard vulnerable people’ and ‘Tackle and prevent hate crime’ no longer help to answer it
`,
  },
  {
    name: 'a question is dropped with its measure',
    sample: 'first-plan',
    edits: [drop('kpq how-close'), drop('kpqs: how-close')],
    says: `
Outcome Everyone has a park within a short walk
  - KPQ ‘How close do people live to a park?’ was dropped, with 1 measure; priority ‘Bring parks closer to people’ no longer helps to answer it
`,
  },
  {
    name: 'a priority is dropped with its actions',
    sample: 'first-plan',
    edits: [drop('priority parks')],
    says: `
The plan itself
  - Priority ‘Bring parks closer to people’ was dropped, with 2 actions
`,
  },
  {
    name: 'a priority is new, with links and actions',
    sample: 'first-plan',
    edits: [
      addBehind(
        'priority parks',
        '\npriority streets: Quiet streets\n  outcomes: green-space, warm-homes\n  kpqs: how-close\n  why: Noise makes people ill.\n  action: Slow the traffic\n    goals: x.y\n  action: Plant trees\n',
      ),
    ],
    says: `
The plan itself
  + Priority ‘Quiet streets’ is new, with 2 actions; it works towards outcomes ‘Everyone has a park within a short walk’ and ‘People live in warm, safe homes’ and helps to answer KPQ ‘How close do people live to a park?’
`,
  },
  {
    name: 'an outcome is new, and a priority works towards it',
    sample: 'first-plan',
    edits: [
      addBehind(
        'outcome green-space',
        '\noutcome clean-air: The air is clean\n  kpq how-clean: How clean is the air?\n',
      ),
      put('  outcomes: green-space', '  outcomes: green-space, clean-air'),
    ],
    says: `
The plan itself
  + Outcome ‘The air is clean’ is new, with 1 KPQ
Priority 2 Bring parks closer to people
  + works towards outcome ‘The air is clean’ now
`,
  },
  {
    name: 'a target moves',
    sample: 'first-plan',
    edits: [put('7,000 by 2030-03', '8,000 by 2030-03')],
    says: `
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Target moved from 7,000 to 8,000 by 2030-03
`,
  },
  {
    name: 'a target is to be reached later',
    sample: 'first-plan',
    edits: [put('7,000 by 2030-03', '7,000 by 2031-03')],
    says: `
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Target of 7,000 moved from 2030-03 to 2031-03
`,
  },
  {
    name: 'a target moves, and is to be reached later',
    sample: 'first-plan',
    edits: [put('7,000 by 2030-03', '6,500 by 2031-03')],
    says: `
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Target moved from 7,000 by 2030-03 to 6,500 by 2031-03
`,
  },
  {
    name: 'a baseline, a direction, a unit, a source and a result',
    sample: 'first-plan',
    edits: [
      put('baseline: 5,200 in 2025', 'baseline: 5,250 in 2025'),
      put('direction: decrease', 'direction: maintain'),
      put('unit: homes', 'unit: rented homes'),
      drop('source: Council map of parks'),
      put('      frequency: quarterly', '      actual 2026: 5,400\n      frequency: quarterly'),
    ],
    says: `
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Unit changed from ‘homes’ to ‘rented homes’
  ~ Baseline moved from 5,200 to 5,250 in 2025
  ~ Actual 2026 is new: 5,400
Measure Homes more than ten minutes' walk from a park – in ‘How close do people live to a park?’
  ~ Direction changed from ‘decrease’ to ‘maintain’
  ~ Source was taken out; it was ‘Council map of parks’
`,
  },
  {
    name: 'a day, a lead, a status and partners of actions',
    sample: 'first-plan',
    edits: [
      put('due: 2028-10', 'due: 2029-01'),
      put(
        '    lead: head-of-parks\n    due: 2027-05',
        '    lead: chief-executive\n    due: 2027-05\n    status: under way',
      ),
      put('partners: kestrel-trust', 'partners: kestrel-trust, head-of-parks'),
    ],
    says: `
Action Fit thick loft lining in the coldest council homes – in ‘Make every home a good home’
  ~ Due moved from 2028-10 to 2029-01
Action Build new homes for families at a fair rent – in ‘Make every home a good home’
  ~ Partners: now with ‘Head of Parks’
Action Open school gardens to all at weekends – in ‘Bring parks closer to people’
  ~ Lead changed from ‘Head of Parks’ to ‘Chief Executive’
  ~ Status is new: ‘under way’
`,
  },
  {
    name: 'due in other words',
    sample: 'first-plan',
    edits: [put('due: 2028-10', 'due: within two years'), put('due: 2029-12', 'due: when money allows')],
    says: `
Action Fit thick loft lining in the coldest council homes – in ‘Make every home a good home’
  ~ Due changed from 2028-10 to ‘within two years’
Action Build new homes for families at a fair rent – in ‘Make every home a good home’
  ~ Due changed from 2029-12 to ‘when money allows’
`,
  },
  {
    name: 'a partner goes',
    sample: 'gwent',
    edits: [put('partners: landlords, councils, social-landlords', 'partners: landlords, social-landlords')],
    says: `
Section Safer Neighbourhoods – in ‘Tackling Anti-Social Behaviour’
  ~ Partners: no longer with ‘Councils’
`,
  },
  {
    name: 'what means the same',
    sample: 'first-plan',
    edits: [put('baseline: 38% in 2025', 'baseline: 38 % in 2025'), put('7,000 by 2030-03', '7000 by 2030-03')],
    says: `
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Target means the same, and is written 7000 by 2030-03 in place of 7,000 by 2030-03
Measure Homes more than ten minutes' walk from a park – in ‘How close do people live to a park?’
  ~ Baseline means the same, and is written 38 % in 2025 in place of 38% in 2025
`,
  },
  {
    name: 'a party is called otherwise: nothing changed for its actions',
    sample: 'first-plan',
    edits: [put('role head-of-parks: Head of Parks', 'role head-of-parks: Director of Parks')],
    says: `
Role Director of Parks
  ~ Title changed: [-Head-]{+Director+} of Parks
`,
  },
  {
    name: 'words of prose',
    sample: 'first-plan',
    edits: [put('Cold homes make people ill.', 'Cold and damp homes make many people ill.')],
    says: `
Priority 1 Make every home a good home
  ~ Why changed: Cold {+and damp +}homes make {+many +}people ill. Too many homes to rent have a low EPC grade.
`,
  },
  {
    name: 'prose is written anew',
    sample: 'first-plan',
    edits: [
      put(
        'Parks lift our mood and cool our streets. They matter most to people in flats. See also [[good-homes]].',
        'Whoever has no garden needs green close by.',
      ),
    ],
    says: `
Priority 2 Bring parks closer to people
  ~ Why was rewritten: [-Parks lift our mood and cool our streets. They matter most to people in flats. See also Make every home a good home.-]{+Whoever has no garden needs green close by.+}
`,
  },
  {
    name: 'prose is new, and prose is taken out',
    sample: 'first-plan',
    edits: [
      drop('why: Cold homes'),
      put(
        'action: Open school gardens to all at weekends\n',
        'action: Open school gardens to all at weekends\n    text: Gates, benches and a tap.\n',
      ),
    ],
    says: `
Priority 1 Make every home a good home
  ~ Why was taken out: [-Cold homes make people ill. Too many homes to rent have a low EPC grade.-]
Action Open school gardens to all at weekends – in ‘Bring parks closer to people’
  ~ Text is new: {+Gates, benches and a tap.+}
`,
  },
  {
    name: 'a word far inside long prose, broken elsewhere',
    sample: 'gwent',
    edits: [rewrapped(70), put('street drinking', 'drinking in the street')],
    says: `
Priority 4 Tackling Anti-Social Behaviour
  ~ Why changed: Nuisance neighbours, [-street -]drinking{+ in the street+}, abandoned cars, prostitution related …
`,
  },
  {
    name: 'Welsh comes and changes',
    sample: 'south-wales',
    edits: [
      put('title cy: Comisiynydd yr Heddlu a Throseddau De Cymru', 'title cy: Comisiynydd Heddlu a Throseddu De Cymru'),
      put(
        'role chief-constable: Chief Constable\n',
        'role chief-constable: Chief Constable\n  title cy: Prif Gwnstabl\n  text cy: Mae’r Prif Gwnstabl yn arwain yr heddlu.\n',
      ),
    ],
    says: `
Role South Wales Police and Crime Commissioner
  ~ Title in Welsh changed: Comisiynydd [-yr -]Heddlu a [-Throseddau-]{+Throseddu+} De Cymru
Role Chief Constable
  ~ Title in Welsh is new: ‘Prif Gwnstabl’
  ~ Text in Welsh is new: {+Mae’r Prif Gwnstabl yn arwain yr heddlu.+}
`,
  },
  {
    name: 'the cover and the headings',
    sample: 'first-plan',
    edits: [
      put('version: 1.0', 'version: 1.1'),
      put('status: published', 'status: superseded'),
      put('period: 2026-04-01 to 2030-03-31', 'period: 2026-04-01 to 2031-03-31'),
      put('label why: Why this matters', 'label why: Why we do this'),
      drop('label actions'),
      put('Our Borough Plan 2026–2030', 'Our Borough Plan 2026–2031'),
      put('numbering: priorities', 'numbering: priorities, actions'),
    ],
    says: `
The plan itself
  ~ Title changed: Our Borough Plan 2026–[-2030-]{+2031+}
  ~ Period changed from ‘2026-04-01 to 2030-03-31’ to ‘2026-04-01 to 2031-03-31’
  ~ Numbering: now with ‘actions’
  ~ Version changed from ‘1.0’ to ‘1.1’
  ~ Status changed from ‘published’ to ‘superseded’
  ~ Label why changed from ‘Why this matters’ to ‘Why we do this’
  ~ Label actions was taken out; it was ‘What we will do’
`,
  },
  {
    name: 'goals and requirements of libraries',
    sample: 'gwent',
    edits: [
      put(
        '    goals: vision-local-policing\n    lead: neighbourhood-policing-teams',
        '    goals: wfg-2015.resilient-wales\n    lead: neighbourhood-policing-teams',
      ),
      put('requirements: fms-demand, fms-workforce, fms-efficiency, fms-money', 'requirements: fms-demand, fms-money'),
    ],
    says: `
Section Force Management Statements (FMS) – in ‘Transformation for the Future’
  - no longer meets requirements ‘How the force will change and improve its workforce and other assets to cope with that demand’ and ‘How the force will improve its efficiency to make sure the gap between future demand and future capability is as small as it can reasonably be’
Section Local Policing – in ‘Transformation for the Future’
  + serves goal ‘A resilient Wales’ now
  - no longer serves goal ‘Local policing’
`,
  },
  {
    name: 'what a plan covers and uses',
    sample: 'gwent',
    edits: [
      put(
        '  uses: gwent-police-and-crime, wfg-2015, equality-2010',
        '  uses: gwent-police-and-crime, wfg-2015\n  covers: wfg-2015.well-being-goals',
      ),
    ],
    says: `
The plan itself
  ~ Uses: no longer with ‘Equality Act 2010’
  + covers framework ‘The well-being goals’ now
`,
  },
  {
    name: 'a priority of the plan that is delivered goes',
    sample: 'gwent',
    edits: [put('priority community-cohesion: Community Cohesion\n\npriority anti', 'priority anti')],
    says: `
Priority 3 Community Cohesion
  - no longer delivers priority ‘Community Cohesion’
The plan itself
  - Priority ‘Community Cohesion’ was dropped
`,
  },
  {
    name: 'a kind changes',
    sample: 'first-plan',
    edits: [put('partner kestrel-trust', 'role kestrel-trust')],
    says: `
Role Kestrel Housing Trust
  ~ is a role now; it was a partner
`,
  },
  {
    name: 'actions are put in a group',
    sample: 'first-plan',
    edits: [
      drop('action: Open school gardens'),
      drop('action: Plant a small park'),
      addBehind(
        'kpqs: how-close',
        'group: In the wards\n  action: Plant a small park in each ward that has none\n    lead: head-of-parks\n    due: 2029-03\n  action: Open school gardens to all at weekends\n    lead: head-of-parks\n    due: 2027-05\n',
      ),
    ],
    says: `
Priority 2 Bring parks closer to people
  + Group ‘In the wards’ is new
  ~ 2 actions moved to group ‘In the wards’: ‘Plant a small park in each ward that has none’ and ‘Open school gardens to all at weekends’
`,
  },
  {
    name: 'a group without a title goes, and its actions stay',
    sample: 'leicestershire',
    edits: [
      put(
        '  group:\n    action: I will ensure that I am represented properly',
        '  action: I will ensure that I am represented properly',
      ),
      everywhere((text) => {
        const start = text.indexOf('    action: I intend to allocate funds');
        const end = text.indexOf('  section:', start);
        return text.slice(0, start) + text.slice(start, end).replace(/^ {2}/gm, '') + text.slice(end);
      }),
    ],
    says: `
Priority Viable Partnerships
  - Group without a title was dropped
  ~ 5 actions moved here from group without a title: ‘I will ensure that I am represented properly within existing partnership structures and appropriate fora’, ‘I intend to allocate funds which will recognise the value of Local Authority and Community Safety Partnerships’, ‘I will include longer term funding arrangements’, ‘I will consider supporting collective and collaborative co-commissioned beneficial services’ and ‘I will also provide grants to smaller organisations to help tackle specific areas of work and to address particular challenges’
`,
  },
  {
    name: 'figures that are worth showing, and money',
    sample: 'leicestershire',
    edits: [
      put('value: 96%', 'value: 95%'),
      put('value: £1.24m\n      when: currently', 'value: £1.3m\n      when: from April'),
      put('line: To support the capital programme', 'line: To support the capital programme\n        amount: £1.24m'),
      drop('statistic: From Central Government'),
    ],
    says: `
Panel The Budget is made up of: – in ‘Value for Money’
  - Statistic ‘From Central Government’ was dropped
Statistic Grants from the Ministry of Justice, to support victims of crime – in ‘Value for Money’
  ~ Value changed from ‘£1.24m’ to ‘£1.3m’
  ~ When changed from ‘currently’ to ‘from April’
Statistic Funding passed to the Chief Constable to provide operational policing delivered either locally or through regional collaborations – in ‘Value for Money’
  ~ Value changed from ‘96%’ to ‘95%’
Budget line To support the capital programme – in ‘My budget, precept and financial plans are published on my website.’
  ~ Amount is new: £1.24m
`,
  },
  {
    name: 'money written otherwise, and other money',
    sample: 'leicestershire',
    given: [
      put('line: To support the capital programme', 'line: To support the capital programme\n        amount: £1.24m'),
      put(
        'line: To run the Office of the Police and Crime Commissioner',
        'line: To run the Office of the Police and Crime Commissioner\n          amount: £2m',
      ),
    ],
    edits: [put('£1.24m\n\n', '£1,240,000\n\n'), put('amount: £2m', 'amount: £2.1m')],
    says: `
Budget line To run the Office of the Police and Crime Commissioner – in ‘My budget, precept and financial plans are published on my website.’
  ~ Amount moved from £2m to £2.1m
Budget line To support the capital programme – in ‘My budget, precept and financial plans are published on my website.’
  ~ Amount means the same, and is written £1,240,000 in place of £1.24m
`,
  },
  {
    name: 'a picture with another caption, and other files behind the same names',
    sample: 'first-plan',
    given: [
      addBehind(
        'vision: Everyone',
        '\nsection map: Map\n  figure: The borough\n    image: map.png\n    alt: Map\n    caption: The borough in 2025\n',
      ),
      put('      unit: %', '      unit: %\n      data: parks.csv'),
      (files) => ({
        ...files,
        'samples/first-plan/map.png': 'one',
        'samples/first-plan/parks.csv': 'period,value\n2025,38\n',
      }),
    ],
    edits: [
      put('caption: The borough in 2025', 'caption: The borough in 2026'),
      (files) => ({
        ...files,
        'samples/first-plan/map.png': 'two',
        'samples/first-plan/parks.csv': 'period,value\n2025,38\n2026,37\n',
      }),
    ],
    says: `
Figure The borough – in ‘Map’
  ~ The picture in ‘map.png’ changed
  ~ Caption changed from ‘The borough in 2025’ to ‘The borough in 2026’
Measure Homes more than ten minutes' walk from a park – in ‘How close do people live to a park?’
  ~ The figures in ‘parks.csv’ changed: 2026 is new, with 37
`,
  },
  {
    name: 'a list in prose gets another point',
    sample: 'gwent',
    edits: [put('    - [[vision-workforce]]\n', '    - [[vision-workforce]]\n    - a point of our own\n')],
    says: `
Section The National Policing Vision 2025
  ~ Text changed: … Specialist capabilities - Workforce - {+a point of our own - +}Digital policing - Enabling business delivery - Governance and accountability
`,
  },
  {
    name: 'a paragraph is broken in two',
    sample: 'first-plan',
    edits: [
      put('  why: Cold homes make people ill. Too many', '  why:\n    Cold homes make people ill.\n\n    Too many'),
    ],
    says: `
Priority 1 Make every home a good home
  ~ Why changed: Cold homes make people ill.[- -]{+ ¶ +}Too many homes to rent have a low EPC grade.
`,
  },
  {
    name: 'a part is left out',
    sample: 'gwent',
    edits: [put('include: priority-4-tackling-anti-social-behaviour.plan\n', '')],
    says: `
The plan itself
  - Priority ‘Tackling Anti-Social Behaviour’ was dropped, with 6 sections and 4 statistics; section ‘Priority anti-social-behaviour – Tackling ASB’ no longer serves it
`,
  },
  {
    name: 'a question moves to another outcome',
    sample: 'first-plan',
    edits: [move('kpq how-close', 'into', 'outcome warm-homes')],
    says: `
Outcome Everyone has a park within a short walk
  ~ KPQ ‘How close do people live to a park?’ moved to outcome ‘People live in warm, safe homes’
`,
  },
  {
    name: 'a measure moves out of its question and names it: only its place changed',
    sample: 'first-plan',
    edits: [
      move('measure rented-homes', 'behind', 'priority parks'),
      put('  unit: homes', '  kpqs: how-warm\n  unit: homes'),
    ],
    says: `
KPQ How warm are the homes that people rent? – in ‘People live in warm, safe homes’
  ~ Measure ‘Rented homes with an EPC grade of C or better’ moved out of it, into the plan itself
`,
  },
  {
    name: 'all of it at once, in another layout',
    sample: 'first-plan',
    edits: [
      put('7,000 by 2030-03', '7,500 by 2030-03'),
      put('Bring parks closer to people', 'Bring parks closer to everyone'),
      drop('action: Open school gardens'),
      move('action: Build new homes', 'behind', 'action: Plant a small park'),
      addBehind('partner kestrel-trust', 'partner water: Ashmere Water\npartner rail: Ashmere Rail\n'),
      drop('kpqs: how-close'),
      withCrLf,
      everywhere((text) => text.replace(/^ +/gm, (spaces) => spaces + spaces)),
    ],
    says: `
The plan itself
  + 2 partners are new: ‘Ashmere Water’ and ‘Ashmere Rail’
Measure Rented homes with an EPC grade of C or better – in ‘How warm are the homes that people rent?’
  ~ Target moved from 7,000 to 7,500 by 2030-03
Priority 1 Make every home a good home
  ~ Action ‘Build new homes for families at a fair rent’ moved to priority ‘Bring parks closer to everyone’
Priority 2 Bring parks closer to everyone
  ~ Title changed: Bring parks closer to [-people-]{+everyone+}
  - no longer helps to answer KPQ ‘How close do people live to a park?’
  - Action ‘Open school gardens to all at weekends’ was dropped
`,
  },
  {
    name: 'a plan has another id',
    sample: 'first-plan',
    edits: [put('plan first-plan: Our', 'plan ashmere: Our')],
    says: `
The plan itself
  ~ Id changed from ‘first-plan’ to ‘ashmere’
`,
  },
  {
    name: 'a plan is in another file',
    sample: 'wiltshire',
    edits: [({ 'samples/wiltshire/wiltshire.plan': text = '' }) => ({ 'plans/ours.plan': text })],
    says: '',
  },
  {
    name: 'a plan has another id, in another file, and an action less',
    sample: 'first-plan',
    edits: [
      put('plan first-plan: Our', 'plan ashmere: Our'),
      drop('action: Plant a small park'),
      ({ 'samples/first-plan/first-plan.plan': text = '' }) => ({ 'plans/ours.plan': text }),
    ],
    says: `
The plan itself
  ~ Id changed from ‘first-plan’ to ‘ashmere’
Priority 2 Bring parks closer to people
  - Action ‘Plant a small park in each ward that has none’ was dropped
`,
  },
  {
    name: 'a plan is gone, and quite another one is new',
    sample: 'first-plan',
    edits: [() => ({ 'b.plan': 'plan b: The Other Plan\n\noutcome calm: Everyone is calm\n' })],
    says: `
This plan is new.
This plan is gone.
`,
  },
  {
    name: 'Welsh keywords in the place of English ones',
    sample: 'first-plan',
    given: [
      () => ({
        'a.plan':
          'plan a: Cynllun\n\npriority p: Parciau\n  why: Mae angen parciau.\n  action: Plannu coed\n    status: done\n    due: 2027\n',
      }),
    ],
    edits: [
      () => ({
        'a.plan':
          '# language: cy\ncynllun a: Cynllun\n\nblaenoriaeth p: Parciau\n  pam: Mae angen parciau.\n  gweithred: Plannu coed\n    statws: gwnaed\n    erbyn: 2027\n',
      }),
    ],
    says: `
Action Plannu coed – in ‘Parciau’
  ~ Status means the same, and is written ‘gwnaed’ in place of ‘done’
`,
  },
  {
    name: 'an id that one item had is another item’s now',
    sample: 'first-plan',
    edits: [
      put('role head-of-parks: Head of Parks', 'role head-of-green: Head of Parks'),
      put('partner kestrel-trust: Kestrel Housing Trust', 'partner head-of-parks: Friends of Ashmere Parks'),
    ],
    says: `
The plan itself
  - Partner ‘Kestrel Housing Trust’ was dropped
  + Partner ‘Friends of Ashmere Parks’ is new
Measure Homes more than ten minutes' walk from a park – in ‘How close do people live to a park?’
  ~ Owner changed from ‘Head of Parks’ to ‘Friends of Ashmere Parks’
Action Build new homes for families at a fair rent – in ‘Make every home a good home’
  ~ Partners changed from ‘Kestrel Housing Trust’ to ‘kestrel-trust’
Action Plant a small park in each ward that has none – in ‘Bring parks closer to people’
  ~ Lead changed from ‘Head of Parks’ to ‘Friends of Ashmere Parks’
Action Open school gardens to all at weekends – in ‘Bring parks closer to people’
  ~ Lead changed from ‘Head of Parks’ to ‘Friends of Ashmere Parks’
Role Head of Parks
  ~ Id changed from ‘head-of-parks’ to ‘head-of-green’
`,
  },
  {
    name: 'lines that nobody understands',
    sample: 'first-plan',
    edits: [put('priority parks:', 'priorty parks:')],
    says: '',
  },
];
