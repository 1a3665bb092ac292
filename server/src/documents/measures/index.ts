export { measuresView } from './view.ts';
