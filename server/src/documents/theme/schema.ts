import { lightPalette } from './palette.ts';
import { largest, mostFonts } from './read-theme.ts';
import { colourMeanings, coverLooks } from './theme.ts';

const kilobytes = (bytes: number): string => `${(bytes / 1024).toLocaleString('en-GB')} KB`;

const file = (what: string, most: number, examples: readonly string[]): object => ({
  description: `${what}: a file, seen from the folder of the theme, in that folder or in the project, of ${kilobytes(most)} at most.`,
  type: 'string',
  minLength: 1,
  examples,
});

/** The JSON Schema (draft 2020-12) of a theme, by which editors complete it and explain it. */
export const themeSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Goldthread theme',
  description: 'How the documents of a body look. What it leaves out is as in documents without a theme.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'Where this schema is.' },
    colours: {
      description:
        'Colours. Those that are left out follow from the others. Text must stand out from what is behind it, 4.5 to 1.',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(colourMeanings).map(([name, description]) => [name, { description, $ref: '#/$defs/colour' }]),
      ),
    },
    fonts: {
      description: 'Letters.',
      type: 'object',
      additionalProperties: false,
      properties: {
        text: { description: 'Letters of the text.', $ref: '#/$defs/font' },
        headings: {
          description: 'Letters of headings; those of the text where this is left out.',
          $ref: '#/$defs/font',
        },
      },
    },
    logo: {
      description: 'Stands on the cover.',
      type: 'object',
      additionalProperties: false,
      required: ['file', 'alt'],
      properties: {
        file: file('A picture: SVG, PNG or JPEG', largest.logo, ['logo.svg']),
        alt: {
          description: 'What it says to those who don’t see it: the name of the body.',
          type: 'string',
          pattern: '\\S',
          examples: ['Our Borough Council'],
        },
      },
    },
    cover: {
      description: 'The cover.',
      type: 'object',
      additionalProperties: false,
      properties: {
        look: {
          description: 'How it looks.',
          anyOf: Object.entries(coverLooks).map(([look, description]) => ({ const: look, description })),
          default: 'filled',
        },
        picture: file('A picture across the cover that says nothing by itself', largest.picture, ['cover.jpg']),
      },
    },
  },
  $defs: {
    colour: {
      description: 'A colour: # and six figures or letters up to f.',
      type: 'string',
      pattern: '^#[0-9a-fA-F]{6}$',
      examples: [lightPalette.accent],
    },
    family: {
      description: 'The name of a family of letters.',
      type: 'string',
      pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,59}$',
      examples: ['Source Sans 3'],
    },
    font: {
      description: 'A family that readers have, by its name; or one with its files, which are put in the documents.',
      anyOf: [
        { $ref: '#/$defs/family' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['family'],
          properties: {
            family: { $ref: '#/$defs/family' },
            files: {
              description: 'Its files: regular, italic, bold, bold italic …',
              anyOf: [
                { $ref: '#/$defs/fontFile' },
                { type: 'array', items: { $ref: '#/$defs/fontFile' }, maxItems: mostFonts },
              ],
            },
          },
        },
      ],
    },
    fontFile: file('TrueType or OpenType letters', largest.font, ['house-sans.ttf']),
  },
});
