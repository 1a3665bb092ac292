import { carryOf } from '../carried/carry.ts';
import type { Edition } from '../edition/edition.ts';
import type { WrittenFile } from '../written-file.ts';
import { stratmlDocument } from './document.ts';
import { performancePlan, strategicPlan } from './part.ts';
import { Scribe } from './scribe.ts';

/**
 * A plan as StratML (ISO 17469): Part 1, the strategic plan, and Part 2, the performance plan with indicators, roles and relationships.
 *
 * | Goldthread | StratML |
 * |---|---|
 * | title of the plan | `Name` |
 * | subtitle, strapline, synopsis | `Description` |
 * | organisation | `Organization` |
 * | role, partner | `Stakeholder` of the organisation: an office that somebody holds is a `Person`, a partner an `Organization` |
 * | vision, mission, of the whole plan | `Vision`, `Mission`: the first of each |
 * | value, principle, of the whole plan | `Value` |
 * | outcome of the plan | `Goal` |
 * | theme, or priority in none, that works towards no outcome | `Goal` |
 * | priority | `Objective` of the first outcome it works towards, else of its theme |
 * | sub-priority, aim and outcome of a priority, action | `Objective` of the same goal, behind its priority: objectives hold no others |
 * | text, why; for an action the lead-in above it | `Description` |
 * | lead, partners, assured-by; handed down too | `Stakeholder` of the objective; in Part 2 with a `Role`, of the type `Performer` for those who do it |
 * | printed number | `SequenceIndicator` |
 * | key performance question | `PerformanceIndicator`, `Qualitative`, stage `Outcome`, its unit “Answer” |
 * | measure | `PerformanceIndicator`, `Quantitative`, with `UnitOfMeasurement` |
 * | baseline, actual | `ActualResult`: first and last day of the period, the exact number, and the words as written |
 * | target, direction | `TargetResult`, with the direction as `Descriptor`; beside the result of the same day, if there is one |
 * | links of questions and measures | `Relationship`: `Narrower_Than` outcomes and questions, `Peer_To` priorities and actions |
 * | period, date | `StartDate`, `EndDate`, `PublicationDate` |
 * | the name of the item for other programs (`model/export.ts`) | `Identifier`, with `_` before it |
 * | all else | `OtherInformation` of what it stands in |
 *
 * In Part 1, which has no indicators and no roles, questions and measures are words, and roles stand in descriptions. `docs/stratml.md` has the same for
 * those who read the documents.
 */
export function stratmlFiles(edition: Edition): WrittenFile[] {
  const scribe = new Scribe(edition);
  const carry = carryOf(edition);
  return [strategicPlan, performancePlan].map((part) => {
    const { xml, other } = stratmlDocument(scribe, part);
    const remark = `StratML Part ${part.number} has no element for these; they are in OtherInformation: ${other.join(', ')}.`;
    return {
      name: edition.fileName(`stratml-part-${part.number}.xml`),
      content: carry ? `${xml}<?${carry(xml)}?>\n` : xml,
      ...(other.length > 0 ? { remarks: [remark] } : {}),
    };
  });
}
