export * from './fields.ts';
export * from './kinds.ts';
export * from './lookup.ts';
export * from './meanings.ts';
export * from './nearest.ts';
export * from './types.ts';
