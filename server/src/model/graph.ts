import type { Plan } from '../workspace/plan.ts';
import { type ExportedModel, exportModel } from './export.ts';
import type { Model } from './model.ts';

/** A graph of plans with the schema that describes it. */
export interface ModelGraph extends ExportedModel {
  readonly $schema: string;
  /** Goes up when a program that reads the graph would have to change. */
  readonly version: number;
}

/** The graph of some plans as other programs are given it. `show` turns the path of a file into the one to print. */
export const modelGraph = (model: Model, plans: readonly Plan[], show: (path: string) => string): ModelGraph => ({
  $schema: 'goldthread/schemas/model.schema.json',
  version: 1,
  ...exportModel(model, plans, show),
});
