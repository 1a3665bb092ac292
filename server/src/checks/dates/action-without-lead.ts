import type { KeyRule } from '../rule.ts';
import { isFinished } from './finished.ts';
import { type Asked, markLacking, reportLacking } from './handed-down.ts';

const lead: Asked = {
  field: 'lead',
  exempt: isFinished,
  nowhere:
    'No action of this plan has a lead. What is everybody’s job is nobody’s: say who will see that it is done, “lead: …”, at an action or at the priority, group or section that it stands in.',
  nowhereCy:
    'Nid oes arweinydd gan yr un weithred yn y cynllun hwn. Mae gwaith pawb yn waith neb: dywedwch pwy fydd yn sicrhau ei bod yn cael ei gwneud, “arweinydd: …”, wrth weithred neu wrth y flaenoriaeth, y grŵp neu’r adran o’i chwmpas.',
  nowhereIn: (item) =>
    `No action in ${item} has a lead. What is everybody’s job is nobody’s: say who will see that it is done, “lead: …”, here for all of them or at each.`,
  nowhereInCy: (item) =>
    `Nid oes arweinydd gan yr un weithred yn ${item}. Mae gwaith pawb yn waith neb: dywedwch pwy fydd yn sicrhau ei bod yn cael ei gwneud, “arweinydd: …”, yma ar gyfer pob un neu wrth bob un.`,
  few: (actions) =>
    `There is a lead for only ${actions}. What is everybody’s job is nobody’s: say who will see to the others, “lead: …”, here for all of them or at each.`,
  fewCy: (actions) =>
    `Dim ond gan ${actions} y mae arweinydd. Mae gwaith pawb yn waith neb: dywedwch pwy fydd yn gofalu am y lleill, “arweinydd: …”, yma ar gyfer pob un neu wrth bob un.`,
  missing: (action) => `${action} has no lead, while others here do. Say who will see that it is done: “lead: …”.`,
  missingCy: (action) =>
    `Nid oes arweinydd gan ${action}, er bod gan eraill yma. Dywedwch pwy fydd yn sicrhau ei bod yn cael ei gwneud: “arweinydd: …”.`,
};

/**
 * Nobody leads an action. A lead may be its own or handed down from the group, section or priority that it stands in;
 * sub-actions have that of the action above them, and an action has one where each of its sub-actions does. So that a
 * long plan is not all yellow, there is one finding for the topmost item in which no action has a lead: the whole plan where
 * that is so of every action in it, else a priority, group or section. Only where most of those beside it have a lead is an
 * action named itself. A plan that is a summary is not asked, nor is an action that is done or stopped.
 */
export const actionWithoutLead: KeyRule = {
  id: 'dates/action-without-lead',
  severity: 'warning',
  completeness: true,
  says: 'An action has no lead.',
  why: 'What is everybody’s job is nobody’s.',
  source: 'House rule; Government Functional Standard GovS 002, Project delivery, on accountable persons',
  breaks:
    'plan p: Plan\n\npriority homes: Build homes\n  action: Build 200 homes\n    lead: Head of Housing\n  action: Bring empty homes back into use\n',
  clean:
    'plan p: Plan\n\npriority homes: Build homes\n  lead: Head of Housing\n  action: Build 200 homes\n  action: Bring empty homes back into use\n',
  notesTellAll: true,
  marks: (content, mark) => markLacking(content, lead, mark),
  key: (_key, marks, plan, context) => reportLacking(marks, plan, lead, context),
};
