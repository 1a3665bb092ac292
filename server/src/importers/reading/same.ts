/** Whether two headings say the same, but for capitals and marks. */
export const isSame = (one: string, other: string): boolean => letters(one) === letters(other);

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
