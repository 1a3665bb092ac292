/** What document control sheets call their rows, by the field of the plan that holds it. This is data; each row has examples, which are tests. */

interface ControlRow {
  readonly field: string;
  /** A regular expression for the name of a row, in small letters, without a colon. */
  readonly name: string;
  readonly examples: readonly string[];
}

/** The first row that matches counts. */
export const controlRows: readonly ControlRow[] = [
  {
    field: 'title',
    name: '(?:name|title) of (?:document|plan|strategy)|(?:document|plan) (?:name|title)|title|teitl(?: y ddogfen)?',
    examples: ['Name of document', 'Document title'],
  },
  {
    field: 'version',
    name: '(?:document )?version(?: number| no\\.?)?|fersiwn',
    examples: ['Version', 'Version number'],
  },
  { field: 'status', name: '(?:document )?status|statws', examples: ['Status'] },
  {
    field: 'classification',
    name: '(?:security |protective )?(?:classification|marking)|dosbarthiad',
    examples: ['Classification', 'Protective marking'],
  },
  {
    field: 'owner',
    name: '(?:document |policy |plan )?owner|owned by|responsible (?:officer|owner|person)|perchennog',
    examples: ['Owner', 'Document owner'],
  },
  {
    field: 'author',
    name: '(?:document )?authors?|produced by|prepared by|written by|author\\(s\\)|awdur(?:on)?',
    examples: ['Produced by', 'Author'],
  },
  {
    field: 'ratified',
    name: 'date (?:ratified|approved|adopted|of approval)|ratified(?: on)?|approval date|approved on|dyddiad cymeradwyo',
    examples: ['Date ratified', 'Approval date'],
  },
  {
    field: 'review-due',
    name: '(?:next |date of next )?review(?: date| due|ed by)?|next review(?: due| date)?|review date|dyddiad adolygu',
    examples: ['Next review due', 'Review date'],
  },
  {
    field: 'date',
    name: 'date(?: of (?:this )?(?:version|issue|publication|document))?|issued?(?: date| on)?|publication date|published(?: on)?|last updated|dyddiad(?: cyhoeddi)?',
    examples: ['Date of this version', 'Date', 'Publication date'],
  },
  {
    field: 'approved-by',
    name: 'approved by|approver|signed off by|authorised by|cymeradwywyd gan',
    examples: ['Approved by'],
  },
  {
    field: 'copyholders',
    name: 'copy ?holders?|distribution(?: list)?|circulation',
    examples: ['Copyholders', 'Distribution'],
  },
  {
    field: 'enquiries',
    name: 'enquiries(?: to)?|contact(?: for enquiries| details| officer)?|for (?:further )?(?:information|enquiries)(?: contact)?|queries(?: to)?|ymholiadau',
    examples: ['Enquiries to', 'Contact'],
  },
  {
    field: 'synopsis',
    name: '(?:synopsis|summary|purpose|description)(?: …)?|crynodeb',
    examples: ['Synopsis and outcomes of consultation undertaken'],
  },
  {
    field: 'reference',
    name: '(?:document |our )?ref(?:erence)?(?: number| no\\.?)?|cyfeirnod',
    examples: ['Reference number'],
  },
  {
    field: 'organisation',
    name: '(?:organisation|body|council|authority|department|sefydliad)',
    examples: ['Organisation'],
  },
  { field: 'period', name: '(?:plan |planning )?period|years? covered|cyfnod', examples: ['Plan period'] },
];
