/** One of the two parts of the standard (ISO 17469) that a plan is written in. */
export interface Part {
  readonly number: 1 | 2;
  readonly namespace: string;
  /** The element of the whole document. */
  readonly root: string;
  /** Whether it has performance indicators, roles of stakeholders, and an identifier of the document. */
  readonly isFull: boolean;
}

/** Part 1: the strategic plan. `StrategicPlanISOVersion20140401.xsd`. */
export const strategicPlan: Part = {
  number: 1,
  namespace: 'urn:ISO:std:iso:17469:tech:xsd:stratml_core',
  root: 'StrategicPlan',
  isFull: false,
};

/** Part 2: the performance plan or report. `PerformancePlanOrReport20160216.xsd`. */
export const performancePlan: Part = {
  number: 2,
  namespace: 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport',
  root: 'PerformancePlanOrReport',
  isFull: true,
};
