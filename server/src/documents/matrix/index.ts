export { matrixView } from './view.ts';
