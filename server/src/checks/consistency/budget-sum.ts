import { type Money, readMoney } from '@goldthread/grammar';
import type { Item } from '../../model/item.ts';
import { titlesFor } from '../fix-titles.ts';
import { replacing } from '../fixes.ts';
import { type ItemRule, named } from '../rule.ts';
import { joinCy, namedCy } from '../welsh.ts';

type Sum = Pick<Money, 'amount' | 'currency'>;

/** The lines of a budget, or of a group of lines, do not add up. */
export const budgetSum: ItemRule = {
  id: 'consistency/budget-sum',
  severity: 'error',
  says: 'The lines of a budget do not add up to its total.',
  why: 'Money that does not add up costs the trust of readers first of all.',
  source:
    'House rule (arithmetic); for police plans, money is part of the plan: Police Reform and Social Responsibility Act 2011 s.7(1)(c)',
  breaks:
    'plan p: Plan\n\nbudget homes: Money for homes\n  total: £2.4m\n  line: Repairs\n    amount: £1.3m\n  line: Loft lining\n    amount: £1.2m\n',
  clean:
    'plan p: Plan\n\nbudget homes: Money for homes\n  total: £2.5m\n  line: Repairs\n    line: Roofs\n      amount: £0.9m\n    line: Windows\n      amount: £400,000\n  line: Loft lining\n    amount: £1.2m\n',
  kinds: ['budget', 'line'],
  reads: 'itself',
  item(item, context) {
    const entry = item.field(item.key === 'budget' ? 'total' : 'amount');
    const stated = entry && readMoney(item.valueOf(entry), 'cy').value;
    const sum = stated && sumOfLines(item);
    if (!sum || sum.currency !== stated.currency || sum.amount.eq(stated.amount)) return;
    const written = item.valueOf(entry);
    const right = writtenLike(written, sum);
    const isMore = sum.amount.gt(stated.amount);
    const difference = writtenLike(written, { ...sum, amount: sum.amount.minus(stated.amount).abs() });
    context.report(
      item.placed,
      { start: entry.valueStart, end: entry.valueEnd },
      {
        item,
        message: `The lines of ${named(item)} add up to ${right}, which is ${difference} ${isMore ? 'more' : 'less'} than the ${written} given here. Put the ${item.key === 'budget' ? 'total' : 'amount'} right, or the line that is wrong.`,
        messageCy: () =>
          `Cyfanswm ${joinCy('llinellau', namedCy(item))} yw ${right}, sydd ${difference} yn ${isMore ? 'fwy' : 'llai'} na’r ${written} sydd yma. Cywirwch y ${item.key === 'budget' ? 'cyfanswm' : 'swm'}, neu’r llinell sy’n anghywir.`,
        fixes: [
          replacing(
            titlesFor(item.placed).changeTo(right),
            item.placed,
            { start: entry.valueStart, end: entry.valueEnd },
            right,
          ),
        ],
      },
    );
  },
};

/** What the lines right below an item add up to; undefined where there are none, or one has no amount, or another currency. */
function sumOfLines(item: Item): Sum | undefined {
  const [first, ...others] = item.childrenOf('line').map(moneyOf);
  let sum: Sum | undefined = first;
  for (const other of others) {
    if (!sum || !other || sum.currency !== other.currency) return undefined;
    sum = { currency: sum.currency, amount: sum.amount.plus(other.amount) };
  }
  return sum;
}

/** The money of a line: its amount, or what the lines in it add up to. */
function moneyOf(line: Item): Sum | undefined {
  return line.has('amount') ? readMoney(line.value('amount'), 'cy').value : sumOfLines(line);
}

/** An amount written as another one is: in millions if that is, else in full with commas. */
function writtenLike(written: string, { amount }: Sum): string {
  const [, before = '', after = ''] = /^[-\u2212]?(\D*)[\d.,]+(.*)$/su.exec(written) ?? [];
  const one = readMoney(`${before}1${after}`, 'cy').value?.amount;
  const [whole = '', pence] = (one ? amount.abs().div(one) : amount.abs()).toFixed().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const decimals = pence && after === '' ? pence.padEnd(2, '0') : pence;
  return `${amount.lt(0) ? '-' : ''}${before}${grouped}${decimals ? `.${decimals}` : ''}${one ? after : ''}`;
}
