/**
 * Words that lead in a list, and what they say of it. This is data: each row is a regular expression for the last sentence before the
 * list, in small letters with straight apostrophes and without the colon; `…` stands for any words. Every row has examples, which are tests.
 */
import type { Role } from './phrases.ts';

interface Stems {
  /** What the points of the list are; `facts` for what stays prose. */
  readonly role: Role | 'facts';
  readonly patterns: readonly string[];
  readonly examples: readonly string[];
  readonly others?: readonly string[] | undefined;
}

const us = '(?:i|we|the [\\p{L} ]{3,40}|partners|my office|our partners|wiltshire police)';
const intent =
  "(?:will|shall|'ll|aim|aims|intend|intends|plan|plans|commit|commits|pledge|propose|expect|expects|want|wants|continue|continues|am determined|are determined|am committed|are committed|need|needs|must|seek|seeks|keep|keeps)";

/** The first row that matches counts. */
export const stems: readonly Stems[] = [
  {
    role: 'facts',
    patterns: [
      '… (?:for example|examples? (?:include|are|of this)|such as|these include|including|as follows|which are|they are|known as|defined as|explanation of|made up of)(?: …)?',
      'examples (?:include|are)(?: …)?',
      '… (?:has|have|had) (?:been|already|included|achieved|delivered|seen|shown|told)(?: …)?',
      '(?:this|the) (?:budget|area|board|panel|service|team|statement|plan)(?: …)? (?:is made up of|consists of|comprises|includes|covers)',
      '… (?:were|was)(?: …)?',
    ],
    examples: [
      'Examples include:',
      'It is the chief constable’s statement and explanation of:',
      'The Budget is made up of:',
    ],
  },
  {
    role: 'plan-priorities',
    patterns: [
      '(?:… )?(?:my|our|the|five|four|three|six|seven|these|following) (?:[\\p{L}-]+ ){0,3}(?:priorities|objectives|pillars|ambitions|themes|goals|missions)(?: for [\\p{L} ]+)?(?: are| will be| is)?(?: as follows)?',
      '… (?:concentrate|focus) on (?:five|four|three|six|seven) …',
    ],
    examples: [
      'My priorities are:',
      'We have set five strategic objectives:',
      'I wish to concentrate on five V s, namely:',
    ],
    others: ['We will set priorities and:'],
  },
  {
    role: 'outcomes',
    patterns: [
      '(?:… )?(?:so that|we will see|people will see|this will mean(?: that)?|as a result|the result will be(?: that)?|this means that)',
      '(?:by \\d{4}|in \\d{4}|in (?:five|ten|\\d+) years)(?:,)? (?:we|there|people|residents|every|our) …(?: will)?(?: have| be| see)?',
      '… (?:outcomes|difference|results) (?:we|i|you|are|will|that|for)(?: …)?',
    ],
    examples: ['We will see:', 'The outcomes we want are:', 'By 2030 we want to see:'],
  },
  {
    role: 'measures',
    patterns: [
      '(?:… )?(?:we|i) will (?:measure|monitor|know|track|judge)(?: …)?',
      '… (?:measured|monitored) (?:by|through|using)(?: …)?',
      '(?:… )?(?:measures|indicators) (?:are|include|will be|for)(?: …)?',
    ],
    examples: ['We will measure this by:', 'Progress will be monitored through:'],
  },
  {
    role: 'duties',
    patterns: [
      '(?:… )?(?:must|is required to|are required to|has a duty to|have a duty to)',
      '(?:… )?(?:my|our|their|his|her|its|the) (?:[\\p{L}]+ ){0,2}(?:duties|responsibilities|role)(?: …)?',
    ],
    examples: ['The Police Reform Act 2011, says the Commissioner must:', 'Under the Act my duties are:'],
    others: ['We must work with partners to:'],
  },
  {
    role: 'values',
    patterns: ['(?:… )?(?:values|behaviours)(?: …)?'],
    examples: ['Underpinning all that we do are our values:'],
  },
  {
    role: 'principles',
    patterns: ['(?:… )?(?:principles|ways of working)(?: …)?'],
    examples: ['We are guided by these principles:'],
  },
  {
    role: 'actions',
    patterns: [
      `(?:… )?${us} (?:[\\p{L}-]+ ){0,9}${intent}(?:,? …)?`,
      `(?:… )?${us}'ll(?: …)?`,
      '(?:… )?(?:this|these|it) (?:will )?(?:include|includes|involve|involves|mean|means)(?: …)?',
      '(?:… )?(?:my|our|the) (?:overall |main |key )?(?:aim|aims|ambition|commitment|commitments|focus|intention|goal)(?: [\\p{L} ]{1,40})? (?:is|are|will be)(?: …)?(?: to)?',
      '(?:… )?(?:actions?|next steps|steps|activity|activities|work|initiatives?|projects?|schemes?) (?:are|include|includes|will|to be taken)(?: …)?',
      '(?:… )?(?:agreed|approved|fund|funding|deliver) (?:… )?(?:two|three|four|five|six|seven|eight|nine|ten|\\d+|following) (?:[\\p{L}-]+ )?(?:actions|initiatives|projects|schemes|programmes)',
      '(?:in order )?to (?:do|achieve|deliver|support|meet|help) (?:this|these|that)(?: …)?',
      '(?:… )?(?:consequently|therefore|so),? (?:i|we)',
      '(?:… )?(?:byddwn|byddaf|rydym am|fy nod yw|ein nod yw)(?: …)?',
    ],
    examples: [
      'I will continue to ensure that Wiltshire Police:',
      'Under this strategy we keep working with partners to ensure that we will:',
      'This includes:',
      'My aim is to:',
      'I am determined, working with the Chief Constable and other partners, to:',
      'We’ll:',
      'Byddwn yn:',
    ],
    others: ['Priorities for the Force include:', 'The following are the main risks:'],
  },
];
