export * from './document.ts';
export { isIdShaped } from './lexer.ts';
export * from './text.ts';
export * from './tree.ts';
export * from './values/index.ts';
export * from './vocabulary/index.ts';
