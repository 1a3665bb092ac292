export { coverageView } from './view.ts';
