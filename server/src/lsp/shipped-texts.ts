import equality from '../../libraries/equality-2010.plan';
import nationalPriorities from '../../libraries/national-priorities-2021.plan';
import prsra from '../../libraries/prsra-2011.plan';
import spr from '../../libraries/spr-2023.plan';
import wfg from '../../libraries/wfg-2015.plan';
import documentStyle from '../../templates/document.css';
import firstPlan from '../../templates/first-plan.plan';
import type { PlanText } from '../workspace/naming.ts';

/** The libraries that come with the program, for where there are no files: the bundler puts their texts in. */
export const libraries: readonly PlanText[] = [
  { path: 'goldthread:equality-2010.plan', text: equality },
  { path: 'goldthread:national-priorities-2021.plan', text: nationalPriorities },
  { path: 'goldthread:prsra-2011.plan', text: prsra },
  { path: 'goldthread:spr-2023.plan', text: spr },
  { path: 'goldthread:wfg-2015.plan', text: wfg },
];

export { documentStyle, firstPlan };
