import type { Item } from '../../model/item.ts';
import type { KeyRule } from '../rule.ts';
import { joinCy } from '../welsh.ts';
import { deadlineIn } from './deadline.ts';
import { isFinished } from './finished.ts';
import { type Asked, markLacking, reportLacking } from './handed-down.ts';

const hasDatedMilestone = (action: Item): boolean =>
  action.children.some((child) => child.key === 'milestone' && child.field('due') !== undefined);

const due: Asked = {
  field: 'due',
  exempt: isFinished,
  otherwise: (action) => hasDatedMilestone(action) || deadlineIn(action) !== undefined,
  nowhere:
    'No action of this plan says when it will be done, so none can be late. Write a date, “due: …”, at an action or at the priority, group or section that it stands in.',
  nowhereCy:
    'Nid oes gweithred yn y cynllun hwn sy’n dweud pryd y caiff ei gwneud, felly ni all yr un fod yn hwyr. Ysgrifennwch ddyddiad, “erbyn: …”, wrth weithred neu wrth y flaenoriaeth, y grŵp neu’r adran o’i chwmpas.',
  nowhereIn: (item) =>
    `No action in ${item} says when it will be done, so none can be late. Write a date, “due: …”, here for all of them or at each.`,
  nowhereInCy: (item) =>
    `Nid oes gweithred yn ${item} sy’n dweud pryd y caiff ei gwneud, felly ni all yr un fod yn hwyr. Ysgrifennwch ddyddiad, “erbyn: …”, yma ar gyfer pob un neu wrth bob un.`,
  few: (actions) => `There is a date for only ${actions}. Write a date, “due: …”, here for all of them or at each.`,
  fewCy: (actions) =>
    `Dim ond ar gyfer ${actions} y mae dyddiad. Ysgrifennwch ddyddiad, “erbyn: …”, yma ar gyfer pob un neu wrth bob un.`,
  missing: (action) =>
    `${action} does not say when it will be done, while others here do. Write the last date on which it may be done: “due: …”.`,
  missingCy: (action) =>
    `${joinCy('Nid yw', action)} yn dweud pryd y caiff ei gwneud, er bod eraill yma yn dweud hynny. Ysgrifennwch y dyddiad olaf y gellir ei gwneud arno: “erbyn: …”.`,
};

/**
 * An action has no due date. It may be the action's own or handed down from the group, section or priority that it stands
 * in; sub-actions have that of the action above them, and an action has one where each of its sub-actions or a milestone does.
 * A deadline in words has a check of its own. So that a long plan is not all yellow, there is one finding for the topmost
 * item in which no action has a date: the whole plan where that is so of every action in it, else a priority, group or
 * section. Only where others beside it have a date is an action named itself. A plan that is a summary is not asked, nor is
 * an action that is done or stopped.
 */
export const actionWithoutDue: KeyRule = {
  id: 'dates/action-without-due',
  severity: 'warning',
  completeness: true,
  says: 'An action has no due date.',
  why: 'A promise without a date is never late: “time-limited” is the T of SMART.',
  source: 'HM Treasury, The Green Book: SMART objectives',
  breaks:
    'plan p: Plan\n\npriority homes: Build homes\n  action: Build 200 homes\n    due: 2028-03\n  action: Bring empty homes back into use\n',
  clean:
    'plan p: Plan\n\npriority homes: Build homes\n  action: Build 200 homes\n    due: 2028-03\n  action: Bring empty homes back into use\n    due: 2027-09\n',
  notesTellAll: true,
  marks: (content, mark) => markLacking(content, due, mark),
  key: (_key, marks, plan, context) => reportLacking(marks, plan, due, context),
};
