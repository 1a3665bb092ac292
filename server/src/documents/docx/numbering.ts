import { type ILevelsOptions, LevelFormat, type NumberingDefinition } from 'docx';
import { step } from './scribe.ts';

/** Word has so many levels of a list; what is deeper stands in the last. */
export const lastLevel = 8;

/** Where the words of a point begin, in twentieths of a point, in how many other points it stands. */
export const insetOf = (level: number): number => step * (Math.min(level, lastLevel) + 1);

const levels = (of: (level: number) => Partial<ILevelsOptions>): ILevelsOptions[] =>
  Array.from({ length: lastLevel + 1 }, (_, level) => ({
    level,
    style: { paragraph: { indent: { left: insetOf(level), hanging: step } } },
    ...of(level),
  }));

const signs = ['•', '–', '◦'];

/** Points with a sign. */
export const bullets: NumberingDefinition = {
  reference: 'bullets',
  levels: levels((level) => ({ format: LevelFormat.BULLET, text: signs[level % signs.length] ?? '•' })),
};

const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];

/** Points with a number, the first of them `start`. */
export const numbers = (start: number): NumberingDefinition => ({
  reference: `numbers-${start}`,
  levels: levels((level) => ({
    format: formats[level % formats.length] ?? LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start,
  })),
});
