import { type Figure as DrawnFigure, seriesOfMeasure } from '../documents/charts/series.ts';
import type { Figure, Measure } from '../index.ts';
import type { Refs } from '../model/export.ts';
import { direct, questionsOf } from '../model/links.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../workspace/plan.ts';

/** The measures of a plan, with their figures read. */
export const measuresIn = (model: Model, plan: Plan, refs: Refs): Measure[] =>
  [...model.items(plan)].flatMap((item) => {
    if (item.key !== 'measure') return [];
    const { id, title } = item;
    const { unit, baseline, target, figures } = seriesOfMeasure(model, item, title);
    const ref = (one: typeof item): string => refs.of(one) ?? '';
    const questions = questionsOf(model, item);
    const outcomes = [item, ...questions].flatMap((one) =>
      direct(model, one, 'outcomes').map((link) => ref(link.item)),
    );
    return {
      ref: ref(item),
      id: id ?? null,
      title,
      unit,
      baseline: baseline ? figureOf(baseline) : null,
      target: target ? figureOf(target) : null,
      actuals: figures.map(figureOf),
      questions: questions.map(ref),
      outcomes: [...new Set(outcomes)],
    };
  });

const figureOf = ({ written, value, label, first, last }: DrawnFigure): Figure => ({
  written,
  value: value ?? null,
  period: label,
  from: first ?? null,
  to: last ?? null,
});
