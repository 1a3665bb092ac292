import { kinds } from './kinds.ts';
import type { Field } from './types.ts';

const roots = ['plan', 'library'];
const everyItem = kinds.filter((kind) => kind.key !== 'part').map((kind) => kind.key);
const holders = [
  'theme',
  'priority',
  'group',
  'section',
  'panel',
  'outcome',
  'framework',
  'budget',
  'action',
  'duty',
  'goal',
];
const serving = ['priority', 'group', 'section', 'action', 'outcome', 'measure', 'budget'];
const handedDown = ['priority', 'group', 'section', 'action'];
const parties = ['role', 'partner'];

type Row = Omit<Field, 'item' | 'cy' | 'meaning' | 'example'>;

/** Makes the rows of one field: key, Welsh key, meaning, example, and how it is read on which kinds. */
const field = (key: string, cy: string, meaning: string, example: string, row: Omit<Row, 'key'>): Field => ({
  item: false,
  key,
  cy,
  meaning,
  example,
  ...row,
});

/** Every field. A key that means different things on different kinds has a row for each meaning. */
// biome-ignore format: one row a line, as a table
export const fields: readonly Field[] = [
  // Plan and library: the cover
  field('subtitle', 'is-deitl', 'The line below the title on the cover.', 'subtitle: Update 2019', { on: roots, type: 'text', name: 'language' }),
  field('strapline', 'arwyddair', 'A motto on the cover.', 'strapline: Achieving more together', { on: roots, type: 'text', name: 'language' }),
  field('kind', 'math', 'What sort of document it is.', 'kind: delivery plan', { on: ['plan'], type: 'choice', choices: ['plan', 'delivery plan', 'summary', 'update', 'report'], choicesCy: ['cynllun', 'cynllun cyflawni', 'crynodeb', 'diweddariad', 'adroddiad'] }),
  field('area', 'ardal', 'The place that the plan is for.', 'area: North Wales', { on: roots, type: 'text', name: 'language' }),
  field('organisation', 'sefydliad', 'The body whose plan it is.', 'organisation: Office of the Police and Crime Commissioner', { on: roots, type: 'text', name: 'language' }),
  field('force', 'heddlu', 'The police force or service that the plan directs.', 'force: Wiltshire Police', { on: roots, type: 'text', name: 'language' }),
  field('period', 'cyfnod', 'The time that the plan covers.', 'period: 2021-05-13 to 2024-05-08', { on: roots, type: 'period' }),
  field('language', 'iaith', 'The language that the plan is written in.', 'language: en', { on: roots, type: 'language' }),
  field('translations', 'cyfieithiadau', 'The languages that it is translated into.', 'translations: cy', { on: roots, type: 'languages' }),
  field('uses', 'defnyddio', 'Plans and libraries whose items may be named here, as `library.item`.', 'uses: wfg-2015, prsra-2011', { on: roots, type: 'reference', to: ['plan', 'library'] }),
  field('covers', 'cwmpasu', 'Frameworks that this plan must cover.', 'covers: prsra-2011.plan-contents', { on: ['plan'], type: 'reference', to: ['framework'] }),
  field('delivers', 'cyflawni', 'The plan that this one carries out.', 'delivers: police-and-crime-plan', { on: ['plan'], type: 'reference', to: ['plan', 'document'] }),
  field('updates', 'diweddaru', 'The plan that this one brings up to date.', 'updates: plan-2017', { on: ['plan'], type: 'reference', to: ['plan', 'document'] }),
  field('summarises', 'crynhoi', 'The plan that this one is a summary of.', 'summarises: full-plan', { on: ['plan'], type: 'reference', to: ['plan', 'document'] }),
  field('supersedes', 'disodli', 'The plan that this one replaces.', 'supersedes: plan-2013', { on: ['plan'], type: 'reference', to: ['plan', 'document'] }),
  field('numbering', 'rhifo', 'The kinds that are printed with numbers.', 'numbering: priorities, actions', { on: ['plan'], type: 'kinds' }),
  field('include', 'cynnwys', 'A further file of this plan, put in at this place.', 'include: parts/priority-1.plan', { on: ['plan-content'], type: 'path', repeats: true }),
  field('label', 'pennawd', 'The heading that the document prints for a field or a kind; `none` prints none.', 'label actions: What will I do?', { on: ['plan-content'], type: 'text', name: 'key', nameRequired: true, repeats: true }),

  // Plan and library: the control sheet
  field('reference', 'cyfeirnod', 'The document’s own reference number.', 'reference: OPCC/2019/14', { on: roots, type: 'text', mayBeEmpty: true }),
  field('marking', 'nod-diogelwch', 'The protective marking as printed.', 'marking: Not protectively marked', { on: roots, type: 'text', mayBeEmpty: true }),
  field('version', 'fersiwn', 'The version of the document.', 'version: 1.4', { on: roots, type: 'text', mayBeEmpty: true }),
  field('status', 'statws', 'How far the document has come; while it is a draft, checks of completeness only hint.', 'status: draft', { on: roots, type: 'choice', choices: ['draft', 'consultation', 'approved', 'published', 'superseded'], choicesCy: ['drafft', 'ymgynghoriad', 'cymeradwywyd', 'cyhoeddwyd', 'disodlwyd'], mayBeEmpty: true }),
  field('classification', 'dosbarthiad', 'Who may see the document.', 'classification: PROTECT', { on: roots, type: 'text', mayBeEmpty: true }),
  field('date', 'dyddiad', 'The date of this version.', 'date: 2019-08-28', { on: roots, type: 'date', mayBeEmpty: true }),
  field('owner', 'perchennog', 'Who answers for the document.', 'owner: pcc', { on: roots, type: 'reference', to: parties, orWords: true, mayBeEmpty: true }),
  field('author', 'awdur', 'Who wrote it.', 'author: Head of Policy', { on: roots, type: 'reference', to: parties, orWords: true, mayBeEmpty: true }),
  field('approved-by', 'cymeradwywyd-gan', 'Who approved it.', 'approved-by: Full Council', { on: roots, type: 'reference', to: parties, orWords: true, mayBeEmpty: true }),
  field('ratified', 'cadarnhawyd', 'The date it was ratified.', 'ratified: 2026-03-24', { on: roots, type: 'date', mayBeEmpty: true }),
  field('review-due', 'adolygu-erbyn', 'The date by which it will be looked at again.', 'review-due: 2027-03', { on: roots, type: 'date', mayBeEmpty: true }),
  field('enquiries', 'ymholiadau', 'Where questions about it go.', 'enquiries: plan@example.gov.uk', { on: roots, type: 'text', mayBeEmpty: true }),
  field('copyholders', 'deiliaid-copïau', 'Who keeps a copy.', 'copyholders: Office of the Commissioner', { on: roots, type: 'text', mayBeEmpty: true }),
  field('synopsis', 'crynodeb-byr', 'What the document is, in a few words; and what came of consulting on it.', 'synopsis: Sets the direction for the next four years.', { on: roots, type: 'prose', name: 'language', mayBeEmpty: true }),

  // Every item
  field('title', 'teitl', 'The title in another language.', 'title cy: Mae cymunedau’n ddiogel', { on: everyItem, type: 'text', name: 'language', nameRequired: true }),
  field('text', 'testun', 'More words about the item, in Markdown.', 'text: We will work with every school in the borough.', { on: everyItem, type: 'prose', name: 'language' }),
  field('source', 'ffynhonnell', 'Where a fact or figure comes from.', 'source: Crime Survey for England and Wales', { on: everyItem, type: 'text', name: 'language' }),
  field('tags', 'tagiau', 'Words to find items by.', 'tags: rural, farms', { on: everyItem, type: 'words' }),
  field('lead-in', 'cyflwyniad', 'The words that the items below it complete.', 'lead-in: I will make sure that the force:', { on: holders, type: 'text', name: 'language' }),

  // Links of the golden thread
  field('outcomes', 'canlyniadau', 'The outcomes that it works towards or asks about.', 'outcomes: safe, confident', { on: ['kpq', 'measure', 'priority'], type: 'reference', to: ['outcome'], impliedBy: 'outcome' }),
  field('kpqs', 'cpau', 'The key performance questions that it helps to answer.', 'kpqs: how-safe', { on: ['measure', 'priority'], type: 'reference', to: ['kpq'], impliedBy: 'kpq' }),
  field('measures', 'mesurau', 'The measures that answer the question, show the action’s effect or are drawn.', 'measures: asb', { on: ['kpq', 'action', 'chart'], type: 'reference', to: ['measure'], impliedBy: 'measure' }),
  field('priorities', 'blaenoriaethau', 'Priorities of the plan that this one delivers, or that an action, a section or money serves.', 'priorities: road-safety', { on: ['priority', 'group', 'section', 'action', 'line'], type: 'reference', to: ['priority'] }),
  field('goals', 'amcanion', 'Goals of a framework that it serves.', 'goals: wfg-2015.resilient-wales', { on: serving, type: 'reference', to: ['goal'] }),
  field('requirements', 'gofynion', 'Requirements of a framework that it meets; on a duty, those that it states.', 'requirements: prsra-2011.measuring', { on: [...serving, 'duty'], type: 'reference', to: ['requirement'] }),

  // The golden thread: fields
  field('act', 'deddf', 'The law that sets the duty.', 'act: equality-2010.equality-duty', { on: ['duty'], type: 'reference', to: ['framework', 'document'], orWords: true }),
  field('cites', 'dyfynnu', 'The section or paragraph of the law.', 'cites: s.7(1)(c)', { on: ['duty', 'goal', 'requirement'], type: 'text' }),
  field('why', 'pam', 'Why this is a priority.', 'why: Too many people are hurt on our roads.', { on: ['priority'], type: 'prose', name: 'language' }),
  field('closing', 'diweddglo', 'Words that close the priority after its lists.', 'closing: We will report on this each year.', { on: ['priority'], type: 'prose', name: 'language' }),
  field('lead', 'arweinydd', 'Who will see that it is done.', 'lead: head-of-housing', { on: handedDown, type: 'reference', to: parties, orWords: true }),
  field('assured-by', 'sicrheir-gan', 'Who makes sure that it is being done.', 'assured-by: scrutiny-committee', { on: handedDown, type: 'reference', to: parties, orWords: true }),
  field('partners', 'partneriaid', 'Who helps to do it.', 'partners: farming-unions', { on: handedDown, type: 'reference', to: parties, orWords: true }),
  field('start', 'dechrau', 'When work on it begins.', 'start: 2026-04', { on: ['action'], type: 'date' }),
  field('due', 'erbyn', 'When it will be done.', 'due: 2027-03', { on: [...handedDown, 'milestone'], type: 'due' }),
  field('status', 'statws', 'How far it has come.', 'status: under way', { on: ['action', 'milestone'], type: 'choice', choices: ['planned', 'under way', 'done', 'delayed', 'stopped'], choicesCy: ['bwriedir', 'ar y gweill', 'gwnaed', 'oedi', 'stopiwyd'] }),
  field('cost', 'cost', 'What it will cost.', 'cost: £1.24m', { on: ['action'], type: 'money' }),
  field('condition', 'amod', 'What it depends on.', 'condition: Subject to funding', { on: ['action'], type: 'text', name: 'language' }),

  // Measures
  field('unit', 'uned', 'What is counted.', 'unit: incidents', { on: ['measure', 'statistic'], type: 'text', name: 'language' }),
  field('direction', 'cyfeiriad', 'Which way is better.', 'direction: decrease', { on: ['measure'], type: 'choice', choices: ['increase', 'decrease', 'maintain'], choicesCy: ['cynyddu', 'gostwng', 'cynnal'] }),
  field('baseline', 'gwaelodlin', 'Where it stands now.', 'baseline: 12,480 in 2019/20', { on: ['measure'], type: 'baseline' }),
  field('target', 'targed', 'Where it should get to, and by when.', 'target: 11,000 by 2024-03', { on: ['measure'], type: 'target' }),
  field('frequency', 'amledd', 'How often it is looked at.', 'frequency: quarterly', { on: ['measure'], type: 'text', name: 'language' }),
  field('owner', 'perchennog', 'Who answers for the figure.', 'owner: performance-team', { on: ['measure'], type: 'reference', to: parties, orWords: true }),
  field('data', 'data', 'A CSV file with the figures.', 'data: data/asb.csv', { on: ['measure', 'table', 'chart'], type: 'path' }),
  field('actual', 'gwirioneddol', 'What was found in a period.', 'actual 2021/22: 11,902', { on: ['measure'], type: 'quantity', name: 'period', nameRequired: true, repeats: true }),

  // What plans lean on
  field('coverage', 'cwmpas', 'What covering the framework takes: each of its requirements, or any of them.', 'coverage: any', { on: ['framework'], type: 'choice', choices: ['all', 'any'], choicesCy: ['pob', 'unrhyw'] }),
  field('web', 'gwe', 'A web address.', 'web: https://www.legislation.gov.uk/anaw/2015/2', { on: ['framework', 'document', 'partner', 'contact'], type: 'text' }),
  field('date', 'dyddiad', 'When it was made or signed.', 'date: 2015-04-29', { on: ['framework', 'document', 'approval'], type: 'date' }),
  field('by', 'gan', 'Who wrote, said or signed it.', 'by: pcc', { on: ['section', 'quote', 'approval', 'document'], type: 'reference', to: parties, orWords: true }),
  field('aliases', 'enwau-eraill', 'Other names for the same thing, with commas.', 'aliases: BCUHB, the Health Board', { on: ['partner', 'role'], type: 'words' }),
  field('holder', 'deiliad', 'Who holds the office.', 'holder: Andy Dunbobbin', { on: ['role'], type: 'reference', to: parties, orWords: true }),
  field('deputy', 'dirprwy', 'Who stands in.', 'deputy: Wayne Jones', { on: ['role'], type: 'reference', to: parties, orWords: true }),
  field('since', 'ers', 'Since when.', 'since: 2021-05-13', { on: ['role'], type: 'date' }),
  field('means', 'ystyr', 'What the term means.', 'means: Automatic number plate recognition', { on: ['term'], type: 'text', name: 'language' }),

  // Narrative and evidence
  field('text', 'testun', 'Text of the section; it may stand between its items, as often as needed.', 'text: We asked 2,000 people.', { on: ['section'], type: 'prose', name: 'language', repeats: true }),
  field('summary', 'crynodeb', 'The standfirst: the section in a sentence.', 'summary: Who we are and what we are for.', { on: ['section'], type: 'prose', name: 'language' }),
  field('value', 'gwerth', 'The figure as printed.', 'value: almost half', { on: ['statistic'], type: 'text', name: 'language' }),
  field('when', 'pryd', 'The time of the figure, in words.', 'when: over the last year', { on: ['statistic'], type: 'text', name: 'language' }),
  field('period', 'cyfnod', 'The time that the figure is about.', 'period: 2018/19', { on: ['statistic'], type: 'period' }),
  field('note', 'nodyn', 'A note below the statistics.', 'note: Figures are rounded.', { on: ['panel'], type: 'prose', name: 'language' }),
  field('image', 'delwedd', 'The picture’s file.', 'image: images/map.png', { on: ['figure'], type: 'path' }),
  field('alt', 'testun-amgen', 'What the picture shows, for people who cannot see it.', 'alt: Map of the five wards', { on: ['figure', 'chart'], type: 'text', name: 'language' }),
  field('caption', 'capsiwn', 'The words below it.', 'caption: The area that we serve', { on: ['figure', 'table', 'chart'], type: 'text', name: 'language' }),
  field('row-headers', 'penawdau-rhes', 'Whether the first column names the rows.', 'row-headers: yes', { on: ['table'], type: 'choice', choices: ['yes', 'no'], choicesCy: ['ie', 'na'] }),
  field('style', 'arddull', 'How it is drawn.', 'style: bar', { on: ['chart'], type: 'choice', choices: ['line', 'bar'], choicesCy: ['llinell', 'bar'] }),
  field('year', 'blwyddyn', 'The year that the money is for.', 'year: 2026/27', { on: ['budget'], type: 'date' }),
  field('total', 'cyfanswm', 'What the lines add up to.', 'total: £14.2m', { on: ['budget'], type: 'money' }),
  field('amount', 'swm', 'The money of this line.', 'amount: £2.4m', { on: ['line'], type: 'money' }),
  field('signed-as', 'llofnodwyd-fel', 'The name or office as it is signed.', 'signed-as: Police and Crime Commissioner', { on: ['approval'], type: 'text', name: 'language' }),
  field('statement', 'datganiad', 'What the signature says.', 'statement: I approve this plan.', { on: ['approval'], type: 'prose', name: 'language' }),
  field('address', 'cyfeiriad-post', 'The postal address.', 'address: County Hall, High Street', { on: ['contact'], type: 'text', name: 'language' }),
  field('phone', 'ffôn', 'The telephone number.', 'phone: 01234 567890', { on: ['contact'], type: 'text' }),
  field('email', 'e-bost', 'The e-mail address.', 'email: plan@example.gov.uk', { on: ['contact'], type: 'text' }),
  field('social', 'cymdeithasol', 'Accounts on social media, with commas.', 'social: @ourborough', { on: ['contact'], type: 'words' }),
  field('languages', 'ieithoedd', 'Languages in which the body can be reached.', 'languages: en, cy', { on: ['contact'], type: 'languages' }),
  field('formats', 'fformatau', 'Formats in which the plan can be had.', 'formats: large print, Braille', { on: ['contact'], type: 'words' }),
];
