import type { Definition, KeyLanguage } from '@goldthread/grammar';
import { fieldOn, kindOf, wordFor } from '@goldthread/grammar';

/** The first line of the vocabulary's own example, in the words of a language: `due: 2027-03`. */
export function exampleOf(definition: Definition, language: KeyLanguage): string {
  const line = definition.example.split('\n', 1)[0] as string;
  return lineIn(line, definition, language);
}

/** The vocabulary's own example with all its lines, in the words of a language. */
export function wholeExampleOf(definition: Definition, language: KeyLanguage): string {
  const [first = '', ...lines] = definition.example.split('\n');
  return [lineIn(first, definition, language), ...lines.map((line) => innerLine(line, definition, language))].join(
    '\n',
  );
}

function lineIn(line: string, definition: Definition, language: KeyLanguage): string {
  const welsh = language === 'cy' ? welshExamples[line] : undefined;
  return welsh ?? wordFor(definition, language) + line.slice(definition.key.length);
}

/** A line below the first one. */
function innerLine(line: string, { key: kind }: Definition, language: KeyLanguage): string {
  const words = line.trimStart();
  const key = /^[^\s:]+/.exec(words)?.[0] ?? '';
  const field = fieldOn(kind, key) ?? kindOf(key);
  return field ? line.slice(0, line.length - words.length) + lineIn(words, field, language) : line;
}

