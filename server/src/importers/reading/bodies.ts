/** The last words of the names of bodies that plans work with: councils, boards, trusts. This is data. */
const bodyWords: ReadonlySet<string> = new Set(
  `council councils board boards police force service services university college trust authority authorities agency agencies commission
  commissioner nhs partnership partnerships association federation union unions foundation institute network forum alliance society
  inspectorate hospital constabulary executive ministry office cymru probation company charity coalition`.split(/\s+/),
);

/** Bodies that are named without such a word. */
const bodyNames: ReadonlySet<string> = new Set(
  `Welsh Government|Scottish Government|UK Government|Home Office|Public Health Wales|Public Health England|Natural Resources Wales|Citizens Advice|Age Cymru|Age UK|NHS England|NHS Wales|Sport Wales|Visit Wales|Historic England|Natural England|Highways England|National Highways|Transport for Wales|Llywodraeth Cymru|Iechyd Cyhoeddus Cymru|Cyfoeth Naturiol Cymru`.split(
    '|',
  ),
);

/** What the names of others begin with: they say last what the body is for. */
const begins =
  /^(?:the )?(?:(?:department|ministry) (?:for|of)|office of the|cyngor|bwrdd iechyd|heddlu|prifysgol) (?:\p{Lu}\S*)(?: (?:\p{Lu}\S*|and|for|of|the|a|y|yr)){0,7}$/iu;

/** How often a body is named before it is one that the plan works with. */
export const oftenEnough = 3;

/** Whether words are the name of a body. */
export function isBody(words: string): boolean {
  if (bodyNames.has(words) || begins.test(words)) return true;
  const parts = words.split(' ');
  return parts.length > 1 && parts.length < 9 && bodyWords.has((parts.at(-1) as string).toLowerCase());
}
