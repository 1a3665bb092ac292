/** Words that begin what will be done: `Open a hub`, `Opening a hub`, `To open a hub`. This is data, in the form of “we will …”. */
const actionVerbs: ReadonlySet<string> = new Set(
  `achieve act adapt add address adopt advance advise advocate agree align allocate analyse analyze appoint apply approve arrange assess assist
  attract audit balance begin benchmark bid bring broaden build buy campaign carry challenge champion change chair check clean close co-ordinate
  co-produce coordinate collaborate collect combat commence commission commit communicate complete conduct connect consider construct consult
  continue contribute convene convert cooperate create cut decarbonise decide declare deepen defend define deliver demonstrate deploy design
  detect determine develop digitise direct disrupt distribute diversify divert double draft drive educate electrify eliminate embed employ
  empower enable encourage end energise enforce engage enhance enrich ensure establish evaluate evolve examine expand explore extend facilitate
  finalise finish fit fix focus follow form foster fund gather generate get give grow guarantee halve hold host identify implement improve
  incorporate increase influence inform initiate innovate install integrate intervene introduce invest investigate invite involve issue join
  keep launch lead learn legalize leverage license limit link listen lobby look lower maintain make manage map market maximise measure meet
  minimise mobilise model modernise monitor move negotiate nurture obtain offer open operate optimise organise overhaul oversee participate
  partner pay phase pilot place plan plant position prepare press prevent prioritise procure produce progress promote prosecute protect prove
  provide publicise publish purchase pursue put raise reach realise rebuild recognise record recruit recycle redesign redevelop reduce refer
  refine refresh refurbish regenerate register regulate reinforce remodel remove renew replace report require research resist resource respect
  respond restore retain rethink review revise rewild roll run safeguard save scale screen scrutinise secure seek send set shape share shift
  showcase simplify sign speak stage standardise start stop streamline strengthen strive submit support survey sustain tackle target teach test
  tighten trace track train transform transition treat trial trigger undertake unlock update upgrade upskill use utilise value visit waive welcome
  widen work write
  ask answer appeal arrest ban boost bring celebrate charge clear collect cover cut deal equip exchange fill find grant guide heat hire house
  inspect insulate lay lend lift light mend name notify patrol pave pool practise present print process reclaim reconnect recover release repair
  rescue restart retrain retrofit return reuse reward sell serve settle show shut slow solve spend sponsor spread staff study subsidise supply
  switch take tell trade turn understand verify warn watch win empty
  adeiladu adolygu agor ailgylchu amddiffyn annog asesu atal buddsoddi cadw cefnogi cryfhau creu cyflawni cyflwyno cynnal cynnig cynyddu datblygu
  defnyddio diogelu dysgu ehangu gweithio gweithredu gwella hybu hyrwyddo lansio lleihau mesur monitro paratoi parhau penodi plannu recriwtio
  rhannu rhoi sefydlu sicrhau treialu ymchwilio ymgysylltu`.split(/\s+/),
);

/** Endings of a verb that is under way, with what stands in their place in the list: `providing`, `running`. */
const underWay: readonly (readonly [ending: RegExp, instead: readonly string[]])[] = [
  [/(?<double>[bdglmnprt])\k<double>ing$/, ['$<double>']],
  [/ying$/, ['y', 'ie']],
  [/ing$/, ['', 'e']],
];

/** Whether somebody says of themselves what they will do. */
export const isPromise = (words: string): boolean =>
  /^\W*(?:(?:i|we|byddaf|byddwn|rydym)\b|the [\p{L} ]{2,40})\s*(?:also |therefore )?(?:will|shall|aim to|intend to|am determined|are determined|am committed|are committed|plan to|commit to|i|yn)\b/iu.test(
    words,
  );

/** Whether words begin as what will be done does. */
export function beginsAsAction(words: string): boolean {
  if (isPromise(words)) return true;
  const [first = '', second = ''] = words
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .split(/[\s,]+/);
  const verb =
    first === 'to' || first === 'further' || first === 'continue' || first === 'fully' || first === 'jointly'
      ? second
      : first;
  if (actionVerbs.has(verb) || actionVerbs.has(first)) return true;
  return underWay.some(([ending, instead]) =>
    instead.some((end) => ending.test(verb) && actionVerbs.has(verb.replace(ending, end))),
  );
}
