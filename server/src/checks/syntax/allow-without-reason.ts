import type { AllowanceRule } from '../allow.ts';

/** An allowance gives no reason. */
export const allowWithoutReason: AllowanceRule = {
  id: 'syntax/allow-without-reason',
  severity: 'error',
  says: 'A comment allows something and does not say why.',
  why: 'A reviewer can agree only with a reason, and next year nobody will remember it.',
  source: 'Language reference, “Suppressing a check”',
  breaks: 'plan p: Housing Plan\n\n# allow thread/outcome-without-priority\noutcome warm: Homes are warm\n',
  clean:
    'plan p: Housing Plan\n\n# allow thread/outcome-without-priority: priorities are agreed in May\noutcome warm: Homes are warm\n',
  problem: 'allow-without-reason',
  describe: ({ found }) => ({
    message: `An allowance needs a reason, so that a reviewer can agree with it; until then it allows nothing. Write it after a colon: “# allow ${found}: agreed with the Panel in October”.`,
    messageCy: () =>
      `Mae angen rheswm ar ganiatâd, fel y gall adolygydd gytuno ag ef; hyd hynny nid yw’n caniatáu dim. Ysgrifennwch ef ar ôl colon: “# caniatáu ${found}: cytunwyd â’r Panel ym mis Hydref”.`,
  }),
};