/** Example lines in Welsh, by the English ones; those without words of a language are not here. */
// biome-ignore format: one row a line, as a table
const welshExamples: Readonly<Record<string, string>> = {
  'plan our-borough: Our Borough Plan 2026–2030': 'cynllun ein-sir: Cynllun Ein Sir 2026–2030',
  'part our-borough: Priority 1': 'rhan ein-sir: Blaenoriaeth 1',
  'library county-partners: Partners across the county': 'llyfrgell partneriaid-y-sir: Partneriaid ar draws y sir',
  'vision: A borough where everyone can live well': 'gweledigaeth: Sir lle gall pawb fyw’n dda',
  'mission: To serve the people of the borough': 'cenhadaeth: Gwasanaethu pobl y sir',
  'value: We are open about what we do': 'gwerth: Rydym yn agored am yr hyn a wnawn',
  'principle: We act early rather than late': 'egwyddor: Rydym yn gweithredu’n gynnar yn hytrach nag yn hwyr',
  'aim: To make the borough a place where people want to stay': 'nod: Gwneud y sir yn lle y mae pobl am aros ynddo',
  'duty: To hold the Chief Constable to account': 'dyletswydd: Dwyn y Prif Gwnstabl i gyfrif',
  'outcome safe: Communities are safe and crime is reduced': 'canlyniad diogel: Mae cymunedau’n ddiogel ac mae llai o droseddu',
  'kpq how-safe: How safe are our communities?': 'cpa pa-mor-ddiogel: Pa mor ddiogel yw ein cymunedau?',
  'measure asb: Anti-social behaviour incidents recorded': 'mesur ygg: Digwyddiadau o ymddygiad gwrthgymdeithasol a gofnodwyd',
  'theme neighbourhoods: Delivering safer neighbourhoods': 'thema cymdogaethau: Cymdogaethau mwy diogel',
  'priority road-safety: Improve road safety': 'blaenoriaeth diogelwch-ffyrdd: Gwella diogelwch ar y ffyrdd',
  'group: Working with schools': 'grŵp: Gweithio gydag ysgolion',
  'action: Open two new community hubs': 'gweithred: Agor dwy ganolfan gymunedol newydd',
  'milestone: First hub opens': 'carreg-filltir: Y ganolfan gyntaf yn agor',
  'framework well-being-goals: The seven well-being goals': 'fframwaith nodau-llesiant: Y saith nod llesiant',
  'goal resilient-wales: A resilient Wales': 'amcan cymru-gydnerth: Cymru gydnerth',
  'requirement measuring: How performance will be measured': 'gofyniad mesur: Sut y caiff perfformiad ei fesur',
  'document annual-report: Annual report 2018': 'dogfen adroddiad-blynyddol: Adroddiad blynyddol 2018',
  'partner health-board: Betsi Cadwaladr University Health Board': 'partner bwrdd-iechyd: Bwrdd Iechyd Prifysgol Betsi Cadwaladr',
  'role leader: Leader of the Council': 'rôl arweinydd: Arweinydd y Cyngor',
  'section foreword: Foreword': 'adran rhagair: Rhagair',
  'statistic: Calls answered': 'ystadegyn: Galwadau a atebwyd',
  'panel: Our area at a glance': 'panel: Ein hardal ar gip',
  'quote: I feel heard now': 'dyfyniad: Rwy’n teimlo bod rhywun yn gwrando arnaf nawr',
  'figure: Our area': 'ffigur: Ein hardal',
  'table: Staff by area': 'tabl: Staff fesul ardal',
  'chart: Incidents by year': 'siart: Digwyddiadau fesul blwyddyn',
  'budget: Revenue budget': 'cyllideb: Cyllideb refeniw',
  'line: Housing': 'llinell: Tai',
  'approval: Signed': 'cymeradwyaeth: Llofnodwyd',
  'subtitle: Update 2019': 'is-deitl: Diweddariad 2019',
  'strapline: Achieving more together': 'arwyddair: Cyflawni mwy gyda’n gilydd',
  'kind: delivery plan': 'math: cynllun cyflawni',
  'area: North Wales': 'ardal: Gogledd Cymru',
  'organisation: Office of the Police and Crime Commissioner': 'sefydliad: Swyddfa Comisiynydd yr Heddlu a Throsedd',
  'force: Wiltshire Police': 'heddlu: Heddlu Gwent',
  'period: 2021-05-13 to 2024-05-08': 'cyfnod: 2021-05-13 i 2024-05-08',
  'delivers: police-and-crime-plan': 'cyflawni: cynllun-heddlu-a-throsedd',
  'updates: plan-2017': 'diweddaru: cynllun-2017',
  'summarises: full-plan': 'crynhoi: cynllun-llawn',
  'supersedes: plan-2013': 'disodli: cynllun-2013',
  'numbering: priorities, actions': 'rhifo: blaenoriaethau, gweithredoedd',
  'include: parts/priority-1.plan': 'cynnwys: rhannau/blaenoriaeth-1.plan',
  'label actions: What will I do?': 'pennawd gweithredoedd: Beth fyddaf yn ei wneud?',
  'marking: Not protectively marked': 'nod-diogelwch: Heb ei farcio’n warchodol',
  'status: draft': 'statws: drafft',
  'classification: PROTECT': 'dosbarthiad: GWARCHOD',
  'owner: pcc': 'perchennog: comisiynydd',
  'author: Head of Policy': 'awdur: Pennaeth Polisi',
  'approved-by: Full Council': 'cymeradwywyd-gan: Y Cyngor Llawn',
  'copyholders: Office of the Commissioner': 'deiliaid-copïau: Swyddfa’r Comisiynydd',
  'synopsis: Sets the direction for the next four years.': 'crynodeb-byr: Yn gosod y cyfeiriad ar gyfer y pedair blynedd nesaf.',
  'title cy: Mae cymunedau’n ddiogel': 'teitl en: Communities are safe',
  'text: We will work with every school in the borough.': 'testun: Byddwn yn gweithio gyda phob ysgol yn y sir.',
  'source: Crime Survey for England and Wales': 'ffynhonnell: Arolwg Troseddu Cymru a Lloegr',
  'tags: rural, farms': 'tagiau: gwledig, ffermydd',
  'lead-in: I will make sure that the force:': 'cyflwyniad: Byddaf yn sicrhau bod yr heddlu:',
  'outcomes: safe, confident': 'canlyniadau: diogel, hyderus',
  'kpqs: how-safe': 'cpau: pa-mor-ddiogel',
  'measures: asb': 'mesurau: ygg',
  'priorities: road-safety': 'blaenoriaethau: diogelwch-ffyrdd',
  'why: Too many people are hurt on our roads.': 'pam: Mae gormod o bobl yn cael eu hanafu ar ein ffyrdd.',
  'closing: We will report on this each year.': 'diweddglo: Byddwn yn adrodd ar hyn bob blwyddyn.',
  'lead: head-of-housing': 'arweinydd: pennaeth-tai',
  'assured-by: scrutiny-committee': 'sicrheir-gan: pwyllgor-craffu',
  'partners: farming-unions': 'partneriaid: undebau-amaeth',
  'status: under way': 'statws: ar y gweill',
  'condition: Subject to funding': 'amod: Yn amodol ar gyllid',
  'unit: incidents': 'uned: digwyddiadau',
  'direction: decrease': 'cyfeiriad: gostwng',
  'baseline: 12,480 in 2019/20': 'gwaelodlin: 12,480 yn 2019/20',
  'target: 11,000 by 2024-03': 'targed: 11,000 erbyn 2024-03',
  'frequency: quarterly': 'amledd: bob chwarter',
  'owner: performance-team': 'perchennog: tîm-perfformiad',
  'data: data/asb.csv': 'data: data/ygg.csv',
  'coverage: any': 'cwmpas: unrhyw',
  'by: pcc': 'gan: comisiynydd',
  'aliases: BCUHB, the Health Board': 'enwau-eraill: PBC, y Bwrdd Iechyd',
  'means: Automatic number plate recognition': 'ystyr: Adnabod platiau rhif yn awtomatig',
  'text: We asked 2,000 people.': 'testun: Gofynnwyd i 2,000 o bobl.',
  'summary: Who we are and what we are for.': 'crynodeb: Pwy ydym ni a beth yw ein diben.',
  'value: almost half': 'gwerth: bron hanner',
  'when: over the last year': 'pryd: dros y flwyddyn ddiwethaf',
  'note: Figures are rounded.': 'nodyn: Mae’r ffigurau wedi’u talgrynnu.',
  'image: images/map.png': 'delwedd: lluniau/map.png',
  'alt: Map of the five wards': 'testun-amgen: Map o’r pum ward',
  'caption: The area that we serve': 'capsiwn: Yr ardal a wasanaethwn',
  'row-headers: yes': 'penawdau-rhes: ie',
  'signed-as: Police and Crime Commissioner': 'llofnodwyd-fel: Comisiynydd yr Heddlu a Throsedd',
  'statement: I approve this plan.': 'datganiad: Rwy’n cymeradwyo’r cynllun hwn.',
  'address: County Hall, High Street': 'cyfeiriad-post: Neuadd y Sir, Stryd Fawr',
  'social: @ourborough': 'cymdeithasol: @einsir',
  'languages: en, cy': 'ieithoedd: cy, en',
  'formats: large print, Braille': 'fformatau: print bras, Braille',
  // Lines below the first one
  'outcomes: safe': 'canlyniadau: diogel',
  'holder: Ada Price': 'deiliad: Ada Price',
  'text: This plan sets out what we will do.': 'testun: Mae’r cynllun hwn yn nodi’r hyn y byddwn yn ei wneud.',
  'when: last year': 'pryd: y llynedd',
  'by: A resident': 'gan: Un o’r trigolion',
  'alt: Map of the borough and its five wards': 'testun-amgen: Map o’r sir a’i phum ward',
  'style: line': 'arddull: llinell',
  'by: leader': 'gan: arweinydd',
};
